using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Policies;

/// <summary>The forms of names, each with its check and the words for what is wrong.</summary>
internal static class Names
{
    /// <summary>The longest name of any kind.</summary>
    private const int LengthMax = 80;

    private const string TooLong = "it is longer than 80 characters";

    /// <summary>Checks the name of a policy: lower-case letters and digits, parts joined by a hyphen.</summary>
    public static bool CheckKebab(DocumentScope scope, YamlScalar name, string owner) =>
        Check(scope, name, owner, IsJoined(name.Value, '-'), "it takes lower-case letters and digits, joined by \"-\"");

    /// <summary>Checks the name of a framework: as a policy's, or joined by underscores.</summary>
    public static bool CheckFramework(DocumentScope scope, YamlScalar name) =>
        Check(
            scope, name, "a framework", IsJoined(name.Value, '-') || IsJoined(name.Value, '_'),
            "it takes lower-case letters and digits, joined by \"-\" or \"_\"");

    /// <summary>Checks a name that expressions select: a letter, then letters, digits and underscores.</summary>
    public static bool CheckIdentifier(DocumentScope scope, YamlScalar name, string owner) =>
        Check(
            scope, name, owner, IsIdentifier(name.Value),
            "it takes a letter, then letters, digits and \"_\", because expressions select it");

    /// <summary>Checks a reason code: an upper-case letter, then letters and digits.</summary>
    public static bool CheckReason(DocumentScope scope, YamlScalar name) =>
        Check(
            scope, name, "a reason",
            name.Value is [>= 'A' and <= 'Z', ..] && name.Value.All(char.IsAsciiLetterOrDigit),
            "it takes an upper-case letter, then letters and digits, as in ActiveKey");

    private static bool Check(DocumentScope scope, YamlScalar name, string owner, bool isGood, string form)
    {
        if (isGood && name.Value.Length <= LengthMax)
            return true;
        scope.Report(PolicyDescriptors.BadName, name, name.Value, owner, isGood ? TooLong : form);
        return false;
    }

    private static bool IsJoined(string name, char joint) =>
        name.Split(joint).All(part =>
            part.Length > 0 && part.All(u => char.IsAsciiLetterLower(u) || char.IsAsciiDigit(u)));

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(u => char.IsAsciiLetterOrDigit(u) || u == '_');
}
