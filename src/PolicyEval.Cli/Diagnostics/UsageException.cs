using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Diagnostics;

/// <summary>Ends a command with a diagnostic and an exit code.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(Diagnostic diagnostic, int exitCode = ExitCodes.WrongUsage)
        : base(diagnostic.Message)
    {
        Diagnostic = diagnostic;
        ExitCode = exitCode;
    }

    /// <summary>What to tell the user.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The exit code of the program.</summary>
    public int ExitCode { get; }

    /// <summary>Makes one about the command line, which has no place.</summary>
    public static UsageException Of(DiagnosticDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        new(Diagnostic.Create(descriptor, Location.None, arguments));

    /// <summary>Makes one about a name that nobody knows, with the name that may have been meant.</summary>
    public static UsageException Unknown(DiagnosticDescriptor descriptor, string written, IEnumerable<string> names) =>
        new(Diagnostic.Create(descriptor, Location.None, written) with
        {
            Suggestion = NameSuggester.Nearest(written, names),
        });
}
