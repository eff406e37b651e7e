using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>Says what became of each operation of a plan.</summary>
internal static class CallOutcomes
{
    public static ImmutableArray<CallOutcome> Of(
        ImmutableArray<ApiOperation> plan, IReadOnlyList<CallRecord> records, DerivedAnswers answers)
    {
        var users = answers.ListedUsers();
        return [.. plan.Select(operation => Of(operation, records, answers, users?.Count == 0))];
    }

    private static CallOutcome Of(
        ApiOperation operation, IReadOnlyList<CallRecord> records, DerivedAnswers answers, bool hasNoUsers)
    {
        var last = records.Where(record => record.Operation == operation && record.IsLast).ToArray();
        var pages = last.Count(record => record.Error is null);
        if (operation.Scope == CallScope.User && last.Length == 0 && hasNoUsers)
            return new CallOutcome(operation, CallStatus.Complete, 0, 0, null);
        if (last.Length == 0)
            return new CallOutcome(operation, CallStatus.NotCalled, 0, null, null);

        // The derivation decides which of several answers counts; where there is no file, the last one does.
        var error = operation.File is { } file ? answers.ErrorOf(file) : last[^1].Error;
        if (error is null && operation == ApiOperations.GetCredentialReport)
            error = ProblemOfReport(answers);
        var rows = error is null && operation.File is { } name ? answers.RowsOf(name) : null;
        return new CallOutcome(operation, StatusOf(operation, error, answers), pages, rows, error);
    }

    private static CallError? ProblemOfReport(DerivedAnswers answers) =>
        answers.Report is null
            ? new CallError(CallErrors.UnusableReport, answers.ReportProblem ?? "there is no report.")
        : answers.GeneratedAt is null
            ? new CallError(CallErrors.UnusableReport, "GeneratedTime is no instant.")
        : null;

    private static CallStatus StatusOf(ApiOperation operation, CallError? error, DerivedAnswers answers)
    {
        // An answer that was given and cannot be used is no answer.
        var unusable = operation.File is { } file && answers.Root(file) is null;
        return error switch
        {
            null => unusable ? CallStatus.Failed : CallStatus.Complete,
            _ when CallErrors.IsAbsent(operation, error.Code) => CallStatus.Absent,
            _ when CallErrors.IsNotApplicable(operation, error.Code) => CallStatus.NotApplicable,
            _ when error.Code == CallErrors.NotCalled => CallStatus.NotCalled,
            _ => CallStatus.Failed,
        };
    }
}
