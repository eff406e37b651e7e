using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Turns an answer's elements into JSON by their shape. What the shape does not know is kept behind what it knows, by
/// the look of it.
/// </summary>
internal static class AnswerBuilder
{
    private const string Member = "member";

    /// <summary>An element of an XML answer.</summary>
    public static AnswerItem Build(XmlItem element, Shape? shape) => shape?.Kind switch
    {
        null => BuildUnknown(element),
        ShapeKind.Structure => BuildStructure(element, shape),
        ShapeKind.List => BuildList(element, shape.Element),
        ShapeKind.Map => BuildMap(element, shape.Element!),
        _ when !element.Children.IsEmpty => BuildUnknown(element),
        _ => BuildText(element.Text, shape.Kind),
    };

    /// <summary>
    /// A value of a JSON answer: known members first and in their order, times as the AWS CLI prints them.
    /// </summary>
    public static AnswerItem Build(AnswerItem value, Shape? shape)
    {
        switch (shape?.Kind, value.Kind)
        {
            case (ShapeKind.Timestamp, AnswerItemKind.Literal):
                return AnswerTime.OfSeconds(value.Text) is { } time ? AnswerItem.String(time) : value;
            case (ShapeKind.Timestamp, AnswerItemKind.String):
                return AnswerItem.String(AnswerTime.OfText(value.Text));
            case (ShapeKind.List, AnswerItemKind.List):
                var list = AnswerItem.List();
                list.Items.AddRange(value.Items.Select(item => Build(item, shape!.Element)));
                return list;
            case (ShapeKind.Structure, AnswerItemKind.Structure):
                return BuildStructure(value, shape!);
            default:
                return value;
        }
    }

    private static AnswerItem BuildStructure(AnswerItem value, Shape shape)
    {
        var structure = AnswerItem.Structure();
        foreach (var member in shape.Members)
        {
            // The AWS CLI leaves out what is null.
            if (value.Find(member.Name) is { } found and not { Kind: AnswerItemKind.Literal, Text: "null" })
                structure.Properties.Add(new(member.Name, Build(found, member.Shape)));
        }

        structure.Properties.AddRange(value.Properties.Where(property => !Knows(shape, property.Key)));
        return structure;
    }

    private static AnswerItem BuildStructure(XmlItem element, Shape? shape)
    {
        var structure = AnswerItem.Structure();
        foreach (var member in shape?.Members ?? [])
        {
            foreach (var child in element.Children)
            {
                if (child.Name == member.Name)
                    Add(structure, child.Name, Build(child, member.Shape));
            }
        }

        foreach (var child in element.Children)
        {
            if (!Knows(shape, child.Name))
                Add(structure, child.Name, BuildUnknown(child));
        }

        return structure;
    }

    private static bool Knows(Shape? shape, string name)
    {
        foreach (var member in shape?.Members ?? [])
        {
            if (member.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>Adds a property; what stands twice becomes a list, so that nothing is lost.</summary>
    private static void Add(AnswerItem structure, string name, AnswerItem value)
    {
        if (structure.Find(name) is not { } first)
        {
            structure.Properties.Add(new(name, value));
            return;
        }

        // The list is this structure's own, so it grows in place: copied each time, many elements would cost hours.
        var both = first;
        if (first.Kind != AnswerItemKind.List)
        {
            both = AnswerItem.List();
            both.Items.Add(first);
            structure.Set(name, both);
        }

        if (value.Kind == AnswerItemKind.List)
            both.Items.AddRange(value.Items);
        else
            both.Items.Add(value);
    }

    private static AnswerItem BuildList(XmlItem element, Shape? itemShape)
    {
        var list = AnswerItem.List();
        foreach (var child in element.Children)
            list.Items.Add(Build(child, child.Name == Member ? itemShape : null));
        return list;
    }

    private static AnswerItem BuildMap(XmlItem element, Shape valueShape)
    {
        var map = AnswerItem.Structure();
        foreach (var entry in element.Children)
        {
            if (entry.Find("key") is { } key && entry.Find("value") is { } value)
                map.Set(key.Text, Build(value, valueShape));
            else
                Add(map, entry.Name, BuildUnknown(entry));
        }

        return map;
    }

    private static AnswerItem BuildUnknown(XmlItem element) =>
        element.Children.IsEmpty ? AnswerItem.String(element.Text)
        : HasMembersOnly(element) ? BuildList(element, null)
        : BuildStructure(element, null);

    private static bool HasMembersOnly(XmlItem element)
    {
        foreach (var child in element.Children)
        {
            if (child.Name != Member)
                return false;
        }

        return true;
    }

    private static AnswerItem BuildText(string text, ShapeKind kind) => kind switch
    {
        ShapeKind.Text => AnswerItem.String(text),
        ShapeKind.Timestamp => AnswerItem.String(AnswerTime.OfText(text)),
        ShapeKind.Policy => BuildPolicy(text),
        ShapeKind.Boolean => text is "true" or "false" ? AnswerItem.Literal(text) : AnswerItem.String(text),
        ShapeKind.Integer =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? AnswerItem.Literal(number.ToString(CultureInfo.InvariantCulture))
                : AnswerItem.String(text),
        _ => throw new UnreachableException($"{kind} has no text."),
    };

    /// <summary>A policy document as the value it holds; where it is no JSON, the text as it came.</summary>
    private static AnswerItem BuildPolicy(string text)
    {
        try
        {
            return JsonTree.Read(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(text)));
        }
        catch (JsonException)
        {
            return AnswerItem.String(text);
        }
    }
}
