using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Sampling;

/// <summary>
/// Draws an auditor's sample that anybody can draw again with sha256sum: of each finding the digest of
/// <c>policyeval/sample/1 SEED SNAPSHOT FINGERPRINT</c> (in one line, single spaces, no line end) is taken, and those
/// with the smallest digests are the sample. Neither the order of the findings nor the machine changes it.
/// </summary>
public static class FindingSample
{
    private const string Method = "policyeval/sample/1";

    /// <summary>The sample, in the order of the findings.</summary>
    /// <param name="population">The findings of the control.</param>
    /// <param name="size">How many are wanted; all, if there are fewer.</param>
    /// <param name="seed">Any number: the same seed gives the same sample.</param>
    public static ImmutableArray<Finding> Draw(ImmutableArray<Finding> population, int size, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var drawn = population.OrderBy(finding => KeyOf(finding, seed), StringComparer.Ordinal).Take(size).ToHashSet();
        return [.. population.Where(drawn.Contains)];
    }

    private static string KeyOf(Finding finding, long seed) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{Method} {seed} {finding.Snapshot} {finding.Fingerprint}"))));
}
