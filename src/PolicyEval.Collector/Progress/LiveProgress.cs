using System.Diagnostics;
using PolicyEval.Collector.Terminals;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicyEval.Collector.Progress;

/// <summary>
/// On a terminal: finished accounts as lines that stay, and below them a line for each account that is being collected,
/// which goes when it is done.
/// </summary>
internal sealed class LiveProgress : ICollectionProgress
{
    private readonly Lock _lock = new();
    private readonly IAnsiConsole _console;
    private readonly int _linesMax;
    private readonly SortedDictionary<string, string> _running = new(StringComparer.Ordinal);
    private LiveDisplayContext? _display;
    private int _expected;
    private int _ended;

    public LiveProgress(TextWriter output, TerminalStyle style)
    {
        _console = LiveOutput.Console(output, style);
        _linesMax = Math.Max(1, style.Height - 3);
    }

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> work) =>
        _console.Live(new Text("")).AutoClear(true).StartAsync(async display =>
        {
            lock (_lock)
                _display = display;
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                lock (_lock)
                    _display = null;
            }
        });

    /// <inheritdoc/>
    public void Expect(int accounts)
    {
        lock (_lock)
        {
            _expected = accounts;
            Refresh();
        }
    }

    /// <inheritdoc/>
    public void Stage(string account, string stage)
    {
        lock (_lock)
        {
            _running[account] = stage;
            Refresh();
        }
    }

    /// <inheritdoc/>
    public void Done(string account)
    {
        lock (_lock)
        {
            _running.Remove(account);
            Refresh();
        }
    }

    /// <inheritdoc/>
    public void End(AccountOutcome outcome)
    {
        lock (_lock)
        {
            _running.Remove(outcome.Account);
            _ended++;
            foreach (var line in OutcomeText.Lines(outcome))
                _console.Write(new Text(line + "\n", StyleOf(outcome.Kind)));
            Refresh();
        }
    }

    private void Refresh()
    {
        if (_display is null)
            return;

        // Text, not Markup: brackets in a name are brackets.
        var lines = new List<IRenderable>();
        foreach (var (account, stage) in _running.Take(_linesMax))
            lines.Add(Line($"{account}  {stage}", Style.Plain));
        if (_running.Count > _linesMax)
            lines.Add(Line($"and {_running.Count - _linesMax} more", Style.Plain));
        if (_expected > 1)
            lines.Add(Line($"{_ended} of {_expected} accounts done", new Style(decoration: Decoration.Dim)));
        _display.UpdateTarget(new Rows(lines));
    }

    private static Text Line(string text, Style style) =>
        new(TerminalText.Of(text), style) { Overflow = Overflow.Ellipsis };

    private static Style StyleOf(AccountOutcomeKind kind) => kind switch
    {
        AccountOutcomeKind.Complete => new Style(Color.Green),
        AccountOutcomeKind.Incomplete => new Style(Color.Olive),
        AccountOutcomeKind.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        AccountOutcomeKind.Cancelled or AccountOutcomeKind.NotStarted => new Style(decoration: Decoration.Dim),
        _ => throw new UnreachableException($"{kind}"),
    };
}
