using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Runs one policy on resources, one after the other. Used by one thread.</summary>
internal sealed class PolicyRunner
{
    private readonly PlannedPolicy _planned;
    private readonly CompiledPolicy _policy;
    private readonly VariablesRecord _variables;
    private readonly CelFrame _frame;
    private readonly CelTrace _trace = new();
    private readonly RuleOutcome _rules = new();
    private readonly List<Diagnostic> _said = [];
    private readonly FindingMaker _findings;
    private readonly int _resourceSlot;
    private readonly int _accountSlot;
    private readonly int _asOfSlot;
    private readonly FindingBudget _budget;
    private readonly int _index;

    /// <summary>Makes the runner of a thread.</summary>
    /// <param name="planned">The policy.</param>
    /// <param name="index">Its index in the budget.</param>
    /// <param name="budget">Which findings are wanted; of others only the outcome is told.</param>
    /// <param name="cancellationToken">Ends long evaluations.</param>
    public PolicyRunner(PlannedPolicy planned, int index, FindingBudget budget, CancellationToken cancellationToken)
    {
        _planned = planned;
        _index = index;
        _budget = budget;
        _policy = planned.Compiled;
        _variables = new VariablesRecord(_policy.VariablesType, _policy.Variables);
        _findings = new FindingMaker(planned);
        _frame = _policy.Environment.CreateFrame();
        _frame.Trace = _trace;
        _frame.Cancellation = cancellationToken;
        _resourceSlot = SlotOf(ResourceSchema.VariableOf(_policy.Policy.Resource));
        _accountSlot = SlotOf(PolicyEnvironment.Account);
        _asOfSlot = SlotOf(PolicyEnvironment.AsOf);
        _frame.Variables[SlotOf(PolicyEnvironment.Params)] =
            CelValue.Of(new ParamsRecord(_policy.ParamsType, _policy.Params));
        _frame.Variables[SlotOf(PolicyEnvironment.Variables)] = CelValue.Of(_variables);
    }

    /// <summary>Who watches the expressions, or null.</summary>
    public CelObserver? Observer { set => _frame.Observer = value; }

    /// <summary>The policy.</summary>
    public CompiledPolicy Policy => _policy;

    /// <summary>Whether the policy is for a resource: for its type and, with these values, for its account.</summary>
    public bool IsFor(ResourceReference resource) =>
        _policy.Policy.Resource == resource.Type && _planned.Accounts.Takes(resource.Account);

    /// <summary>
    /// The verdict about a resource. A fault of the evaluator is an error outcome with a diagnostic: it never hides,
    /// and never stops the other policies.
    /// </summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="diagnostics">
    /// Is added what is to be said even where nobody wants the finding; the rest is in the verdict.
    /// </param>
    public Verdict Run(SnapshotScope scope, ResourceItem resource, List<Diagnostic> diagnostics)
    {
        try
        {
            _said.Clear();
            _frame.IsForWords = false;
            var verdict = Evaluate(scope, resource, diagnostics);
            return _said.Count == 0 ? verdict : verdict with { Said = [.. _said] };
        }
        catch (Exception e) when (e is not (OperationCanceledException or EvidenceReadException))
        {
            var subject = $"{resource.Reference.Type} {resource.Reference.Id}";
            var fault = $"{e.GetType().Name}: {e.Message}";
            diagnostics.Add(Diagnostic.Create(
                RuntimeDescriptors.Internal, _policy.Policy.Location, _policy.Policy.Name, subject, fault));
            return _findings.Make(
                scope, resource.Reference, Outcome.Error, "InternalError",
                $"The policy {_policy.Policy.Name} broke the evaluator at {subject}: {fault}", []);
        }
    }

