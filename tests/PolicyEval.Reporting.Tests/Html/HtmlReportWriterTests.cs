using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PolicyEval.Reporting.Tests.Samples;
using Snapshooter.Xunit;

namespace PolicyEval.Reporting.Tests.Html;

public sealed class HtmlReportWriterTests
{
    [Theory]
    [InlineData("Normal")]
    [InlineData("Hostile")]
    [InlineData("Few")]
    public void It_looks_like_this(string sample) =>
        Snapshot.Match(Sample.Named(sample).Write("html"), Snapshooter.SnapshotNameExtension.Create(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_whole_and_holds_nothing_but_its_own_elements(string sample)
    {
        var page = OwnMarkup.Read(Sample.Named(sample).Write("html"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("thead th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
    }

    /// <summary>Wherever a name may stand, it is shown as it is and does nothing.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("</style><img src=x onerror=alert(1)>")]
    [InlineData("</title><svg onload=alert(1)>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("\" autofocus onfocus=alert(1) x=\"")]
    [InlineData("' onclick='alert(1)")]
    [InlineData("<!--")]
    [InlineData("--><iframe src=//evil.example>")]
    [InlineData("]]><x>")]
    [InlineData("&lt;b&gt;&#x3c;i&#x3e;")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("//evil.example/x")]
    [InlineData("{{constructor.constructor('alert(1)')()}}")]
    [InlineData("<base href=//evil.example><meta http-equiv=refresh content=0>")]
    public void A_name_is_text(string name)
    {
        foreach (var named in (Func<string, Sample>[])[Sample.HostileNamed, OrganizationSample.Named])
        {
            var (page, plain) = (OwnMarkup.Read(named(name).Write("html")), OwnMarkup.Read(named("plain").Write("html")));

            Assert.Equal(plain.All.Select(element => element.LocalName), page.All.Select(element => element.LocalName));
            Assert.Equal(
                plain.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name),
                page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name));
            Assert.Contains(name, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_place_has_one_name_and_every_link_a_place(string sample)
    {
        var page = Parse(sample);

        var names = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(names.Distinct().Count(), names.Count);
        var targets = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Where(href => href[0] == '#');
        Assert.All(targets, target => Assert.Contains(target[1..], names));
    }

    [Fact]
    public void A_control_has_the_same_name_in_every_report() =>
        Assert.NotNull(Parse("Normal").GetElementById("cis_v130-1.4"));

    [Fact]
    public void A_finding_shows_its_cells_with_the_command_and_how_it_came_about()
    {
        var control = Parse("Normal").GetElementById("cis_v130-1.4")!;

        var evidence = control.QuerySelector("ul.evidence li")!;
        Assert.Equal(
            ["credential-report.csv:2:151 access_key_1_active = true", "sed -n 2p credential-report.csv"],
            evidence.Children.Select(cell => cell.TextContent));
        Assert.Equal(4, control.QuerySelectorAll("table.tree tbody tr").Length);
        Assert.Contains("not evaluated: decided before", control.QuerySelector("table.tree")!.TextContent);
        Assert.Contains("No policy limits the root user.", control.TextContent);
    }

    [Fact]
    public void The_policy_of_the_page_allows_its_own_styles_and_script_only()
    {
        var page = Parse("Normal");

        var policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        foreach (var part in page.QuerySelectorAll("style, script"))
        {
            var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(part.TextContent));
            Assert.Contains($"'sha256-{Convert.ToBase64String(digest)}'", policy);
        }

        Assert.StartsWith("default-src 'none'; ", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Fact]
    public void The_organization_is_a_table_whose_cells_lead_to_the_findings()
    {
        var page = Parse("Few");

        var cells = page.QuerySelectorAll("table.map tbody td a");
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.StartsWith("#cis_v130-1.5", cell.GetAttribute("href")));
    }

    [Fact]
    public void Two_writes_are_the_same_whatever_the_culture()
    {
        var one = Sample.Normal.Write("html");
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(one, Sample.Normal.Write("html"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    public static TheoryData<string> Samples() => [.. Sample.Names];

    private static IDocument Parse(string sample) => new HtmlParser().ParseDocument(Sample.Named(sample).Write("html"));
}
