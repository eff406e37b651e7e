using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Policies;

/// <summary>The keys of the parts of a policy that hold expressions.</summary>
internal static class RuleForm
{
    private const string Message = "message";

    private const string MessageExpression = "messageExpression";

    /// <summary>An item of <c>variables</c>.</summary>
    public static MappingForm Variable { get; } = new(
        "A variable",
        KeyForm.Required("name", NameForms.Variable, "The name: a letter, then letters, digits and `_`.", "keyAge"),
        KeyForm.Required(
            "expression", TextForm.Any, "A CEL expression of any type.",
            "asOf - require(user.access_key_1_last_rotated)"));

    /// <summary>An item of <c>matchConditions</c>.</summary>
    public static MappingForm MatchCondition { get; } = new(
        "A match condition",
        KeyForm.Required(
            "name", NameForms.MatchCondition, "The name: lower-case letters and digits, joined by hyphens.",
            "console-user"),
        KeyForm.Required(
            "expression", TextForm.Any, "A CEL expression of type bool: whether the policy applies.",
            "user.password_enabled"),
        KeyForm.Optional(
            "reason", NameForms.Reason, "The code of a finding that is not applicable: PascalCase.",
            "NoConsolePassword"),
        KeyForm.Filled(
            Message, TextForm.Any, "What a finding says that is not applicable.", "The user has no console password."),
        KeyForm.Filled(MessageExpression, TextForm.Any, "The same as a CEL expression of type string."))
    {
        Rules = [new KeyRule(KeyRuleKind.AtMostOne, Message, MessageExpression)],
    };

    /// <summary>An item of <c>validations</c>.</summary>
    public static MappingForm Validation { get; } = new(
        "A validation",
        KeyForm.Required(
            "expression", TextForm.Any,
            "A CEL expression of type bool: what must hold. It needs quotes where it begins with `!`.",
            "user.mfa_active"),
        KeyForm.Required("reason", NameForms.Reason, "The code of the failure: PascalCase.", "NoMfa"),
        KeyForm.Filled(
            Message, TextForm.Any, "What a failure says: this or `messageExpression`.",
            "The user has a console password and no MFA"),
        KeyForm.Filled(
            MessageExpression, TextForm.Any, "The same as a CEL expression of type string.",
            "'Access key 1 was made at ' + utcMinute(require(user.access_key_1_last_rotated))"))
    {
        Rules = [new KeyRule(KeyRuleKind.ExactlyOne, Message, MessageExpression)],
    };
}
