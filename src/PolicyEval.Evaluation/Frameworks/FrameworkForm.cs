using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>The keys of a document of kind Framework.</summary>
internal static class FrameworkForm
{
    private static readonly MappingForm Policy = new(
        "A policy of a control",
        KeyForm.Required("name", TextForm.Any, "The name of a policy, bundled or your own.", "access-key-rotation"),
        KeyForm.Optional(
            "params", new EntriesForm(TextForm.Any, TextForm.Any),
            "Values of the policy's parameters, by name, in the place of its defaults.", "{ maxAgeDays: 30 }"));

    private static readonly MappingForm Control = new(
        "A control",
        KeyForm.Required("id", TextForm.Quoted, "The id, in quotes: 1.10 is not 1.1.", "1.10"),
        KeyForm.Required("title", TextForm.Any, "The title, in one line."),
        KeyForm.Optional("section", TextForm.Any, "The section of the framework.", "IAM"),
        KeyForm.Optional(
            "levels", new ListForm(new NumberForm(1, 9) { QuotedPattern = "^[+]?0*[1-9]$" }),
            "The levels (profiles) that hold the control.", "[1, 2]"),
        KeyForm.Required(
            "assessment", new ChoiceForm<bool>(("automated", false), ("manual", true)),
            "What the framework calls it. A control without policies comes out as manual, or else as not assessed."),
        KeyForm.Filled(
            "policies", new ListForm(Policy) { NeedsItem = true },
            "The policies that decide the control; one that fails is enough. This or `needs` must be there."),
        KeyForm.Filled(
            "needs", TextForm.Any, "For a control that no policy decides: which evidence would.",
            "The contact details of the account, and a person who knows whether they are current"),
        KeyForm.Optional(
            "command", TextForm.Any, "The command that gets that evidence.", "aws account get-contact-information"))
    {
        Rules = [new KeyRule(KeyRuleKind.AtLeastOne, "policies", "needs")],
    };

    /// <summary>The whole document.</summary>
    public static DocumentForm Document { get; } = new(
        "Framework",
        "A framework lists every control of a benchmark, and which policies decide it.",
        NameForms.Framework,
        "The framework's name: lower-case letters and digits, joined by `-` or `_`, unique; `--framework` uses it.",
        new MappingForm(
            "The spec",
            KeyForm.Required("title", TextForm.Any, "The title, in one line."),
            KeyForm.Required("version", TextForm.Quoted, "The version, in quotes.", "1.3.0"),
            KeyForm.Optional("source", TextForm.Any, "Where the framework is published."),
            KeyForm.Required(
                "controls", new ListForm(Control) { NeedsItem = true },
                "Every control, in the framework's order, also those that no policy decides.")));
}
