using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>What AWS checks before it answers: form, closed set of actions, scope, session, clock, signature.</summary>
internal static class StubGate
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The request as understood; the error that AWS would answer; what no test should ever see.</summary>
    internal sealed record Result(StubRequest? Request, StubError? Error, string? Violation);

    public static Result Check(AwsStub stub, HttpRequest http, byte[] body, DateTimeOffset now)
    {
        if (StubSignature.Parse(http.Headers.Authorization.ToString()) is not { } signature)
            return Refuse(null, "MissingAuthenticationToken", "The request is not signed with Signature Version 4.");

        var (service, action, parameters) = Read(http, body);
        var account = AccountOf(signature.AccessKey);
        var request = new StubRequest(account ?? "", service, action, parameters, signature.AccessKey,
            signature.Region, http.Headers.UserAgent.ToString());
        if (http.Method != "POST" || http.Path != "/" || http.QueryString.HasValue)
            return Refuse(request, "InvalidAction", $"{http.Method} {http.Path}{http.QueryString} instead of POST /.");
        if (ApiOperations.Find($"{service}:{action}") is null)
            return Refuse(request, "InvalidAction", $"{service}:{action} is not one of the operations that only read.");
        if (signature.Service != service || signature.Region != stub.Regions[service])
            return Refuse(request, "SignatureDoesNotMatch",
                $"Credential should be scoped to {stub.Regions[service]}/{service}, not {signature.Region}/"
                + $"{signature.Service}.");
        if (!signature.SignedHeaders.Contains("host") || !signature.SignedHeaders.Contains("x-amz-date"))
            return Refuse(request, "IncompleteSignature", "host and x-amz-date must be signed.");
        if (account is null)
            return Fail(request, 403, "InvalidClientTokenId", "The security token included in the request is invalid.");

        var token = http.Headers["X-Amz-Security-Token"].ToString();
        if (signature.AccessKey != AwsStub.AccessKey && !stub.IsCurrent(account, token))
            return Fail(request, 403, "ExpiredToken", "The security token included in the request is expired");
        return (stub.TakesAnyTime ? null : CheckTime(request, http, now)) ?? CheckSignature(request, signature, http, body, account)
            ?? new Result(request, null, null);
    }

    private static Result? CheckTime(StubRequest request, HttpRequest http, DateTimeOffset now)
    {
        if (StubSignature.SignedAt(http) is not { } signed)
            return Refuse(request, "IncompleteSignature", "X-Amz-Date is missing.");
        if (signed < now - Tolerance)
            return Fail(request, 403, "SignatureDoesNotMatch",
                $"Signature expired: {Form(signed)} is now earlier than "
                + $"{Form(now - Tolerance)} ({Form(now)} - 5 min.)");
        return signed > now + Tolerance
            ? Fail(request, 403, "SignatureDoesNotMatch",
                $"Signature not yet current: {Form(signed)} is still later than "
                + $"{Form(now + Tolerance)} ({Form(now)} + 5 min.)")
            : null;
    }

    private static string Form(DateTimeOffset time) =>
        time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static Result? CheckSignature(
        StubRequest request, StubSignature signature, HttpRequest http, byte[] body, string account)
    {
        var secret = signature.AccessKey == AwsStub.AccessKey ? AwsStub.SecretKey : AwsStub.SecretOf(account);
        var (expected, canonical) = signature.Compute(http, body, secret);
        return expected == signature.Signature
            ? null
            : Fail(request, 403, "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your AWS "
                + "Secret Access Key and signing method. Consult the service documentation for details.\n\n"
                + $"The Canonical String for this request should have been\n'{canonical}'\n");
    }

    private static (string Service, string Action, IReadOnlyDictionary<string, string> Parameters) Read(
        HttpRequest http, byte[] body)
    {
        const string organizations = "AWSOrganizationsV20161128.";
        var target = http.Headers["X-Amz-Target"].ToString();
        if (target.StartsWith(organizations, StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(body);
            return ("organizations", target[organizations.Length..], json.RootElement.EnumerateObject()
                .ToDictionary(property => property.Name, property => property.Value.ToString()));
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var service = form.GetValueOrDefault("Version") switch
        {
            "2010-05-08" => "iam",
            "2011-06-15" => "sts",
            _ => "unknown",
        };
        return (service, form.GetValueOrDefault("Action", ""), form);
    }

    private static string? AccountOf(string key) => key == AwsStub.AccessKey
        ? ModelAccount.DefaultId
        : key is ['A', 'S', 'I', 'A', ..] && key.EndsWith("STUB", StringComparison.Ordinal) ? key[4..16] : null;

    private static Result Refuse(StubRequest? request, string code, string message) =>
        new(request, new StubError(400, code, message), message);

    private static Result Fail(StubRequest request, int status, string code, string message) =>
        new(request, new StubError(status, code, message), null);
}