    /// <summary>
    /// The verdict about resources that nobody can list, because the file that lists them is not here, or that there
    /// are none of. Nothing is evaluated: whatever the policy asks, it cannot pass.
    /// </summary>
    public Verdict Run(SnapshotScope scope, StandIn resources) => resources.Missing is { } missing
        ? Missing(scope, resources.Reference, resources.IsOutside, [missing])
        : !_budget.Wants(_index, Outcome.NotApplicable) ? new Verdict(Outcome.NotApplicable)
        : _findings.Make(
            scope, resources.Reference, Outcome.NotApplicable, "NoneExist",
            $"There is no {resources.Reference.Type} in {resources.Place}", resources.Cells());

    private Verdict Evaluate(SnapshotScope scope, ResourceItem resource, List<Diagnostic> diagnostics)
    {
        _variables.Reset();
        _frame.Variables[_accountSlot] = CelValue.Of(resource.Account.Record);
        _frame.Variables[_resourceSlot] = CelValue.Of(resource.Record);
        _frame.Variables[_asOfSlot] = scope.AsOfValue;

        EvaluateRules(_policy.MatchConditions);
        if (_rules.False.Count > 0)
            return Doubted(scope, resource, _rules.False[0].Cells) ?? NotApplicable(scope, resource);
        if (Undecided(scope, resource, diagnostics) is { } unmatched)
            return unmatched;
        EvaluateRules(_policy.Validations);
        if (_rules.False.Count > 0)
            return Fail(scope, resource, diagnostics);
        return Undecided(scope, resource, diagnostics)
            ?? Doubted(scope, resource, _rules.TrueCells)
            ?? Pass(scope, resource);
    }

    private void EvaluateRules(ImmutableArray<CompiledRule> rules)
    {
        _rules.Clear();
        foreach (var rule in rules)
        {
            _trace.Clear();
            var value = rule.Expression.Evaluate(_frame);
            _rules.Add(rule, value, _trace);
        }
    }

    private Verdict NotApplicable(SnapshotScope scope, ResourceItem resource)
    {
        if (!_budget.Wants(_index, Outcome.NotApplicable))
            return new Verdict(Outcome.NotApplicable);
        var (rule, cells) = _rules.False[0];
        var message = rule.Message is null
            ? "The policy does not apply here."
            : MessageOf(rule.Message, rule.Reason);
        return _findings.Make(
            scope, resource.Reference, Outcome.NotApplicable, rule.Reason, message, EvidenceCells.Of(cells));
    }

    private Verdict Fail(SnapshotScope scope, ResourceItem resource, List<Diagnostic> diagnostics)
    {
        ReportErrors(diagnostics);
        if (!_budget.Wants(_index, Outcome.Fail))
            return new Verdict(Outcome.Fail);
        // A message is an expression of its own, and what it reads is no evidence.
        var failures = _rules.False.ToArray();
        var violations = ImmutableArray.CreateBuilder<Violation>(failures.Length);
        foreach (var (rule, _) in failures)
            violations.Add(new Violation(rule.Reason, MessageOf(rule.Message!, rule.Reason)));
        CelCell[] cells = failures is [var only] ? only.Cells : [.. failures.SelectMany(failure => failure.Cells)];
        return _findings.Fail(scope, resource.Reference, violations.MoveToImmutable(), EvidenceCells.Of(cells));
    }

    private Verdict Pass(SnapshotScope scope, ResourceItem resource) =>
        !_budget.Wants(_index, Outcome.Pass)
            ? new Verdict(Outcome.Pass)
            : _findings.Make(
                scope, resource.Reference, Outcome.Pass, "",
                _policy.PassMessage is { } message ? MessageOf(message, "") : "",
                EvidenceCells.Of(CollectionsMarshal.AsSpan(_rules.TrueCells)));

    /// <summary>The verdict where an error or missing evidence decides; null where all rules are true.</summary>
    private Verdict? Undecided(SnapshotScope scope, ResourceItem resource, List<Diagnostic> diagnostics)
    {
        if (_rules.Errors.Count > 0)
        {
            ReportErrors(diagnostics);
            var (rule, error, cells) = _rules.Errors[0];
            return _findings.Make(
                scope, resource.Reference, Outcome.Error, "EvaluationError",
                $"{LocationOf(rule, error)}: {error.Message}{ReadClause(cells)}", EvidenceCells.Of(cells));
        }
        return _rules.HasUnknown ? Incomplete(scope, resource) : null;
    }

