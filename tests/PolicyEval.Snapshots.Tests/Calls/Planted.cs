namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>
/// Things that look like secrets: AWS's documented examples, and made-up ones that are put together here.
/// </summary>
internal static class Planted
{
    public const string KeyId = "AKIAIOSFODNN7EXAMPLE";

    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    public static string SessionToken { get; } =
        "IQoJ" + string.Concat(Enumerable.Repeat("EXAMPLEtoken1+/", 20)) + "==";

    public static string PrivateKey { get; } =
        "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEXAMPLE\nEXAMPLE\n-----END RSA " + "PRIVATE KEY-----";
}
