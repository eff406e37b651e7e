using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>How the run ended (SARIF 2.1.0, 3.20); without a clock, a machine or a command line.</summary>
/// <param name="ExitCode">The exit code of the program.</param>
/// <param name="Notifications">What there is to say about what the run was given.</param>
internal sealed record SarifInvocation(int ExitCode, ImmutableArray<SarifNotification> Notifications)
{
    /// <summary>What happened while it ran.</summary>
    public ImmutableArray<SarifNotification> Events { get; init; } = [];

    /// <summary>Whether the tool could do its work; results, however many, are no failure of it.</summary>
    public bool IsSuccessful =>
        !Notifications.Concat(Events).Any(notification => notification.Level == SarifLevel.Error);
}
