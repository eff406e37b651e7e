using System.Buffers;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Cli.Commands;

/// <summary>The finding that a waiver is begun for.</summary>
/// <param name="Finding">A fingerprint or its first digits; the policy's name where a resource is given.</param>
/// <param name="Resource">The name or the ARN of a resource, or null.</param>
/// <param name="Account">The account's id, or null for any.</param>
internal sealed record WaiverChoice(string Finding, string? Resource, string? Account)
{
    private const string Root = "root";
    private const int FingerprintLength = 32;
    private const int ShortestFingerprint = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a fingerprint is given, and not policy and resource.</summary>
    public bool IsFingerprint => Resource is null;

    /// <summary>Whether it can be a fingerprint, or enough of one to be looked for.</summary>
    public bool IsWellFormed =>
        Finding.Length is >= ShortestFingerprint and <= FingerprintLength
        && Finding.AsSpan().IndexOfAnyExcept(Digits) < 0;

    /// <summary>The same, where people call the root user root, as they do in <c>explain --resource root</c>.</summary>
    public WaiverChoice For(Policy policy) => policy.Resource == ResourceSchema.RootType && Resource == Root
        ? this with { Resource = ResourceReference.RootUser }
        : this;

    /// <summary>Whether a finding of a report is meant, whatever its verdict.</summary>
    public bool Fits(Finding finding) =>
        (Account is null || finding.Resource.Account == Account)
        && (IsFingerprint
            ? finding.Fingerprint.StartsWith(Finding, StringComparison.Ordinal)
            : finding.Policy == Finding && (finding.Resource.Id == Resource || finding.Resource.Arn == Resource));

    public override string ToString() => IsFingerprint ? Finding : $"{Finding} {Resource}";
}
