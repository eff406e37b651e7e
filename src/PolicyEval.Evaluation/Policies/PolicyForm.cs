using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Policies;

/// <summary>The keys of a document of kind Policy.</summary>
internal static class PolicyForm
{
    /// <summary>The severities.</summary>
    public static ChoiceForm<Severity> Severities { get; } =
        new([.. Enum.GetValues<Severity>().Select(s => (s.ToString().ToLowerInvariant(), s))]);

    private static readonly ChoiceForm<int> ResourceTypes =
        new([.. ResourceSchema.Types.Select((type, index) => (type.Name, index))]);

    private static readonly MappingForm Command = new(
        "A command",
        KeyForm.Required("purpose", TextForm.Any, "What the command is for, in one line.", "List a user's MFA devices"),
        KeyForm.Required(
            "run", TextForm.Any, "The command line, with names in capitals where one must be put in.",
            "aws iam list-mfa-devices --user-name USER"));

    private static readonly MappingForm Remediation = new(
        "The remediation",
        KeyForm.Optional("console", TextForm.Any, "The steps in the AWS console."),
        KeyForm.Optional("cli", TextForm.Any, "The commands of the AWS CLI."),
        KeyForm.Optional("iac", TextForm.Any, "What to change in infrastructure as code."));

    /// <summary>The spec.</summary>
    public static MappingForm Spec { get; } = new(
        "The spec",
        [.. Head(), .. Texts(), .. Rules()])
    {
        Rules = [new KeyRule(KeyRuleKind.AtMostOne, "passMessage", "passMessageExpression")],
    };

    /// <summary>The whole document.</summary>
    public static DocumentForm Document { get; } = new(
        "Policy",
        "A policy says what must hold for each resource of one type.",
        NameForms.Policy,
        "The policy's name: lower-case letters and digits, joined by hyphens, unique. `--policy`, `--set` and "
        + "frameworks use it.",
        Spec);

    private static ImmutableArray<KeyForm> Head() =>
    [
        KeyForm.Required("title", TextForm.Any, "What must hold, in one line.", "Ensure every console user has MFA"),
        KeyForm.Required("severity", Severities, "How much a failure weighs; `--fail-on` gates by it."),
        KeyForm.Required(
            "resource", ResourceTypes,
            "The type of resource; the policy runs once for each of it. Expressions see it by the last part of the "
            + "type's name: `user` for `aws.iam.user`."),
    ];

    private static ImmutableArray<KeyForm> Texts() =>
    [
        KeyForm.Optional("description", TextForm.Any, "What the policy asks and how it reads the evidence."),
        KeyForm.Optional("rationale", TextForm.Any, "Why it matters."),
        KeyForm.Optional("audit", TextForm.Any, "How to come to the same verdict by hand."),
        KeyForm.Optional("troubleshooting", TextForm.Any, "What to do when the verdict surprises."),
        KeyForm.Optional("commands", new ListForm(Command), "Commands for audit and troubleshooting."),
        KeyForm.Optional("remediation", Remediation, "How to put a failure right."),
        KeyForm.Optional("references", new ListForm(TextForm.Any), "Addresses to read on.", "[https://example.com]"),
    ];

    private static ImmutableArray<KeyForm> Rules() =>
    [
        KeyForm.Optional(
            "params", new EntriesForm(NameForms.Param, ParamForm.Param),
            "Parameters by name; expressions read them as `params.name`. A framework sets them, or "
            + "`--set POLICY.PARAM=VALUE`."),
        KeyForm.Optional(
            "variables", new ListForm(RuleForm.Variable),
            "Named expressions, read as `variables.name`. Each may use those before it and is computed when it is "
            + "needed."),
        KeyForm.Optional(
            "matchConditions", new ListForm(RuleForm.MatchCondition),
            "When the policy applies: a condition that is false makes the finding not applicable."),
        KeyForm.Required(
            "validations", new ListForm(RuleForm.Validation) { NeedsItem = true },
            "What must hold. All that are false become the violations of one failed finding."),
        KeyForm.Filled("passMessage", TextForm.Any, "What a pass says.", "The user has MFA"),
        KeyForm.Filled(
            "passMessageExpression", TextForm.Any, "The same as a CEL expression of type string.",
            "'Every key was made after ' + utcMinute(asOf - days(params.maxAgeDays))"),
    ];
}
