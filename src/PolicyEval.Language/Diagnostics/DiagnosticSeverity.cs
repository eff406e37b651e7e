namespace PolicyEval.Language.Diagnostics;

/// <summary>How much a diagnostic weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Info,

    /// <summary>Probably a mistake; the input is used all the same.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}
