using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary>One evaluation: open, prepare, run, and only then put the reports in their places.</summary>
internal static class EvaluateRun
{
    private const string StandardInput = "-";
    private const int DiagnosticsShown = 50;

    public static int Run(CliHost host, EvaluateOptions options, CancellationToken cancellationToken)
    {
        if (options.Snapshots.Count(path => path == StandardInput) > 1)
            throw UsageException.Of(UsageDescriptors.StandardInputTwice);
        if (options.RequireSignature && options.TrustedKeys.IsEmpty)
            throw UsageException.Of(UsageDescriptors.NoTrustedKey);
        foreach (var report in options.Reports)
            report.RefuseInputs(options.Snapshots, options.PolicyFolder);

        if (SigningOptions.OpenTrusted(host, options.TrustedKeys) is not { } trusted)
            return ExitCodes.UnusableInput;

        var library = PolicyLibrary.Load(options.PolicyFolder);
        var verify = new VerifyOptions { TrustedKeys = trusted };
        var snapshots =
            options.Snapshots.Select(path => Open(host, path, verify, cancellationToken)).ToImmutableArray();
        if (options.RequireSignature && RefuseUnsigned(host, snapshots))
            return ExitCodes.UnusableInput;

        var preparation = Evaluator.Prepare(library, snapshots, options.Request);
        if (preparation.Plan is not { } plan)
        {
            Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        using var outputs = ReportOutputs.Open(host, options.Reports);
        var footer = Evaluator.Run(plan, outputs.Sink, options.Threads, cancellationToken);
        outputs.Keep();
        Report(host, footer.Diagnostics);
        return footer.ExitCode;
    }

    /// <summary>Names every snapshot that no trusted key signed; whether there is one.</summary>
    private static bool RefuseUnsigned(CliHost host, ImmutableArray<SnapshotResult> snapshots)
    {
        var unsigned = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var result in snapshots)
        {
            // What could not be read has its own diagnostics, which come from the preparation.
            if (result.Snapshot is not { } snapshot || snapshot.Signatures.Any(signature => signature.IsTrusted))
                continue;
            var why = !snapshot.IsSealed ? "the evidence is not sealed, so nobody can have signed it"
                : snapshot.Signatures.IsEmpty ? "the snapshot is not signed"
                : $"the snapshot is signed by {string.Join(", ", snapshot.Signatures.Select(s => s.KeyId))} only";
            unsigned.Add(Diagnostic.Create(UsageDescriptors.NotSigned, Location.InFile(result.Name), why));
        }

        Report(host, unsigned.ToImmutable());
        return unsigned.Count > 0;
    }

    private static SnapshotResult Open(
        CliHost host, string path, VerifyOptions verify, CancellationToken cancellationToken) =>
        path == StandardInput
            ? Snapshot.Read(host.Input, StandardInput, limits: null, cancellationToken)
            : Snapshot.Open(path, verify, cancellationToken);

    private static void Report(CliHost host, ImmutableArray<Diagnostic> diagnostics)
    {
        host.Report([.. diagnostics.Take(DiagnosticsShown)]);
        if (diagnostics.Length > DiagnosticsShown)
        {
            using var error = host.ErrorText();
            error.WriteLine($"... and {diagnostics.Length - DiagnosticsShown} more diagnostics (see --format json)");
        }
    }
}