    private Verdict Incomplete(SnapshotScope scope, ResourceItem resource)
    {
        var cells = _rules.DistinctUnknown();
        var missing = cells.Select(c => ((EvidenceRecord)c.Record).MissingAt(c.Slot)).Distinct().ToImmutableArray();
        var isOutside = cells.All(c => !IsInScope(scope, (EvidenceRecord)c.Record, c.Slot));
        return Missing(scope, resource.Reference, isOutside, missing);
    }

    /// <summary>The verdict where cells decide that other evidence contradicts: they prove nothing.</summary>
    private Verdict? Doubted(SnapshotScope scope, ResourceItem resource, IEnumerable<CelCell> cells)
    {
        if (!scope.Evidence.HasDoubts)
            return null;
        ImmutableArray<MissingEvidence> doubts =
        [
            .. cells.Distinct().Select(c => ((EvidenceRecord)c.Record).DoubtAt(c.Slot)).OfType<MissingEvidence>()
                .Distinct(),
        ];
        return doubts.IsEmpty ? null : Missing(scope, resource.Reference, isOutside: false, doubts);
    }

    private Verdict Missing(
        SnapshotScope scope, ResourceReference resource, bool isOutside, ImmutableArray<MissingEvidence> missing)
    {
        var outcome = isOutside ? Outcome.NotAssessed : Outcome.Incomplete;
        if (!_budget.Wants(_index, outcome))
            return new Verdict(outcome) { MissingFile = missing[0].File };
        return _findings.Missing(scope, resource, outcome, missing);
    }

    /// <summary>
    /// Whether the snapshot should hold a field: its file is given, or it goes with another file of the policy that is.
    /// </summary>
    private bool IsInScope(SnapshotScope scope, EvidenceRecord record, int slot) =>
        record.IsFileGiven(slot) || (record.IsCompanion(slot) && _policy.Files.Any(scope.Gives));

    private void ReportErrors(List<Diagnostic> diagnostics)
    {
        foreach (var (rule, error, _) in _rules.Errors)
        {
            diagnostics.Add(Diagnostic.Create(
                RuntimeDescriptors.ExpressionFailed, LocationOf(rule, error), _policy.Policy.Name, error.Message));
        }
    }

    private Location LocationOf(CompiledRule rule, CelError error) => LocationOf(rule.Expression.Text, error);

    /// <summary>Where an expression failed: in itself, or in the variable that brought the error.</summary>
    private Location LocationOf(EmbeddedText text, CelError error)
    {
        var origin = _variables.OriginOf(error) ?? text;
        return Location.Of(origin, error.Span ?? new TextSpan(0, 0));
    }

    private static string ReadClause(CelCell[] cells)
    {
        var read = EvidenceCells.Of(cells);
        var places = string.Join(", ", read.Select(c => $"{c.Field} at {MissingText.PlaceOf(c)}"));
        return read.IsEmpty ? "" : $" (having read {places})";
    }

    /// <summary>The sentence; where it cannot be computed, the reason code, and a diagnostic.</summary>
    private string MessageOf(CompiledMessage message, string reason)
    {
        if (message.Expression is not { } expression)
            return message.Text;
        _trace.Clear();
        _frame.IsForWords = true;
        var value = expression.Evaluate(_frame);
        _frame.IsForWords = false;
        if (value.Kind == CelKind.String)
            return value.AsString;
        var (why, location) = value.Kind == CelKind.Error
            ? (value.AsError.Message, LocationOf(expression.Text, value.AsError))
            : ("it needs evidence that is missing", Location.Of(expression.Text, new TextSpan(0, 0)));
        _said.Add(Diagnostic.Create(RuntimeDescriptors.MessageFailed, location, _policy.Policy.Name, why));
        return reason;
    }

    private int SlotOf(string variable) => _policy.Environment.Variable(variable)!.Slot;
}
