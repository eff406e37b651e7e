using Microsoft.Playwright;
using PolicyEval.Reporting.Tests.Samples;
using PolicyEval.Testing;

namespace PolicyEval.Browser.Tests;

/// <summary>The pictures of the README: the same sample in four looks, to be looked at by a person.</summary>
public sealed class ScreenshotTests(Chromium browser) : IClassFixture<Chromium>
{
    [ScreenshotFact]
    public async Task The_pictures_of_the_README_are_written()
    {
        var folder = Repository.PathOf("tests", "PolicyEval.Browser.Tests", "Pictures");
        Directory.CreateDirectory(folder);
        var looks = new (string Name, BrowserNewContextOptions Options, Media Media)[]
        {
            ("light", Of(1100, 900, ColorScheme.Light), Media.Screen),
            ("dark", Of(1100, 900, ColorScheme.Dark), Media.Screen),
            ("narrow", Of(400, 900, ColorScheme.Light), Media.Screen),
            ("print", Of(800, 1100, ColorScheme.Light), Media.Print),
        };
        var html = RepositorySample.Write("neglected", "html");
        foreach (var (name, options, media) in looks)
        {
            await using var report = await browser.OpenAsync(html, options);
            await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
            await report.Page.Locator("#cis_v130-1\\.14 details.trace summary").First.ClickAsync();
            await report.Page.Locator("#cis_v130-1\\.14").ScrollIntoViewIfNeededAsync();
            await report.Page.Locator("#cis_v130-1\\.14").EvaluateAsync("section => section.scrollIntoView()");
            await report.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    private static BrowserNewContextOptions Of(int width, int height, ColorScheme scheme) => new()
    {
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
