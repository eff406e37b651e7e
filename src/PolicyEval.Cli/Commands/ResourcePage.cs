using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Cli.Commands;

/// <summary>Writes the fields of a resource type: what the expressions of a policy about it may read.</summary>
internal static class ResourcePage
{
    public static void Write(TerminalWriter terminal, RecordSymbol type)
    {
        var variable = ResourceSchema.VariableOf(type.Name);
        var isResource = ResourceSchema.Types.Contains(type);
        var seen = isResource ? $"  Expressions see it as {variable}" : "";
        terminal.WriteWrapped($"{type.Name}{seen}", 0, Tone.Heading);
        terminal.WriteWrapped(ResourceSchema.MeaningOf(type.Name), 2);
        if (isResource)
        {
            var account = type == ResourceSchema.Account ? "" : "account (policyeval show aws.account), ";
            terminal.WriteWrapped($"Beside it stand {account}params, variables and asOf.", 2);
        }
        terminal.EndLine();
        WriteFields(terminal, variable, type);
    }

    private static void WriteFields(TerminalWriter terminal, string path, RecordSymbol type)
    {
        foreach (var field in type.Fields)
        {
            var name = $"{path}.{field.Name}";
            if (field.Type.Kind == CelTypeKind.Record)
            {
                WriteFields(terminal, name, ResourceSchema.FindRecord(field.Type.Name)!);
                continue;
            }

            terminal.WriteLine($"{name}: {TypeOf(field.Type)}", Tone.Heading);
            terminal.WriteWrapped(field.Documentation, 2);
        }
    }

    private static string TypeOf(CelType type) =>
        type.Kind == CelTypeKind.Wrapper ? $"{type.Arguments[0]} or null" : $"{type}";
}
