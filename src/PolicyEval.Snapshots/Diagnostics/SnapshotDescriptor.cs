namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>What is common to all diagnostics of one id. Declared once, in <see cref="SnapshotDescriptors"/>.</summary>
/// <param name="Id">Stable and never used again for something else: <c>PE6</c> and three digits.</param>
/// <param name="Title">A short name for the reference page.</param>
/// <param name="MessageFormat">A composite format string.</param>
/// <param name="Severity">The weight.</param>
/// <param name="Help">The way out: what the reader can do, in one or two sentences.</param>
public sealed record SnapshotDescriptor(
    string Id, string Title, string MessageFormat, SnapshotSeverity Severity, string Help);
