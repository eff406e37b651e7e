namespace PolicyEval.Evaluation.Tests.Library;

public sealed class BundledPoliciesTests
{
    [Fact]
    public void All_bundled_documents_load_without_a_diagnostic()
    {
        var library = PolicyLibrary.Load();
        Assert.Equal("", string.Join("\n", library.Diagnostics));
        Assert.True(library.Policies.Length >= 8);
        Assert.Equal("cis_v130", Assert.Single(library.Frameworks).Name);
        Assert.Equal(55, library.Frameworks[0].Controls.Length);
    }
}
