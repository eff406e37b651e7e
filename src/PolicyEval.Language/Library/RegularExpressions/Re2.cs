using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>
/// Regular expressions of RE2 syntax, which is what CEL's <c>matches</c> takes: the door of this folder. A pattern is
/// read into a tree, and the tree is written for .NET's non-backtracking engine, so that no pattern and no text can
/// make it slow.
/// </summary>
public static class Re2
{
    /// <summary>The longest pattern, in UTF-16 units.</summary>
    private const int LengthMax = 10_000;

    /// <summary>The largest automaton, counted as characters with every repetition written out.</summary>
    private const int WeightMax = 50_000;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Re2Cache Cache = new();

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="regex">The compiled pattern; null where it is refused.</param>
    /// <param name="error">What is wrong; empty where nothing is.</param>
    /// <param name="offset">Where in the pattern, in UTF-16 units.</param>
    public static bool TryCompile(string pattern, out Re2Regex? regex, out string error, out int offset)
    {
        (regex, error, offset) = (null, "", 0);
        if (pattern.Length > LengthMax)
        {
            error = $"pattern longer than {LengthMax} characters";
            return false;
        }

        var (tree, parser) = Re2Parser.Parse(pattern);
        if (parser.Error is not null)
        {
            (error, offset) = (parser.Error, parser.ErrorOffset);
            return false;
        }

        var sets = new HashSet<CodePointSet>();
        Re2Writer.CollectSets(tree, sets);
        if (tree.Weight > WeightMax || Re2Alphabet.Of(sets) is not { } alphabet
            || Compiled(tree, alphabet) is not { } compiled)
        {
            error = "pattern too large";
            return false;
        }

        regex = new Re2Regex(pattern, compiled, alphabet, parser.GroupCount);
        return true;
    }

    /// <summary>
    /// Whether a part of the text matches a pattern that is known at run time only: a bool, or an error for a pattern
    /// that is none.
    /// </summary>
    public static CelValue IsMatch(string text, string pattern)
    {
        var (regex, error) = Find(pattern);
        return regex is null ? CelValue.Error(error) : CelValue.Of(regex.IsMatch(text));
    }

    /// <summary>A pattern that is known at run time only, compiled; or null, and what is wrong with it.</summary>
    internal static (Re2Regex? Regex, string Error) Find(string pattern) => Cache.GetOrCompile(pattern);

    /// <summary>The pattern for .NET, or null where its automaton would have more nodes than .NET makes.</summary>
    private static Regex? Compiled(Re2Node tree, Re2Alphabet alphabet)
    {
        var text = new StringBuilder();
        Re2Writer.Write(tree, alphabet, text);
        try
        {
            return new Regex(text.ToString(), Options);
        }
        catch (NotSupportedException)
        {
            // The engine estimates the number by rules of its own, and says so only like this.
            return null;
        }
    }
}
