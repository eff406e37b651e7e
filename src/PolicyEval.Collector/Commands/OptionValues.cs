using System.Globalization;
using System.Text.RegularExpressions;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Diagnostics;

namespace PolicyEval.Collector.Commands;

/// <summary>
/// Reads the values of options. What AWS would refuse is refused here, before anything is sent. Source of the patterns:
/// the API references of STS (AssumeRole) and IAM (CreateRole).
/// </summary>
internal static partial class OptionValues
{
    /// <summary>A role's name, with its path if it has one; null for none.</summary>
    public static string? RoleName(string? text) => Matching(
        text, RoleNamePattern(), "--role-name", "the name of a role, such as PolicyEvalRead or audit/PolicyEvalRead");

    /// <summary>A session's name; null for none.</summary>
    public static string? SessionName(string? text) =>
        Matching(text, SessionNamePattern(), "--session-name", "2 to 64 letters, digits or =,.@-_");

    /// <summary>An external id; null for none.</summary>
    public static string? ExternalId(string? text) => Matching(
        text, ExternalIdPattern(), "--external-id", "2 to 1224 letters, digits or =,.@:/-_+", isSecret: true);

    /// <summary>The ARN of whoever may assume a role, of that partition if one is given; null for none.</summary>
    public static string? Principal(string? text, AwsPartition? partition)
    {
        var arn = Matching(
            text, PrincipalPattern(), "--trust",
            "the ARN of an account, user, role or role session, such as arn:aws:iam::111122223333:role/Auditor");
        return arn is null || partition is null || arn.Split(':')[1] == partition.Id
            ? arn
            : throw CollectException.Usage(
                CollectDescriptors.BadValue, "--trust", $"an ARN of the partition {partition.Id}", arn);
    }

    /// <summary>The partition of a region; that of most accounts for none.</summary>
    public static AwsPartition Partition(string? region) =>
        region is null ? AwsPartition.OfRegion("us-east-1")!
        : AwsPartition.OfRegion(region)
            ?? throw CollectException.Usage(
                CollectDescriptors.BadValue, "--region", "a region such as eu-central-1, us-gov-west-1 or cn-north-1",
                region);

    /// <summary>An endpoint; null for none.</summary>
    public static Uri? Endpoint(string? text)
    {
        if (text is null)
            return null;
        return EndpointRule.Problem(text) is { } problem
            ? throw CollectException.Usage(
                CollectDescriptors.WrongUsage, $"--endpoint-url cannot be '{WithoutUser(text)}': {problem}")
            : new Uri(text);
    }

    /// <summary>A whole number within limits.</summary>
    public static int? Number(string? text, string option, int least, int most)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw CollectException.Usage(
                CollectDescriptors.BadValue, option, $"a number from {least} to {most}", text);
    }

    /// <summary>An address without the name and password that may stand before its host, whatever they hold.</summary>
    private static string WithoutUser(string address)
    {
        var end = address.LastIndexOf('@');
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        return end < 0 ? address : (start >= 2 && start <= end ? address[..start] : "") + address[(end + 1)..];
    }

    private static string? Matching(
        string? text, Regex pattern, string option, string expected, bool isSecret = false) =>
        text is null || pattern.IsMatch(text)
            ? text
            : throw CollectException.Usage(
                CollectDescriptors.BadValue, option, expected, isSecret ? "what was given" : text);

    [GeneratedRegex(@"\A([A-Za-z0-9_+=,.@-]{1,128}/){0,8}[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex RoleNamePattern();

    [GeneratedRegex(
        @"\Aarn:(aws|aws-us-gov|aws-cn):(iam::[0-9]{12}:(root|(user|role)/([A-Za-z0-9_+=,.@-]{1,128}/){0,8}"
        + @"[A-Za-z0-9_+=,.@-]{1,64})"
        + @"|sts::[0-9]{12}:assumed-role/[A-Za-z0-9_+=,.@-]{1,64}/[A-Za-z0-9_+=,.@-]{2,64})\z")]
    private static partial Regex PrincipalPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{2,64}\z")]
    private static partial Regex SessionNamePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@:/-]{2,1224}\z")]
    private static partial Regex ExternalIdPattern();
}
