using System.Diagnostics.CodeAnalysis;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>
/// An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>; the resource may hold colons (AWS
/// General Reference, "Amazon Resource Names"). Immutable.
/// </summary>
internal sealed class Arn : CelOpaque
{
    /// <summary>The type, as expressions name it.</summary>
    public static readonly CelType ArnType = CelType.Opaque("aws.ARN");

    /// <summary>The number of parts, <c>arn</c> among them.</summary>
    public const int PartCount = 6;

    private const int LengthMax = 4096;
    private const string Expected = "an ARN is written as arn:partition:service:region:account:resource";

    private readonly string[] _parts;

    private Arn(string text, string[] parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <inheritdoc/>
    public override CelType Type => ArnType;

    /// <inheritdoc/>
    public override string Text { get; }

    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> …</summary>
    public string Partition => _parts[1];

    /// <summary>Such as <c>iam</c>.</summary>
    public string Service => _parts[2];

    /// <summary>Such as <c>eu-central-1</c>; empty for global services.</summary>
    public string Region => _parts[3];

    /// <summary>12 digits, or <c>aws</c> for what AWS owns; empty where names are global.</summary>
    public string Account => _parts[4];

    /// <summary>The rest.</summary>
    public string Resource => _parts[5];

    /// <summary>
    /// What stands before the first <c>/</c> or <c>:</c> of the resource; empty where there is none, and for buckets
    /// and their objects, whose names hold slashes of their own.
    /// </summary>
    public string ResourceType => SeparatorIndex is var at and >= 0 ? Resource[..at] : "";

    /// <summary>What stands behind it, paths included; the whole resource where there is no type.</summary>
    public string ResourceId => Resource[(SeparatorIndex + 1)..];

    private int SeparatorIndex => Service == "s3" && Account.Length == 0 ? -1 : Resource.AsSpan().IndexOfAny('/', ':');

    /// <summary>Reads an ARN; what is no ARN gets a message.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Arn? arn, out string error)
    {
        arn = null;
        if (!TrySplit(text, out var parts, out error))
            return false;

        // Line ends and other controls are never part of a name, and would let one text look like another.
        if (parts is not ["arn", not "", not "", _, _, not ""] || text.Any(char.IsControl))
        {
            error = Expected;
            return false;
        }

        arn = new Arn(text, parts);
        return true;
    }

    /// <summary>The six parts of an ARN or of a pattern of ARNs.</summary>
    public static bool TrySplit(string text, out string[] parts, out string error)
    {
        parts = [];
        error = Expected;
        if (text.Length > LengthMax)
        {
            error = $"an ARN has at most {LengthMax} characters";
            return false;
        }

        parts = text.Split(':', PartCount);
        return parts.Length == PartCount;
    }

    /// <inheritdoc/>
    public override bool IsEqual(CelOpaque other) => other is Arn arn && arn.Text == Text;

    /// <inheritdoc/>
    public override string ToString() => $"arn({CelValue.Of(Text)})";
}
