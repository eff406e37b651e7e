using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;

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

    /// <summary>The controls that a policy serves, as <c>framework/id</c>.</summary>
    public static IEnumerable<string> ControlsOf(PolicyLibrary library, string policy) =>
        from framework in library.Frameworks
        from control in framework.Controls
        where control.Policies.Any(use => use.Name == policy)
        select $"{framework.Name}/{control.Id}";
}
