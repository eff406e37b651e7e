using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Reads a credential report: all of it once, to check every byte, cell and row. What is kept is where blocks of rows
/// stand, and the accounts; the rows are read again when somebody asks for them.
/// </summary>
internal sealed class CredentialReportReader(
    SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    /// <summary>
    /// Who sees the rows too, or null; in a report whose accounts are scattered nobody does.
    /// </summary>
    public IRowWatcher? Watcher { get; init; }

    /// <summary>The report in a file that was read; null after an error diagnostic.</summary>
    public CredentialReport? Read(Source source, string? decodedFrom) =>
        TextCheck.StartsAsText(source, diagnostics)
            ? Read(new MemoryBytes(source.Memory), source.Name, decodedFrom)
            : null;

    /// <summary>The report in a large file that starts as text; null after an error diagnostic.</summary>
    /// <exception cref="IOException">The operating system gives nothing.</exception>
    public CredentialReport? Read(FileBytes bytes, string name)
    {
        try
        {
            var report = Read(bytes, name, decodedFrom: null);
            if (bytes.IsAsOpened)
                return report;
        }
        catch (EndOfStreamException)
        {
            // It became shorter.
        }

        diagnostics.Report(SnapshotDescriptors.ChangedWhileRead, name);
        return null;
    }

    private CredentialReport? Read(ByteStore bytes, string name, string? decodedFrom)
    {
        // Rows of one account that do not follow each other are found on the way, and need another way.
        using var pass = new ReportPass(bytes, name, limits, areAccountsScattered: false, cancellationToken)
        {
            Watcher = Watcher,
        };
        if (!pass.Run())
        {
            using var other = new ReportPass(bytes, name, limits, areAccountsScattered: true, cancellationToken);
            other.Run();
            return Finish(other, bytes, name, decodedFrom);
        }

        return Finish(pass, bytes, name, decodedFrom);
    }

    private CredentialReport? Finish(ReportPass pass, ByteStore bytes, string name, string? decodedFrom)
    {
        diagnostics.Add(pass.Diagnostics);
        if (pass.Diagnostics.Errors > 0)
            return null;
        var file = new EvidenceFile(
            name, pass.Sha256(), bytes.Length, EvidenceStatus.Given, pass.Index.Rows,
            EvidenceFiles.CommandOf(EvidenceFiles.CredentialReport))
        {
            Path = decodedFrom ?? name,
            DecodedFrom = decodedFrom,
        };
        return new CredentialReport(file, bytes, pass.Header!, pass.Index, pass.Accounts, pass.Watcher);
    }
}
