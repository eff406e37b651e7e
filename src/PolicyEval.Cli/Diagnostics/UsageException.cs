using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Diagnostics;

/// <summary>Ends a command with a diagnostic and an exit code.</summary>
internal sealed class UsageException : Exception
{
    private const int ShortestPart = 3;

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
            Suggestion = Suggest(written, [.. names]),
        });

    // A name that is cut off is far from the whole one by letters, and yet it is clear what is meant.
    private static string? Suggest(string written, IReadOnlyCollection<string> names) =>
        NameSuggester.Nearest(written, names)
        ?? (written.Length < ShortestPart ? null : Longer(written, names, atStart: true)
            ?? Longer(written, names, atStart: false));

    private static string? Longer(string part, IEnumerable<string> names, bool atStart) => names
        .Where(name => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) is var at && (atStart ? at == 0 : at > 0))
        .MinBy(name => name.Length);
}
