using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Reporting.Explaining;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Reporting.Testing;

/// <summary>
/// Writes what is wrong with a case: expected beside actual, then every expression of the policy with the values of its
/// parts and the cells that they came from.
/// </summary>
/// <param name="terminal">Takes the lines.</param>
/// <param name="indent">The spaces before every line.</param>
internal sealed class FailureLines(TerminalWriter terminal, int indent)
{
    /// <summary>Writes them.</summary>
    public void Write(TestCaseResult test)
    {
        foreach (var diagnostic in test.Diagnostics)
            WriteLine($"{diagnostic.Id}: {diagnostic.Message}", Tone.Doubtful);
        foreach (var mismatch in test.Mismatches)
        {
            WriteLine(SubjectOf(mismatch), Tone.Plain);
            WriteLine($"  expected: {mismatch.Expected}", Tone.Plain);
            WriteLine($"  actual:   {mismatch.Actual}", Tone.Plain);
        }
        foreach (var resource in test.Explained)
        {
            WriteLine($"Why {resource.Finding.Resource.Id} came to this:", Tone.Plain);
            new ResourceTrees(terminal, SnapshotLabel.Alone).Write(resource, indent + 2);
        }
    }

    /// <summary>What differs: <c>alice: outcome</c>.</summary>
    public static string SubjectOf(TestMismatch mismatch) =>
        mismatch.Resource.Length > 0 ? $"{mismatch.Resource}: {mismatch.What}" : mismatch.What;

    private void WriteLine(string text, Tone tone) => terminal.WriteLine(new string(' ', indent) + text, tone);
}
