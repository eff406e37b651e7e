using System.Text;
using PolicyEval.Cli.Progress;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Tests.Progress;

public sealed class ProgressLineTests : IDisposable
{
    private readonly MemoryStream _terminal = new();
    private readonly TickingTime _time = new();

    private string Written => Encoding.UTF8.GetString(_terminal.ToArray());

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void A_short_run_shows_nothing()
    {
        using (var progress = Start())
        {
            progress.Show(() => "reading");
            _time.Pass(0.4);
        }

        Assert.Equal("", Written);
    }

    [Fact]
    public void A_long_run_shows_one_line_over_itself_and_wipes_it()
    {
        using (var progress = Start())
        {
            var text = "reading 12";
            progress.Show(() => text);
            _time.Pass(0.5);
            Assert.Equal("\rreading 12", Written);

            _time.Pass(0.3);
            Assert.Equal("\rreading 12", Written);

            text = "done";
            _time.Pass(0.1);
            Assert.Equal("\rreading 12\rdone      ", Written);
        }

        Assert.Equal("\rreading 12\rdone      \r    \r", Written);
    }

    [Fact]
    public void Snapshots_are_counted()
    {
        using var progress = Start();
        var counter = new SnapshotCounter(progress, "reading");
        counter.Expect(3);
        counter.Advance();
        _time.Pass(0.5);

        Assert.Equal("\rreading snapshots: 1 of 3", Written);
    }

    [Fact]
    public void Whatever_else_is_written_ends_it()
    {
        using var progress = Start();
        progress.Show(() => "reading");
        _time.Pass(0.5);
        using var stream = new ProgressStream(_terminal, progress);
        stream.Write("warning\n"u8);
        _time.Pass(5);
        progress.End();

        Assert.Equal("\rreading\r       \rwarning\n", Written);
    }

    [Fact]
    public void It_fits_the_terminal_and_holds_no_control_character()
    {
        using var progress = Start(width: 12);
        progress.Show(() => "a\u001b[2J and so on");
        _time.Pass(0.5);

        Assert.Equal("\ra\\u{1b}[...", Written);
    }

    [Fact]
    public void Nobody_watches_where_nothing_ticks()
    {
        using var progress = new ProgressLine(_terminal, ReportStyle.Plain, time: null);
        progress.Show(() => "reading");
        progress.End();

        Assert.Equal("", Written);
    }

    private ProgressLine Start(int width = 80) => new(_terminal, new ReportStyle(width, Color: false), _time);
}
