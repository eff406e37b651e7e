using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Terminal;

/// <summary>A line of the table: a control, or a policy that no control names.</summary>
/// <param name="Name">The control's id or the policy's name.</param>
/// <param name="Outcome">The roll-up of its findings.</param>
/// <param name="Severity">Null where no policy serves the control.</param>
/// <param name="Counts">Its findings by outcome.</param>
/// <param name="Title">The title.</param>
internal sealed record TableRow(
    string Name, Outcome Outcome, Severity? Severity, OutcomeCounts Counts, string Title)
{
    /// <summary>The policies that decide it.</summary>
    public required ImmutableArray<string> Policies { get; init; }

    /// <summary>How many of its findings fail.</summary>
    public string Failing => $"{Counts.Fail} of {Counts.Total}";

    /// <summary>How many accounts it says nothing of, for there is no evidence of them.</summary>
    public int Missing { get; init; }

    /// <summary>The line of a control.</summary>
    public static TableRow Of(ControlResult control) => new(
        control.Id,
        control.Outcome,
        control.Severity,
        control.Counts,
        control.Assessment == "manual" ? $"{control.Title} (the framework calls it manual)" : control.Title)
    {
        Policies = control.Policies,
        Missing = control.Accounts?.Missing ?? 0,
    };

    /// <summary>The line of a policy.</summary>
    public static TableRow Of(PolicyReference policy, OutcomeCounts counts) =>
        new(policy.Name, counts.RollUp, policy.Severity, counts, policy.Title) { Policies = [policy.Name] };
}
