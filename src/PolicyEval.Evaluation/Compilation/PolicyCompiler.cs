using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language;
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
    private readonly RecordSymbol _resource;
    private readonly RecordSymbol _paramsRecord;
    private readonly DiagnosticBag _diagnostics;
    private RecordSymbol _variables = PolicyEnvironment.VariablesOf([]);
    private CelEnvironment _environment;

    private PolicyCompiler(
        Policy policy, ImmutableArray<EffectiveParam> parameters, RecordSymbol resource, DiagnosticBag diagnostics)
    {
        _policy = policy;
        _params = parameters;
        _resource = resource;
        _diagnostics = diagnostics;
        _paramsRecord = PolicyEnvironment.ParamsOf(parameters);
        _environment = PolicyEnvironment.Of(_resource, _paramsRecord, _variables);
    }

    /// <summary>The compiled policy, or null where an error was reported.</summary>
    public static CompiledPolicy? Compile(
        Policy policy, ImmutableArray<EffectiveParam> parameters, DiagnosticBag diagnostics)
    {
        // A resource type that does not exist has been reported; without it no name can be resolved.
        if (ResourceSchema.Find(policy.Resource) is not { } resource)
            return null;
        var own = new DiagnosticBag();
        var compiled = new PolicyCompiler(policy, parameters, resource, own).Compile();
        diagnostics.AddRange(own);
        return own.HasErrors ? null : compiled;
    }

    /// <summary>The parameters as the policy sets them itself.</summary>
    public static ImmutableArray<EffectiveParam> DefaultsOf(Policy policy) =>
        [.. policy.Params.Select(p => new EffectiveParam(p, p.Default, p.Default))];

    private CompiledPolicy Compile() => new()
    {
        // The variables come first: each one extends the environment of what follows.
        Variables = CompileVariables(),
        MatchConditions =
        [
            .. _policy.MatchConditions
                .Select(c => CompileRule(c.Expression, c.Reason, c.Message)).OfType<CompiledRule>(),
        ],
        Validations =
        [
            .. _policy.Validations.Select(v => CompileRule(v.Expression, v.Reason, v.Message)).OfType<CompiledRule>(),
        ],
        PassMessage = CompileMessage(_policy.PassMessage),
        Policy = _policy,
        Params = _params,
        Environment = _environment,
        ParamsType = _paramsRecord.Type,
        VariablesType = _variables.Type,
    };

    private ImmutableArray<CompiledExpression> CompileVariables()
    {
        var result = ImmutableArray.CreateBuilder<CompiledExpression>();
        foreach (var variable in _policy.Variables)
        {
            var compilation = CelCompiler.Compile(variable.Expression, _environment);
            _diagnostics.AddRange(compilation.Diagnostics);
            if (compilation.Expression is { } expression)
                result.Add(expression);
            var field = new FieldSymbol(variable.Name, compilation.ResultType, _variables.Fields.Length);
            _variables = PolicyEnvironment.VariablesOf(_variables.Fields.Add(field));
            _environment = PolicyEnvironment.Of(_resource, _paramsRecord, _variables);
        }
        return result.ToImmutable();
    }

    private CompiledRule? CompileRule(EmbeddedText text, string reason, PolicyMessage? message)
    {
        var expression = CompileExpression(text, CelType.Bool);
        var compiledMessage = CompileMessage(message);
        return expression is null ? null : new CompiledRule(expression, reason, compiledMessage);
    }

    private CompiledMessage? CompileMessage(PolicyMessage? message) => message switch
    {
        null => null,
        { IsExpression: false } => new CompiledMessage(message.Text.Content.TrimEnd(), null),
        _ => CompileExpression(message.Text, CelType.String) is { } expression
            ? new CompiledMessage("", expression)
            : null,
    };

    private CompiledExpression? CompileExpression(EmbeddedText text, CelType type)
    {
        var compilation = CelCompiler.Compile(text, _environment, type);
        _diagnostics.AddRange(compilation.Diagnostics);
        return compilation.Expression;
    }
}
