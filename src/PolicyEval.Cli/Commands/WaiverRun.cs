using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Waivers;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>Finds the failure that is meant, and writes the waiver that begins with it.</summary>
internal static class WaiverRun
{
    private const int AccountPart = 4;

    public static int Run(CliHost host, WaiverChoice choice, string? report, string? folder)
    {
        if (choice.IsFingerprint && report is null)
            throw UsageException.Of(
                UsageDescriptors.WrongUsage, "a finding is named by its fingerprint with --report, or by policy and "
                + "resource");
        if (choice.IsFingerprint && !choice.IsWellFormed)
            throw UsageException.Of(UsageDescriptors.NotAFingerprint, choice.Finding);
        if (!choice.IsFingerprint)
        {
            if (PolicyOf(host, choice, folder) is not { } policy)
                return ExitCodes.UnusableInput;
            choice = choice.For(policy);
        }

        var subject = report is null ? SubjectOf(choice) : SubjectOf(Choose(choice, report));
        if (report is null && WaiverSkeleton.FaultOf(subject) is { } fault)
            throw UsageException.Of(UsageDescriptors.NotWaivable, fault);
        using var output = CliHost.TextOver(host.Output);
        output.Write(WaiverSkeleton.Of(subject));
        return ExitCodes.Success;
    }

    private static Policy? PolicyOf(CliHost host, WaiverChoice choice, string? folder)
    {
        var name = choice.Finding;
        if (PolicyCatalog.Load(host, folder) is not { } library)
            return null;
        if (library.FindPolicy(name) is { } policy)
            return policy;
        return PolicyCatalog.Serving(library, name) is { IsEmpty: false } serving
            ? throw UsageException.Of(
                UsageDescriptors.ControlNotPolicy, name,
                string.Join(" or ", serving.Select(one => $"waiver new {one} {choice.Resource}")))
            : throw UsageException.Unknown(
                OptionDescriptors.UnknownPolicy, name, library.Policies.Select(known => known.Name));
    }

    /// <summary>What the command line says by itself. An ARN has the account.</summary>
    private static WaiverSubject SubjectOf(WaiverChoice choice)
    {
        var parts = choice.Resource!.Split(':');
        var account = parts is ["arn", _, _, _, _, _, ..] ? parts[AccountPart] : "";
        return new WaiverSubject(choice.Finding, choice.Account ?? account, choice.Resource);
    }

    private static WaiverSubject SubjectOf((Finding Finding, string AsOf) failure)
    {
        var (finding, asOf) = failure;
        var resource = finding.Resource;
        return new WaiverSubject(
            finding.Policy, resource.Account, resource.Arn.Length > 0 ? resource.Arn : resource.Id)
        {
            Message = finding.Message,
            AsOf = asOf,
            Fingerprint = finding.Fingerprint,
        };
    }

    /// <summary>The failure of a report that is meant, and the instant at which its snapshot was judged.</summary>
    private static (Finding Finding, string AsOf) Choose(WaiverChoice choice, string report)
    {
        var result = SavedReport.Load(report, SavedReport.Read(report), choice.Fits);
        if (result.Findings.IsEmpty)
            throw UsageException.Of(UsageDescriptors.NoSuchFinding, report, $"{choice}");

        // A finding is in a report once for each snapshot and for each framework with other parameters.
        var failures = result.Findings.Where(finding => finding.Outcome == Outcome.Fail)
            .DistinctBy(finding => finding.Fingerprint).ToImmutableArray();
        return failures switch
        {
            [var only] => (only, AsOf(result.Header, only)),
            [] => throw UsageException.Of(
                UsageDescriptors.NotAFailure, $"{choice}", ResultWords.Of(result.Findings[0].Outcome)),
            _ => throw UsageException.Of(
                UsageDescriptors.SeveralFindings, $"{choice}",
                string.Join(", ", failures.Select(f => $"{f.Fingerprint} ({f.Resource.Account} {f.Resource.Id})"))),
        };
    }

    private static string AsOf(RunHeader header, Finding finding) =>
        header.Snapshots.First(snapshot => snapshot.Digest == finding.Snapshot).AsOf ?? "";
}
