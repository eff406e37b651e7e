using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Functions of Amazon Resource Names.</summary>
internal static class ArnFunctions
{
    private const int ShownMax = 100;

    private static readonly CelType Type = Arn.ArnType;
    private static readonly ArgumentCheck PatternCheck = new(1, FaultOfPattern);

    /// <summary>All of them.</summary>
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("arn",
        [
            new("arn_string", false, [CelType.String], Type) { Unary = Parse, Checks = [new(0, FaultOfArn)] },
        ])
        {
            Documentation = "The ARN that a text is; a text that is none is an error.",
        },
        new("isARN", [new("isARN_string", false, [CelType.String], CelType.Bool) { Unary = IsArn }])
        {
            Documentation = "Whether a text is an ARN: arn:partition:service:region:account:resource.",
        },
        Part("partition", a => a.Partition, "aws, aws-cn or aws-us-gov."),
        Part("service", a => a.Service, "The service, such as iam."),
        Part("region", a => a.Region, "The region; empty for global services."),
        Part("account", a => a.Account, "The account's id, aws for what AWS owns; empty where names are global."),
        Part("resource", a => a.Resource, "All behind the fifth colon, such as role/path/name."),
        Part(
            "resourceType", a => a.ResourceType,
            "What stands before the first / or : of the resource, such as role; empty where there is none (root, a "
            + "queue), and for buckets and their objects."),
        Part(
            "resourceId", a => a.ResourceId,
            "What stands behind the resource's type, path included, such as path/name; all of it without a type."),
        new("matches", [Matcher("arn_matches_string", true, Type)])
        {
            Documentation = "Whether an ARN is like a pattern of ARNs; see arnLike.",
        },
        new("arnLike", [Matcher("arnLike_arn_string", false, Type), Matcher("arnLike_string", false, CelType.String)])
        {
            Documentation =
                "Whether an ARN is like a pattern, as IAM's ArnLike: each of the six parts between colons is matched "
                + "by itself, * for any text and ? for one character. A text that is no ARN is not.",
        },
        new("string",
        [
            new("arn_to_string", false, [Type], CelType.String) { Unary = a => CelValue.Of(Of(a).Text) },
        ])
        {
            Documentation = "The value as text.",
        },
    ];

    private static FunctionSymbol Part(string name, Func<Arn, string> part, string documentation) =>
        new(name, [new($"arn_{name}", true, [Type], CelType.String) { Unary = a => CelValue.Of(part(Of(a))) }])
        {
            Documentation = documentation,
        };

    private static OverloadSymbol Matcher(string id, bool isMethod, CelType receiver) =>
        new(id, isMethod, [receiver, CelType.String], CelType.Bool) { Binary = Like, Checks = [PatternCheck] };

    private static Arn Of(CelValue value) => (Arn)value.AsOpaque;

    private static CelValue Parse(CelValue text) =>
        Arn.TryParse(text.AsString, out var arn, out var error)
            ? CelValue.Of(arn)
            : CelValue.Error($"{Shown(text)} is not an ARN: {error}");

    private static CelValue IsArn(CelValue text) => CelValue.Of(Arn.TryParse(text.AsString, out _, out _));

    private static CelValue Like(CelValue value, CelValue pattern)
    {
        if (!ArnPattern.TryParse(pattern.AsString, out var parsed, out var error))
            return CelValue.Error($"{Shown(pattern)} is not a pattern of ARNs: {error}");
        var arn = value.Kind == CelKind.Opaque ? Of(value)
            : Arn.TryParse(value.AsString, out var read, out _) ? read : null;
        return CelValue.Of(arn is not null && parsed.Matches(arn));
    }

    private static ArgumentFault? FaultOfArn(CelValue text) =>
        Arn.TryParse(text.AsString, out _, out var error) ? null : new ArgumentFault(error);

    private static ArgumentFault? FaultOfPattern(CelValue pattern) =>
        ArnPattern.TryParse(pattern.AsString, out _, out var error) ? null : new ArgumentFault(error);

    private static string Shown(CelValue text)
    {
        var shown = text.ToString();
        return shown.Length <= ShownMax ? shown : shown[..ShownMax] + "…";
    }
}
