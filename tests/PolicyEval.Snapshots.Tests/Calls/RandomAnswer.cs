using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>
/// Writes a random answer of a shape twice: as XML in any order and layout, and as the JSON that must come of it.
/// </summary>
internal sealed class RandomAnswer(int seed, Func<Random, string> text)
{
    private readonly Random _random = new(seed);

    public (string Xml, AnswerItem Json) Write(Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure => WriteStructure(shape, all: false),
        ShapeKind.List => WriteList(shape.Element!),
        ShapeKind.Map => WriteMap(shape.Element!),
        ShapeKind.Integer => Literal(_random.NextInt64(-9, long.MaxValue).ToString(CultureInfo.InvariantCulture)),
        ShapeKind.Boolean => Literal(_random.Next(2) == 0 ? "true" : "false"),
        ShapeKind.Timestamp => ("2026-01-02T03:04:05Z", AnswerItem.String("2026-01-02T03:04:05+00:00")),
        ShapeKind.Policy => WritePolicy(),
        _ => WriteText(),
    };

    /// <summary>A structure; its members stand in any order in the XML, and in the shape's order in JSON.</summary>
    public (string Xml, AnswerItem Json) WriteStructure(Shape shape, bool all)
    {
        var json = AnswerItem.Structure();
        var elements = new List<string>();
        foreach (var member in shape.Members)
        {
            if (!all && member.Name != "UserName" && _random.Next(3) == 0)
                continue;
            var (xml, value) = Write(member.Shape);
            elements.Add($"<{member.Name}>{xml}</{member.Name}>");
            json.Set(member.Name, value);
        }

        var order = elements.ToArray();
        _random.Shuffle(order);
        return (Layout() + string.Concat(order.Select(element => element + Layout())), json);
    }

    private (string Xml, AnswerItem Json) WriteList(Shape element)
    {
        var json = AnswerItem.List();
        var xml = new StringBuilder(Layout());
        for (var count = _random.Next(4); count > 0; count--)
        {
            var (inside, value) = Write(element);
            xml.Append(CultureInfo.InvariantCulture, $"<member>{inside}</member>").Append(Layout());
            json.Items.Add(value);
        }

        return (xml.ToString(), json);
    }

    private (string Xml, AnswerItem Json) WriteMap(Shape element)
    {
        var json = AnswerItem.Structure();
        var xml = new StringBuilder(Layout());
        for (var count = _random.Next(4); count > 0; count--)
        {
            var (inside, value) = Write(element);
            xml.Append(CultureInfo.InvariantCulture, $"<entry><key>k{count}</key><value>{inside}</value></entry>");
            json.Set($"k{count}", value);
        }

        return (xml.ToString(), json);
    }

    private (string Xml, AnswerItem Json) WritePolicy()
    {
        var statement = AnswerItem.Structure();
        statement.Set("Effect", AnswerItem.String(text(_random)));
        statement.Set("Count", AnswerItem.Literal("1"));
        var document = AnswerItem.Structure();
        document.Set("Statement", AnswerItem.List());
        document.Find("Statement")!.Items.Add(statement);
        return (Uri.EscapeDataString(Encoding.UTF8.GetString(AnswerWriter.Write(document))), document);
    }

    private (string Xml, AnswerItem Json) WriteText()
    {
        var value = text(_random);
        var plain = value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        var xml = _random.Next(4) switch
        {
            0 when !value.Contains("]]>", StringComparison.Ordinal) => $"<![CDATA[{value}]]>",
            1 => $"<!-- {(value.Length > 0 ? "a" : "b")} -->{plain}",
            _ => plain,
        };
        return (xml, AnswerItem.String(value));
    }

    private static (string Xml, AnswerItem Json) Literal(string literal) => (literal, AnswerItem.Literal(literal));

    private string Layout() => _random.Next(4) switch
    {
        0 => "\n    ",
        1 => "<!-- layout -->",
        _ => "",
    };
}
