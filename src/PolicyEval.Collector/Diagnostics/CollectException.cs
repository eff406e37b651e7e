using System.Collections.Immutable;

namespace PolicyEval.Collector.Diagnostics;

/// <summary>Ends a command with messages and an exit code, before anything was collected.</summary>
internal sealed class CollectException : Exception
{
    public CollectException(ImmutableArray<CollectDiagnostic> diagnostics, int exitCode)
        : base(diagnostics[0].Message)
    {
        Diagnostics = diagnostics;
        ExitCode = exitCode;
    }

    /// <summary>What to tell the user; at least one.</summary>
    public ImmutableArray<CollectDiagnostic> Diagnostics { get; }

    /// <summary>The exit code of the program.</summary>
    public int ExitCode { get; }

    /// <summary>The command line is wrong.</summary>
    public static CollectException Usage(CollectDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        new([CollectDiagnostic.Of(descriptor, arguments)], ExitCodes.WrongUsage);

    /// <summary>Nothing can be collected.</summary>
    public static CollectException Nothing(CollectDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        new([CollectDiagnostic.Of(descriptor, arguments)], ExitCodes.Nothing);
}
