using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Calls;

/// <summary>Collects the pages of one operation, over all users where it is called for each, into one answer.</summary>
internal sealed class OperationAnswer(ApiOperation operation, Func<string, ReadOnlyMemory<byte>> read)
{
    private readonly Dictionary<string, PageRun> _runs = new(StringComparer.Ordinal);
    private readonly List<PageRun> _order = [];
    private readonly List<string> _alsoFrom = [];
    private AnswerItem? _substitute;
    private CallError? _error;

    /// <summary>Whether nothing was called and nothing is to be said.</summary>
    public bool IsEmpty => _order.Count == 0 && _substitute is null && _error is null;

    /// <summary>The last attempts of the operation's calls, in their order.</summary>
    public void Take(IEnumerable<CallRecord> records)
    {
        foreach (var record in records)
        {
            var user = operation.Scope == CallScope.User ? record.Parameter("UserName") : "";
            if (!_runs.TryGetValue(user, out var run))
            {
                run = new PageRun(operation, user);
                _runs.Add(user, run);
                _order.Add(run);
            }

            run.Add(record, record.File is { } file ? read(file) : null);
        }
    }

    /// <summary>
    /// Makes sure that every user that was listed was asked about. Where no user was listed, the answer is an empty
    /// list.
    /// </summary>
    public void CompareWith(OperationAnswer users)
    {
        if (users.IsEmpty || users.FirstError() is not null)
            return;
        var names = users.Merge().Find("Users")!.Items.Select(user => user.TextOf("UserName")).ToList();
        if (names.Count == 0 && _order.Count == 0)
        {
            _substitute = AnswerItem.Structure();
            foreach (var list in ResponseShapes.ListsOf(operation))
                _substitute.Properties.Add(new(list, AnswerItem.List()));
            _alsoFrom.AddRange(users.Pages());
            return;
        }

        if (_order.Count > 0 && names.Find(name => !_runs.ContainsKey(name)) is { } missing)
            _error = new CallError(CallErrors.NotCalled, $"It was not called for the user {missing}.");
    }

    /// <summary>The file, and for the credential report the CSV too.</summary>
    public IEnumerable<DerivedFile> ToFiles()
    {
        var from = Pages().Concat(_alsoFrom).ToList();
        var error = FirstError();
        var answer = error is null ? _substitute ?? Merge() : ErrorItem(error);
        yield return new DerivedFile(operation.File!, AnswerWriter.Write(answer), [.. from]);
        if (operation == ApiOperations.GetCredentialReport && error is null)
            yield return new DerivedFile(EvidenceFiles.CredentialReport, PageReader.ReportOf(answer)!, [.. from]);
    }

    private CallError? FirstError() =>
        _order.Select(run => run.Error).FirstOrDefault(error => error is not null) ?? _error;

    private IEnumerable<string> Pages() => _order.SelectMany(run => run.Files);

    private AnswerItem Merge()
    {
        var merger = new PageMerger(operation);
        foreach (var answer in _order.SelectMany(run => run.Answers))
            merger.Add(answer);
        return merger.ToItem();
    }

    private static AnswerItem ErrorItem(CallError error)
    {
        var inner = AnswerItem.Structure();
        inner.Properties.Add(new("Code", AnswerItem.String(error.Code)));
        inner.Properties.Add(new("Message", AnswerItem.String(error.Message)));
        var outer = AnswerItem.Structure();
        outer.Properties.Add(new("Error", inner));
        return outer;
    }
}
