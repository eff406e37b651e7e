using PolicyEval.Collector.Aws;

namespace PolicyEval.Collector.Accounts;

/// <summary>Failures in words.</summary>
internal static class FailureText
{
    /// <summary>What failed, why, and the way out, in one line.</summary>
    /// <param name="permission">What was asked for, such as <c>sts:AssumeRole</c>.</param>
    /// <param name="failure">What came of it.</param>
    public static string Of(string permission, Failure failure)
    {
        var why = $"{permission}: {failure.Error.Code}: {failure.Error.Message.TrimEnd('.')}.";
        return failure.Help.Length == 0 ? why : $"{why} {failure.Help}";
    }
}
