using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Csv;
using PolicyEval.Reporting.Sarif;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>A format as it is by default, or with a choice that changes what is written.</summary>
/// <param name="Name">Its name in tests.</param>
/// <param name="Format">The format.</param>
/// <param name="Options">What is chosen.</param>
internal sealed record ReportVariant(string Name, string Format, ReportOptions Options)
{
    /// <summary>The name of the result of very many findings; the others are those of <see cref="Sample.Named"/>.</summary>
    public const string Large = "Large";

    /// <summary>Every format, and its other views.</summary>
    public static ImmutableArray<ReportVariant> All { get; } =
    [
        .. ReportFormats.All.Select(format => new ReportVariant(format.Name, format.Name, ReportOptions.Default)),
        new("csv-controls", "csv", new ReportOptions { CsvView = CsvView.Controls, CsvMark = true }),
        new("sarif-github", "sarif", new ReportOptions { SarifProfile = SarifProfile.Github }),
    ];

    public static ReportVariant Named(string name) => All.Single(variant => variant.Name == name);

    /// <summary>Writes the report of a sample.</summary>
    public WrittenReport Write(string sample)
    {
        if (sample != Large)
            return Write(Sample.Named(sample));
        using var stream = new MemoryStream();
        LargeSample.Write(Format, stream, Options);
        return new WrittenReport(this, stream.ToArray(), LargeSample.Count, LargeSample.Footer);
    }

    /// <summary>Writes the report of a result.</summary>
    public WrittenReport Write(Sample sample, ReportStyle? style = null) =>
        new(this, sample.WriteBytes(Format, style, Options), Lines(sample.Findings), sample.Footer);

    private static int Lines(ImmutableArray<Finding> findings) =>
        findings.Sum(finding => Math.Max(1, finding.Controls.Length));
}
