using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language;
using PolicyEval.Language.Analysis;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>Compiles the expressions of a policy against the environment of its resource type.</summary>
internal sealed class PolicyCompiler
{
    private readonly Policy _policy;
    private readonly ImmutableArray<EffectiveParam> _params;
    private readonly RecordSymbol _paramsRecord;
    private readonly DiagnosticBag _diagnostics;
    private readonly bool _warns;
    private readonly CelEnvironment _own;
    private RecordSymbol _variables = PolicyEnvironment.VariablesOf([]);
    private readonly List<CelCompilation> _all = [];
    private readonly ImmutableArray<CelCompilation>.Builder _validations =
        ImmutableArray.CreateBuilder<CelCompilation>();

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private CelAssumptions _assumptions = CelAssumptions.None.WithClock(PolicyEnvironment.AsOf);
    private CelEnvironment _environment;

    private PolicyCompiler(
        Policy policy,
        ImmutableArray<EffectiveParam> parameters,
        RecordSymbol resource,
        DiagnosticBag diagnostics,
        bool warns)
    {
        _policy = policy;
        _params = parameters;
        _diagnostics = diagnostics;
        _warns = warns;
        _paramsRecord = PolicyEnvironment.ParamsOf(parameters);
        _own = PolicyEnvironment.Of(resource, _paramsRecord);
        _environment = _own.WithRecords(_variables);
    }

    /// <summary>The compiled policy, or null where an error was reported.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="parameters">Its parameters with their values.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="isWhole">
    /// Whether all of the document could be read: else what looks unused may be used in a part that is missing.
    /// </param>
    /// <param name="warns">Whether to look for what can hardly be meant too, or for errors alone.</param>
    public static CompiledPolicy? Compile(
        Policy policy,
        ImmutableArray<EffectiveParam> parameters,
        DiagnosticBag diagnostics,
        bool isWhole = true,
        bool warns = true)
    {
        // A resource type that does not exist has been reported; without it no name can be resolved.
        if (ResourceSchema.Find(policy.Resource) is not { } resource)
            return null;
        var own = new DiagnosticBag();
        var compiled = new PolicyCompiler(policy, parameters, resource, own, warns).Compile(isWhole);
        diagnostics.AddRange(own);
        return own.HasErrors ? null : compiled;
    }

    /// <summary>The parameters as the policy sets them itself.</summary>
    public static ImmutableArray<EffectiveParam> DefaultsOf(Policy policy) =>
        [.. policy.Params.Select(p => new EffectiveParam(p, p.Default, p.Default))];

    private CompiledPolicy Compile(bool isWhole)
    {
        // The variables come first: each one extends the environment of what follows.
        var variables = CompileVariables();
        var conditions = _policy.MatchConditions.Select(CompileCondition).OfType<CompiledRule>().ToImmutableArray();
        var matched = _assumptions;
        var validations = _policy.Validations.Select(CompileValidation).OfType<CompiledRule>().ToImmutableArray();
        var passMessage = CompileMessage(_policy.PassMessage);
        if (_warns && isWhole && !_diagnostics.HasErrors)
            PolicyLints.Check(_policy, _all, _validations.ToImmutable(), matched, _diagnostics);
        var fields = validations.Concat(conditions).Select(rule => rule.Expression).Concat(variables)
            .SelectMany(expression => expression.Fields).ToArray();
        return new CompiledPolicy
        {
            Policy = _policy,
            Params = _params,
            Files = [.. fields.Select(f => FieldFiles.Of(f.Record, f.Field)).OfType<string>().Distinct()],
            AsksAnswersOfUsers = fields.Any(f =>
                f.Record.Name == ResourceSchema.UserType && f.Field.Slot >= ResourceSchema.RowEvidence),
            Environment = _environment,
            ParamsType = _paramsRecord.Type,
            VariablesType = _variables.Type,
            Variables = variables,
            MatchConditions = conditions,
            Validations = validations,
            PassMessage = passMessage,
        };
    }

    private ImmutableArray<CompiledExpression> CompileVariables()
    {
        var result = ImmutableArray.CreateBuilder<CompiledExpression>();
        foreach (var variable in _policy.Variables)
        {
            var slot = _variables.Fields.Length;
            var compilation = Compile(variable.Expression, null, _assumptions.Deferred());
            if (compilation.Expression is { } expression)
                result.Add(expression);
            if (compilation.Analysis is { } analysis)
                _assumptions = _assumptions.WithDefinition(PolicyEnvironment.VariablesType, slot, analysis);
            var field = new FieldSymbol(variable.Name, compilation.ResultType, slot);
            _variables = PolicyEnvironment.VariablesOf(_variables.Fields.Add(field));
            _environment = _own.WithRecords(_variables);
        }
        return result.ToImmutable();
    }

    // What follows a match condition is evaluated only where it is true.
    private CompiledRule? CompileCondition(PolicyMatchCondition condition) =>
        CompileRule(condition.Expression, condition.Reason, condition.Message, out _);

    private CompiledRule? CompileValidation(PolicyValidation validation)
    {
        var rule = CompileRule(validation.Expression, validation.Reason, validation.Message, out var compilation);
        _validations.Add(compilation);
        return rule;
    }

    /// <summary>Compiles a rule and its message; what follows assumes that the rule holds.</summary>
    private CompiledRule? CompileRule(
        EmbeddedText text, string reason, PolicyMessage? message, out CelCompilation compilation)
    {
        var before = _assumptions;
        compilation = Compile(text, CelType.Bool, before);
        if (compilation.Analysis is { } analysis)
            _assumptions = before.With(analysis, false);
        var compiledMessage = CompileMessage(message);
        _assumptions = compilation.Analysis is { } holds ? before.With(holds, true) : before;
        return compilation.Expression is { } expression
            ? new CompiledRule(expression, reason, compiledMessage)
            : null;
    }

    private CompiledMessage? CompileMessage(PolicyMessage? message) => message switch
    {
        null => null,
        { IsExpression: false } => new CompiledMessage(message.Text.Content.TrimEnd(), null),
        _ => Compile(message.Text, CelType.String, _assumptions).Expression is { } expression
            ? new CompiledMessage("", expression)
            : null,
    };

    private CelCompilation Compile(EmbeddedText text, CelType? type, CelAssumptions assumptions)
    {
        var compilation = CelCompiler.Compile(text, _environment, type, _warns ? assumptions : null);
        _all.Add(compilation);

        // What a variable takes for granted is said once, however many expressions name it.
        foreach (var diagnostic in compilation.Diagnostics)
        {
            if (_reported.Add(diagnostic.ToString()))
                _diagnostics.Add(diagnostic);
        }
        return compilation;
    }
}
