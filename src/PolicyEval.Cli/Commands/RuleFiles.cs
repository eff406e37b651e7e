using System.Collections.Immutable;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>Where the rules of a run stand, beside those inside the program.</summary>
/// <param name="Folder">The user's folder of policies, or null.</param>
/// <param name="Settings">The file of the settings, or null.</param>
/// <param name="Waivers">Files and folders of waivers.</param>
internal sealed record RuleFiles(string? Folder, string? Settings, ImmutableArray<string> Waivers)
{
    /// <summary>The files beside the policies.</summary>
    public ImmutableArray<string> Others => Settings is null ? Waivers : [.. Waivers, Settings];

    /// <summary>Refuses reports that would be written over what the run reads.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="inputs">What the run reads beside the rules.</param>
    public void RefuseOutputs(ImmutableArray<ReportTarget> reports, IReadOnlyCollection<string> inputs)
    {
        foreach (var report in reports)
            report.RefuseInputs(inputs, Folder, Others);
    }

    /// <summary>
    /// The policies, and the request with settings and waivers. These may name any policy and control, so that all are
    /// read where a run has them.
    /// </summary>
    /// <param name="request">What will be evaluated.</param>
    public (PolicyLibrary Library, EvaluationRequest Request) Load(EvaluationRequest request)
    {
        var library = Waivers.IsEmpty && !PolicySettings.AreGiven(Settings, Folder)
            ? PolicyLibrary.LoadFor(request, Folder)
            : PolicyLibrary.Load(Folder);
        return (library, request with
        {
            Settings = PolicySettings.Load(Settings, Folder, library),
            Waivers = WaiverLibrary.Load(Waivers, library),
        });
    }
}
