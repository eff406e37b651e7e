using System.Diagnostics.CodeAnalysis;

namespace PolicyEval.Evaluation.Functions;

/// <summary>
/// A pattern of ARNs as the condition operator ArnLike reads it: each of the six parts is matched by itself, so that no
/// wildcard reaches over a colon between them (IAM User Guide, "IAM JSON policy elements: Condition operators").
/// </summary>
internal sealed class ArnPattern
{
    private readonly string[] _parts;

    private ArnPattern(string[] parts) => _parts = parts;

    /// <summary>Reads a pattern; what can match no ARN gets a message.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ArnPattern? pattern, out string error)
    {
        pattern = null;
        if (!Arn.TrySplit(text, out var parts, out error))
            return false;
        if (!Wildcard.Matches(parts[0], "arn"))
        {
            error = "a pattern of ARNs begins with arn:";
            return false;
        }

        pattern = new ArnPattern(parts);
        return true;
    }

    /// <summary>Whether an ARN is one of those.</summary>
    public bool Matches(Arn arn) =>
        Wildcard.Matches(_parts[1], arn.Partition)
        && Wildcard.Matches(_parts[2], arn.Service)
        && Wildcard.Matches(_parts[3], arn.Region)
        && Wildcard.Matches(_parts[4], arn.Account)
        && Wildcard.Matches(_parts[5], arn.Resource);
}
