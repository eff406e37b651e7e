using System.Collections.Frozen;
using System.Reflection;

namespace PolicyEval.Testing.Fuzzing;

/// <summary>The ids that the ledgers of some assemblies declare, and the rule that every place is inside its text.</summary>
/// <param name="assemblies">Where the classes named <c>…Descriptors</c> are.</param>
public sealed class FuzzLedger(params Assembly[] assemblies)
{
    private readonly FrozenSet<string> _ids = assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Name.EndsWith("Descriptors", StringComparison.Ordinal))
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(property => property.PropertyType.Name is "DiagnosticDescriptor" or "SnapshotDescriptor")
        .Select(property => property.GetValue(null)!)
        .Select(descriptor => (string)descriptor.GetType().GetProperty("Id")!.GetValue(descriptor)!)
        .ToFrozenSet();

    /// <summary>Asserts that an id is declared.</summary>
    public void CheckId(string id) => Xunit.Assert.True(_ids.Contains(id), $"{id} is in no ledger");

    /// <summary>Asserts that a place is in a text; lines and columns are 1-based.</summary>
    public static void CheckPlace(string text, int line, int column, int endLine, int endColumn)
    {
        var (start, end) = (OffsetOf(text, line, column), OffsetOf(text, endLine, endColumn));
        Xunit.Assert.True(start <= end, $"{line}:{column} is behind {endLine}:{endColumn}");
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var offset = 0;
        for (var at = 1; at < line; at++)
        {
            var length = text.AsSpan(offset).IndexOfAny('\r', '\n');
            Xunit.Assert.True(length >= 0, $"the text ends before line {line}");
            offset += length + (text.AsSpan(offset + length).StartsWith("\r\n") ? 2 : 1);
        }

        // Behind the last character of a line there is a place, and between its CR and LF one more.
        var rest = text.AsSpan(offset).IndexOf('\n');
        var columns = rest < 0 ? text.Length - offset : rest;
        Xunit.Assert.True(column >= 1 && column <= columns + 1, $"{line}:{column} is outside of the text");
        return offset + column - 1;
    }
}
