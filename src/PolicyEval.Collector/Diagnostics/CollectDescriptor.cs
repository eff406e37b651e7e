namespace PolicyEval.Collector.Diagnostics;

/// <summary>What is common to all messages of one id. Declared once, in <see cref="CollectDescriptors"/>.</summary>
/// <param name="Id">Stable and never used again for something else: <c>PE42</c> and two digits.</param>
/// <param name="Title">A short name for the reference page.</param>
/// <param name="MessageFormat">A composite format string.</param>
/// <param name="Severity">The weight.</param>
/// <param name="Help">The way out: what the reader can do, in one or two sentences.</param>
internal sealed record CollectDescriptor(
    string Id, string Title, string MessageFormat, CollectSeverity Severity, string Help);
