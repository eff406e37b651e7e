using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Overrides;

/// <summary>What settings change in one policy. Immutable.</summary>
internal sealed record Override
{
    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>Where that stands.</summary>
    public required Location Location { get; init; }

    /// <summary>The accounts as they are named, or as their units have them; null for all.</summary>
    public required ImmutableArray<NamePattern>? Accounts { get; init; }

    /// <summary>Whether the accounts come from units.</summary>
    public bool IsOfUnits { get; init; }

    /// <summary>What tells these accounts from those of another override, as it is written.</summary>
    public required string Target { get; init; }

    /// <summary>The severity, or null where it stays.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Where the severity stands.</summary>
    public Location SeverityLocation { get; init; } = Location.None;

    /// <summary>The parameters, in the order of the file.</summary>
    public ImmutableArray<ControlParam> Params { get; init; } = [];

    /// <summary>What of an account it is for; null where it is not for it at all.</summary>
    public OverrideScope? ScopeFor(string account)
    {
        if (Accounts is not { } accounts)
            return OverrideScope.General;
        var fits = accounts.Where(pattern => pattern.Matches(account)).ToArray();
        if (fits.Length == 0)
            return null;
        return IsOfUnits ? OverrideScope.Unit
            : fits.Any(pattern => pattern.IsExact) ? OverrideScope.Account
            : OverrideScope.Pattern;
    }
}
