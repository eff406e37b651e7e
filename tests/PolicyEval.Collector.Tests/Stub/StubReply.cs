using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>Makes the answer and sends it as the play wants it.</summary>
internal static class StubReply
{
    public static async Task SendAsync(
        AwsStub stub,
        HttpContext context,
        StubGate.Result result,
        Play play,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        if (play.Hangs)
        {
            await HangAsync(context, stopping);
            return;
        }

        if (play.CutAfter == 0)
        {
            context.Abort();
            return;
        }

        var id = stub.NextRequestId();
        var (status, type, text) = Compose(stub, result, play, now, id);
        context.Response.StatusCode = status;
        context.Response.ContentType = play.AnswersAs ?? type;
        context.Response.Headers["x-amzn-RequestId"] = play.RequestId ?? id;
        var bytes = Encoding.UTF8.GetBytes(play.EndAfter is { } end ? text[..Math.Min(end, text.Length)] : text);
        context.Response.ContentLength = bytes.Length;
        if (play.CutAfter is null && !play.HangsInBody)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
            return;
        }

        var part = Math.Min(play.CutAfter ?? 20, bytes.Length - 1);
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, part), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (!play.HangsInBody)
            await EndConnectionAsync(context);
        await HangAsync(context, stopping);
    }

    /// <summary>
    /// No more will come, but what was written arrives: aborting at once could take it back out of the client's hands.
    /// </summary>
    private static async Task EndConnectionAsync(HttpContext context)
    {
        await Task.Delay(50, context.RequestAborted);
        context.Features.Get<IConnectionSocketFeature>()!.Socket.Shutdown(SocketShutdown.Send);
    }

    private static async Task HangAsync(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static (int Status, string Type, string Text) Compose(
        AwsStub stub, StubGate.Result result, Play play, DateTimeOffset now, string id)
    {
        var service = result.Request?.Service ?? "iam";
        if (result.Error is { } refused)
            return Error(service, refused.Status, refused.Code, refused.Message, id);
        if (play is { Status: { } status, Error: { } error })
            return Error(service, status, error.Code, error.Message, id);
        if (play.Status is { } other)
            return (other, play.MediaType, play.Body);
        try
        {
            return Answer(stub, result.Request!, play, now, id);
        }
        catch (StubError failure)
        {
            return Error(service, failure.Status, failure.Code, failure.Message, id);
        }
    }

    private static (int Status, string Type, string Text) Answer(
        AwsStub stub, StubRequest request, Play play, DateTimeOffset now, string id)
    {
        var account = stub.Accounts.Find(account => account.Id == request.Account)!;
        if (request.Service == "organizations")
            return account == stub.Management
                ? (200, "application/x-amz-json-1.1", ModelAnswers.Accounts(
                    request, stub.Accounts, stub.Management.Id, play, stub.PageSize))
                : throw new StubError(400, "AccessDeniedException", "You don't have permissions to access this "
                    + "resource.");

        var result = request.Action == "AssumeRole"
            ? Session(stub, request, now)
            : ModelAnswers.Of(request, account, play, stub.PageSize);
        return (200, "text/xml", StubXml.Answer(request.Action, SpaceOf(request.Service), result, id));
    }

    private static string Session(AwsStub stub, StubRequest request, DateTimeOffset now)
    {
        var arn = request.Parameters.GetValueOrDefault("RoleArn", "");
        var account = arn.Split(':') is [_, _, _, _, var id, _] ? id : "";
        if (stub.Refusing.Contains(account) || stub.Accounts.All(known => known.Id != account)
            || request.Parameters.GetValueOrDefault("ExternalId") != stub.ExternalId)
            throw new StubError(403, "AccessDenied",
                $"User: {stub.Management.Arn("user/collector")} is not authorized to perform: sts:AssumeRole on "
                + $"resource: {arn}");

        var seconds = int.Parse(request.Parameters.GetValueOrDefault("DurationSeconds", "3600"),
            CultureInfo.InvariantCulture);
        var (key, secret, token) = stub.OpenSession(account);
        var name = request.Parameters.GetValueOrDefault("RoleSessionName", "");
        return StubXml.Element("AssumedRoleUser",
                StubXml.Text("AssumedRoleId", "AROAMODELROLE0000001:" + name),
                StubXml.Text("Arn", arn.Replace(":iam:", ":sts:", StringComparison.Ordinal)
                    .Replace(":role/", ":assumed-role/", StringComparison.Ordinal) + "/" + name))
            + StubXml.Element("Credentials",
                StubXml.Text("AccessKeyId", key), StubXml.Text("SecretAccessKey", secret),
                StubXml.Text("SessionToken", token),
                StubXml.Text("Expiration", ModelAccount.Time(now.AddSeconds(seconds))));
    }

    private static (int Status, string Type, string Text) Error(
        string service, int status, string code, string message, string id)
    {
        if (service != "organizations")
            return (status, "text/xml", StubXml.Error(SpaceOf(service), code, message, id));

        // The JSON protocol has names of its own for what both protocols know.
        var name = code switch
        {
            "SignatureDoesNotMatch" => "InvalidSignatureException",
            "InvalidClientTokenId" => "UnrecognizedClientException",
            "ExpiredToken" => "ExpiredTokenException",
            "AccessDenied" => "AccessDeniedException",
            "Throttling" => "TooManyRequestsException",
            _ => code,
        };
        return (status, "application/x-amz-json-1.1", JsonSerializer.Serialize(
            new Dictionary<string, string> { ["__type"] = name, ["message"] = message }));
    }

    private static string SpaceOf(string service) => service == "sts"
        ? "https://sts.amazonaws.com/doc/2011-06-15/"
        : "https://iam.amazonaws.com/doc/2010-05-08/";
}
