using Microsoft.Playwright;
using PolicyEval.Testing;

namespace PolicyEval.Browser.Tests;

/// <summary>A report in the browser, with what the browser said and asked for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBrowserContext _context;

    private OpenReport(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What stands in the browser's console.</summary>
    public List<string> Console { get; } = [];

    /// <summary>The addresses that the browser got.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenReport> OpenAsync(IBrowserContext context, string html)
    {
        var report = new OpenReport(context, await context.NewPageAsync());
        report.Page.Console += (_, message) => report.Console.Add(message.Text);
        report.Page.PageError += (_, error) => report.Console.Add(error);
        report.Page.Request += (_, request) => report.Requests.Add(request.Url);
        await report.Page.GotoAsync(new Uri(report._folder.Write("report.html", html)).AbsoluteUri);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _folder.Dispose();
    }
}
