using System.Collections.Frozen;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Language.Symbols;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources;

/// <summary>Which file holds a field.</summary>
internal static class FieldFiles
{
    private static readonly FrozenDictionary<string, RecordTable> Tables =
        Populations.All.Select(population => population.Table)
            .Concat([UserTable.Table, RootTable.Table, AccountTable.Table])
            .Concat([AttachedPolicyTable.Table, InstanceProfileTable.Table])
            .ToFrozenDictionary(table => table.Name, StringComparer.Ordinal);

    /// <summary>The table of a type of records, or null.</summary>
    public static RecordTable? TableOf(string type) => Tables.GetValueOrDefault(type);

    /// <summary>The file; null for what is no evidence, and for the account's name, which stands everywhere.</summary>
    public static string? Of(RecordSymbol record, FieldSymbol field)
    {
        if (record.Name == ResourceSchema.Summary.Name)
            return EvidenceFiles.AccountSummary;
        if (!field.IsEvidence || TableOf(record.Name) is not { } table)
            return null;
        var slot = field.Slot - FirstSlotOf(record.Name);
        if (slot < 0)
            return record.Name == ResourceSchema.AccountType ? null : EvidenceFiles.CredentialReport;
        return table.Fields[slot].File ?? table.File;
    }

    private static int FirstSlotOf(string record) => record switch
    {
        ResourceSchema.UserType or ResourceSchema.RootType => ResourceSchema.RowEvidence,
        ResourceSchema.AccountType => ResourceSchema.AccountEvidence,
        _ => 0,
    };
}
