namespace PolicyEval.Language.Syntax;

/// <summary>What an expression may use up. The defaults are those of cel-go where it has one.</summary>
public sealed record CompilationLimits
{
    /// <summary>The defaults.</summary>
    public static CompilationLimits Default { get; } = new();

    /// <summary>How deep expressions nest in each other (brackets, arguments, operands in parentheses).</summary>
    public int MaxDepth { get; init; } = 250;

    /// <summary>How high the tree grows, long chains of operators and selections included.</summary>
    public int MaxHeight { get; init; } = 500;

    /// <summary>How many code points an expression has.</summary>
    public int MaxCodePoints { get; init; } = 100_000;

    /// <summary>How many syntax errors are reported.</summary>
    public int MaxErrors { get; init; } = 30;

    /// <summary>How many turns all loops of one evaluation take together.</summary>
    public int MaxIterations { get; init; } = 1_000_000;
}
