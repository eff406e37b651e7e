using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Sarif;

/// <summary>The rules of an evaluation: a policy each, and one for all controls that a person decides.</summary>
/// <param name="header">The inputs.</param>
/// <param name="tagsMax">The most tags that a rule may have.</param>
internal sealed class SarifReportRules(RunHeader header, int tagsMax)
{
    /// <summary>The rule of controls that a person decides; no policy can be called so.</summary>
    public const string ManualControl = "manual_control";

    private const string NoHelp = "The policy does not say how to put a failure right.";

    /// <summary>The rules, in the order of the policies.</summary>
    public ImmutableArray<SarifRule> Policies =>
        [.. header.Policies.GroupBy(policy => policy.Name).Select(group => RuleOf([.. group]))];

    /// <summary>What a person decides.</summary>
    public static SarifRule Manual { get; } = new(
        ManualControl, "ManualControl", "A person decides this control.",
        "The framework calls the control manual, and no policy decides it.",
        "Look at what the control asks for, and keep a record of it.", SarifLevel.None);

    /// <summary>The frameworks.</summary>
    public ImmutableArray<SarifTaxonomy> Taxonomies =>
    [
        .. header.Frameworks.Select(framework => new SarifTaxonomy(
            framework.Name, $"{framework.Title} {framework.Version}", framework.Version)),
    ];

    /// <summary>The taxon of a control, or null for a framework that the run has not.</summary>
    /// <param name="control">As <c>framework/id</c>.</param>
    public SarifTaxonReference? TaxonOf(string control)
    {
        for (var i = 0; i < header.Frameworks.Length; i++)
        {
            var prefix = header.Frameworks[i].Name + "/";
            if (control.StartsWith(prefix, StringComparison.Ordinal))
                return new SarifTaxonReference(i, control[prefix.Length..]);
        }

        return null;
    }

    /// <summary>How much a failure weighs.</summary>
    public static SarifLevel LevelOf(Severity severity) => severity switch
    {
        Severity.Info or Severity.Low => SarifLevel.Note,
        Severity.Medium => SarifLevel.Warning,
        Severity.High or Severity.Critical => SarifLevel.Error,
        _ => throw new UnreachableException($"{severity}"),
    };

    /// <summary>A policy; where settings differ by account it has its highest severity.</summary>
    private SarifRule RuleOf(ImmutableArray<PolicyReference> group)
    {
        var policy = group[0];
        var severity = group.Max(each => each.Severity);
        return new SarifRule(
            policy.Name,
            SarifText.NameOf(policy.Name),
            SarifText.Sentence(policy.Title),
            policy.Guide.Description.Length > 0
                ? SarifText.Lines(policy.Guide.Description)
                : SarifText.Sentence(policy.Title),
            HelpOf(policy.Guide),
            LevelOf(severity))
        {
            HelpUri = policy.Guide.References.FirstOrDefault(IsAddress),
            Taxa = [.. policy.Controls.Select(TaxonOf).OfType<SarifTaxonReference>()],
            Properties = json => WriteProperties(json, group, severity),
        };
    }

    private void WriteProperties(Utf8JsonWriter json, ImmutableArray<PolicyReference> group, Severity severity)
    {
        var policy = group[0];
        if (SecuritySeverityOf(severity) is { } number)
            json.WriteString("security-severity", number);
        json.WriteString("precision", "very-high");
        JsonValues.WriteStrings(json, "tags", [.. policy.Controls.Prepend("aws").Prepend("security").Take(tagsMax)]);
        JsonValues.WriteText(json, "severity", ResultWords.Of(severity));
        JsonValues.WriteText(json, "origin", policy.Origin);
        JsonValues.WriteText(json, "sha256", policy.Sha256);
        JsonValues.WriteStrings(json, "changes", [.. group.SelectMany(ChangeWords.Of)]);
    }

    /// <summary>In the ranges that GitHub has for the four words; nothing for what is only worth knowing.</summary>
    private static string? SecuritySeverityOf(Severity severity) => severity switch
    {
        Severity.Info => null,
        Severity.Low => "2.0",
        Severity.Medium => "5.5",
        Severity.High => "8.0",
        Severity.Critical => "9.5",
        _ => throw new UnreachableException($"{severity}"),
    };

    private static string HelpOf(PolicyGuide guide)
    {
        var parts = new (string Label, string Text)[]
        {
            ("Why", guide.Rationale), ("Console", guide.Console), ("CLI", guide.Cli), ("Code", guide.Iac),
        };
        var known = parts.Where(part => part.Text.Length > 0)
            .Select(part => $"{part.Label}:\n{SarifText.Lines(part.Text)}");
        return string.Join("\n\n", known.DefaultIfEmpty(NoHelp));
    }

    private static bool IsAddress(string reference) =>
        Uri.TryCreate(reference, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
