using System.Globalization;

namespace PolicyEval.Benchmarks.Children;

/// <summary>What a child process says of its run.</summary>
/// <param name="Opening">How long opening took.</param>
/// <param name="Evaluating">How long the rest took.</param>
/// <param name="PeakBytes">The most memory that it had.</param>
/// <param name="OutputBytes">What it wrote.</param>
/// <param name="Findings">How many findings there were.</param>
internal sealed record ChildResult(
    TimeSpan Opening, TimeSpan Evaluating, long PeakBytes, long OutputBytes, long Findings)
{
    /// <summary>How long all took, from the path to the last byte.</summary>
    public TimeSpan Wall => Opening + Evaluating;

    /// <summary>The line that a child writes.</summary>
    public string ToLine() => FormattableString.Invariant(
        $"{Opening.Ticks} {Evaluating.Ticks} {PeakBytes} {OutputBytes} {Findings}");

    /// <summary>Reads that line.</summary>
    public static ChildResult Parse(string line)
    {
        var numbers = line.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new ChildResult(
            TimeSpan.FromTicks(numbers[0]), TimeSpan.FromTicks(numbers[1]), numbers[2], numbers[3], numbers[4]);
    }
}
