using System.Text.Json.Nodes;
using PolicyEval.Reporting.Catalogues;
using PolicyEval.Reporting.Words;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Catalogues;

public sealed class CatalogueTests
{
    [Fact]
    public void Coverage_of_one_framework_has_every_control_with_its_title() =>
        Snapshot.Match(CatalogueSample.Console(terminal => CoverageConsole.Write(terminal, CatalogueSample.Of())));

    [Fact]
    public void Coverage_of_several_frameworks_names_every_control_once()
    {
        var catalogue = CatalogueSample.Bundled();

        var text = CatalogueSample.Console(terminal => CoverageConsole.Write(terminal, catalogue));

        // A control may be decided by several policies; what is open stands under what it needs.
        var open = text[text.IndexOf("\nManual: ", StringComparison.Ordinal)..].Split([' ', ',', '\n']);
        Assert.All(
            catalogue.Frameworks.SelectMany(f => f.Controls.Where(c => c.Policies.IsEmpty).Select(c => $"{f.Name}/{c.Id}")),
            name => Assert.Single(open, name));
        Assert.All(
            catalogue.Frameworks.SelectMany(f => f.Controls.Where(c => !c.Policies.IsEmpty).Select(c => $"{f.Name}/{c.Id}")),
            name => Assert.DoesNotContain(name, open));
    }

    [Fact]
    public void A_framework_is_listed_with_what_decides_and_what_is_needed() =>
        Snapshot.Match(CatalogueSample.Console(terminal =>
            FrameworkConsole.Write(terminal, CatalogueSample.Of().Frameworks[0])));

    [Fact]
    public void The_document_for_programs() => Snapshot.Match(CatalogueSample.Json(CatalogueSample.Of(CatalogueSample.Own)));

    [Fact]
    public void Counts_are_those_of_the_controls()
    {
        var json = JsonNode.Parse(CatalogueSample.Json(CatalogueSample.Bundled()))!;

        foreach (var framework in json["frameworks"]!.AsArray())
        {
            foreach (var word in new[] { "decided", "manual", "needs_evidence" })
            {
                var count = framework!["controls"]!.AsArray().Count(c => c!["coverage"]!.GetValue<string>() == word);
                Assert.Equal(count, framework["counts"]![word]!.GetValue<int>());
                Assert.Equal(
                    count, framework["sections"]!.AsArray().Sum(section => section!["counts"]![word]!.GetValue<int>()));
            }
            Assert.Equal(framework!["controls"]!.AsArray().Count, framework["counts"]!["total"]!.GetValue<int>());
        }
    }

    /// <summary>Commands keep their lines: they are there to copy.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(133)]
    public void No_line_but_a_command_is_wider_than_the_terminal(int width)
    {
        var style = new ReportStyle(width, Color: false);
        var text = CatalogueSample.Console(
            terminal =>
            {
                CoverageConsole.Write(terminal, CatalogueSample.Bundled());
                CoverageConsole.Write(terminal, CatalogueSample.Of());
                FrameworkConsole.Write(terminal, CatalogueSample.Of().Frameworks[0]);
            },
            style);

        Assert.All(
            text.Split('\n').Where(line => !line.StartsWith("  $ ", StringComparison.Ordinal)
                && !line.StartsWith("  SHA-256 ", StringComparison.Ordinal)),
            line => Assert.InRange(TextLayout.WidthOf(line), 0, width));
    }

    [Fact]
    public void Names_cannot_paint_the_terminal()
    {
        var hostile = CatalogueSample.Of(CatalogueSample.Own
            .Replace("Keys are young", "\"\\e[31mred\"", StringComparison.Ordinal)
            .Replace("section: Keys", "section: \"\\u202eback\"", StringComparison.Ordinal));

        var text = CatalogueSample.Console(terminal => CoverageConsole.Write(terminal, hostile))
            + CatalogueSample.Console(terminal => FrameworkConsole.Write(terminal, hostile.Frameworks[0]));

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotContain('\u202e', CatalogueSample.Json(hostile));
    }
}
