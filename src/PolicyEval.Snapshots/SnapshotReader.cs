using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots;

/// <summary>
/// Reads one input into a snapshot: sources (bare or sealed), then answers, then the report, then what holds between
/// them.
/// </summary>
internal sealed class SnapshotReader
{
    private readonly SnapshotLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly SnapshotDiagnosticBag _diagnostics;
    private readonly SourceReader _sources;
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private CredentialReport? _report;
    private DateTimeOffset? _generatedTime;
    private readonly List<BagFile> _evidence = [];
    private SealedContents? _sealed;
    private bool _isKnownToAgree;

    public SnapshotReader(SnapshotLimits limits, CancellationToken cancellationToken)
    {
        _limits = limits;
        _cancellationToken = cancellationToken;
        _diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
        _sources = new SourceReader(limits, _diagnostics, cancellationToken);
    }

    /// <summary>
    /// The files that were read, as a sealed snapshot holds them; a large report only if it was held.
    /// </summary>
    public IReadOnlyList<BagFile> Evidence => _evidence;

    /// <summary>See <see cref="VerifyOptions.Watchers"/>.</summary>
    public Func<IRowWatcher?>? Watchers { get; init; }

    /// <summary>Whether even a large report is to be held in memory, for <see cref="Evidence"/>.</summary>
    public bool HoldsAll { get; init; }

