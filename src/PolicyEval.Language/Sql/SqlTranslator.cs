using PolicyEval.Language.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Sql;

/// <summary>
/// The door of the folder: a lowered tree to SQL over the columns of a scope. What SQL cannot say is noted, and the
/// translation goes on with an unknown in its place, to be thrown away at the end.
/// </summary>
internal sealed partial class SqlTranslator
{
    /// <summary>More than any statement may have.</summary>
    private const long SizeMax = 200_000;

    private readonly ISqlScope _scope;
    private readonly Dictionary<int, SqlValue> _locals = [];
    private (string Why, TextSpan Span)? _fault;

    private SqlTranslator(ISqlScope scope) => _scope = scope;

    /// <summary>Translates.</summary>
    public static SqlTranslation Translate(BoundExpression root, ISqlScope scope)
    {
        var translator = new SqlTranslator(scope);
        var value = translator.Of(root);
        return translator._fault is { } fault
            ? new SqlTranslation(null, fault.Why, fault.Span)
            : new SqlTranslation(value, "", root.Span);
    }

    private SqlValue Of(BoundExpression node)
    {
        // Nothing after a fault is looked at: what stands in its place would bring faults of its own.
        if (_fault is not null)
            return SqlValue.Unknown(CelTypeKind.Bool);
        var value = node switch
        {
            BoundConstant constant => OfConstant(constant),
            BoundVariable variable => _scope.Variable(variable.Symbol)
                ?? Fault(node, $"uses {variable.Symbol.Name} as a value"),
            BoundLocal local when _locals.TryGetValue(local.Symbol.Slot, out var bound) => bound,
            BoundBind bind => OfBind(bind),
            BoundField field => IsOfScope(field.Operand)
                ? _scope.Field(field.Record, field.Field) ?? Fault(node, _scope.WhyNot(field.Record, field.Field))
                : Fault(node, "reads a field of what SQL has no row of"),
            BoundFieldPresence presence => OfPresence(presence),
            BoundEvidence evidence => OfEvidence(evidence),
            BoundNot not => OfNot(Of(not.Operand)),
            BoundLogical logical => OfLogical(logical),
            BoundConditional conditional => OfConditional(conditional),
            BoundEquality equality => OfEquality(equality),
            BoundComparison comparison => OfComparison(comparison),
            BoundCall call => OfCall(call),
            _ => Fault(node, "uses lists, maps, optionals or loops"),
        };
        return value.Value.Size + value.IsNull.Size + value.IsError.Size > SizeMax
            ? Fault(node, "is too long once it is written as SQL")
            : value;
    }

    /// <summary>Whether a node is a record that a row tells: a variable, or a record in it.</summary>
    private static bool IsOfScope(BoundExpression node) =>
        node is BoundVariable
        || (node is BoundField { Type.Kind: CelTypeKind.Record } field && IsOfScope(field.Operand));

    private SqlValue Fault(BoundExpression node, string why)
    {
        _fault ??= (why, node.Span);
        return SqlValue.Unknown(CelTypeKind.Bool);
    }

    private SqlValue OfConstant(BoundConstant constant)
    {
        var value = constant.Value;
        switch (value.Kind)
        {
            case CelKind.Null:
                return new SqlValue(CelTypeKind.Null, SqlNode.Null(SqlType.Boolean)) { IsNull = SqlNode.True };
            case CelKind.Bool:
                return new SqlValue(CelTypeKind.Bool, SqlNode.Literal(value.AsBool));
            case CelKind.Int:
                return Number(CelTypeKind.Int, value.AsInt);
            case CelKind.Duration:
                return Number(CelTypeKind.Duration, value.AsDuration.Nanoseconds);
            case CelKind.Timestamp when value.AsTimestamp.Nanoseconds == 0:
                return new SqlValue(CelTypeKind.Timestamp, SqlNode.Literal(value.AsTimestamp.Seconds));
            case CelKind.String when SqlWriter.CanSay(value.AsString):
                return new SqlValue(CelTypeKind.String, SqlNode.Literal(value.AsString));
            case CelKind.Error when KindOf(constant.Type) is { } kind:
                return new SqlValue(kind, SqlNode.Null(SqlValue.TypeOf(kind))) { IsError = SqlNode.True };
            default:
                return Fault(constant, $"has a constant of type {constant.Type} that SQL cannot hold");
        }
    }

    private static SqlValue Number(CelTypeKind type, long number) =>
        new(type, SqlNode.Literal(number))
        {
            Magnitude = number == long.MinValue ? long.MaxValue : Math.Abs(number),
        };

    private SqlValue OfBind(BoundBind bind)
    {
        _locals[bind.Variable.Slot] = Of(bind.Init);
        return Of(bind.Body);
    }

    private SqlValue OfPresence(BoundFieldPresence node)
    {
        if (!IsOfScope(node.Operand) || _scope.Field(node.Record, node.Field) is not { } field)
            return Fault(node, _scope.WhyNot(node.Record, node.Field));
        var value = SqlNode.Case(
            [(SqlNode.IsNotNull(field.Value), SqlNode.True), (field.IsNull, SqlNode.False)],
            SqlNode.Null(SqlType.Boolean));
        return Strict([field], CelTypeKind.Bool, value, takesNull: true);
    }

    private SqlValue OfEvidence(BoundEvidence node)
    {
        if (!IsOfScope(node.Operand))
            return Fault(node, "reads a field of what SQL has no row of");
        var isOfToken = node.Macro is EvidenceMacro.Token or EvidenceMacro.Present;
        var read = isOfToken ? _scope.Token(node.Record, node.Field) : _scope.Field(node.Record, node.Field);
        if (read is not { } field)
            return Fault(node, _scope.WhyNot(node.Record, node.Field));
        return node.Macro switch
        {
            EvidenceMacro.Known or EvidenceMacro.Present =>
                new SqlValue(CelTypeKind.Bool, SqlNode.Or(SqlNode.IsNotNull(field.Value), field.IsNull)),
            EvidenceMacro.Token => field,
            EvidenceMacro.Require => Required(field),
            _ => SqlValue.Unknown(CelTypeKind.Bool),
        };
    }

    private static SqlValue Required(SqlValue field) =>
        field with { IsNull = SqlNode.False, MayBeUnknown = field.MayBeUnknown || field.MayBeNull };

    /// <summary>The kind that a value of a type has unless it is null; null where SQL holds none.</summary>
    private static CelTypeKind? KindOf(CelType type)
    {
        var kind = type.Kind == CelTypeKind.Wrapper ? type.Arguments[0].Kind : type.Kind;
        return kind is CelTypeKind.Bool or CelTypeKind.String or CelTypeKind.Int or CelTypeKind.Timestamp
            or CelTypeKind.Duration or CelTypeKind.Null
            ? kind
            : null;
    }
}
