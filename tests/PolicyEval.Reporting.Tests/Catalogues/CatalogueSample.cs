using System.Text;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Reporting.Catalogues;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Catalogues;

/// <summary>A small framework of each sort of control, and the bundled ones.</summary>
internal static class CatalogueSample
{
    public const string Own = """
        apiVersion: policyeval/v1
        kind: Framework
        metadata: { name: own }
        spec:
          title: Our baseline
          version: "1.0"
          controls:
            - id: "A.1"
              title: Keys are young
              section: Keys
              levels: [1, 2]
              assessment: automated
              policies:
                - { name: key-age, params: { maxAgeDays: 30 } }
                - { name: key-count }
            - { id: "A.2", title: Keys are needed, section: Keys, assessment: manual, needs: A person who knows }
            - id: "B.1"
              title: Buckets are closed
              assessment: automated
              needs: |
                The public access block
                of every bucket
              command: |
                aws s3api list-buckets
                aws s3api get-public-access-block --bucket BUCKET
            - id: "B.10"
              title: Buckets are closed for all who are not of the account, which is what this long title says
              assessment: automated
              needs: |
                The public access block
                of every bucket
              command: |
                aws s3api list-buckets
                aws s3api get-public-access-block --bucket BUCKET
        """;

    private const string Policies = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: key-age }
        spec:
          title: Keys are young
          severity: medium
          resource: aws.iam.user
          params:
            maxAgeDays: { type: int, default: 90, minimum: 1, maximum: 3650, description: The greatest age. }
            gentle: { type: bool, default: false }
          validations:
            - expression: params.gentle || asOf - require(user.access_key_1_last_rotated) < days(params.maxAgeDays)
              reason: Old
              message: The key is old.
        ---
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: key-count }
        spec:
          title: There is one key
          severity: low
          resource: aws.iam.user
          validations:
            - { expression: "!user.access_key_2_active", reason: Two, message: There are two. }
        """;

    /// <summary>Of the framework above, or of a hostile one.</summary>
    public static Catalogue Of(string framework = Own)
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.yaml", framework);
        folder.Write("policies.yaml", Policies);
        var library = PolicyLibrary.Load(folder.Path);
        Assert.Empty(library.Diagnostics);
        var own = library.FindFramework("own")!;
        return new Catalogue(
            "0.1.0",
            [.. library.Policies.Where(p => !p.File.IsBundled).Select(p => p with { File = Named(p.File, "policies.yaml") })],
            [own with { File = Named(own.File, "own.yaml") }]);
    }

    /// <summary>Of everything inside the program.</summary>
    public static Catalogue Bundled()
    {
        var library = PolicyLibrary.Load();
        return new Catalogue("0.1.0", library.Policies, library.Frameworks);
    }

    public static string Json(Catalogue catalogue)
    {
        using var stream = new MemoryStream();
        CatalogueJson.Write(stream, catalogue);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Console(Action<TerminalWriter> write, ReportStyle? style = null)
    {
        using var text = new StringWriter();
        write(new TerminalWriter(text, style ?? ReportStyle.Plain));
        return text.ToString();
    }

    private static PolicyFile Named(PolicyFile file, string name) => file with { Origin = name };
}
