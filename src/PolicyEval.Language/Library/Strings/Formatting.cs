using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary><c>format.format(list)</c> (cel-spec doc/extensions/strings.md).</summary>
internal static class Formatting
{
    /// <summary>The text, or an error where a clause is wrong, or its argument missing or of a wrong type.</summary>
    public static CelValue Format(CelValue format, CelValue list)
    {
        var (parts, fault) = FormatParser.Parse(format.AsString);
        if (fault is not null)
            return CelValue.Error($"invalid format: {fault.Message}, at offset {fault.Offset}");

        var text = new FormattedText();
        var next = 0;
        foreach (var part in parts)
        {
            if (part.Verb == '\0')
            {
                text.Append(part.Text);
                continue;
            }

            if (next == list.AsList.Count)
                return CelValue.Error($"format has more clauses than its list has elements: {next}");
            var argument = list.AsList[next++];
            if (!argument.IsValue)
                return argument;
            if (part.Verb == 's')
                PlainText.Write(argument, text);
            else if (NumberFormat.Of(argument, part) is { } formatted)
                text.Append(formatted);
            else
                return CelValue.Error($"%{part.Verb} cannot format {CelTypes.Of(argument)}");
        }

        return text.ToValue();
    }
}
