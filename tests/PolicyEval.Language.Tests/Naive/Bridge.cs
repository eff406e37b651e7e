using PolicyEval.Language.Tests.Naive.Cases;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>Values of the engine as naive ones: the only place that knows both.</summary>
internal static class Bridge
{
    public static object ToNaive(CelValue value) => value.Kind switch
    {
        CelKind.Null => NaiveNull.Value,
        CelKind.Bool => value.AsBool,
        CelKind.Int => value.AsInt,
        CelKind.Uint => value.AsUint,
        CelKind.Double => value.AsDouble,
        CelKind.String => NaiveText.Of(value.AsString),
        CelKind.Bytes => value.AsBytes,
        CelKind.Timestamp => new NaiveTime(
            (value.AsTimestamp.Seconds * NaiveSpan.Second) + value.AsTimestamp.Nanoseconds),
        CelKind.Duration => new NaiveSpan(value.AsDuration.Nanoseconds),
        CelKind.List => Enumerable.Range(0, value.AsList.Count).Select(i => ToNaive(value.AsList[i])).ToArray(),
        CelKind.Map => NaiveMap.Of(Enumerable.Range(0, value.AsMap.Count).Select(value.AsMap.EntryAt)
            .Select(entry => (ToNaive(entry.Key), ToNaive(entry.Value)))),
        CelKind.Type => new NaiveType(value.AsType.Name),
        CelKind.Optional => value.AsOptional.HasValue
            ? new NaiveOptional(ToNaive(value.AsOptional.Value))
            : NaiveOptional.None,
        CelKind.Opaque => (object?)AddressText.Parse(value.AsOpaque.Text)
            ?? AddressText.ParseRange(value.AsOpaque.Text)!,
        CelKind.Record => ((RowRecord)value.AsRecord).Row,
        CelKind.Unknown => new Missing([.. value.AsUnknown.Cells.Select(ToNaive)]),
        CelKind.Error => new Fault(value.AsError.Message),
        _ => throw new ArgumentException($"no value: {value.Kind}"),
    };

    public static Cell ToNaive(CelCell cell) => ((RowRecord)cell.Record).CellAt(cell.Slot);
}
