using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Catalogues;

namespace PolicyEval.Cli.Commands;

/// <summary>The policies for commands that only look at them.</summary>
internal static class PolicyCatalog
{
    /// <summary>Loads them; what is wrong goes to standard error, and null says that nothing can be shown.</summary>
    public static PolicyLibrary? Load(CliHost host, string? folder)
    {
        var library = PolicyLibrary.Load(folder);
        host.Report([.. library.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info)]);
        return library.HasErrors ? null : library;
    }

    /// <summary>
    /// All policies and frameworks; or the frameworks of these names, each once, in the order given, and the policies
    /// that they name.
    /// </summary>
    /// <exception cref="UsageException">There is no framework of a name.</exception>
    public static Catalogue Of(PolicyLibrary library, string[]? names)
    {
        if (names is not { Length: > 0 })
            return new Catalogue(ToolVersion.Current, library.Policies, library.Frameworks);

        var frameworks = names.Distinct(StringComparer.Ordinal).Select(name => Find(library, name)).ToImmutableArray();
        var used = frameworks.SelectMany(f => f.Controls).SelectMany(c => c.Policies).Select(use => use.Name)
            .ToHashSet(StringComparer.Ordinal);
        return new Catalogue(
            ToolVersion.Current, [.. library.Policies.Where(policy => used.Contains(policy.Name))], frameworks);
    }

    /// <summary>
    /// The policies that serve a control, given as <c>cis_v130/1.14</c> or by its id alone, which is one of the
    /// standard framework if that has it; empty where there is no such control, or no policy serves it.
    /// </summary>
    public static ImmutableArray<string> Serving(PolicyLibrary library, string control)
    {
        var named = library.Frameworks
            .SelectMany(framework => framework.Controls.Select(own => (Framework: framework.Name, Control: own)))
            .Where(place => place.Control.Id == control || $"{place.Framework}/{place.Control.Id}" == control)
            .ToArray();
        var meant = Array.FindAll(named, place => place.Framework == CommonOptions.DefaultFramework);
        return
        [
            .. (meant.Length > 0 ? meant : named).SelectMany(place => place.Control.Policies).Select(use => use.Name)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static Framework Find(PolicyLibrary library, string name) =>
        library.FindFramework(name) ?? throw UsageException.Unknown(
            OptionDescriptors.UnknownFramework, name, library.Frameworks.Select(framework => framework.Name));
}
