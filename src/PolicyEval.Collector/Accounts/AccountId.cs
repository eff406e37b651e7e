namespace PolicyEval.Collector.Accounts;

/// <summary>The id of an AWS account.</summary>
internal static class AccountId
{
    private const int Digits = 12;

    /// <summary>Whether the text is twelve digits of ASCII: it becomes part of ARNs and of a folder's name.</summary>
    public static bool IsValid(string text) => text.Length == Digits && text.All(char.IsAsciiDigit);
}
