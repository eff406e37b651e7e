using System.Collections.Immutable;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>Reads the policies of a run, its settings and its waivers.</summary>
internal static class RunLibrary
{
    /// <summary>
    /// The policies, and the request with settings and waivers. These may name any policy and control, so that all are
    /// read where a run has them.
    /// </summary>
    /// <param name="request">What will be evaluated.</param>
    /// <param name="folder">The user's folder of policies, or null.</param>
    /// <param name="settings">The file of settings that the user names, or null.</param>
    /// <param name="waivers">Files and folders with waivers.</param>
    public static (PolicyLibrary Library, EvaluationRequest Request) Load(
        EvaluationRequest request, string? folder, string? settings, ImmutableArray<string> waivers)
    {
        var library = waivers.IsEmpty && !PolicySettings.AreGiven(settings, folder)
            ? PolicyLibrary.LoadFor(request, folder)
            : PolicyLibrary.Load(folder);
        return (library, request with
        {
            Settings = PolicySettings.Load(settings, folder, library),
            Waivers = WaiverLibrary.Load(waivers, library),
        });
    }
}
