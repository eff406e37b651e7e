namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>An error in the place of a value. What it says is for the reader of a failed test alone.</summary>
internal sealed record Fault(string Reason)
{
    public static Fault NoOverload { get; } = new("no such overload");

    public static Fault OutOfRange { get; } = new("out of range");
}
