using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Cli.Commands;

/// <summary>Says what a pack holds, and who vouches for it.</summary>
internal static class PackConsole
{
    /// <summary>Writes it of a pack that was made.</summary>
    public static void Write(
        CliHost host, string path, string digest, string? keyId, Pack pack, RunFooter footer)
    {
        using var text = CliHost.TextOver(host.Output);
        text.WriteLine($"Pack         {path}");
        text.WriteLine($"Digest       {digest}");
        text.WriteLine($"Signed by    {keyId ?? "nobody: note the digest"}");
        text.WriteLine($"Holds        {HoldsOf(pack)}");
        WriteLeftOut(text, pack);
        text.WriteLine($"Results      {ResultsOf(footer)}");
    }

    /// <summary>Writes it of a pack that was opened.</summary>
    public static void Write(CliHost host, Pack pack, ImmutableArray<PublicKey> trusted)
    {
        using var text = CliHost.TextOver(host.Output);
        text.WriteLine($"Digest       {pack.Digest}");
        foreach (var signature in pack.Signatures)
            text.WriteLine($"Signed by    {(signature.IsTrusted ? "trusted key" : "UNKNOWN KEY")} {signature.KeyId}");
        if (pack.Signatures.IsEmpty)
            text.WriteLine("Signed by    nobody: compare the digest with the one that you noted");
        text.WriteLine($"Holds        {HoldsOf(pack)}");
        WriteLeftOut(text, pack);
        text.WriteLine($"Made by      {SafeText.Of(pack.Producer)}");
        foreach (var key in pack.TrustedKeys)
        {
            var whose = trusted.Contains(key) ? "your trusted key" : "A KEY THAT YOU DID NOT NAME";
            text.WriteLine($"Judged by    {whose} {key.KeyId}: by it the results call signatures of snapshots trusted");
        }

        text.WriteLine();
    }

    private static string HoldsOf(Pack pack)
    {
        var rules = pack.Files.Count(file => file.Kind is not PackedFileKind.Results and not PackedFileKind.Report);
        return $"{ResultWords.Plural(pack.Snapshots.Length, "snapshot")}, results, "
            + ResultWords.Plural(rules, "file") + " of rules, lists and keys";
    }

    private static void WriteLeftOut(TextWriter text, Pack pack)
    {
        foreach (var left in pack.LeftOut)
            text.WriteLine($"Left out     {SafeText.Of(left.Place)}, for {SafeText.Of(left.For)} is in it");
    }

    private static string ResultsOf(RunFooter footer) =>
        string.Join(", ", footer.Controls.GroupBy(control => control.Outcome).OrderBy(same => same.Key)
            .Select(same => $"{same.Count()} {ResultWords.ForPeople(same.Key)}"));
}
