using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Testing;

/// <summary>The keys of a document of kind PolicyTests.</summary>
internal static class TestForm
{
    /// <summary>The word that takes something away.</summary>
    public const string None = "none";

    /// <summary>The partitions of AWS, the usual one first.</summary>
    public static readonly ImmutableArray<string> Partitions = ["aws", "aws-us-gov", "aws-cn"];

    /// <summary>The keys of a case that build the credential report.</summary>
    public static readonly ImmutableArray<string> ReportKeys =
        ["root", "partition", "row", "rows", "without", "generated"];

    private static readonly ChoiceForm<int> Columns =
        new([.. CredentialReportColumns.All.Select(column => (column.Name, column.Ordinal))]);

    private static readonly MappingForm Row = new(
        "A row",
        [
            .. CredentialReportColumns.All.Select(column => KeyForm.Optional(
                column.Name, TextForm.Any, ColumnDocumentation.Of(column.Name) + " Text as in the CSV.")),
        ]);

    private static readonly MappingForm Summary = new(
        "The summary",
        [
            .. SummaryFields.All.Select(name =>
                KeyForm.Optional(name, new NumberForm(), SummaryFields.DocumentationOf(name))),
        ]);

    private static readonly MappingForm Files = new(
        "The list of files",
        [
            .. EvidenceFiles.All.Select(file =>
                KeyForm.Optional(file.Name, TextForm.Any, $"The text of the file. Of AWS: `{file.Command}`.")),
        ]);

    private static readonly MappingForm Answers = new("The list of answers", AnswerForms.Files);

    private static readonly ChoiceForm<Outcome> Outcomes =
        new([.. OutcomeNames.OfPolicies.OrderBy(o => o.Value).Select(o => (o.Key, o.Value))]);

    private static readonly MappingForm Expectation = new(
        "An expectation",
        KeyForm.Required("outcome", Outcomes, "The verdict."),
        KeyForm.Optional(
            "resource", TextForm.Any,
            "The resource: a user's name, `<root_account>`, an account's id, or `*`. Expectations without it are "
            + "matched in order.",
            "alice"),
        KeyForm.Optional("reason", TextForm.Any, "The reason code.", "ActiveKey"),
        KeyForm.Optional("message", TextForm.Any, "The message, exactly."),
        KeyForm.Optional(
            "violations", new ListForm(TextForm.Any), "The reason codes of all violations, in order.", "[ActiveKey]"),
        KeyForm.Optional(
            "evidence", new ListForm(TextForm.Any), "The fields that decided, in the order read.", "[mfa_active]"),
        KeyForm.Optional(
            "missing", new ListForm(TextForm.Any), "The fields that were missing, in order.", "[mfa_active]"));

    private static readonly MappingForm Case = new(
        "A case",
        [
            KeyForm.Required("name", TextForm.Any, "What the case shows; unique.", "an active key fails"),
            .. OfReport(),
            .. OfFiles(),
            .. OfRun(),
        ])
    {
        Rules =
        [
            new KeyRule(KeyRuleKind.AtMostOne, "row", "rows"),
            .. ReportKeys.Select(key => new KeyRule(KeyRuleKind.AtMostOne, "report", key)),
            .. ReportKeys.Concat(["report", "summary", "answers", "files"])
                .Select(key => new KeyRule(KeyRuleKind.AtMostOne, "snapshot", key)),
        ],
    };

    /// <summary>The whole document.</summary>
    public static DocumentForm Document { get; } = new(
        "PolicyTests",
        "Tests say what a policy makes of evidence: cases with rows of the credential report and the findings that "
        + "they must give. `policyeval test` runs them.",
        NameForms.Policy,
        "The name of the policy that is tested.",
        new MappingForm(
            "The spec",
            KeyForm.Optional(
                "asOf", TextForm.Any,
                $"When the reports of all cases were generated; `{TestEvidence.StandardTime}` where it is left out.",
                "2026-03-01T06:00:00Z"),
            KeyForm.Optional("row", Row, "Cells that every row of the policy's own kind starts from."),
            KeyForm.Required("cases", new ListForm(Case) { NeedsItem = true }, "The cases.")));

    // No key that a rule is about may stand there without a value: whether it counts would be hard to tell.
    private static ImmutableArray<KeyForm> OfReport() =>
    [
        KeyForm.Filled(
            "row", Row,
            "The only row of the report beside root's. Without `user` it is of the policy's own kind: "
            + "`<root_account>` for `aws.iam.root`, else `user-1`. A cell that is left out has AWS's value for "
            + "nothing: `false`, `N/A`.",
            "{ access_key_1_active: true }"),
        KeyForm.Filled("rows", new ListForm(Row), "Several rows, or none: `[]`."),
        KeyForm.Filled(
            "root", new ChoiceForm<bool>((None, true)),
            "`none` for a report without a row for root. Else there is one, but in China."),
        KeyForm.Filled(
            "partition", new ChoiceForm<int>([.. Partitions.Select((name, index) => (name, index))]),
            "The partition of the ARNs that rows do not give themselves; `aws` where it is left out."),
        KeyForm.Filled(
            "without", new ListForm(Columns), "Columns that the report does not have.",
            "[additional_credentials_info]"),
        KeyForm.Filled(
            "generated", TextForm.Any,
            "When the report was generated, or `none` for a bare CSV, which does not say.", None),
        KeyForm.Filled("report", new ChoiceForm<bool>((None, true)), "`none` where there is no credential report."),
    ];

    private static ImmutableArray<KeyForm> OfFiles() =>
    [
        KeyForm.Filled(
            "summary", Summary, "The numbers of the account summary; without the key there is no such file.",
            "{ AccountAccessKeysPresent: 1 }"),
        KeyForm.Filled(
            "answers", Answers,
            "Answers of AWS by file, property by property: only what the case is about. Lists that AWS always writes "
            + "are empty where they are left out; what is malformed stands in `files`.",
            "{ account-password-policy.json: { PasswordPolicy: { MinimumPasswordLength: 8 } } }"),
        KeyForm.Filled(
            "files", Files, "Other files of the snapshot, by name, as text.",
            "{ account-summary.json: '{\"Error\": {\"Code\": \"AccessDenied\", \"Message\": \"no\"}}' }"),
        KeyForm.Filled(
            "snapshot", TextForm.Any, "A whole snapshot instead: its path, seen from this file.",
            "../../snapshots/neglected"),
    ];

    private static ImmutableArray<KeyForm> OfRun() =>
    [
        KeyForm.Optional(
            "params", new EntriesForm(TextForm.Any, TextForm.Any), "Parameters of the policy, as `--set` gives them.",
            "{ maxAgeDays: 30 }"),
        KeyForm.Optional("asOf", TextForm.Any, "The instant, as `--as-of` gives it.", "2026-06-01T00:00:00Z"),
        KeyForm.Required(
            "expect", new OneOrManyForm(Expectation),
            "The finding that must come out; a list for several, `[]` for none. More or fewer fail the case."),
        KeyForm.Optional(
            "control", Outcomes,
            "The verdict of a control that this policy decides alone, from all findings together.", "not_applicable"),
    ];
}
