using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>
/// Everything that one collection asked and got, in the order of asking: every attempt becomes a record, every body a
/// raw page without its secrets. What is not in here is in no snapshot.
/// </summary>
internal sealed class EvidenceLog(TimeProvider time)
{
    private readonly List<CallRecord> _records = [];
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<ApiOperation, int> _pageCounts = [];

    /// <summary>The records so far.</summary>
    public ImmutableArray<CallRecord> Records => [.. _records];

    /// <summary>The raw pages so far, by their path in the bag.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Pages =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _pages);

    /// <summary>The bytes of all raw pages.</summary>
    public long Bytes { get; private set; }

    /// <summary>Keeps attempts that came before the first call: those at AssumeRole.</summary>
    public void AddAttempts(ImmutableArray<ApiAttempt> attempts)
    {
        foreach (var attempt in attempts)
            _records.Add(RecordOf(attempt));
    }

    /// <summary>Keeps what came of a call.</summary>
    public CallAnswer Add(ApiRequest request, ApiReply reply)
    {
        var first = _records.Count;
        AddAttempts(reply.Attempts);
        var last = _records.FindLastIndex(record => record.Operation == request.Operation);
        if (last < first)
        {
            // There are no credentials, or the session could not be renewed: the call itself was never sent.
            var lacking = reply.Failure ?? NoAnswer();
            _records.Add(Unsent(request, lacking.Error));
            return new CallAnswer(null, lacking);
        }

        var page = reply.Body is { } body ? Keep(last, body) : null;
        if (reply.Failure is null && page is { Error: null })
            return new CallAnswer(page, null);

        var failure = reply.Failure
            ?? (page?.Error is { } error ? new Failure(FailureKind.BadResponse, error) : NoAnswer());
        _records[last] = _records[last] with { Error = _records[last].Error ?? failure.Error };
        return new CallAnswer(null, failure);
    }

    /// <summary>Notes a call that was not sent at all, and why.</summary>
    public CallAnswer AddUnsent(ApiRequest request, FailureKind kind, string code, string message)
    {
        var failure = new Failure(kind, new CallError(code, message));
        _records.Add(Unsent(request, failure.Error));
        return new CallAnswer(null, failure);
    }

    /// <summary>Takes the last answer for a failure: it is one by what came before it.</summary>
    public Failure FailLast(string code, string message)
    {
        var failure = new Failure(FailureKind.BadResponse, new CallError(code, message));
        _records[^1] = _records[^1] with { Error = failure.Error };
        return failure;
    }

    private static Failure NoAnswer() =>
        new(FailureKind.BadResponse, new CallError(CallErrors.BadResponse, "The answer came without a body."));

    private Page Keep(int index, ReadOnlyMemory<byte> body)
    {
        var operation = _records[index].Operation;
        var redacted = Redactor.Redact(operation, body);
        var number = _pageCounts.GetValueOrDefault(operation) + 1;
        _pageCounts[operation] = number;
        var file = string.Create(
            CultureInfo.InvariantCulture,
            $"{operation.RawFolder}/{number:0000}.{(operation.IsJson ? "json" : "xml")}");
        _pages.Add(file, redacted.Body);
        Bytes += redacted.Body.Length;
        _records[index] = _records[index] with { File = file, Redactions = redacted.Redactions };
        return PageReader.Read(operation, redacted.Body);
    }

    private CallRecord RecordOf(ApiAttempt attempt) => new()
    {
        Sequence = _records.Count + 1,
        Operation = attempt.Request.Operation,
        Parameters = attempt.Request.Parameters,
        Endpoint = attempt.Endpoint,
        Region = attempt.Region,
        Attempt = attempt.Number,
        IsLast = attempt.IsLast,
        SentAt = attempt.SentAt,
        HttpStatus = attempt.HttpStatus,
        RequestId = attempt.RequestId,
        RespondedAt = attempt.RespondedAt,
        MediaType = attempt.MediaType,
        Bytes = attempt.Bytes,
        Sha256 = attempt.Sha256,
        Error = attempt.Error,
    };

    private CallRecord Unsent(ApiRequest request, CallError error) => new()
    {
        Sequence = _records.Count + 1,
        Operation = request.Operation,
        Parameters = request.Parameters,
        SentAt = Instants.Now(time),
        Error = error,
    };
}
