using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Checking;

/// <summary>
/// Tells that a diagnostic of a later run is the same one: by its id, its file and the text of its line, without white
/// space at the edges and runs of it as one blank. So it survives lines that are put in or indented anew; what is the
/// same three times over is counted.
/// </summary>
internal sealed partial class DiagnosticFingerprints
{
    /// <summary>The name of the method.</summary>
    public const string Method = "policyevalDiagnostic/v1";

    // Of a line that is megabytes long the beginning tells it apart well enough.
    private const int LineMax = 1000;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the next diagnostic of a run.</summary>
    public string Next(Diagnostic diagnostic, CheckedFile file)
    {
        var line = diagnostic.Location is { Text: { } text, Line: > 0 and var number } && number <= text.LineCount
            ? text.LineText(number)
            : "";
        var whole = $"{Method}\0{diagnostic.Id}\0{file.RelativePath}\0"
            + Blanks().Replace(line[..Math.Min(line.Length, LineMax)].Trim(), " ");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32];
        var count = _seen[hash] = _seen.GetValueOrDefault(hash) + 1;
        return FormattableString.Invariant($"{hash}:{count}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
