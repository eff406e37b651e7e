using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Browser.Tests;

/// <summary>The HTML report in a real browser.</summary>
public sealed class HtmlReportTests(Chromium browser) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task It_says_nothing_to_the_console_and_asks_for_nothing()
    {
        foreach (var name in (string[])["Empty", "Hostile", "Errors", "Gated", "Few"])
        {
            await using var report = await browser.OpenAsync(Sample.Named(name).Write("html"));
            await report.Page.FillAsync("#text", "user");

            Assert.Empty(report.Console);
            Assert.Single(report.Requests);
        }
    }

    [BrowserFact]
    public async Task Hostile_names_are_text()
    {
        await using var report = await browser.OpenAsync(Sample.Hostile.Write("html"));

        Assert.Equal(0, await report.Page.Locator("b").CountAsync());
        Assert.Contains("<b>", await report.Page.Locator("main").InnerTextAsync());
        Assert.Equal(0, await report.Page.Locator("a[href^=javascript]").CountAsync());
    }

    [BrowserFact]
    public async Task Without_scripts_all_of_it_can_be_read()
    {
        await using var report = await browser.OpenAsync(
            Sample.Normal.Write("html"), new BrowserNewContextOptions { JavaScriptEnabled = false });

        Assert.False(await report.Page.Locator("#filter").IsVisibleAsync());
        var findings = report.Page.Locator("article.finding");
        Assert.Equal(14, await findings.CountAsync());
        Assert.True(await findings.First.IsVisibleAsync());
        await report.Page.Locator("details.trace summary").First.ClickAsync();
        Assert.True(await report.Page.Locator("table.tree").First.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Search_and_filter_show_what_is_asked_for()
    {
        await using var report = await browser.OpenAsync(Sample.Normal.Write("html"));
        var page = report.Page;

        await page.FillAsync("#text", "user-03");
        Assert.Equal(["user-03"], await ShownAsync(page));
        Assert.Equal("0 of 6 controls and 1 findings shown", await page.Locator("#shown").InnerTextAsync());

        await page.FillAsync("#text", "");
        foreach (var outcome in new[] { "fail", "pass", "not_applicable", "manual", "not_assessed", "error" })
            await page.Locator($"input[value={outcome}]").UncheckAsync();
        Assert.Equal(["odd"], await ShownAsync(page));

        foreach (var outcome in new[] { "fail", "pass", "not_applicable", "manual", "not_assessed", "error" })
            await page.Locator($"input[value={outcome}]").CheckAsync();
        Assert.Equal(14, (await ShownAsync(page)).Count);
    }

    [BrowserFact]
    public async Task It_keeps_the_rules_of_accessibility()
    {
        var looks = new[]
        {
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Light },
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark },
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 800 } },
        };
        foreach (var look in looks)
        {
            foreach (var name in (string[])["Hostile", "Gated", "Few"])
            {
                await using var report = await browser.OpenAsync(Sample.Named(name).Write("html"), look);
                await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

                var result = await report.Page.RunAxe();

                Assert.True(result.Violations.Length == 0, $"{name}: " + string.Join('\n', result.Violations.SelectMany(
                    violation => violation.Nodes.Take(3).Select(node => $"{violation.Id}: {node.Html}"))));
            }
        }
    }

    [BrowserFact]
    public async Task A_narrow_page_does_not_scroll_sideways()
    {
        await using var report = await browser.OpenAsync(
            Sample.Named("Few").Write("html"), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 800 } });

        Assert.Empty(await report.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body, body *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 200))"));
        Assert.True(await report.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [BrowserFact]
    public async Task On_paper_each_page_has_the_digest_and_nothing_is_folded()
    {
        await using var report = await browser.OpenAsync(Sample.Normal.Write("html"));

        var pdf = await report.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        var pages = document.GetPages().Select(page => page.Text).ToList();
        Assert.True(pages.Count > 3);
        Assert.All(pages, text => Assert.Contains(Sample.Digest, text));
        Assert.Contains(pages, text => text.Contains("decided before", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Ten_thousand_findings_open_in_less_than_two_seconds()
    {
        await using var report = await browser.OpenAsync(Many(10_000).Write("html"));

        Assert.InRange(await report.ProcessorTimeAsync(), 0.1, 2);
        Assert.Equal(10_000, await report.Page.Locator("article.finding").CountAsync());
    }

    /// <summary>A result with so many failures.</summary>
    private static Sample Many(int count)
    {
        var failure = Sample.Normal.Findings.First(f => f.Outcome == Outcome.Fail && f.Policy == "user-mfa");
        return Sample.Normal with
        {
            Findings =
            [
                .. Enumerable.Range(0, count).Select(i => failure with
                {
                    Resource = failure.Resource with { Id = $"user-{i:00000}" },
                    Waiver = null,
                }),
            ],
        };
    }

    private static async Task<IReadOnlyList<string>> ShownAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('article.finding')].filter(f => f.checkVisibility()).map(f => f.querySelector('h4').firstChild.textContent.trim())");
}
