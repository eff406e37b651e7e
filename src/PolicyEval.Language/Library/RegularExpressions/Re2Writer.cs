using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>Writes a tree as a pattern of .NET over the units of an alphabet.</summary>
internal static class Re2Writer
{
    /// <summary>The sets that a tree names.</summary>
    public static void CollectSets(Re2Node node, HashSet<CodePointSet> sets)
    {
        switch (node)
        {
            case Re2Node.One one:
                sets.Add(one.Set);
                break;
            case Re2Node.Sequence sequence:
                foreach (var item in sequence.Items)
                    CollectSets(item, sets);
                break;
            case Re2Node.Choice choice:
                foreach (var item in choice.Items)
                    CollectSets(item, sets);
                break;
            case Re2Node.Repeat repeat:
                CollectSets(repeat.Item, sets);
                break;
            case Re2Node.Group group:
                CollectSets(group.Item, sets);
                break;
        }
    }

    public static void Write(Re2Node node, Re2Alphabet alphabet, StringBuilder text)
    {
        switch (node)
        {
            case Re2Node.Empty:
                text.Append("(?:)");
                break;
            case Re2Node.One one:
                WriteSet(one.Set, alphabet, text);
                break;
            case Re2Node.Place place:
                text.Append(PatternOf(place.Kind));
                break;
            case Re2Node.Sequence sequence:
                foreach (var item in sequence.Items)
                    WriteGrouped(item, alphabet, text);
                break;
            case Re2Node.Choice choice:
                for (var i = 0; i < choice.Items.Length; i++)
                {
                    if (i > 0)
                        text.Append('|');
                    Write(choice.Items[i], alphabet, text);
                }

                break;
            case Re2Node.Repeat repeat:
                WriteRepeat(repeat, alphabet, text);
                break;
            case Re2Node.Group group:
                text.Append(CultureInfo.InvariantCulture, $"(?<{NameOf(group.Number)}>");
                Write(group.Item, alphabet, text);
                text.Append(')');
                break;
            default:
                throw new UnreachableException(node.GetType().Name);
        }
    }

    /// <summary>The name of a capturing group: the groups of the writer's own have none.</summary>
    public static string NameOf(int group) => string.Create(CultureInfo.InvariantCulture, $"g{group}");

    private static void WriteGrouped(Re2Node node, Re2Alphabet alphabet, StringBuilder text)
    {
        if (node is Re2Node.One or Re2Node.Empty)
        {
            Write(node, alphabet, text);
            return;
        }

        text.Append("(?:");
        Write(node, alphabet, text);
        text.Append(')');
    }

    private static void WriteRepeat(Re2Node.Repeat repeat, Re2Alphabet alphabet, StringBuilder text)
    {
        // A capturing group, since .NET merges repetitions that stand directly in each other, and wrongly so where
        // one of them is optional: (?:x+|){2} would not match the empty text.
        var isSimple = repeat.Item is Re2Node.One;
        text.Append(isSimple ? "" : "(");
        Write(repeat.Item, alphabet, text);
        text.Append(isSimple ? "" : ")");
        text.Append(CultureInfo.InvariantCulture, $"{{{repeat.Least},");
        if (repeat.Most >= 0)
            text.Append(CultureInfo.InvariantCulture, $"{repeat.Most}");
        text.Append(repeat.IsLazy ? "}?" : "}");
    }

    /// <summary>A set as a class of unit ranges; a set without any unit as a class that matches nothing.</summary>
    private static void WriteSet(CodePointSet set, Re2Alphabet alphabet, StringBuilder text)
    {
        var start = text.Length;
        text.Append('[');
        var (first, last) = (-1, -1);
        foreach (var unit in alphabet.UnitsOf(set))
        {
            if (first >= 0 && unit == last + 1)
            {
                last = unit;
                continue;
            }

            WriteRange(first, last, text);
            (first, last) = (unit, unit);
        }

        WriteRange(first, last, text);
        if (text.Length == start + 1)
            text.Append(@"^\u0000-\uFFFF");
        text.Append(']');
    }

    private static void WriteRange(int first, int last, StringBuilder text)
    {
        if (first < 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $@"\u{first:X4}");
        if (last > first)
            text.Append(CultureInfo.InvariantCulture, $@"-\u{last:X4}");
    }

    private static string PatternOf(Re2Place place) => place switch
    {
        Re2Place.TextStart => @"\A",
        Re2Place.TextEnd => @"\z",
        Re2Place.LineStart => "(?m:^)",
        Re2Place.LineEnd => "(?m:$)",
        Re2Place.WordBoundary => @"\b",
        Re2Place.NoWordBoundary => @"\B",
        _ => throw new UnreachableException(place.ToString()),
    };
}
