using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>One message about one place of the evidence. Immutable.</summary>
/// <param name="Descriptor">The id with its title, severity and way out.</param>
/// <param name="File">The file's name as evidence cites it, without folders; empty for what concerns no file.</param>
/// <param name="Line">1-based; 0 means "the file as a whole".</param>
/// <param name="Column">1-based, in UTF-16 units; 0 where <paramref name="Line"/> is.</param>
/// <param name="Field">The column or JSON property; empty where there is none.</param>
/// <param name="Arguments">What the message format names, already as text.</param>
public sealed record SnapshotDiagnostic(
    SnapshotDescriptor Descriptor,
    string File,
    int Line,
    int Column,
    string Field,
    ImmutableArray<string> Arguments)
{
    /// <summary>The id, such as <c>PE6020</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The weight.</summary>
    public SnapshotSeverity Severity => Descriptor.Severity;

    /// <summary>The way out.</summary>
    public string Help => Descriptor.Help;

    /// <summary>The sentence for the reader, without place and id.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments.Cast<object?>()]);

    /// <summary><c>file:line:column: PE6020: message</c>.</summary>
    public override string ToString() => Line == 0
        ? FormattableString.Invariant($"{File}: {Id}: {Message}")
        : FormattableString.Invariant($"{File}:{Line}:{Column}: {Id}: {Message}");
}
