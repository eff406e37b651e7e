using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>The fields of every type of record as tables in Markdown, from the schema that expressions go by.</summary>
internal static class FieldTable
{
    public static string OfAll()
    {
        var text = new StringBuilder();
        text.Append("#### The columns of the report: fields of `root` and `user`\n\n");
        Write(text, ResourceSchema.User.Fields.Where(IsColumn));
        foreach (var record in ResourceSchema.Records)
        {
            var isResource = ResourceSchema.Types.Contains(record);
            var name = isResource ? $"`{record.Name}`, seen as `{ResourceSchema.VariableOf(record.Name)}`" : $"`{record.Name}`";
            text.Append(CultureInfo.InvariantCulture, $"\n#### {name}\n\n{ResourceSchema.MeaningOf(record.Name)}");
            var isListed = isResource && record != ResourceSchema.Root && record != ResourceSchema.Account;
            text.Append(isListed ? $" Listed by `{ResourceSchema.PrimaryFileOf(record.Name)}`.\n\n" : "\n\n");
            Write(text, record.Fields.Where(field => !IsRow(record) || !IsColumn(field)));
        }

        return text.ToString();
    }

    private static bool IsRow(RecordSymbol record) => record == ResourceSchema.Root || record == ResourceSchema.User;

    private static bool IsColumn(FieldSymbol field) => field.Slot < ResourceSchema.RowEvidence;

    private static void Write(StringBuilder text, IEnumerable<FieldSymbol> fields)
    {
        text.Append("| Field | Type | Meaning |\n| --- | --- | --- |\n");
        foreach (var field in fields)
            text.Append(CultureInfo.InvariantCulture, $"| `{field.Name}` | {Words(field.Type)} | {field.Documentation} |\n");
    }

    private static string Words(CelType type) =>
        type.Kind == CelTypeKind.Wrapper ? $"{type.Arguments[0]} or null" : type.ToString();
}
