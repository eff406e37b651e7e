using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Overrides;

/// <summary>The keys of a document of kind Settings.</summary>
internal static class SettingsForm
{
    private const string Units = "units";

    private const string Accounts = "accounts";

    private static readonly ListForm AccountList = new(PatternForms.Account) { NeedsItem = true };

    private static readonly MappingForm Override = new(
        "An override",
        KeyForm.Required("policy", NameForms.Policy, "The policy that is changed.", "access-key-rotation"),
        KeyForm.Filled(
            Units, new ListForm(NameForms.Unit) { NeedsItem = true },
            "Only for accounts in these units. Without this and `accounts` for all accounts.", "[sandbox]"),
        KeyForm.Filled(
            Accounts, AccountList,
            "Only for these accounts: ids in quotes, in which `*` stands for any digits and `?` for one.",
            "[\"111122223333\"]"),
        KeyForm.Filled(
            "severity", PolicyForm.Severities, "How much a failure weighs, in the place of what the policy says.",
            "low"),
        KeyForm.Filled(
            "params", new EntriesForm(TextForm.Any, TextForm.Any),
            "Values of the policy's parameters, by name, in the place of its defaults and of what frameworks set.",
            "{ maxAgeDays: 30 }"))
    {
        Rules =
        [
            new KeyRule(KeyRuleKind.AtMostOne, Units, Accounts),
            new KeyRule(KeyRuleKind.AtLeastOne, "severity", "params"),
        ],
    };

    /// <summary>A value of <c>units</c>.</summary>
    public static MappingForm Unit { get; } = new(
        "A unit",
        KeyForm.Required(
            Accounts, AccountList,
            "The accounts in it: ids in quotes, in which `*` stands for any digits and `?` for one.",
            "[\"111122223333\", \"4444*\"]"));

    /// <summary>The whole document.</summary>
    public static DocumentForm Document { get; } = new(
        "Settings",
        "Settings change severities and parameters of policies, for all accounts, for organisational units or for "
        + "single accounts. They stand in `policyeval.yaml` beside the policies; every report names what they change.",
        NameForms.Settings,
        "The name of the settings: lower-case letters and digits, joined by hyphens.",
        new MappingForm(
            "The spec",
            KeyForm.Optional(
                Units, new EntriesForm(NameForms.Unit, Unit),
                "Organisational units by name, with their accounts: a snapshot does not tell them."),
            KeyForm.Required(
                "overrides", new ListForm(Override) { NeedsItem = true },
                "What is changed. Frameworks win over defaults of policies, these over frameworks, and `--set` over "
                + "these; among these units win over all accounts, patterns of accounts over units, ids over patterns, "
                + "and the later in the file over the earlier.")));
}
