using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>The keys of a kind of document as a table in Markdown, from the same forms as the schema.</summary>
internal static class KeyTable
{
    /// <summary>Keys below which stand AWS's own names: of columns, of numbers, of files.</summary>
    private static readonly string[] OfAws = ["row", "rows", "summary", "answers", "files"];

    public static string Of(DocumentForm kind)
    {
        var text = new StringBuilder("| Key | Meaning |\n| --- | --- |\n");
        foreach (var key in kind.Whole.Keys)
            Write(text, "", key);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string path, KeyForm key)
    {
        var name = path + key.Name;
        var needed = key.Presence == Presence.Required ? "" : " (optional)";
        text.Append(CultureInfo.InvariantCulture, $"| `{name}`{needed} | {key.Documentation}{Words(key.Value)} |\n");
        var (suffix, inner) = Inner(key.Value);
        if (inner is null || OfAws.Contains(key.Name))
            return;
        foreach (var nested in inner.Keys)
            Write(text, $"{Short(name)}{suffix}.", nested);
    }

    /// <summary>Inside the spec nothing is gained by its name.</summary>
    private static string Short(string name) => name.StartsWith("spec.", StringComparison.Ordinal) ? name[5..] : name;

    private static (string Suffix, MappingForm? Form) Inner(ValueForm form) => form switch
    {
        MappingForm mapping => ("", mapping),
        ListForm { Item: MappingForm item } => ("[]", item),
        OneOrManyForm { Item: MappingForm item } => ("", item),
        EntriesForm { Value: MappingForm value } => (".NAME", value),
        _ => ("", null),
    };

    private static string Words(ValueForm form) => form is ChoiceForm { Words.Length: > 1 } choice
        ? $" One of {string.Join(", ", choice.Words.Select(word => $"`{word}`"))}."
        : "";
}
