using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>A report with what its reader has to find in it.</summary>
/// <param name="Variant">What was written.</param>
/// <param name="Bytes">The report.</param>
/// <param name="Lines">How many findings it is about, one that several controls name counted for each.</param>
/// <param name="Footer">How the run ended.</param>
internal sealed record WrittenReport(ReportVariant Variant, byte[] Bytes, int Lines, RunFooter Footer)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The report as text, where it is one.</summary>
    public string Text => Strict.GetString(Bytes);
}
