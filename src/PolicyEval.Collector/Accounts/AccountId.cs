namespace PolicyEval.Collector.Accounts;

/// <summary>The id of an AWS account.</summary>
internal static class AccountId
{
    /// <summary>Digits of an id.</summary>
    public const int Length = 12;

    /// <summary>Whether the text is twelve digits of ASCII: it becomes part of ARNs and of a folder's name.</summary>
    public static bool IsValid(string text) => text.Length == Length && text.All(char.IsAsciiDigit);
}
