namespace PolicyEval.Evaluation.Results;

/// <summary>
/// How many of each outcome. Waived failures are counted in <see cref="Fail"/> and again in <see cref="Waived"/>.
/// </summary>
public sealed record OutcomeCounts(
    int Pass, int Fail, int Manual, int NotApplicable, int NotAssessed, int Incomplete, int Error, int Waived)
{
    /// <summary>Nothing.</summary>
    public static OutcomeCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public int Total => Pass + Fail + Manual + NotApplicable + NotAssessed + Incomplete + Error;

    /// <summary>Those for which the evidence was in scope: neither manual nor not assessed.</summary>
    public int Assessed => Total - Manual - NotAssessed;

    /// <summary>Whether there are failures, and waivers cover all of them.</summary>
    public bool IsWaived => Fail > 0 && Waived == Fail;

    /// <summary>
    /// One fail decides, else one error, else one incomplete. What is left passes if it was assessed in all its parts:
    /// evidence that nobody gave never makes a pass. Without any finding the population is proven empty.
    /// </summary>
    public Outcome RollUp => this switch
    {
        { Fail: > 0 } => Outcome.Fail,
        { Error: > 0 } => Outcome.Error,
        { Incomplete: > 0 } => Outcome.Incomplete,
        { NotAssessed: > 0 } => Outcome.NotAssessed,
        { Pass: > 0 } => Outcome.Pass,
        _ => Outcome.NotApplicable,
    };

    /// <summary>What is left when others, which are among these, are taken away.</summary>
    public OutcomeCounts Except(OutcomeCounts others) => new(
        Pass - others.Pass, Fail - others.Fail, Manual - others.Manual, NotApplicable - others.NotApplicable,
        NotAssessed - others.NotAssessed, Incomplete - others.Incomplete, Error - others.Error,
        Waived - others.Waived);

    /// <summary>One more of an outcome.</summary>
    public OutcomeCounts Add(Outcome outcome, bool waived = false) =>
        waived && outcome == Outcome.Fail
            ? this with { Fail = Fail + 1, Waived = Waived + 1 }
            : Add(outcome, 1);

    /// <summary>Some more of an outcome, none of them waived.</summary>
    public OutcomeCounts Add(Outcome outcome, int count) => outcome switch
    {
        Outcome.Pass => this with { Pass = Pass + count },
        Outcome.Fail => this with { Fail = Fail + count },
        Outcome.Manual => this with { Manual = Manual + count },
        Outcome.NotApplicable => this with { NotApplicable = NotApplicable + count },
        Outcome.NotAssessed => this with { NotAssessed = NotAssessed + count },
        Outcome.Incomplete => this with { Incomplete = Incomplete + count },
        Outcome.Error => this with { Error = Error + count },
        _ => throw new System.Diagnostics.UnreachableException($"{outcome}"),
    };
}
