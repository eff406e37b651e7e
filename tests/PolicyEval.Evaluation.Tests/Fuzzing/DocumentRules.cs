using PolicyEval.Language;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Values;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>What holds for every diagnostic, whatever the input.</summary>
internal static class DocumentRules
{
    // The expression of a hostile file is evaluated on up to two rows, and again for its explanation: six times at
    // most. Each may hold values of CelLimits.Space, and throw away a kilobyte in each of a million turns of its loops.
    public const long AllocationMax = 6 * (CelLimits.Space + (1024L * 1_000_000));

    public const long AllocationOfByte = 16 * 1024;

    private static readonly FuzzLedger Ledger = new(
        typeof(CelCompiler).Assembly, typeof(PolicyLibrary).Assembly, typeof(Snapshots.Snapshot).Assembly);

    public static void Check(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            // Faults of the evaluator are caught and reported so that other policies run on: they are faults here.
            Assert.False(diagnostic.Id == "PE9001", $"{diagnostic}");
            Ledger.CheckId(diagnostic.Id);
            Assert.NotEmpty(diagnostic.ToString());
            var place = diagnostic.Location;
            if (place.Line > 0 && place.Text is { } text)
                FuzzLedger.CheckPlace(text.Content, place.Line, place.Column, place.EndLine, place.EndColumn);
        }
    }
}
