using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Testing;

/// <summary>
/// The answers that a test may give, property by property, from the same tables that describe the answers of AWS.
/// </summary>
internal static class AnswerForms
{
    /// <summary>The property of a call that failed.</summary>
    public const string Error = "Error";

    /// <summary>The files that tests write by other keys, and the one that no account has.</summary>
    private static readonly string[] Others =
    [
        EvidenceFiles.AccountSummary, EvidenceFiles.CredentialReport, EvidenceFiles.CredentialReportAnswer,
        EvidenceFiles.OrganizationAccounts,
    ];

    private static readonly MappingForm ErrorForm = new(
        "The error",
        KeyForm.Required("Code", TextForm.Any, "The code, such as `AccessDenied` or `NoSuchEntity`.", "AccessDenied"),
        KeyForm.Optional("Message", TextForm.Any, "The message."));

    /// <summary>What an answer says that is one page of several, and what the AWS CLI says of it.</summary>
    private static readonly KeyForm[] Cuts =
    [
        KeyForm.Optional("IsTruncated", new BoolForm(), "Whether more pages follow."),
        KeyForm.Optional("Marker", TextForm.Any, "Where the next page begins."),
        KeyForm.Optional("NextToken", TextForm.Any, "The same, as the AWS CLI writes it."),
    ];

    /// <summary>The files with their forms, sorted by name.</summary>
    public static ImmutableArray<KeyForm> Files { get; } =
    [
        .. EvidenceFiles.All.Where(file => !Others.Contains(file.Name)).Select(file => KeyForm.Optional(
            file.Name, AnswerOf(ResponseShapes.OfFile(file.Name)!),
            $"The answer for {file.Words}, or its `Error`. Lists at its top that are left out are empty.")),
    ];

    private static MappingForm AnswerOf(Shape shape) => new(
        "The answer",
        [
            .. shape.Members.Select(KeyOf),
            .. shape.Members.Any(member => member.Shape.Kind == ShapeKind.List) ? Cuts : [],
            KeyForm.Optional(Error, ErrorForm, "What AWS answered instead.", "{ Code: AccessDenied }"),
        ]);

    private static KeyForm KeyOf(ShapeMember member) =>
        KeyForm.Optional(member.Name, FormOf(member.Name, member.Shape), $"As AWS answers `{member.Name}`.");

    private static ValueForm FormOf(string name, Shape shape) => shape.Kind switch
    {
        ShapeKind.Text or ShapeKind.Timestamp => TextForm.Any,
        ShapeKind.Integer => new NumberForm(),
        ShapeKind.Boolean => new BoolForm(),
        ShapeKind.Policy => new AnyForm(),
        ShapeKind.List => new ListForm(FormOf(name, shape.Element!)),
        ShapeKind.Structure => new MappingForm($"An object of {name}", [.. shape.Members.Select(KeyOf)]),
        _ => throw new UnreachableException($"{name}: {shape.Kind}"),
    };
}
