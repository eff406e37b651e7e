using System.Collections;
using System.Reflection;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// Every diagnostic that the rooms and the collector declare, found by looking at all classes named <c>…Descriptors</c>.
/// </summary>
internal static class DiagnosticLedger
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>One declared diagnostic.</summary>
    internal sealed record Entry(
        string Ledger, string Member, string Id, string Title, string Message, string Severity, string Help);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Entry> Entries { get; } =
        [.. Assemblies.Rooms.Append(Assemblies.NameOf("Collector"))
            .Select(room => Assembly.Load(room))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Descriptors", StringComparison.Ordinal))
            .SelectMany(EntriesOf)
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)];

    private static IEnumerable<Entry> EntriesOf(Type ledger) => ledger.GetFields(Statics)
        .Where(field => !field.Name.StartsWith('<')
            && field.FieldType.Name.EndsWith("Descriptor", StringComparison.Ordinal))
        .Select(field => (field.Name, Value: field.GetValue(null)!))
        .Concat(ledger.GetProperties(Statics)
            .Where(property => !typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                && property.PropertyType.Name.EndsWith("Descriptor", StringComparison.Ordinal))
            .Select(property => (property.Name, Value: property.GetValue(null)!)))
        .Select(member => new Entry(
            ledger.Name,
            member.Name,
            Text(member.Value, "Id"),
            Text(member.Value, "Title"),
            Text(member.Value, "MessageFormat"),
            Text(member.Value, "Severity"),
            Text(member.Value, "Help")));

    private static string Text(object descriptor, string property) =>
        descriptor.GetType().GetProperty(property)!.GetValue(descriptor)!.ToString()!;
}
