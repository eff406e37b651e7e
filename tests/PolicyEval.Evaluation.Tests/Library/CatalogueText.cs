using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Tests.Library;

/// <summary>The bundled policies and frameworks as tables in Markdown.</summary>
internal static class CatalogueText
{
    public static string Of(PolicyLibrary library)
    {
        var text = new StringBuilder();
        Table(text, ["Policy", "Title", "Severity", "Resource", "Params (default)", "Fails or is incomplete with", "Not applicable with"],
            library.Policies.Select(policy => (string[])
            [
                $"`{policy.Name}`",
                policy.Title,
                policy.Severity.ToString().ToLowerInvariant(),
                $"`{policy.Resource}`",
                string.Join(", ", policy.Params.Select(param => $"`{param.Name}` ({param.Default.Text})")),
                Reasons(policy.Validations.Select(validation => validation.Reason)),
                Reasons(policy.MatchConditions.Select(condition => condition.Reason)),
            ]));

        // The versions of one benchmark stand side by side, under their numbers.
        var families = library.Frameworks.GroupBy(framework => framework.Title).Where(family => family.Count() > 1);
        var versions = families.SelectMany(family => family).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"\nControls of the {versions[0].Title}, by version:\n\n");
        Controls(text, library, versions, framework => ShortVersion(framework.Version));
        text.Append("\nRequirements of other frameworks:\n\n");
        Controls(text, library, [.. library.Frameworks.Except(versions)], framework => $"`{framework.Name}`");

        text.Append("\nThe frameworks, and what the policies make of their controls:\n\n");
        Table(text, ["Framework", "Title", "Controls", "Decided", "Manual", "Needs evidence"],
            library.Frameworks.Select(framework => Counts(framework, CoverageCounts.Of(framework.Controls))));
        return text.ToString();
    }

    private static string[] Counts(Framework framework, CoverageCounts counts) =>
    [
        $"`{framework.Name}`", $"{framework.Title} {framework.Version}",
        $"{counts.Total}", $"{counts.Decided}", $"{counts.Manual}", $"{counts.NeedsEvidence}",
    ];

    private static void Controls(
        StringBuilder text, PolicyLibrary library, IReadOnlyCollection<Framework> frameworks, Func<Framework, string> head) =>
        Table(
            text, [.. frameworks.Select(head).Prepend("Policy")],
            library.Policies.Where(policy => frameworks.Any(f => IdsOf(f, policy).Length > 0)).Select(policy =>
                (string[])[$"`{policy.Name}`", .. frameworks.Select(framework => IdsOf(framework, policy))]));

    private static string IdsOf(Framework framework, Policy policy) => string.Join(", ", framework.Controls
        .Where(control => control.Policies.Any(use => use.Name == policy.Name)).Select(control => control.Id));

    private static string Reasons(IEnumerable<string> reasons) =>
        string.Join(", ", reasons.Where(reason => reason.Length > 0).Distinct());

    /// <summary>Without the last zero: <c>1.3.0</c> is 1.3.</summary>
    private static string ShortVersion(string version) =>
        version.EndsWith(".0", StringComparison.Ordinal) ? version[..^2] : version;

    private static void Table(StringBuilder text, string[] heads, IEnumerable<string[]> rows)
    {
        Row(text, heads);
        Row(text, heads.Select(_ => "---"));
        foreach (var row in rows)
            Row(text, row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append($"| {string.Join(" | ", cells)} |\n".Replace("  |", " |", StringComparison.Ordinal));
}
