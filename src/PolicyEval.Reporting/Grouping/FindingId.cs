using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Grouping;

/// <summary>
/// What a receiver tells findings apart by that keeps one state for each id, and lets a later one replace an earlier
/// one. A fingerprint names policy and resource alone; frameworks that set different parameters have a finding each
/// under it, and one may fail while the other passes.
/// <para>
/// Where every parameter has the policy's own value, the id is the fingerprint. Else it is the fingerprint, a hyphen
/// and the variant: the first 16 hexadecimal digits of sha256("policyeval/variant/1\0" fingerprint, then for each
/// parameter of another value, by name, "\0" name "\0" value). Nothing else is in it: neither which frameworks ask, nor
/// in which order, nor the snapshot, nor severities and waivers. A parameter that a policy gains changes no id.
/// </para>
/// </summary>
/// <param name="Fingerprint">Of the finding.</param>
/// <param name="Variant">16 lower-case hexadecimal digits; empty where the policy judges as it is.</param>
internal sealed record FindingId(string Fingerprint, string Variant)
{
    private const int Digits = 16;

    /// <summary>The id in 16 digits, for who has no room for more.</summary>
    public string Short =>
        Variant.Length > 0 ? Variant : Fingerprint[..Math.Min(Digits, Fingerprint.Length)];

    /// <summary>The id of a finding.</summary>
    public static FindingId Of(Finding finding)
    {
        var own = ParamsOf(finding);
        if (own.IsEmpty)
            return new FindingId(finding.Fingerprint, "");

        var parts = own.OrderBy(param => param.Name, StringComparer.Ordinal)
            .Select(param => $"\0{param.Name}\0{param.Value}");
        var text = $"policyeval/variant/1\0{finding.Fingerprint}{string.Concat(parts)}";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new FindingId(finding.Fingerprint, digest[..Digits]);
    }

    /// <summary>The parameters that tell the finding's variant: those that have not the policy's own value.</summary>
    public static ImmutableArray<ParamReference> ParamsOf(Finding finding) =>
        [.. finding.Params.Where(param => param.Value != param.Default)];

    /// <summary>The id as text.</summary>
    public override string ToString() => Variant.Length > 0 ? $"{Fingerprint}-{Variant}" : Fingerprint;
}
