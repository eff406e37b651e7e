using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Packs;

namespace PolicyEval.Cli.Commands;

/// <summary>Says what a pack holds, and who vouches for it.</summary>
internal static class PackConsole
{
    /// <summary>Writes it of a pack that was made.</summary>
    public static void Write(
        CliHost host, string path, string digest, string? keyId, Pack pack, RunFooter footer, int leftOut)
    {
        using var text = CliHost.TextOver(host.Output);
        text.WriteLine($"Pack         {path}");
        text.WriteLine($"Digest       {digest}");
        text.WriteLine($"Signed by    {keyId ?? "nobody: note the digest"}");
        text.WriteLine($"Holds        {HoldsOf(pack)}");
        if (leftOut > 0)
            text.WriteLine($"Left out     {ResultWords.Plural(leftOut, "snapshot")}, older or copies");
        text.WriteLine($"Results      {ResultsOf(footer)}");
    }

    /// <summary>Writes it of a pack that was opened.</summary>
    public static void Write(CliHost host, Pack pack)
    {
        using var text = CliHost.TextOver(host.Output);
        text.WriteLine($"Digest       {pack.Digest}");
        foreach (var signature in pack.Signatures)
            text.WriteLine($"Signed by    {(signature.IsTrusted ? "trusted key" : "UNKNOWN KEY")} {signature.KeyId}");
        if (pack.Signatures.IsEmpty)
            text.WriteLine("Signed by    nobody: compare the digest with the one that you noted");
        text.WriteLine($"Holds        {HoldsOf(pack)}");
        text.WriteLine($"Made by      {pack.Producer}");
        text.WriteLine();
    }

    private static string HoldsOf(Pack pack) =>
        ResultWords.Plural(pack.Snapshots.Length, "snapshot") + ", "
        + ResultWords.Plural(pack.Files.Length, "other file");

    private static string ResultsOf(RunFooter footer) =>
        string.Join(", ", footer.Controls.GroupBy(control => control.Outcome).OrderBy(same => same.Key)
            .Select(same => $"{same.Count()} {ResultWords.ForPeople(same.Key)}"));
}
