using System.Text;
using PolicyEval.Evaluation.Library;

namespace PolicyEval.Evaluation.Tests.Library;

public sealed class BundledPoliciesTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    [Fact]
    public void All_bundled_documents_load_without_a_diagnostic()
    {
        Assert.Equal("", string.Join("\n", Bundled.Diagnostics));
        Assert.True(Bundled.Policies.Length >= 23);
        Assert.Equal(16, Bundled.Frameworks.Length);
    }

    /// <summary>So that a run finds the file of a name without reading the others.</summary>
    [Fact]
    public void A_bundled_file_holds_one_document_and_is_called_like_it()
    {
        Assert.All(BundledFiles.Read(FileKind.Policies), file =>
            Assert.Single(Encoding.UTF8.GetString(file.Bytes).Split('\n'), line => line.StartsWith("kind:", StringComparison.Ordinal)));
        Assert.All(Bundled.Policies, policy => Assert.Equal($"policies/iam/{policy.Name}.yaml", policy.File.Text.Path));
        Assert.All(
            Bundled.Frameworks, f => Assert.Equal($"policies/frameworks/{f.Name}.yaml", f.File.Text.Path));
        Assert.Equal(BundledDocuments.Policies.Names, Bundled.Policies.Select(policy => policy.Name));
        Assert.Equal(BundledDocuments.Frameworks.Names, Bundled.Frameworks.Select(framework => framework.Name));
    }
}
