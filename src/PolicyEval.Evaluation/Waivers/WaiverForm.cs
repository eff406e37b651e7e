using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>The keys of a document of kind Waiver.</summary>
internal static partial class WaiverForm
{
    /// <summary>The keys that say which failures are meant, of which a fingerprint alone says all.</summary>
    private const string Fingerprint = "fingerprint";

    /// <summary>
    /// An instant, in a form that no other instant has too. The evidence tells its own to the second, so a fraction
    /// would be cut, and the waiver would hold before it takes effect.
    /// </summary>
    public static TextForm Instant { get; } = new()
    {
        IsQuoted = true,
        Owner = "an instant",
        Pattern = InstantPattern(),
        PatternWords = "a date, or a date and time to the second with a zone, is needed",
        Refusal = WaiverDescriptors.MalformedInstant,
    };

    private static readonly TextForm FingerprintText = new()
    {
        IsQuoted = true,
        Owner = "a finding",
        Pattern = FingerprintPattern(),
        PatternWords = "the fingerprint of a finding has 32 digits of 0 to 9 and a to f",
    };

    /// <summary>The whole document.</summary>
    public static DocumentForm Document { get; } = new(
        "Waiver",
        "A waiver accepts failures for a time: they stay in every report, marked, and do not count at the gate. "
        + "`--waivers` applies it.",
        NameForms.Waiver,
        "The waiver's name: lower-case letters and digits, joined by hyphens, unique among all waivers of a run.",
        new MappingForm("A waiver", [.. OfTarget(), .. OfApproval(), .. OfSpan()])
        {
            Rules =
            [
                new KeyRule(KeyRuleKind.AtLeastOne, "policy", Fingerprint),
                new KeyRule(KeyRuleKind.AtLeastOne, "account", Fingerprint),
                new KeyRule(KeyRuleKind.AtLeastOne, "resource", Fingerprint),
            ],
        });

    private static KeyForm[] OfTarget() =>
    [
        KeyForm.Filled(
            "policy", Patterns(PatternForms.Policy),
            "The policy whose failures are waived, or a list. Here and in the next three keys `*` stands for any text "
            + "and `?` for one character; a failure is covered that fits every key.",
            "access-key-rotation"),
        KeyForm.Filled(
            "account", Patterns(PatternForms.Account), "The account's id in quotes, or a list; `\"*\"` for any.",
            "\"111122223333\""),
        KeyForm.Filled(
            "resource", Patterns(PatternForms.Resource),
            "The resource's name or ARN as reports have it, or a list; `\"*\"` for any.",
            "arn:aws:iam::111122223333:user/legacy-backup"),
        KeyForm.Filled(
            "control", Patterns(PatternForms.Control),
            "Only findings that serve this control, as `framework/id`, or a list. Such a finding is waived for every "
            + "control that it serves.",
            "cis_v130/1.14"),
        KeyForm.Filled(
            Fingerprint, Patterns(FingerprintText),
            "The fingerprint of a finding as a JSON report has it, or a list. It tells policy, account and resource by "
            + "itself."),
    ];

    private static KeyForm[] OfApproval() =>
    [
        KeyForm.Required("owner", TextForm.Any, "Who answers for the exception and puts it right.", "backup team"),
        KeyForm.Optional("requestedBy", TextForm.Any, "Who asked for it, where that is not the owner."),
        KeyForm.Required(
            "approvedBy", TextForm.Any, "Who approved it: neither the owner nor who asked for it.", "carol"),
        KeyForm.Required("approvedOn", Instant, "When it was approved: not after `effectiveFrom`.", "2026-01-15"),
        KeyForm.Required("justification", TextForm.Any, "Why the failure is accepted, and what is done meanwhile."),
        KeyForm.Required("ticket", TextForm.Any, "Where the decision can be looked up.", "SEC-1234"),
    ];

    private static KeyForm[] OfSpan() =>
    [
        KeyForm.Required(
            "effectiveFrom", Instant,
            "The instant from which on it holds, judged at the instant of the evidence: RFC 3339 with a zone, or a "
            + "date, which means the end of that day in UTC: it holds from the next day on.",
            "2026-01-15T09:00:00Z"),
        KeyForm.Required(
            "expires", Instant, "The instant from which on it holds no more, in the same form.", "2026-06-30"),
    ];

    private static OneOrManyForm Patterns(TextForm text) => new(text) { NeedsItem = true };

    [GeneratedRegex(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?$")]
    private static partial Regex InstantPattern();

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex FingerprintPattern();
}
