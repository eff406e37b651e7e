using System.Diagnostics;
using System.Globalization;

namespace PolicyEval.Testing.Fuzzing;

/// <summary>
/// Gives random inputs to the product, each from a seed of its own. <c>POLICYEVAL_FUZZ_COUNT</c> is the number of
/// inputs of all fuzzing tests together (50,000 by itself), <c>POLICYEVAL_FUZZ_SEED</c> the seed of the run, and
/// <c>POLICYEVAL_FUZZ_FIRST</c> the number of the first input: with a count of 1 exactly that one runs again.
/// </summary>
/// <param name="name">The name of the test.</param>
/// <param name="percent">
/// How many inputs it gets, in percent of that number: the fuzzing tests share it, the differential test has its own.
/// </param>
/// <param name="make">Makes an input.</param>
public sealed class FuzzRun(string name, int percent, Func<Random, FuzzInput> make)
{
    // The least stack of the systems that the programs run on: the main thread of Windows. What is recursive must be
    // limited by depth so that it fits.
    private const int StackBytes = 1024 * 1024;
    private const int FailuresMax = 20;

    // What an input may compute. On a machine that does other things too it takes longer than that, but not for ever.
    private static readonly TimeSpan ComputesAtMost = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(15);

    private readonly int _seed = Setting("POLICYEVAL_FUZZ_SEED", 20_261_124);
    private readonly int _first = Setting("POLICYEVAL_FUZZ_FIRST", 0);
    private readonly int _count = Math.Max(1, (int)(Setting("POLICYEVAL_FUZZ_COUNT", 50_000) * (long)percent / 100));
    private readonly Dictionary<string, string> _failures = [];
    private (long Bytes, int Number) _largest;
    private (TimeSpan Time, int Number) _slowest;
    private int _accepted;
    private volatile int _number;

    /// <summary>
    /// Runs all inputs and reports numbers. Throws when one of them failed, allocated more than it may, or never
    /// ended; the message says how to run it again. Returns the part of the inputs that the product accepted.
    /// </summary>
    public double Run(Action<string> output)
    {
        var watch = Stopwatch.StartNew();
        var thread = new Thread(RunAll, StackBytes) { IsBackground = true };
        thread.Start();
        WaitFor(thread);
        output(
            $"{name}: {_count} inputs ({_accepted} accepted) in {watch.Elapsed.TotalSeconds:F1} s, peak working set"
            + $" {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, largest allocation {_largest.Bytes >> 10} KB"
            + $" (input {_largest.Number}), slowest {_slowest.Time.TotalMilliseconds:F0} ms (input {_slowest.Number});"
            + $" POLICYEVAL_FUZZ_SEED={_seed} POLICYEVAL_FUZZ_FIRST={_first}");
        if (_count == 1)
            output(Shorten(InputOf(_first)));
        if (_failures.Count > 0)
            throw new InvalidOperationException(string.Join("\n\n", _failures.Values));
        return (double)_accepted / _count;
    }

    /// <summary>Whether the run is as long as the tests are by themselves, so that its proportions mean something.</summary>
    public bool IsWhole => _count >= 1000;

    private void RunAll()
    {
        for (_number = _first; _number - _first < _count && _failures.Count < FailuresMax; _number++)
        {
            var number = _number;
            var input = InputOf(number);
            var start = Stopwatch.GetTimestamp();
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _accepted += input.Check() ? 1 : 0;
            }
            catch (Exception exception)
            {
                AddFailure(number, input, input.KeyOf(exception), exception.ToString());
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (allocated > input.AllocationMax)
                AddFailure(number, input, "memory", $"allocates {allocated:N0} of {input.AllocationMax:N0} bytes");
            if (allocated > _largest.Bytes)
                _largest = (allocated, number);
            if (elapsed > _slowest.Time)
                _slowest = (elapsed, number);
        }
    }

    /// <summary>An input that does not end is a failure too; its thread is left behind.</summary>
    private void WaitFor(Thread thread)
    {
        using var process = Process.GetCurrentProcess();
        var (number, since, before) = (-1, Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            process.Refresh();
            if (number != _number)
                (number, since, before) = (_number, Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            else if (process.TotalProcessorTime - before > ComputesAtMost
                || Stopwatch.GetElapsedTime(since) > EndsWithin)
                throw new InvalidOperationException($"{Place(number)} does not end: {Shorten(InputOf(number))}");
        }
    }

    private FuzzInput InputOf(int number) => make(new Random(unchecked((_seed * 486_187_739) + number)));

    private void AddFailure(int number, FuzzInput input, string key, string what) =>
        _failures.TryAdd(key, $"{Place(number)}: {what}\n{Shorten(input)}");

    private string Place(int number) =>
        $"{name}, POLICYEVAL_FUZZ_SEED={_seed} POLICYEVAL_FUZZ_FIRST={number} POLICYEVAL_FUZZ_COUNT=1";

    private static string Shorten(FuzzInput input)
    {
        var text = input.ToString();
        return text.Length <= 20_000 ? text : $"{text[..20_000]}… ({input.Length} units)";
    }

    private static int Setting(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value)
            ? value
            : standard;
}
