using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>One thing that was found (SARIF 2.1.0, 3.27).</summary>
/// <param name="Rule">The index of its rule among the rules of the run.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Message">Sentences for people, safe to show.</param>
/// <param name="Place">Where.</param>
internal sealed record SarifResult(int Rule, SarifLevel Level, string Message, SarifPlace Place)
{
    /// <summary>
    /// What tells that a result of a later run is this one, by the name of the method: the version of a method is part
    /// of its name.
    /// </summary>
    public required ImmutableArray<(string Method, string Value)> Fingerprints { get; init; }

    /// <summary>The text that mends it in the place of its region, or null.</summary>
    public string? Replacement { get; init; }
}
