using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Sarif;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// What the user may choose of single formats, for every command that writes reports of an evaluation.
/// </summary>
internal sealed class FormatOptions
{
    private const string Full = "full";
    private const string Github = "github";

    private readonly Option<string?> _sarifProfile = CommonOptions.One(
        "--sarif-profile", "NAME", "What a SARIF log holds: full, or github, which is failures that no waiver covers, "
        + "at their policies [default: full].");

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_sarifProfile];

    /// <summary>What the user chose.</summary>
    /// <exception cref="UsageException">There is no such choice.</exception>
    public ReportOptions Of(ParseResult result) => new()
    {
        SarifProfile = ProfileOf(result.GetValue(_sarifProfile)),
    };

    private static SarifProfile ProfileOf(string? name) => name switch
    {
        null or Full => SarifProfile.Full,
        Github => SarifProfile.Github,
        _ => throw UsageException.Unknown(UsageDescriptors.UnknownSarifProfile, name, [Full, Github]),
    };
}
