using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>
/// A request's Signature Version 4, taken apart and computed again. Source: AWS's description of SigV4.
/// </summary>
internal sealed record StubSignature(
    string AccessKey,
    string Day,
    string Region,
    string Service,
    string[] SignedHeaders,
    string Signature)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null for a header of another form.</summary>
    public static StubSignature? Parse(string authorization)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return null;
        var parts = authorization[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var headers)
            || !parts.TryGetValue("Signature", out var signature))
            return null;
        return credential.Split('/') is [var key, var day, var region, var service, "aws4_request"]
            ? new StubSignature(key, day, region, service, headers.Split(';'), signature)
            : null;
    }

    /// <summary>When the request says that it was signed; null where it does not say.</summary>
    public static DateTimeOffset? SignedAt(HttpRequest request) => DateTimeOffset.TryParseExact(
        request.Headers["X-Amz-Date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The signature that the request should have, and the canonical request that it signs.</summary>
    public (string Signature, string CanonicalRequest) Compute(HttpRequest request, byte[] body, string secret)
    {
        var canonical = new StringBuilder($"{request.Method}\n{request.Path}\n\n");
        foreach (var name in SignedHeaders)
            canonical.Append(name).Append(':').Append(request.Headers[name].ToString().Trim()).Append('\n');
        canonical.Append('\n').AppendJoin(';', SignedHeaders).Append('\n').Append(Hex(SHA256.HashData(body)));
        var time = request.Headers["X-Amz-Date"].ToString();
        var scope = $"{Day}/{Region}/{Service}/aws4_request";
        var digest = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        var text = $"{Algorithm}\n{time}\n{scope}\n{digest}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (ReadOnlySpan<string>)[Day, Region, Service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return (Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))), canonical.ToString());
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
