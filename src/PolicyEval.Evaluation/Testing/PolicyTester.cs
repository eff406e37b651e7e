using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Driver;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Testing.Coverage;
using PolicyEval.Evaluation.Testing.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Runs tests of policies: each case by the readers and the evaluator of real evidence.</summary>
public sealed class PolicyTester
{
    /// <summary>How many resources of one case are explained: a person reads the first.</summary>
    private const int ExplainedMax = 3;

    private readonly PolicyTestLibrary _library;
    private readonly PolicyTestFilter _filter;
    private readonly CancellationToken _cancellationToken;

    private PolicyTester(PolicyTestLibrary library, PolicyTestFilter filter, CancellationToken cancellationToken)
    {
        _library = library;
        _filter = filter;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Runs the tests, one case after the other, in the order of policies and files.</summary>
    /// <param name="library">Policies and tests, without errors.</param>
    /// <param name="filter">Which of the tests.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PolicyTestRun Run(
        PolicyTestLibrary library, PolicyTestFilter filter, CancellationToken cancellationToken = default)
    {
        var tester = new PolicyTester(library, filter, cancellationToken);
        var tested = library.Tests.Select(t => t.Policy.Name).ToHashSet(StringComparer.Ordinal);
        return new PolicyTestRun(
            [
                .. library.Tests.Where(t => filter.Takes(t.Policy.Name) && t.Cases.Any(filter.Takes))
                    .Select(tester.Run),
            ],
            [.. library.Subjects.Select(p => p.Name).Where(n => filter.Takes(n) && !tested.Contains(n))]);
    }

    private PolicyTestResult Run(PolicyTests tests)
    {
        var counter = new CoverageCounter(DefaultOf(tests.Policy));
        var cases = tests.Cases.Where(_filter.Takes).Select(test => Run(tests, test, counter)).ToImmutableArray();
        return new PolicyTestResult(tests.Policy.Name, tests.File.Text.Path, cases, counter.ToCoverage());
    }

    private TestCaseResult Run(PolicyTests tests, TestCase test, CoverageCounter counter)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var snapshot = Open(tests, test);
        if (snapshot.Snapshot is null)
            return Refused(test, TestDescriptors.EvidenceRefused, ErrorsOf(snapshot));
        var preparation = Evaluator.Prepare(_library.Library, [snapshot], RequestOf(tests, test));
        if (preparation.Plan is not { } plan)
            return Refused(test, TestDescriptors.CaseRefused, ErrorsOf(preparation));

        counter.Watch(plan.Policies[0].Compiled);
        var findings = new FindingList();
        Evaluator.Run(plan, findings, counter, _cancellationToken);
        var mismatches = ExpectationMatcher.Compare(test, findings);
        return new TestCaseResult(test.Name, test.Location)
        {
            Mismatches = mismatches,
            Explained = Explain(plan, mismatches),
        };
    }

    /// <summary>The first resources that are not as expected; those that are not there have no explanation.</summary>
    private ImmutableArray<ExplainedResource> Explain(
        EvaluationPlan plan, ImmutableArray<TestMismatch> mismatches) =>
    [
        .. mismatches.Where(m => m.Resource.Length > 0 && m.Actual != ExpectationMatcher.NoFinding)
            .Select(m => m.Resource).Distinct()
            .Take(ExplainedMax)
            .SelectMany(id => Explainer.Explain(plan, new ExplainRequest(id), _cancellationToken).Policies)
            .SelectMany(policy => policy.Resources),
    ];

    private static CompiledPolicy DefaultOf(Policy policy) =>
        PolicyCompiler.Compile(policy, PolicyCompiler.DefaultsOf(policy), new DiagnosticBag())
        ?? throw new InvalidOperationException($"The library with {policy.Name} has errors.");

    private SnapshotResult Open(PolicyTests tests, TestCase test)
    {
        if (test.Evidence.Snapshot is not { } path)
        {
            var files = EvidenceBuilder.Build(test.Evidence, tests.Policy.Resource);
            return Snapshot.Read(files, test.Name, limits: null, _cancellationToken);
        }
        var folder = Path.GetDirectoryName(tests.File.Text.Path) ?? "";
        return Snapshot.Open(Path.Combine(folder, path), limits: null, _cancellationToken);
    }

    private static EvaluationRequest RequestOf(PolicyTests tests, TestCase test) => new()
    {
        ToolVersion = "",
        Policies = [tests.Policy.Name],
        AsOf = test.AsOf,
        Sets = test.Sets,
    };

    private static IEnumerable<string> ErrorsOf(SnapshotResult snapshot) =>
        snapshot.Diagnostics.Where(d => d.Severity == SnapshotSeverity.Error).Select(d => d.ToString());

    private static IEnumerable<string> ErrorsOf(Preparation preparation) =>
        preparation.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{d.Id}: {d.Message}");

    private static TestCaseResult Refused(
        TestCase test, DiagnosticDescriptor descriptor, IEnumerable<string> reasons) =>
        new(test.Name, test.Location)
        {
            Diagnostics =
                [.. reasons.Select(reason => Diagnostic.Create(descriptor, test.Location, test.Name, reason))],
        };
}
