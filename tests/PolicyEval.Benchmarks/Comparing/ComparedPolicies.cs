using System.Collections.Immutable;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>
/// The policies of cis_v130 that read columns of the credential report and nothing else: what every way decides.
/// </summary>
internal static class ComparedPolicies
{
    /// <summary>The framework.</summary>
    public const string Framework = "cis_v130";

    /// <summary>The policies by name, in the order of their controls.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "root-access-key-absent", "root-mfa-enabled", "root-use", "console-user-mfa", "no-keys-at-initial-setup",
        "credentials-unused", "one-active-access-key", "access-key-rotation",
    ];
}
