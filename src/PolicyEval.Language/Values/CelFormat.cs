using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyEval.Language.Values;

/// <summary>Values as text, for diagnostics and debuggers.</summary>
internal static class CelFormat
{
    /// <summary>How much of a value is shown; a message is not the place for a list of a million elements.</summary>
    private const int Limit = 1000;

    /// <summary>A value as CEL would write it, cut after a thousand characters.</summary>
    public static string Display(CelValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.Length <= Limit ? text.ToString() : text.ToString(0, Limit) + "…";
    }

    private static void Write(CelValue value, StringBuilder text)
    {
        _ = value.Kind switch
        {
            CelKind.Null => text.Append("null"),
            CelKind.Bool => text.Append(value.AsBool ? "true" : "false"),
            CelKind.Int => text.Append(CultureInfo.InvariantCulture, $"{value.AsInt}"),
            CelKind.Uint => text.Append(CultureInfo.InvariantCulture, $"{value.AsUint}u"),
            CelKind.Double => text.Append(Literal(value.AsDouble)),
            CelKind.String => Quote(value.AsString, text),
            CelKind.Bytes => Quote(value.AsBytes, text),
            CelKind.Timestamp => text.Append($"timestamp(\"{TimestampText.Format(value.AsTimestamp)}\")"),
            CelKind.Duration => text.Append($"duration(\"{DurationText.Format(value.AsDuration)}\")"),
            CelKind.List => WriteList(value.AsList, text),
            CelKind.Map => WriteMap(value.AsMap, text),
            CelKind.Type => text.Append(value.AsType.Name),
            CelKind.Optional => WriteOptional(value.AsOptional, text),
            CelKind.Opaque => text.Append(value.AsOpaque),
            CelKind.Record => text.Append(value.AsRecord.Type.Name).Append("{…}"),
            CelKind.Unknown => text.Append("unknown"),
            CelKind.Error => text.Append("error: ").Append(value.AsError.Message),
            _ => throw new UnreachableException(value.Kind.ToString()),
        };
    }

    private static StringBuilder WriteList(CelList list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Count && text.Length <= Limit; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(list[i], text);
        }

        return text.Append(']');
    }

    private static StringBuilder WriteMap(CelMap map, StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < map.Count && text.Length <= Limit; i++)
        {
            if (i > 0)
                text.Append(", ");
            var entry = map.EntryAt(i);
            Write(entry.Key, text);
            text.Append(": ");
            Write(entry.Value, text);
        }

        return text.Append('}');
    }

    private static StringBuilder WriteOptional(CelOptional optional, StringBuilder text)
    {
        if (!optional.HasValue)
            return text.Append("optional.none()");
        text.Append("optional.of(");
        Write(optional.Value, text);
        return text.Append(')');
    }

    /// <summary>A double so that it reads back as one: with a point or an exponent.</summary>
    private static string Literal(double value)
    {
        var text = DoubleText.Format(value);
        if (!double.IsFinite(value))
            return $"double(\"{text}\")";
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }

    private static StringBuilder Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var unit in value.AsSpan(0, Math.Min(value.Length, Limit)))
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\x7F' => text.Append(CultureInfo.InvariantCulture, $"\\x{(int)unit:x2}"),
                _ => text.Append(unit),
            };
        }

        return text.Append('"');
    }

    private static StringBuilder Quote(byte[] value, StringBuilder text)
    {
        text.Append("b\"");
        foreach (var octet in value.AsSpan(0, Math.Min(value.Length, Limit)))
        {
            if (octet is >= (byte)' ' and < 0x7F and not (byte)'"' and not (byte)'\\')
                text.Append((char)octet);
            else
                text.Append(CultureInfo.InvariantCulture, $"\\x{octet:x2}");
        }

        return text.Append('"');
    }
}
