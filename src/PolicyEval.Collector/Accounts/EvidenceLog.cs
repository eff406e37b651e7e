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
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

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
            var lacking = Masked(reply.Failure ?? NoAnswer());
            _records.Add(Unsent(request, lacking.Error));
            return new CallAnswer(null, lacking);
        }

        var page = reply.Body is { } body ? Keep(last, body) : null;
        if (reply.Failure is null && page is { Error: null })
            return new CallAnswer(page, null);

        var failure = Masked(reply.Failure
            ?? (page?.Error is { } error ? new Failure(FailureKind.BadResponse, error) : NoAnswer()));
        _records[last] = _records[last] with { Error = _records[last].Error ?? failure.Error };
        return new CallAnswer(null, failure);
    }

    /// <summary>Notes a call that was not sent at all, and why.</summary>
    public CallAnswer AddUnsent(ApiRequest request, FailureKind kind, string code, string message)
    {
        var failure = new Failure(kind, Masked(new CallError(code, message)));
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

    /// <summary>A name or marker as the snapshot holds it: without what looks like a secret.</summary>
    public string WrittenAs(string value) => _written.GetValueOrDefault(value) ?? SecretText.Mask(value);

    private static CallError Masked(CallError error) =>
        new(SecretText.Mask(error.Code), SecretText.Mask(error.Message));

    private static Failure Masked(Failure failure) => failure with { Error = Masked(failure.Error) };

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
        return PageOf(operation, body, redacted);
    }

    /// <summary>
    /// The page as it is written, but for what the next requests must name as AWS does: a user may be called like the
    /// id of an access key. How those are written is kept, as the records of these requests say it the same way.
    /// </summary>
    private Page PageOf(ApiOperation operation, ReadOnlyMemory<byte> body, RedactedBody redacted)
    {
        var written = PageReader.Read(operation, redacted.Body);
        if (redacted.Redactions.Length == 0 || written.Error is not null)
            return written;
        var received = PageReader.Read(operation, body);
        if (received.Error is { } error)
            return written with { Error = Masked(error) };
        for (var i = 0; i < received.UserNames.Length; i++)
            _written[received.UserNames[i]] = written.UserNames[i];
        if (received.Next is { } next)
            _written[next] = written.Next!;
        return written with { Next = received.Next, UserNames = received.UserNames };
    }

    private ImmutableArray<KeyValuePair<string, string>> ParametersOf(ApiRequest request) =>
        [.. request.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, WrittenAs(parameter.Value)))];

    private CallRecord RecordOf(ApiAttempt attempt) => new()
    {
        Sequence = _records.Count + 1,
        Operation = attempt.Request.Operation,
        Parameters = ParametersOf(attempt.Request),
        Endpoint = attempt.Endpoint,
        Region = attempt.Region,
        Attempt = attempt.Number,
        IsLast = attempt.IsLast,
        SentAt = attempt.SentAt,
        HttpStatus = attempt.HttpStatus,
        RequestId = SecretText.Mask(attempt.RequestId),
        RespondedAt = attempt.RespondedAt,
        MediaType = SecretText.Mask(attempt.MediaType),
        Bytes = attempt.Bytes,
        Sha256 = attempt.Sha256,
        Error = attempt.Error is { } error ? Masked(error) : null,
    };

    private CallRecord Unsent(ApiRequest request, CallError error) => new()
    {
        Sequence = _records.Count + 1,
        Operation = request.Operation,
        Parameters = ParametersOf(request),
        SentAt = Instants.Now(time),
        Error = error,
    };
}
