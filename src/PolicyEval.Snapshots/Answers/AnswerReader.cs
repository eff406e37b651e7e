using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>
/// Reads the AWS CLI's JSON outputs, and tells answers from errors and from files under a wrong name.
/// </summary>
internal sealed class AnswerReader(SnapshotLimits limits, SnapshotDiagnosticBag diagnostics)
{
    private const string SummaryMap = "SummaryMap";
    private static readonly string[] PolicyCounts = ["AttachmentCount", "PermissionsBoundaryUsageCount"];

    /// <summary>Reads the file of one answer; after an error diagnostic, the answer counts as not given.</summary>
    /// <param name="source">The file.</param>
    /// <param name="fileName">The name that it has in a snapshot folder.</param>
    /// <param name="parsed">The values of the same bytes where they were read already, else null.</param>
    public Answer Read(Source source, string fileName, JsonText? parsed = null)
    {
        if (!TextCheck.Holds(source, diagnostics)
            || (parsed ?? new JsonTextReader(source, limits, diagnostics).Read()) is not { } json)
        {
            return Answer.NotGiven(fileName);
        }

        if (json.Root.Property("Error") is { Kind: JsonCellKind.Object } error)
            return ReadError(source, fileName, json, error);
        var wrapper = WrapperOf(fileName, json.Root);
        if (wrapper.Length == 0 && !CheckShape(source, fileName, json.Root))
            return Answer.NotGiven(fileName);
        var answer = new Answer(
            fileName, AnswerStatus.Given, FileOf(source, EvidenceStatus.Given), json, wrapper);
        if (fileName == EvidenceFiles.AccountSummary)
            CheckCounts(source, answer);
        else if (fileName == EvidenceFiles.AccountAuthorizationDetails)
            CheckPolicyCounts(source, json.Root);
        CheckCut(source, json.Root);
        return answer;
    }

    private Answer ReadError(Source source, string fileName, JsonText json, JsonCell error)
    {
        if (error.Property("Code") is not { Kind: JsonCellKind.String } code)
        {
            diagnostics.Report(
                SnapshotDescriptors.WrongShape, source.Name, error.Place, "Error", "an error with a 'Code'", "none");
            return Answer.NotGiven(fileName);
        }

        // There is no such thing, which is an answer: a password policy, or an organisation to manage.
        var operation = ApiOperations.All.First(known => known.File == fileName);
        if (CallErrors.IsAbsent(operation, code.Text) || CallErrors.IsNotApplicable(operation, code.Text))
            return new Answer(fileName, AnswerStatus.NoSuchEntity, FileOf(source, EvidenceStatus.NoSuchEntity), json);
        diagnostics.Report(
            SnapshotDescriptors.Denied, source.Name, code.Place, "Code", code.Text, operation.Permission);
        return new Answer(fileName, AnswerStatus.Denied, FileOf(source, EvidenceStatus.Denied), json);
    }

    /// <summary>The property that a summary lacks when only its map was saved; else nothing.</summary>
    private static string WrapperOf(string fileName, JsonCell root) =>
        fileName == EvidenceFiles.AccountSummary
        && root.Kind == JsonCellKind.Object
        && root.Property(SummaryMap) is null
        && root.Children().Select(child => (JsonCell?)child).FirstOrDefault() is { Kind: JsonCellKind.Number }
            ? SummaryMap
            : "";

    private bool CheckShape(Source source, string fileName, JsonCell root)
    {
        var shape = AnswerShape.All.First(known => known.FileName == fileName);
        if (shape.Fits(root))
            return true;
        var other = AnswerShape.All.FirstOrDefault(known => known.Fits(root));
        if (fileName == EvidenceFiles.CredentialReportAnswer)
        {
            ReportNoReport(source, root, other);
            return false;
        }

        var found = other is not null ? $"what belongs in {other.FileName}"
            : root.Kind == JsonCellKind.Object ? "another object"
            : "no object";
        diagnostics.Report(SnapshotDescriptors.WrongShape, source.Name, root.Place, "", shape.Expected, found);
        return false;
    }

    private void ReportNoReport(Source source, JsonCell root, AnswerShape? other)
    {
        if (other is not null)
            diagnostics.Report(SnapshotDescriptors.OtherAnswer, source.Name, root.Place, "", other.FileName);
        else if (root.Property("State") is { Kind: JsonCellKind.String } state)
            diagnostics.Report(SnapshotDescriptors.OnlyState, source.Name, state.Place, state.Field, state.Text);
        else
            diagnostics.Report(SnapshotDescriptors.NotAReport, source.Name, root.Place, "");
    }

    private void CheckCounts(Source source, Answer summary)
    {
        foreach (var count in summary.Find(SummaryMap)!.Value.Children())
        {
            if (count.Int is not >= 0)
                diagnostics.Report(SnapshotDescriptors.NotACount, source.Name, count.Place, count.Field, count.Raw);
        }
    }

    /// <summary>Numbers that count nothing. What is no number at all, the evaluation finds unknown.</summary>
    private void CheckPolicyCounts(Source source, JsonCell root)
    {
        var policies = root.Property("Policies")?.Children() ?? [];
        foreach (var count in policies.SelectMany(policy => PolicyCounts.Select(name => policy.Property(name))))
        {
            if (count is { Kind: JsonCellKind.Number, Int: not >= 0 } cell)
                diagnostics.Report(SnapshotDescriptors.NotACount, source.Name, cell.Place, cell.Field, cell.Raw);
        }
    }

    private void CheckCut(Source source, JsonCell root)
    {
        foreach (var cut in Answer.CutsIn(root))
            diagnostics.Report(SnapshotDescriptors.CutAnswer, source.Name, cut.Place, cut.Field, cut.Field);
    }

    private static EvidenceFile FileOf(Source source, EvidenceStatus status) =>
        new(source.Name, source.Sha256(), source.Bytes.Length, status, null, EvidenceFiles.CommandOf(source.Name));
}
