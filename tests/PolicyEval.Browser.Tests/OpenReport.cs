using Microsoft.Playwright;
using PolicyEval.Testing;

namespace PolicyEval.Browser.Tests;

/// <summary>A report in the browser, with what the browser said and asked for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBrowserContext _context;
    private readonly ICDPSession _measure;

    private OpenReport(IBrowserContext context, IPage page, ICDPSession measure) =>
        (_context, Page, _measure) = (context, page, measure);

    public IPage Page { get; }

    /// <summary>What stands in the browser's console.</summary>
    public List<string> Console { get; } = [];

    /// <summary>The addresses that the browser got.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The processor time that the page has taken so far, in seconds: a busy machine does not change it.</summary>
    public async Task<double> ProcessorTimeAsync()
    {
        var metrics = await _measure.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    public static async Task<OpenReport> OpenAsync(IBrowserContext context, string html)
    {
        var page = await context.NewPageAsync();
        var measure = await context.NewCDPSessionAsync(page);
        await measure.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        var report = new OpenReport(context, page, measure);
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
