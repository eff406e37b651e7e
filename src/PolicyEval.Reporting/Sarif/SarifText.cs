using System.Diagnostics;
using System.Text;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Texts as SARIF has them.</summary>
internal static class SarifText
{
    /// <summary>A message as a sentence: with a full stop, the invisible escaped.</summary>
    public static string Sentence(string text)
    {
        var safe = SafeText.Of(text);
        return safe.EndsWith('.') || safe.EndsWith('?') ? safe : safe + ".";
    }

    /// <summary>A title as one word, each of its words with a capital letter: <c>UndeclaredField</c>.</summary>
    public static string NameOf(string title)
    {
        var name = new StringBuilder();
        var isStart = true;
        foreach (var unit in title)
        {
            if (char.IsAsciiLetterOrDigit(unit))
                name.Append(isStart ? char.ToUpperInvariant(unit) : unit);
            isStart = !char.IsAsciiLetterOrDigit(unit);
        }

        return name.ToString();
    }

    /// <summary>
    /// A plain text message: braces are doubled, because single ones stand around the number of an argument (3.11.5),
    /// and <c>](</c> is kept from being read as a link (3.11.6).
    /// </summary>
    public static string Message(string text) => text
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>A text of several lines, each safe to show.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(SafeText.Of));

    /// <summary>The word for a kind.</summary>
    public static string Of(SarifKind kind) => kind switch
    {
        SarifKind.Fail => "fail",
        SarifKind.Pass => "pass",
        SarifKind.Open => "open",
        SarifKind.Review => "review",
        SarifKind.NotApplicable => "notApplicable",
        _ => throw new UnreachableException($"{kind}"),
    };

    /// <summary>The word for a level.</summary>
    public static string Of(SarifLevel level) => level switch
    {
        SarifLevel.None => "none",
        SarifLevel.Note => "note",
        SarifLevel.Warning => "warning",
        SarifLevel.Error => "error",
        _ => throw new UnreachableException($"{level}"),
    };
}
