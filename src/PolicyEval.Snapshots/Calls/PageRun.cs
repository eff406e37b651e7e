namespace PolicyEval.Snapshots.Calls;

/// <summary>The pages of one call, from the first to the last.</summary>
internal sealed class PageRun(ApiOperation operation, string user)
{
    private readonly List<AnswerItem> _answers = [];
    private readonly List<string> _files = [];
    private CallError? _error;
    private string? _next;
    private bool _isGone;

    /// <summary>The answers of the pages; none for a user who was deleted meanwhile.</summary>
    public IReadOnlyList<AnswerItem> Answers => _isGone ? [] : _answers;

    /// <summary>The raw pages, relative to the bag.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Why the answer is not whole, or null.</summary>
    public CallError? Error =>
        _error ?? (_next is null ? null : new CallError(
            CallErrors.MissingPages,
            "The last page says that more follow" + (user.Length > 0 ? $" for the user {user}." : ".")));

    /// <summary>Adds a page; one that was asked for without a marker begins anew.</summary>
    public void Add(CallRecord record, ReadOnlyMemory<byte>? body)
    {
        var marker = record.Parameter(operation.Paging == Paging.NextToken ? "NextToken" : "Marker");
        if (marker.Length == 0)
            Restart();
        else if (_error is null && marker != _next)
            _error = new CallError(CallErrors.MissingPages, "A page does not follow the one before it.");
        if (record.File is { } file)
            _files.Add(file);
        if (_error is not null)
            return;
        _next = null;
        if (record.Error is { } recorded)
        {
            Fail(recorded);
            return;
        }

        if (body is not { } bytes)
        {
            Fail(new CallError(CallErrors.BadResponse, "The answer was not kept."));
            return;
        }

        Open(bytes);
    }

    private void Open(ReadOnlyMemory<byte> bytes)
    {
        var opened = PageBody.Open(operation, bytes);
        var page = PageReader.Read(operation, opened);
        if (page.Error is { } error)
        {
            Fail(error);
            return;
        }

        _next = page.Next;
        _answers.Add(opened.Answer!);
    }

    private void Restart()
    {
        _answers.Clear();
        _files.Clear();
        _error = null;
        _next = null;
        _isGone = false;
    }

    private void Fail(CallError error)
    {
        if (CallErrors.IsUserGone(operation, error.Code))
            _isGone = true;
        else
            _error = error;
    }
}
