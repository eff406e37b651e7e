using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Checking;

/// <summary>What <c>policyeval check</c> has to say.</summary>
public sealed record CheckReport
{
    /// <summary>The version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>How many policies were checked.</summary>
    public required int Policies { get; init; }

    /// <summary>How many frameworks were checked.</summary>
    public required int Frameworks { get; init; }

    /// <summary>Whether settings were checked.</summary>
    public bool HasSettings { get; init; }

    /// <summary>How many waivers were checked.</summary>
    public int Waivers { get; init; }

    /// <summary>The files that were checked, and every other file that a diagnostic cites.</summary>
    public required ImmutableArray<CheckedFile> Files { get; init; }

    /// <summary>What is wrong, in the order to show it.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The exit code of the program.</summary>
    public required int ExitCode { get; init; }
}
