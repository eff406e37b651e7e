using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonAccounts"/> writes.</summary>
internal static class AccountsReader
{
    /// <summary>What was found and left out.</summary>
    public static ImmutableArray<LeftOutReference> ReadLeftOut(ReportParts json) => !json.Has("leftOut")
        ? []
        : [
            .. json.Parts("leftOut").Select(left => new LeftOutReference(
                left.String("place"), left.Known("account"), left.StringOrNull("time"), left.String("reason"),
                left.String("for"))),
        ];

    /// <summary>What says which accounts there should be.</summary>
    public static ImmutableArray<PopulationReference> ReadPopulations(ReportParts json) => !json.Has("populations")
        ? []
        : [
            .. json.Parts("populations").Select(population => new PopulationReference(
                population.String("origin") == JsonAccounts.FileOrigin, population.String("name"),
                population.String("sha256"), population.Int("accounts"), population.Bool("whole"))),
        ];

    /// <summary>The roll-up by account.</summary>
    public static ImmutableArray<AccountResult> ReadResults(ReportParts json) =>
        json.Has("accounts") ? [.. json.Parts("accounts").Select(ReadAccount)] : [];

    /// <summary>What a control says of the accounts, or null.</summary>
    public static AccountCounts? ReadCounts(JsonPart control) =>
        control.Has("accounts") && control.PartOrNull("accounts") is { } counts
            ? new AccountCounts(RollUpReader.ReadCounts(counts.Part("outcomes")), counts.Int("missing"))
            : null;

    private static AccountResult ReadAccount(JsonPart json)
    {
        var waived = json.Strings("waivedControls");
        var controls = json.Part("controls");
        return new AccountResult
        {
            Id = json.Known("id"),
            Name = json.Known("name"),
            Membership = json.Word("membership", ReportWords.Memberships),
            Evidence = json.Word("evidence", ReportWords.Evidences),
            Snapshots = json.Strings("snapshots"),
            Findings = RollUpReader.ReadCounts(json.Part("findings")),
            Controls =
            [
                .. controls.Scalars().Select(control => new AccountVerdict(
                    control.Name, controls.Word(control.Name, ReportWords.Outcomes), waived.Contains(control.Name))),
            ],
        };
    }
}
