using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>A file that is read as tests of the bundled policies; one of its cases is run.</summary>
internal sealed class TestsInput(byte[] bytes, int number) : FuzzInput
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    public override int Length => bytes.Length;

    public override long AllocationMax => DocumentRules.AllocationMax + (DocumentRules.AllocationOfByte * Length);

    public override bool Check()
    {
        var library = PolicyTestLibrary.Read(
            Bundled, [new SourceFile("p.tests.yaml", "p.tests.yaml", bytes)], new DiagnosticBag(), isBundled: false);
        DocumentRules.Check(library.Diagnostics);
        var cases = library.Tests.SelectMany(t => t.Cases).ToArray();
        if (library.HasErrors || cases.Length == 0)
            return false;
        var filter = new PolicyTestFilter { Case = cases[number % cases.Length].Name };
        var results = PolicyTester.Run(library, filter).Policies.SelectMany(t => t.Cases).ToArray();
        Assert.NotEmpty(results);
        DocumentRules.Check(results.SelectMany(r => r.Diagnostics));
        return true;
    }

    public override string ToString() => Convert.ToBase64String(bytes);
}
