using System.Diagnostics;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Terminal;

/// <summary>How an outcome is shown.</summary>
internal static class OutcomeTone
{
    /// <summary>The tone of a control.</summary>
    public static Tone Of(ControlResult control) => Of(control.Outcome, control.Counts.IsWaived);

    /// <summary>The tone.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="waived">Whether waivers cover all that fails.</param>
    public static Tone Of(Outcome outcome, bool waived) => outcome switch
    {
        Outcome.Pass => Tone.Good,
        Outcome.Fail => waived ? Tone.Doubtful : Tone.Bad,
        Outcome.Error => Tone.Bad,
        Outcome.Incomplete => Tone.Doubtful,
        Outcome.NotApplicable or Outcome.Manual or Outcome.NotAssessed => Tone.Quiet,
        _ => throw new UnreachableException($"{outcome}"),
    };
}
