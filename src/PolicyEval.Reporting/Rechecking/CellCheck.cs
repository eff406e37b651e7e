using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>Looks up every cell that a report cites: the file by its digest, then line, column and value.</summary>
/// <param name="contentOf">Gets the evidence.</param>
/// <param name="changed">What is here with other content: there, only what has another value is a problem.</param>
internal sealed class CellCheck(EvidenceContent contentOf, ChangedSnapshots changed)
{
    private readonly Dictionary<(string Snapshot, string File), FileLines?> _files = [];

    /// <summary>How many cells were looked up.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them were found.</summary>
    public int Found { get; private set; }

    /// <summary>What is wrong with the cells of a finding.</summary>
    public List<string> ProblemsOf(Finding finding)
    {
        var problems = new List<string>();
        var unusable = finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>();
        foreach (var cell in finding.Evidence.Concat(unusable).Distinct())
        {
            Total++;
            if (ProblemOf(finding.Snapshot, cell) is { } problem)
                problems.Add(problem);
            else if (IsCited(finding.Snapshot, cell))
                Found++;
        }

        return problems;
    }

    private string? ProblemOf(string snapshot, EvidenceCell cell)
    {
        if (LinesOf(snapshot, cell.File) is not { } lines)
            return $"{cell.File} of its snapshot is not here";
        return lines.Sha256 == cell.Sha256 || changed.Has(snapshot)
            ? lines.ProblemOf(cell)
            : $"{cell.File} has another digest than the cell that is cited from it";
    }

    private bool IsCited(string snapshot, EvidenceCell cell) => LinesOf(snapshot, cell.File)?.Sha256 == cell.Sha256;

    private FileLines? LinesOf(string snapshot, string file)
    {
        if (_files.TryGetValue((snapshot, file), out var known))
            return known;
        var lines = contentOf(changed.Here(snapshot), file) is { } content ? new FileLines(content) : null;
        _files.Add((snapshot, file), lines);
        return lines;
    }
}
