using PolicyEval.Evaluation.Tests.Support;

namespace PolicyEval.Evaluation.Tests.Library;

/// <summary>The catalogue in <c>policies/README.md</c> is made from the files.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void The_readme_has_every_policy_and_framework() =>
        ReadmePart.Check("catalogue", "catalogue", CatalogueText.Of(PolicyLibrary.Load()));

    [Fact]
    public void It_names_parameters_reasons_and_controls()
    {
        var text = CatalogueText.Of(PolicyLibrary.Load());

        Assert.Contains(
            "\n| `root-use` | Ensure the root user is not used for daily work | medium | ",
            text, StringComparison.Ordinal);
        Assert.Contains(" `windowDays` (90) ", text, StringComparison.Ordinal);
        Assert.Contains("\n| `root-use` | 1.1 | 1.7 | ", text, StringComparison.Ordinal);
    }
}
