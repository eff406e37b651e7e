using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Documents;

/// <summary>Text: any scalar counts as it is written, so that <c>title: 2024</c> needs no quotes.</summary>
internal sealed record TextForm : ValueForm
{
    /// <summary>Any text.</summary>
    public static TextForm Any { get; } = new();

    /// <summary>Text that YAML must not take for a number: <c>1.10</c> is not <c>1.1</c>.</summary>
    public static TextForm Quoted { get; } = new() { IsQuoted = true };

    /// <summary>Whether what YAML takes for a number or a bool must stand in quotes.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether an empty text in quotes is a value too, even of a key that must be there.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What the whole text must match, or null for anything.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The most characters, or null for any number of them.</summary>
    public int? LengthMax { get; init; }

    /// <summary>What it is a name of, within a sentence: <c>a policy</c>; for texts with a pattern.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What the pattern takes, within a sentence.</summary>
    public string PatternWords { get; init; } = "";

    /// <summary>What is reported of a text that does not match; takes the text, the owner and the fault.</summary>
    public DiagnosticDescriptor Refusal { get; init; } = PolicyDescriptors.BadName;

    /// <summary>What is wrong with a text, within a sentence; null where nothing is.</summary>
    public string? Fault(string text)
    {
        // A "$" would let a line end pass behind the match.
        if (Pattern is not null && !(Pattern.Match(text) is { Success: true } match && match.Length == text.Length))
            return PatternWords;
        return text.Length > LengthMax ? $"it is longer than {LengthMax} characters" : null;
    }
}
