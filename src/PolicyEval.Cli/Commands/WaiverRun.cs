using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Cli.Commands;

/// <summary>Finds the failure that is meant, and writes the waiver that begins with it.</summary>
internal static class WaiverRun
{
    private const string Fail = "fail";
    private const int ReportBytesMax = 1 << 30;
    private const int AccountPart = 4;

    public static int Run(CliHost host, WaiverChoice choice, string? report, string? folder)
    {
        if (choice.IsFingerprint && report is null)
            throw UsageException.Of(
                UsageDescriptors.WrongUsage, "a finding is named by its fingerprint with --report, or by policy and "
                + "resource");
        if (choice.IsFingerprint && !choice.IsWellFormed)
            throw UsageException.Of(UsageDescriptors.NotAFingerprint, choice.Finding);
        if (!choice.IsFingerprint && !CheckPolicy(host, choice.Finding, folder))
            return ExitCodes.UnusableInput;

        var subject = report is null ? SubjectOf(choice) : SubjectOf(Choose(choice, report));
        using var output = CliHost.TextOver(host.Output);
        output.Write(WaiverSkeleton.Of(subject));
        return ExitCodes.Success;
    }

    private static bool CheckPolicy(CliHost host, string name, string? folder)
    {
        if (PolicyCatalog.Load(host, folder) is not { } library)
            return false;
        return library.FindPolicy(name) is not null
            ? true
            : throw UsageException.Unknown(
                OptionDescriptors.UnknownPolicy, name, library.Policies.Select(policy => policy.Name));
    }

    /// <summary>What the command line says by itself. An ARN has the account.</summary>
    private static WaiverSubject SubjectOf(WaiverChoice choice)
    {
        var parts = choice.Resource!.Split(':');
        var account = parts is ["arn", _, _, _, _, _, ..] ? parts[AccountPart] : "";
        return new WaiverSubject(choice.Finding, choice.Account ?? account, choice.Resource);
    }

    private static WaiverSubject SubjectOf(ReportedFinding finding) =>
        new(finding.Policy, finding.Account, finding.Arn.Length > 0 ? finding.Arn : finding.ResourceId)
        {
            Message = finding.Message,
            AsOf = finding.AsOf,
            Fingerprint = finding.Fingerprint,
        };

    /// <summary>The failure of a report that is meant.</summary>
    private static ReportedFinding Choose(WaiverChoice choice, string report)
    {
        var found = Find(choice, report);
        if (found.IsEmpty)
            throw UsageException.Of(UsageDescriptors.NoSuchFinding, report, $"{choice}");

        // A finding is in a report once for each snapshot and for each framework with other parameters.
        var failures = found.Where(finding => finding.Outcome == Fail)
            .DistinctBy(finding => finding.Fingerprint).ToImmutableArray();
        return failures switch
        {
            [var only] => only,
            [] => throw UsageException.Of(UsageDescriptors.NotAFailure, $"{choice}", found[0].Outcome),
            _ => throw UsageException.Of(
                UsageDescriptors.SeveralFindings, $"{choice}",
                string.Join(", ", failures.Select(f => $"{f.Fingerprint} ({f.Account} {f.ResourceId})"))),
        };
    }

    private static ImmutableArray<ReportedFinding> Find(WaiverChoice choice, string report)
    {
        try
        {
            if (new FileInfo(report).Length > ReportBytesMax)
                throw NotAReport(report, $"it has more than {ReportBytesMax} bytes");
            return JsonReportReader.Find(File.ReadAllBytes(report), choice.Fits);
        }
        catch (JsonException wrong)
        {
            throw NotAReport(report, wrong.Message);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw NotAReport(report, wrong.Message);
        }
    }

    private static UsageException NotAReport(string report, string why) => new(
        Diagnostic.Create(UsageDescriptors.NotAReport, Location.InFile(report), why.TrimEnd('.')),
        ExitCodes.UnusableInput);
}
