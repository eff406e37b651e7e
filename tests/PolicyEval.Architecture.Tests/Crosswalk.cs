using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// Which control of each version of the CIS benchmark a policy decides, and with which parameters: written down a
/// second time, so that a slip in one of ten files shows.
/// </summary>
internal static class Crosswalk
{
    public static readonly ImmutableArray<string> Versions =
    [
        "cis_v120", "cis_v130", "cis_v140", "cis_v150", "cis_v200", "cis_v300", "cis_v400", "cis_v500", "cis_v600", "cis_v700",
    ];

    /// <summary>A concept, its policy, the control in each version (- for none), and its parameters in each.</summary>
    public static readonly ImmutableArray<CrosswalkRow> Rows =
    [
        new("C4", "root-access-key-absent", "1.12 1.4 1.4 1.4 1.4 1.4 1.4 1.3 2.3 2.4", _ => "inactiveKey=fail"),
        new("C5", "root-mfa-enabled", "1.13 1.5 1.5 1.5 1.5 1.5 1.5 1.4 2.4 2.5",
            v => v >= 500 ? "credentialless=pass" : "credentialless=not_applicable"),
        new("C6", "root-hardware-mfa", "1.14 1.6 1.6 1.6 1.6 1.6 1.6 1.5 2.5 2.6",
            v => v >= 500 ? "credentialless=pass" : "credentialless=not_applicable"),
        new("C7", "root-use", "1.1 1.7 1.7 1.7 1.7 1.7 1.7 1.6 2.6 2.7", _ => "windowDays=90"),
        new("C8", "password-policy-length", "1.9 1.8 1.8 1.8 1.8 1.8 1.8 1.7 2.7 2.8", _ => "minimumLength=14"),
        new("C9", "password-policy-reuse", "1.10 1.9 1.9 1.9 1.9 1.9 1.9 1.8 2.8 2.9", _ => "rememberedPasswords=24"),
        new("C10", "console-user-mfa", "1.2 1.10 1.10 1.10 1.10 1.10 1.10 1.9 2.9 2.10"),
        new("C11", "no-keys-at-initial-setup", "1.21 1.11 1.11 1.11 1.11 1.11 1.11 1.10 2.10 -"),
        new("C12", "credentials-unused", "1.3 1.12 1.12 1.12 1.12 1.12 1.12 1.11 2.11 2.11",
            v => v <= 130 ? "maxAgeDays=90" : "maxAgeDays=45"),
        new("C13", "one-active-access-key", "- 1.13 1.13 1.13 1.13 1.13 1.13 1.12 2.12 -"),
        new("C14", "access-key-rotation", "1.4 1.14 1.14 1.14 1.14 1.14 1.14 1.13 2.13 2.12", _ => "maxAgeDays=90"),
        new("C15", "user-permissions-through-groups", "1.16 1.15 1.15 1.15 1.15 1.15 1.15 1.14 2.14 2.13",
            v => v == 120 ? "countInlinePolicies=false" : "countInlinePolicies=true"),
        new("C16", "no-full-admin-policies", "1.22 1.16 1.16 1.16 1.16 1.16 1.16 1.15 2.15 2.14",
            v => v == 120 ? "onlyAttached=false" : "onlyAttached=true"),
        new("C17", "support-role", "1.20 1.17 1.17 1.17 1.17 1.17 1.17 1.16 2.16 2.15"),
        new("C19", "no-expired-certificates", "- 1.19 1.19 1.19 1.19 1.19 1.19 1.18 2.18 2.17"),
        new("C22", "cloudshell-full-access-restricted", "- - - - 1.22 1.22 1.22 1.21 2.21 2.20"),
        new("C24", "password-policy-uppercase", "1.5 - - - - - - - - -"),
        new("C25", "password-policy-lowercase", "1.6 - - - - - - - - -"),
        new("C26", "password-policy-symbols", "1.7 - - - - - - - - -"),
        new("C27", "password-policy-numbers", "1.8 - - - - - - - - -"),
        new("C28", "password-policy-expiry", "1.11 - - - - - - - - -", _ => "maxAgeDays=90"),
        new("C29", "central-root-access", "- - - - - - - - - 2.1.1"),
    ];

    /// <summary>The policies of a control with their parameters, as the table writes them.</summary>
    public static string TextOf(FrameworkControl control) => string.Join("; ", control.Policies.Select(use =>
        $"{use.Name} {string.Join(" ", use.Params.Select(param => $"{param.Name}={param.Text}"))}".TrimEnd()));
}
