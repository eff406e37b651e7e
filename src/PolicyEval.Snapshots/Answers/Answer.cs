using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Answers;

/// <summary>The answer of one API call, as the AWS CLI prints it. Immutable.</summary>
public sealed class Answer
{
    private readonly JsonText? _json;
    private readonly string _wrapper;

    internal Answer(string fileName, AnswerStatus status, EvidenceFile? file, JsonText? json, string wrapper = "")
    {
        FileName = fileName;
        Status = status;
        File = file;
        _json = json;
        _wrapper = wrapper;
    }

    /// <summary>The name that its file has in a snapshot folder, whether it is given or not.</summary>
    public string FileName { get; }

    /// <summary>What is known of it.</summary>
    public AnswerStatus Status { get; }

    /// <summary>The file, or null where it was not given.</summary>
    public EvidenceFile? File { get; }

    /// <summary>AWS's error code, such as <c>AccessDenied</c>; empty where there is none.</summary>
    public string ErrorCode => Find("Error/Code")?.Text ?? "";

    /// <summary>AWS's error message; empty where there is none.</summary>
    public string ErrorMessage => Find("Error/Message")?.Text ?? "";

    /// <summary>The whole answer, or null where it was not given.</summary>
    public JsonCell? Root => _json?.Root;

    /// <summary>
    /// The property that says that the answer is one page of several (<c>NextToken</c>, <c>Marker</c> or
    /// <c>IsTruncated</c>), or null where it is whole.
    /// </summary>
    public JsonCell? Cut => CutsIn(Root).Select(cell => (JsonCell?)cell).FirstOrDefault();

    /// <summary>
    /// The value at a path such as <c>SummaryMap/AccountMFAEnabled</c>, or null. See <see cref="JsonCell.Find"/>.
    /// </summary>
    public JsonCell? Find(string path)
    {
        // A file may hold what is in the wrapper without the wrapper (`--query SummaryMap`).
        if (_wrapper.Length > 0 && path.StartsWith(_wrapper, StringComparison.Ordinal))
        {
            if (path.Length == _wrapper.Length)
                return Root;
            if (path[_wrapper.Length] == '/')
                return Root?.Find(path[(_wrapper.Length + 1)..]);
        }

        return Root?.Find(path);
    }

    internal ReadOnlyMemory<byte>? Content => _json?.Memory;

    internal static IEnumerable<JsonCell> CutsIn(JsonCell? root) =>
        root is not { Kind: JsonCellKind.Object } whole
            ? []
            : whole.Children().Where(property =>
                property.Field is "NextToken" or "Marker" or "IsTruncated"
                && property.Kind != JsonCellKind.Null
                && property.Bool != false);

    internal static Answer NotGiven(string fileName) => new(fileName, AnswerStatus.NotGiven, null, null);
}
