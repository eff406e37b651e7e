using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Testing;

/// <summary>A row of the credential report as a test writes it: the cells that are not as usual. Immutable.</summary>
/// <param name="Cells">Text by column, as in the CSV.</param>
internal sealed record TestRow(ImmutableDictionary<string, string> Cells)
{
    /// <summary>A row in which all is as usual.</summary>
    public static TestRow Usual { get; } = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>This row with the cells of another one in the place of its own.</summary>
    public TestRow Under(TestRow other) => new(Cells.SetItems(other.Cells));

    /// <summary>A cell, or null where the row says nothing of it.</summary>
    public string? this[string column] => Cells.GetValueOrDefault(column);
}
