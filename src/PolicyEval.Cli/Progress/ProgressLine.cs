using System.Text;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Progress;

/// <summary>
/// How far a long run is, in one line of a terminal that is written over itself. It comes after half a second, and is
/// wiped for good before anything else is written there: whoever is told a result needs no progress.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Stream _terminal;
    private readonly int _width;
    private readonly ITimer? _timer;
    private Func<string> _text = () => "";
    private string _shown = "";
    private bool _hasEnded;

    /// <summary>Starts to wait.</summary>
    /// <param name="terminal">Where to; stays open.</param>
    /// <param name="style">How wide it is.</param>
    /// <param name="time">What ticks; null where nobody watches, and nothing is ever written.</param>
    public ProgressLine(Stream terminal, ReportStyle style, TimeProvider? time)
    {
        _terminal = terminal;
        _width = style.Width - 1;
        _timer = time?.CreateTimer(_ => Draw(), state: null, FirstAfter, AgainAfter);
    }

    /// <summary>Says what is going on from now on.</summary>
    /// <param name="text">A few words; asked for again and again, on another thread.</param>
    public void Show(Func<string> text)
    {
        lock (_lock)
            _text = text;
    }

    /// <summary>Wipes the line; it never comes back.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_hasEnded)
                return;
            _hasEnded = true;
            if (_shown.Length > 0)
                Write($"\r{new string(' ', _shown.Length)}\r");
        }

        _timer?.Dispose();
    }

    /// <summary>The same.</summary>
    public void Dispose() => End();

    private void Draw()
    {
        lock (_lock)
        {
            var text = _hasEnded ? _shown : TextLayout.Shorten(SafeText.Of(_text()), _width);
            if (text == _shown)
                return;
            Write($"\r{text.PadRight(_shown.Length)}");
            _shown = text;
        }
    }

    private void Write(string text)
    {
        _terminal.Write(Encoding.UTF8.GetBytes(text));
        _terminal.Flush();
    }
}
