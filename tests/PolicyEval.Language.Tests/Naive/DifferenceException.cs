namespace PolicyEval.Language.Tests.Naive;

/// <summary>Engine and naive walker differ.</summary>
/// <param name="key">What tells the difference from others.</param>
/// <param name="message">All that is needed to see it.</param>
internal sealed class DifferenceException(string key, string message) : Exception(message)
{
    public string Key { get; } = key;
}
