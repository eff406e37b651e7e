using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE3001 to PE3019: files that hold policies and frameworks, as files and as YAML.</summary>
public static class YamlDescriptors
{
    /// <summary>The file cannot be read.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Error(
        "PE3001", "File cannot be read", "This file cannot be read: {0}.",
        "Check that the file exists and that you may read it.");

    /// <summary>The file is larger than the limit.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = Error(
        "PE3002", "File too large", "This file has more than {0} bytes.",
        "Split the file: every document may stand in a file of its own.");

    /// <summary>The bytes are not UTF-8.</summary>
    public static DiagnosticDescriptor NotUtf8 { get; } = Error(
        "PE3003", "Not UTF-8", "This file is not UTF-8 text.",
        "Save the file as UTF-8, with or without a byte order mark.");

    /// <summary>The text is not YAML.</summary>
    public static DiagnosticDescriptor Syntax { get; } = Error(
        "PE3004", "YAML syntax", "This is not YAML: {0}",
        "Look at the indentation, and at quotes and brackets that are not closed, before this place. A text that "
        + "begins with ! or has ': ' in it needs quotes.");

    /// <summary>Nested too deeply.</summary>
    public static DiagnosticDescriptor TooDeep { get; } = Error(
        "PE3005", "YAML nested too deeply", "Lists and mappings are nested more than {0} deep here.",
        "Policies and frameworks need less than 10 levels; look for brackets that are not closed.");

    /// <summary>Too many nodes.</summary>
    public static DiagnosticDescriptor TooManyNodes { get; } = Error(
        "PE3006", "Too many YAML nodes", "This file has more than {0} values.",
        "Split the file: every document may stand in a file of its own.");

    /// <summary>An anchor, an alias or a tag.</summary>
    public static DiagnosticDescriptor NotSupported { get; } = Error(
        "PE3007", "YAML feature not used here", "{0} is not used in policy files.",
        "Put the expression or text into quotes if it begins with !, & or *; else write the value out in its place.");

    /// <summary>A key stands twice in a mapping.</summary>
    public static DiagnosticDescriptor DuplicateKey { get; } = Error(
        "PE3008", "Duplicate key", "The key \"{0}\" stands in this mapping already, at line {1}.",
        "Remove one of the two; YAML readers disagree on which one counts.");

    /// <summary>A key that is a list or a mapping.</summary>
    public static DiagnosticDescriptor KeyNotText { get; } = Error(
        "PE3009", "Key is not text", "A key must be text, not {0}.",
        "Write a plain name before the colon.");

    /// <summary>The folder of policies does not exist.</summary>
    public static DiagnosticDescriptor NoFolder { get; } = Error(
        "PE3010", "No such folder", "There is no folder \"{0}\"{1}.",
        "Give the folder that holds the policy files.");

    /// <summary>The folder holds no policy file.</summary>
    public static DiagnosticDescriptor EmptyFolder { get; } = new(
        "PE3011", "No policy files", "The folder \"{0}\" holds no file *.yaml or *.yml.",
        DiagnosticSeverity.Warning, "Files named *.tests.yaml do not count: they hold tests of policies.");

    /// <summary>A file in which no document stands.</summary>
    public static DiagnosticDescriptor EmptyFile { get; } = new(
        "PE3012", "Empty policy file", "This file holds no document.", DiagnosticSeverity.Warning,
        "Write a policy, a framework or a waiver into it, or delete it: it changes nothing.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
