using System.Text;
using System.Text.Json;
using CsCheck;
using NJsonSchema;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Overrides;
using PolicyEval.Evaluation.Schemas;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>Editors, which go by the schema, and the program say the same about a document.</summary>
public sealed class DocumentSchemaTests
{
    /// <summary>What the reader says about the shape of a document: the schema must say so too.</summary>
    private static readonly string[] ShapeIds =
    [
        "PE3020", "PE3021", "PE3022", "PE3023", "PE3024", "PE3025", "PE3026", "PE3027", "PE3029", "PE3032", "PE3033",
        "PE3035", "PE3040", "PE3044", "PE3045", "PE3084", "PE4051",
    ];

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(DocumentSchema.Write()).Result;

    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    public static TheoryData<string> Kinds => ["Policy", "Framework", "Waiver", "Settings", "PolicyTests"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_forms_allow_is_accepted_by_both(string kind) =>
        RandomDocument.Of(FormOf(kind)).Sample(
            document =>
            {
                Assert.Empty(Schema.Validate(YamlJson.Of(document.ToString())));
                Assert.DoesNotContain(Read(kind, document.ToString()), d => ShapeIds.Contains(d.Id) || d.Id == "PE3030");
            },
            iter: 500, print: document => document.ToString());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void After_one_change_both_refuse_or_both_accept(string kind) =>
        Gen.Select(RandomDocument.Of(FormOf(kind)), Gen.Int[0, int.MaxValue - 1], Mutation.Of).Sample(
            document =>
            {
                var yaml = document.ToString();
                var errors = Read(kind, yaml).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).ToArray();
                var isRefused = Schema.Validate(YamlJson.Of(yaml)).Count > 0;
                if (isRefused)
                    Assert.NotEmpty(errors);
                else
                    Assert.Empty(errors.Intersect(ShapeIds));
            },
            iter: 2_000, print: document => document.ToString());

    public static TheoryData<string> Published =>
    [
        .. new[] { "policies", "snapshots" }
            .SelectMany(room =>
                Directory.EnumerateFiles(Repository.PathOf(room), "*.yaml", SearchOption.AllDirectories))
            .Select(Repository.RelativeTo),
    ];

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_bundled_document_is_valid(string path) =>
        Assert.All(
            File.ReadAllText(Repository.PathOf(path)).Split("\n---\n"),
            document => Assert.Empty(Schema.Validate(YamlJson.Of(document))));

    [Fact]
    public void Every_key_has_a_sentence_to_show_on_hovering() =>
        Assert.All(Keys(), key =>
        {
            Assert.EndsWith(".", key.Documentation, StringComparison.Ordinal);
            Assert.False(char.IsLower(key.Documentation[0]), key.Documentation);
        });

    [Fact]
    public void Every_example_is_valid_where_it_stands()
    {
        using var schema = JsonDocument.Parse(DocumentSchema.Write());
        var examples = Nodes(schema.RootElement)
            .Where(node => node.ValueKind == JsonValueKind.Object && node.TryGetProperty("examples", out _)).ToArray();

        Assert.NotEmpty(examples);
        Assert.All(examples, node =>
        {
            var own = JsonSchema.FromJsonAsync(node.GetRawText()).Result;
            Assert.Empty(own.Validate(node.GetProperty("examples")[0].GetRawText()));
        });
    }

    private static MappingForm FormOf(string kind) => DocumentSchema.Kinds.Single(k => k.Kind == kind).Whole;

    private static IReadOnlyCollection<Diagnostic> Read(string kind, string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceFile("t.yaml", "t.yaml", Encoding.UTF8.GetBytes(yaml));
        if (kind == SettingsForm.Document.Kind)
            return [.. new SettingsLibraryReader(Bundled).Read([source]).Diagnostics];
        if (kind == WaiverForm.Document.Kind)
            return [.. new WaiverLibraryReader(Bundled).Read([source]).Diagnostics];
        if (kind != TestForm.Document.Kind)
        {
            new LibraryReader(diagnostics, LibraryScope.OwnOnly).Read([source]);
            return [.. diagnostics];
        }
        var file = DocumentFile.Read(source, [TestForm.Document], diagnostics)!;
        foreach (var head in file.Documents)
            TestReader.Read(file.File, head, Bundled);
        return [.. diagnostics];
    }

    private static IEnumerable<KeyForm> Keys() => DocumentSchema.Kinds.SelectMany(kind => Keys(kind.Whole));

    private static IEnumerable<KeyForm> Keys(ValueForm form) => form switch
    {
        MappingForm mapping => mapping.Keys.SelectMany(key => Keys(key.Value).Prepend(key)),
        ListForm list => Keys(list.Item),
        OneOrManyForm many => Keys(many.Item),
        EntriesForm entries => Keys(entries.Value),
        _ => [],
    };

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property => Nodes(property.Value)).Prepend(node),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Nodes),
        _ => [],
    };
}
