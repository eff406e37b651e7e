namespace PolicyEval.Collector.Aws;

/// <summary>
/// Which endpoints may be named by hand: https anywhere, http on loopback only, because evidence that anyone on the
/// way could have changed is none.
/// </summary>
internal static class EndpointRule
{
    /// <summary>Why that address cannot be an endpoint, in one sentence; null where it can.</summary>
    public static string? Problem(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return "It is no https address.";
        if (address.UserInfo.Length > 0)
            return "It holds a user name or password.";
        if (address.PathAndQuery != "/" || address.Fragment.Length > 0)
            return "It has a path or query; only scheme, host and port can be given.";
        return address.Scheme == "http" && !address.IsLoopback
            ? "It is http and not this machine: what AWS answers could be changed on the way. Use https."
            : null;
    }
}
