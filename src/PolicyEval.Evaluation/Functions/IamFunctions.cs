using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Functions of IAM policy documents.</summary>
internal static class IamFunctions
{
    private static readonly CelType Document = PolicyDocument.DocumentType;
    private static readonly CelType Statement = PolicyStatement.StatementType;
    private static readonly CelType Texts = CelType.List(CelType.String);

    /// <summary>All of them.</summary>
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("iamPolicy",
        [
            new("iamPolicy_string", false, [CelType.String], Document)
            {
                Unary = text => PolicyDocumentReader.Read(text.AsString),
                Checks = [new(0, FaultOfText)],
            },
            new("iamPolicy_map", false, [CelType.Map(CelType.String, CelType.Dyn)], Document)
            {
                Unary = PolicyDocumentReader.Read,
            },
        ])
        {
            Documentation =
                "An IAM policy document: JSON, also URL-encoded as IAM answers it, or a map. What is no policy "
                + "document, or has keys that nobody knows, is an error.",
        },
        OfDocument(
            "version", CelType.String, d => CelValue.Of(d.Version),
            "The version of the policy language: 2012-10-17, or 2008-10-17 where the document names none."),
        OfDocument(
            "statements", CelType.List(Statement),
            d => CelValue.Of(CelList.From([.. d.Statements.Select(s => CelValue.Of(s))])),
            "The statements, in order; one that stands without a list too."),
        OfDocument(
            "allows", (d, action, resource) => d.Allows(action, resource),
            "Whether the document may allow an action on a resource, both perhaps with wildcards: an Allow takes them "
            + "in, whatever its condition, and no Deny without one takes all of them out. Errs to true: for rules that "
            + "forbid a right."),
        OfDocument(
            "allowsUnconditionally", (d, action, resource) => d.AllowsUnconditionally(action, resource),
            "Whether the document surely allows an action on a resource: an Allow without a condition takes in all of "
            + "it, and no Deny touches it. Errs to false: for rules that demand a right."),
        OfStatement("sid", CelType.String, s => CelValue.Of(s.Sid), "The statement's id; empty where it has none."),
        OfStatement("effect", CelType.String, s => CelValue.Of(s.IsAllow ? "Allow" : "Deny"), "Allow or Deny."),
        OfStatement(
            "actions", Texts, s => List(s.Actions, isNegated: false), "Action as a list; empty beside NotAction."),
        OfStatement("notActions", Texts, s => List(s.Actions, isNegated: true), "NotAction as a list."),
        OfStatement(
            "resources", Texts, s => List(s.Resources, isNegated: false),
            "Resource as a list; * where the statement names none, as in a role's trust policy."),
        OfStatement("notResources", Texts, s => List(s.Resources, isNegated: true), "NotResource as a list."),
        OfStatement(
            "principals", CelType.Map(CelType.String, Texts), s => Map(s.Principals),
            "Principal by its kind, AWS, Service, Federated or CanonicalUser; * alone is AWS: *. Empty in policies of "
            + "users, groups and roles."),
        OfStatement("notPrincipals", CelType.Map(CelType.String, Texts), s => Map(s.NotPrincipals), "NotPrincipal."),
        OfStatement(
            "hasCondition", CelType.Bool, s => CelValue.Of(s.HasCondition), "Whether the statement has a condition."),
        OfStatement(
            "matchesAction", (s, action) => s.MatchesAction(action),
            "Whether the statement takes in an action, perhaps with wildcards and in any case. NotAction of an Allow "
            + "takes in all that it does not name whole: what it grants beside them is as good as *."),
        OfStatement(
            "matchesResource", (s, resource) => s.MatchesResource(resource),
            "Whether the statement takes in a resource, perhaps with wildcards; NotResource as NotAction."),
    ];

    private static FunctionSymbol OfDocument(
        string name, CelType result, Func<PolicyDocument, CelValue> body, string documentation) =>
        new(name, [new($"iamPolicy_{name}", true, [Document], result) { Unary = d => body(DocumentOf(d)) }])
        {
            Documentation = documentation,
        };

    private static FunctionSymbol OfDocument(
        string name, Func<PolicyDocument, string, string, bool> body, string documentation) =>
        new(name,
        [
            new($"iamPolicy_{name}", true, [Document, CelType.String, CelType.String], CelType.Bool)
            {
                Variadic = a => CelValue.Of(body(DocumentOf(a[0]), a[1].AsString, a[2].AsString)),
            },
        ])
        {
            Documentation = documentation,
        };

    private static FunctionSymbol OfStatement(
        string name, CelType result, Func<PolicyStatement, CelValue> body, string documentation) =>
        new(name, [new($"statement_{name}", true, [Statement], result) { Unary = s => body(StatementOf(s)) }])
        {
            Documentation = documentation,
        };

    private static FunctionSymbol OfStatement(
        string name, Func<PolicyStatement, string, bool> body, string documentation) =>
        new(name,
        [
            new($"statement_{name}", true, [Statement, CelType.String], CelType.Bool)
            {
                Binary = (s, text) => CelValue.Of(body(StatementOf(s), text.AsString)),
            },
        ])
        {
            Documentation = documentation,
        };

    private static PolicyDocument DocumentOf(CelValue value) => (PolicyDocument)value.AsOpaque;

    private static PolicyStatement StatementOf(CelValue value) => (PolicyStatement)value.AsOpaque;

    private static CelValue List(PatternSet set, bool isNegated) =>
        List(set.IsNegated == isNegated ? set.Patterns : []);

    private static CelValue List(ImmutableArray<string> texts) =>
        CelValue.Of(CelList.From([.. texts.Select(t => CelValue.Of(t))]));

    private static CelValue Map(ImmutableSortedDictionary<string, ImmutableArray<string>> map) => CelMap.From(
    [
        .. map.Select(entry => KeyValuePair.Create(CelValue.Of(entry.Key), List(entry.Value))),
    ]);

    private static ArgumentFault? FaultOfText(CelValue text) =>
        PolicyDocumentReader.Read(text.AsString) is { Kind: CelKind.Error } error
            ? new ArgumentFault(error.AsError.Message)
            : null;
}
