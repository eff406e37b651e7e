using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>
/// Every format is read by something else than what wrote it, for a result without findings, a normal one, one of very
/// many findings and one of hostile names: by the schema of its standard, or where there is none by another program's
/// reader.
/// </summary>
public sealed class FormatMatrixTests
{
    private static readonly string[] Samples = ["Empty", "Normal", ReportVariant.Large, "Hostile"];

    public static TheoryData<string, string> Official => Rows(OfficialSchemas.Readers.Keys);

    public static TheoryData<string, string> Others => Rows(OtherReaders.Readers.Keys);

    [SharedTheory(OfficialSchemas.Folder)]
    [MemberData(nameof(Official))]
    public Task Its_official_schema_holds(string variant, string sample) =>
        OfficialSchemas.Readers[variant](ReportVariant.Named(variant).Write(sample));

    [Theory]
    [MemberData(nameof(Others))]
    public Task Another_reader_takes_it(string variant, string sample) =>
        OtherReaders.Readers[variant](ReportVariant.Named(variant).Write(sample));

    [Fact]
    public void Every_format_has_a_reader() => Assert.All(ReportVariant.All, variant => Assert.True(
        OfficialSchemas.Readers.ContainsKey(variant.Name) || OtherReaders.Readers.ContainsKey(variant.Name),
        $"Nothing reads {variant.Name}: add its schema to OfficialSchemas, or another reader to OtherReaders."));

    private static TheoryData<string, string> Rows(IEnumerable<string> variants)
    {
        var rows = new TheoryData<string, string>();
        foreach (var variant in variants)
        {
            foreach (var sample in Samples)
                rows.Add(variant, sample);
        }

        return rows;
    }
}
