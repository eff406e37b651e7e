using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PolicyEval.Reporting.Tests.Oscal;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Matrix;

/// <summary>The formats whose standard has a schema, and what reads them by it.</summary>
internal static class OfficialSchemas
{
    public const string Folder = "schemas";

    private const string JUnit = $"{Folder}/junit/jenkins-junit-10.xsd";
    private const string Sarif = $"{Folder}/sarif/sarif-schema-2.1.0.json";
    private const string Oscal = $"{Folder}/oscal/oscal_assessment-results_schema.json";
    private const string Ocsf = $"{Folder}/ocsf/compliance_finding-1.5.0.assembled.draft07.schema.json";
    private const string Asff = $"{Folder}/asff/asff-AwsSecurityFinding.assembled.schema.json";

    /// <summary>By the name of the variant.</summary>
    public static ImmutableSortedDictionary<string, Func<WrittenReport, Task>> Readers { get; } =
        new Dictionary<string, Func<WrittenReport, Task>>
        {
            ["junit"] = ReadJUnit,
            ["sarif"] = report => ReadWhole(Sarif, report),
            ["sarif-github"] = report => ReadWhole(Sarif, report),
            ["oscal"] = ReadOscal,
            ["ocsf"] = report => ReadEach(Ocsf, report.Text.Split('\n')[..^1]),
            ["asff"] = report => ReadEach(
                Asff, JsonNode.Parse(report.Text)!.AsArray().Select(finding => finding!.ToJsonString())),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Task ReadJUnit(WrittenReport report)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(Repository.Shared!, JUnit));
        using var stream = new MemoryStream(report.Bytes);
        var problems = new List<string>();
        XDocument.Load(XmlReader.Create(stream)).Validate(schemas, (_, e) => problems.Add(e.Message));
        Assert.Empty(problems);
        return Task.CompletedTask;
    }

    private static async Task ReadOscal(WrittenReport report)
    {
        await ReadWhole(Oscal, report);
        OscalReferences.AssertWhole(report.Text);
    }

    private static async Task ReadWhole(string path, WrittenReport report) =>
        Assert.Empty((await SharedSchema.Of(path)).Validate(report.Text));

    private static async Task ReadEach(string path, IEnumerable<string> documents)
    {
        var schema = await SharedSchema.Of(path);
        foreach (var document in documents)
            Assert.Empty(schema.Validate(document));
    }
}
