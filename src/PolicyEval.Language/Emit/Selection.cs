using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// A name selected from what is known at run time only: from a map, from a record, or from either inside an optional.
/// </summary>
/// <param name="name">The name.</param>
/// <param name="fields">The fields of that name, of all records.</param>
/// <param name="span">Where.</param>
internal sealed class Selection(string name, ImmutableArray<FieldReference> fields, TextSpan span)
{
    private readonly CelValue _key = CelValue.Of(name);
    private readonly string _operation = $"the field '{name}'";

    /// <summary>The value; an error where there is none. From an optional it is an optional.</summary>
    public CelValue Get(CelValue operand, CelFrame frame) => operand.Kind switch
    {
        CelKind.Map => operand.AsMap.TryGet(_key, out var value) ? value : Error($"no such key: '{name}'"),
        CelKind.Optional => GetPresent(operand, frame),
        _ => Field(operand, frame, _operation),
    };

    /// <summary>The value as an optional: none where nothing is there, or a field is null.</summary>
    public CelValue GetPresent(CelValue operand, CelFrame frame)
    {
        if (!Emitter.TryUnwrap(ref operand))
            return Emitter.None;
        if (operand.Kind == CelKind.Map)
            return operand.AsMap.TryGet(_key, out var value) ? Emitter.Wrapped(value) : Emitter.None;
        var field = Field(operand, frame, _operation);
        return field.Kind == CelKind.Null ? Emitter.None : Emitter.Wrapped(field);
    }

    /// <summary>Whether something is there, and no null in a field.</summary>
    public Truth Has(CelValue operand, CelFrame frame, ref CelValue other)
    {
        if (!Emitter.TryUnwrap(ref operand))
            return Truth.False;
        if (operand.Kind == CelKind.Map)
            return operand.AsMap.TryGet(_key, out _) ? Truth.True : Truth.False;
        var field = Field(operand, frame, "has");
        if (field.IsValue)
            return field.Kind == CelKind.Null ? Truth.False : Truth.True;
        other = field;
        return Truth.Other;
    }

    /// <summary>The field of a record; an error where the value is none, or has no such field.</summary>
    private CelValue Field(CelValue record, CelFrame frame, string operation)
    {
        if (record.Kind != CelKind.Record)
            return Strict.NoOverload(operation, record, span);
        foreach (var (symbol, field) in fields)
        {
            if (CelTypes.AreSame(symbol.Type, record.AsRecord.Type))
                return Strict.WithSpan(record.AsRecord.Get(field.Slot, frame), span);
        }

        return Error($"no such field: '{name}'");
    }

    private CelValue Error(string message) => CelValue.Of(new CelError(message) { Span = span });
}
