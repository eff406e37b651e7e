using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Counts outcomes of findings.</summary>
internal sealed class ControlTally
{
    private readonly int[] _findings = new int[Enum.GetValues<Outcome>().Length];
    private int _waived;

    /// <summary>The findings by outcome.</summary>
    public OutcomeCounts Counts => new(
        Of(Outcome.Pass), Of(Outcome.Fail), Of(Outcome.Manual), Of(Outcome.NotApplicable),
        Of(Outcome.NotAssessed), Of(Outcome.Incomplete), Of(Outcome.Error), _waived);

    /// <summary>
    /// The file that the first finding misses that was not assessed; empty where all were.
    /// </summary>
    public string NotAssessedFile { get; private set; } = "";

    /// <summary>Counts a finding. A waiver does not change its outcome.</summary>
    public void Add(Finding finding)
    {
        _findings[(int)finding.Outcome]++;
        if (finding.Waiver is not null)
            _waived++;
        if (finding is { Outcome: Outcome.NotAssessed, Missing: [var missing, ..] } && NotAssessedFile.Length == 0)
            NotAssessedFile = missing.File;
    }

    /// <summary>Counts findings that were not wanted one by one.</summary>
    public void Add(in FindingCount count)
    {
        _findings[(int)count.Outcome] += count.Count;
        if (count is { Outcome: Outcome.NotAssessed, MissingFile: { } file } && NotAssessedFile.Length == 0)
            NotAssessedFile = file;
    }

    /// <summary>Whether a finding had that outcome.</summary>
    public bool Has(Outcome outcome) => Of(outcome) > 0;

    private int Of(Outcome outcome) => _findings[(int)outcome];
}