    /// <param name="path">The file or folder.</param>
    /// <param name="trusted">The keys whose signatures count.</param>
    /// <param name="place">
    /// The name of bare files, and of what cannot be used; null for that of the file or folder, of what is not there
    /// the path.
    /// </param>
    public SnapshotResult Open(string path, IReadOnlyList<PublicKey> trusted, string? place = null)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var name = place ?? (Path.Exists(path) ? NameOf(path) : path);
        if (BagReader.IsBag(path))
            OpenSealed(path, name = place ?? BagReader.NameOf(path), trusted);
        else if (Directory.Exists(path))
            ReadFolder(path, name);
        else if (!HoldsAll && LargeReport.TryOpen(path, _limits) is { } large)
            ReadLarge(large, name);
        else if (_sources.ReadFile(path, name, inFolder: false) is { } source)
            ReadBare(source);
        var result = Finish(name) with { Path = path };
        return result.Outline is { } outline && CanBeReadAgain(path)
            ? result with { Outline = outline with { Again = new EvidenceAgain(path, _limits).Open } }
            : result;
    }

    /// <summary>The evidence of a sealed snapshot that was checked before.</summary>
    /// <param name="contents">What it is.</param>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="agrees">Whether its sources were compared then, and say the same.</param>
    public SnapshotResult ReadChecked(SealedContents contents, string name, bool agrees)
    {
        _isKnownToAgree = agrees;
        ReadEvidence(_sealed = contents, name);
        return Finish(name);
    }

    /// <summary>A sealed snapshot that is a zip in memory.</summary>
    public SnapshotResult OpenZip(ReadOnlyMemory<byte> zip, string name, IReadOnlyList<PublicKey> trusted)
    {
        using var bag = BagReader.OpenZip(zip, name, _limits, _diagnostics, _cancellationToken);
        ReadSealed(bag, name, trusted);
        return Finish(name);
    }

    /// <summary>A bare file that is in memory.</summary>
    public SnapshotResult ReadFile(string fileName, ReadOnlyMemory<byte> bytes, string name)
    {
        ReadBare(new Source(fileName, bytes));
        return Finish(name);
    }

    public SnapshotResult Read(Stream stream, string name)
    {
        try
        {
            if (_sources.ReadStream(stream, name, expectedLength: 0) is { } source)
                ReadBare(source.Renamed(EvidenceFiles.CredentialReport));
        }
        catch (IOException exception)
        {
            _sources.Refuse(exception, name);
        }

        return Finish(name);
    }

    public SnapshotResult Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string name)
    {
        foreach (var file in files.Keys)
        {
            if (EvidenceFiles.Find(file) is null)
                throw new ArgumentException($"No file of a snapshot is called '{file}'.", nameof(files));
        }

        if (files.Count == 0)
            ReportNoEvidence(name);
        ReadAll(files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new Source(file.Key, file.Value)));
        return Finish(name);
    }

    private static string NameOf(string path)
    {
        try
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            return name.Length > 0 ? name : path;
        }
        catch (ArgumentException)
        {
            return path;
        }
    }

    /// <summary>A large report is not held anyway, and a pipe gives its bytes once.</summary>
    private bool CanBeReadAgain(string path) =>
        Directory.Exists(path)
        || _sealed is not null
        || (OpenEnded.LengthOf(path) > 0 && !(_report?.File.Length > _limits.HeldBytes));

    /// <summary>A file by itself is a credential report, whatever its name.</summary>
    private void ReadBare(Source source)
    {
        if (!TextCheck.LooksLikeJson(source))
            ReadReport(source, decodedFrom: null);
        else
            ReadReportAnswer(source.Name == EvidenceFiles.CredentialReport
                ? source.Renamed(EvidenceFiles.CredentialReportAnswer)
                : source);
    }

    /// <summary>A large report, of which only a window is in memory at any time.</summary>
    private void ReadLarge(FileBytes bytes, string name)
    {
        if (bytes.Length > _limits.ReportBytes)
        {
            var limit = _limits.ReportBytes.ToString(CultureInfo.InvariantCulture);
            _diagnostics.Report(SnapshotDescriptors.TooLarge, name, limit, "bytes", nameof(_limits.ReportBytes));
            return;
        }

        try
        {
            _report = new CredentialReportReader(_limits, _diagnostics, _cancellationToken)
            {
                Watcher = Watchers?.Invoke(),
            }.Read(bytes, name);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            _sources.Refuse(exception, name);
        }

        if (_report is null)
            bytes.Dispose();
    }

    private void ReadFolder(string path, string name)
    {
        var sources = new FolderReader(_limits, _diagnostics, _sources)
            .Read(path, name, [.. EvidenceFiles.All.Select(file => file.Name)], FileNames.Nearest);
        if (sources.Count == 0 && _diagnostics.Errors == 0 && PreviousSnapshots.In(path) is { Length: > 0 } held)
            _diagnostics.Report(SealingDescriptors.HoldsSnapshots, name, held);
        else if (sources.Count == 0 && _diagnostics.Errors == 0)
            ReportNoEvidence(name);
        new NestedSnapshots(_limits, _diagnostics, _cancellationToken).Refuse(path, name);
        ReadAll(sources);
    }

    private void ReportNoEvidence(string name)
    {
        var expected = string.Join(", ", EvidenceFiles.All.Select(file => file.Name));
        _diagnostics.Report(SnapshotDescriptors.NoEvidence, name, expected);
    }

    private void OpenSealed(string path, string name, IReadOnlyList<PublicKey> trusted)
    {
        using var bag = BagReader.Open(path, _limits, _diagnostics, _cancellationToken);
        ReadSealed(bag, name, trusted);
    }

    /// <summary>The evidence of a sealed snapshot, which is read only where all of it is as it was sealed.</summary>
    private void ReadSealed(Bag? bag, string name, IReadOnlyList<PublicKey> trusted)
    {
        _sealed = new SealedReader(_limits, _diagnostics, _cancellationToken).Read(bag, trusted);
        if (_diagnostics.Errors > 0)
            return;
        foreach (var warning in _sealed.Document?.Warnings ?? [])
            _diagnostics.Report(SealingDescriptors.CollectorWarning, BagLayout.Document, (1, 1), "warnings", warning);
        ReadEvidence(_sealed, name);
    }

    private void ReadEvidence(SealedContents contents, string name)
    {
        if (contents.Document is { Kind: SnapshotKind.Organization })
            _diagnostics.Report(SealingDescriptors.NoAccountEvidence, name);
        else if (contents.Document?.ErrorOf(ApiOperations.GetCredentialReport)
            is { Code: CallErrors.UnusableReport } error)
            ReadWithoutReport(contents.Evidence, error);
        else
            ReadAll(contents.Evidence);
    }

    /// <summary>
    /// A report that AWS gave and nobody can read is a call that failed, as the snapshot says: it spoils no other
    /// evidence.
    /// </summary>
    private void ReadWithoutReport(ImmutableArray<Source> evidence, CallError error)
    {
        _diagnostics.Report(
            SealingDescriptors.UnusableReport, EvidenceFiles.CredentialReport, (1, 1), "", error.Message);
        ReadAll(evidence.Where(source =>
            source.Name is not (EvidenceFiles.CredentialReport or EvidenceFiles.CredentialReportAnswer)));
        _answers[EvidenceFiles.CredentialReportAnswer] = new Answer(
            EvidenceFiles.CredentialReportAnswer, AnswerStatus.Denied, file: null, json: null);
    }

    /// <summary>Sorted by name, as the CSV must come before the JSON that may stand beside it.</summary>
    private void ReadAll(IEnumerable<Source> sources)
    {
        Source? csv = null;
        foreach (var source in sources)
        {
            if (source.Name == EvidenceFiles.CredentialReport)
                ReadFolderReport(csv = source);
            else if (source.Name == EvidenceFiles.CredentialReportAnswer)
                ReadReportAnswer(source, csv);
            else
                _answers[source.Name] = ReadAnswer(source, source.Name);
        }
    }

    private void ReadFolderReport(Source source)
    {
        if (!TextCheck.LooksLikeJson(source))
        {
            ReadReport(source, decodedFrom: null);
            return;
        }

        var errors = _diagnostics.Errors;
        var answer = ReadAnswer(source, EvidenceFiles.CredentialReportAnswer);
        if (answer.Status == AnswerStatus.Given)
            _diagnostics.Report(SnapshotDescriptors.JsonInCsv, source.Name, (1, 1), "");
        else if (_diagnostics.Errors == errors)
            _answers[EvidenceFiles.CredentialReportAnswer] = answer;
    }

    private void ReadReport(Source source, string? decodedFrom)
    {
        if (decodedFrom is null)
            Keep(source, EvidenceFiles.CredentialReport);
        _report = new CredentialReportReader(_limits, _diagnostics, _cancellationToken).Read(source, decodedFrom);
    }

    private Answer ReadAnswer(Source source, string fileName)
    {
        Keep(source, fileName);
        return new AnswerReader(_limits, _diagnostics).Read(
            source, fileName, _sealed?.Parsed.GetValueOrDefault(source.Name));
    }

    private void Keep(Source source, string fileName) =>
        _evidence.Add(new BagFile(BagLayout.Data + fileName, source.Memory));

    /// <summary>Reads GetCredentialReport's answer: the report itself, or the time of the CSV beside it.</summary>
    private void ReadReportAnswer(Source source, Source? csv = null)
    {
        var answer = ReadAnswer(source, EvidenceFiles.CredentialReportAnswer);
        if (answer.Status is AnswerStatus.Denied or AnswerStatus.NoSuchEntity
            && source.Name != EvidenceFiles.CredentialReportAnswer
            && EvidenceFiles.Find(source.Name) is not null)
        {
            // An error does not say of which call it is; the name does, and this one was no call for the report.
            _diagnostics.Report(SnapshotDescriptors.OtherAnswer, source.Name, (1, 1), "", source.Name);
            return;
        }

        _answers[EvidenceFiles.CredentialReportAnswer] = answer;
        if (answer.Status != AnswerStatus.Given)
            return;
        var envelope = new ReportEnvelope(_diagnostics);
        _generatedTime = envelope.TimeOf(source, answer);
        if (envelope.Decode(source, answer, EvidenceFiles.CredentialReport) is not { } decoded)
            return;
        if (csv is null)
            ReadReport(decoded, source.Name);
        else
            envelope.Compare(csv, decoded, source.Name);
    }

    private SnapshotResult Finish(string name)
    {
        CheckAccounts();
        CheckUsers();
        if (_diagnostics.Errors > 0)
            return new SnapshotResult(name, null, _diagnostics.ToImmutable());
        var answers = EvidenceFiles.All
            .Where(file => file.Name != EvidenceFiles.CredentialReport)
            .Select(file => _answers.GetValueOrDefault(file.Name) ?? Answer.NotGiven(file.Name))
            .ToImmutableArray();
        var files = answers.Select(answer => answer.File).Append(_report?.File).OfType<EvidenceFile>()
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToImmutableArray();
        if (_sealed is not null)
            files = [.. files.Select(file => file with { Path = string.Intern(BagLayout.Data + file.Path) })];
        // A folder may be renamed; what it is stays.
        if (_sealed?.Document is { } document)
            name = SnapshotPlace.LabelOf(document);
        var snapshot = new Snapshot(name, _sealed?.Digest ?? SnapshotDigest.Of(files), files, _report, answers)
        {
            GeneratedTime = _generatedTime,
            // The files themselves tell this too; a run over many snapshots has no use for lists that grow with them.
            Document = _sealed?.Document is { } said ? said with { Files = [], Redactions = [] } : null,
            Signatures = _sealed?.Signatures ?? [],
            IsKnownToAgree = _isKnownToAgree,
        };
        CheckListedUsers(snapshot);
        _diagnostics.Add([.. snapshot.Disagreements.Select(disagreement => disagreement.Diagnostic)]);
        return new SnapshotResult(
            name, _diagnostics.Errors > 0 ? null : new SnapshotOutline(snapshot), _diagnostics.ToImmutable());
    }

    /// <summary>
    /// An answer names no account. Beside several accounts, it would prove something of the wrong one.
    /// </summary>
    private void CheckAccounts()
    {
        if (_report is not { Accounts.Length: > 1 })
            return;
        foreach (var (fileName, answer) in _answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (fileName != EvidenceFiles.CredentialReportAnswer && answer.Status != AnswerStatus.NotGiven)
            {
                _diagnostics.Report(
                    SnapshotDescriptors.SeveralAccounts, fileName,
                    _report.Accounts.Length.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>A report that was cut at the end of a row looks whole; the list of users tells.</summary>
    private void CheckListedUsers(Snapshot snapshot)
    {
        if (snapshot.UnreportedUsers is [var first, ..] unreported)
        {
            _diagnostics.Report(
                SealingDescriptors.UnreportedUsers, EvidenceFiles.Users, first.Place, first.Field,
                unreported.Length.ToString(CultureInfo.InvariantCulture), first.Text);
        }
    }

    /// <summary>The summary's count tells too.</summary>
    private void CheckUsers()
    {
        if (_report is not { Accounts: [var account] }
            || !_answers.TryGetValue(EvidenceFiles.AccountSummary, out var summary)
            || summary.Find("SummaryMap/Users") is not { Int: { } counted } users)
        {
            return;
        }

        var rows = _report.RowCount - (account.RootRow < 0 ? 0 : 1);
        if (counted == rows)
            return;
        _diagnostics.Report(
            SnapshotDescriptors.UserCount, EvidenceFiles.AccountSummary, users.Place, users.Field,
            users.Raw, $"{_report.File.Name}:1:1", rows.ToString(CultureInfo.InvariantCulture));
    }
}
