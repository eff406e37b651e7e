using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>The clause <c>%s</c>: any value as plain text.</summary>
internal static class PlainText
{
    /// <summary>Writes a value.</summary>
    public static void Write(CelValue value, FormattedText text)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            text.Fail(CelValue.Error("a value is nested too deeply to be formatted"));
            return;
        }

        switch (value.Kind)
        {
            case CelKind.List:
                WriteList(value.AsList, text);
                break;
            case CelKind.Map:
                WriteMap(value.AsMap, text);
                break;
            case CelKind.Optional when value.AsOptional.HasValue:
                text.Append("optional.of(");
                Write(value.AsOptional.Value, text);
                text.Append(")");
                break;
            case CelKind.Unknown or CelKind.Error:
                text.Fail(value);
                break;
            case CelKind.Record:
                text.Fail(CelValue.Error($"%s cannot format {CelTypes.Of(value)}"));
                break;
            default:
                text.Append(Scalar(value));
                break;
        }
    }

    private static string Scalar(CelValue value) => value.Kind switch
    {
        CelKind.Null => "null",
        CelKind.Bool => value.AsBool ? "true" : "false",
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => DoubleText.FormatPlain(value.AsDouble),
        CelKind.String => value.AsString,
        CelKind.Bytes => Decode(value.AsBytes),
        CelKind.Timestamp => TimestampText.Format(value.AsTimestamp),
        CelKind.Duration => DurationText.Format(value.AsDuration),
        CelKind.Type => value.AsType.Name,
        CelKind.Optional => "optional.none()",
        CelKind.Opaque => value.AsOpaque.Text,
        _ => throw new System.Diagnostics.UnreachableException(value.Kind.ToString()),
    };

    private static void WriteList(CelList list, FormattedText text)
    {
        text.Append("[");
        for (var i = 0; i < list.Count && !text.HasFailed; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Write(list[i], text);
        }

        text.Append("]");
    }

    /// <summary>The entries in the order of their keys as text.</summary>
    private static void WriteMap(CelMap map, FormattedText text)
    {
        var entries = new (string Key, CelValue Value)[map.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = (Scalar(map.EntryAt(i).Key), map.EntryAt(i).Value);

        text.Append("{");
        var isFirst = true;
        foreach (var (key, value) in entries.OrderBy(e => e.Key, Comparer<string>.Create(CodePoints.Compare)))
        {
            if (text.HasFailed)
                return;
            text.Append(isFirst ? "" : ", ");
            text.Append(key);
            text.Append(": ");
            Write(value, text);
            isFirst = false;
        }

        text.Append("}");
    }

    /// <summary>Bytes as UTF-8; each run of bytes that are none becomes one replacement character.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> units = stackalloc char[2];
        var wasValid = true;
        while (!bytes.IsEmpty)
        {
            var isValid = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done;
            if (isValid)
                text.Append(units[..rune.EncodeToUtf16(units)]);
            else if (wasValid)
                text.Append('\uFFFD');
            wasValid = isValid;
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
