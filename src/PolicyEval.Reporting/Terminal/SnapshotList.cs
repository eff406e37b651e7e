using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The snapshots of a run that has many, each in a line.</summary>
internal static class SnapshotList
{
    /// <summary>Writes a line for each.</summary>
    public static void Write(TerminalWriter terminal, RunHeader header)
    {
        if (header.Snapshots.Length <= SnapshotFacts.BlocksMax)
            return;
        terminal.EndLine();
        terminal.WriteLine($"Snapshots ({header.Snapshots.Length})", Tone.Heading);
        foreach (var snapshot in header.Snapshots)
            terminal.WriteWrapped(
                $"{snapshot.Digest} {snapshot.Label.Text}"
                + (snapshot.AccountName.Length > 0 ? $" ({snapshot.AccountName})" : "")
                + (snapshot.Seal is null ? " UNSEALED" : "")
                + (snapshot.Age is { IsTooOld: true } ? " TOO OLD" : ""),
                0, Tone.Quiet, hanging: 2);
    }
}
