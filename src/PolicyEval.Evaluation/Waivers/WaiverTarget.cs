using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>
/// Which findings a waiver is about: those that fit every list, of which an empty one takes all. Immutable.
/// </summary>
internal sealed record WaiverTarget
{
    private const int AccountDigits = 12;

    /// <summary>Accounts that no pattern but one of all accounts stands for, nor a list of patterns by digit.</summary>
    private static readonly ImmutableArray<string> AnyAccount =
        [.. Enumerable.Range('0', 10).Select(digit => new string((char)digit, AccountDigits))];

    // What the ARNs of IAM have in common tells no resource from another, such as "arn:aws:iam::*".
    private static readonly ImmutableArray<ResourceReference> AnyResource =
    [
        new("", "a", "arn:aws:iam::000000000000:user/a", ""),
        new("", "<root_account>", "arn:aws:iam::111122223333:root", ""),
        new("", "Z.9", "arn:aws:iam::999999999999:role/p/Z.9", ""),
    ];

    /// <summary>Names of policies.</summary>
    public required ImmutableArray<NamePattern> Policies { get; init; }

    /// <summary>Ids of accounts.</summary>
    public required ImmutableArray<NamePattern> Accounts { get; init; }

    /// <summary>Ids or ARNs of resources.</summary>
    public required ImmutableArray<NamePattern> Resources { get; init; }

    /// <summary>Controls as <c>framework/id</c>.</summary>
    public required ImmutableArray<NamePattern> Controls { get; init; }

    /// <summary>Fingerprints of findings.</summary>
    public required ImmutableArray<NamePattern> Fingerprints { get; init; }

    /// <summary>Whether there is nothing that it does not cover, by one pattern or by several together.</summary>
    /// <param name="policies">The names of all policies.</param>
    /// <param name="controls">All controls as <c>framework/id</c>.</param>
    public bool IsEverything(IEnumerable<string> policies, IEnumerable<string> controls) =>
        Fingerprints.IsEmpty
        && policies.All(MatchesPolicy)
        && AnyAccount.All(MatchesAccount)
        && AnyResource.All(MatchesResource)
        && controls.All(MatchesControl);

    /// <summary>Whether it is about a finding.</summary>
    public bool Matches(Finding finding) =>
        MatchesPolicy(finding.Policy)
        && MatchesAccount(finding.Resource.Account)
        && MatchesResource(finding.Resource)
        && (Controls.IsEmpty || finding.Controls.Any(MatchesControl))
        && Takes(Fingerprints, finding.Fingerprint);

    /// <summary>Whether it may be about findings of a policy.</summary>
    public bool MatchesPolicy(string name) => Takes(Policies, name);

    /// <summary>Whether it may be about findings of an account.</summary>
    public bool MatchesAccount(string id) => Takes(Accounts, id);

    /// <summary>Whether it may be about findings that serve a control, given as <c>framework/id</c>.</summary>
    public bool MatchesControl(string control) => Takes(Controls, control);

    private bool MatchesResource(ResourceReference resource) =>
        Resources.IsEmpty
        || Resources.Any(pattern => pattern.Matches(resource.Id) || pattern.Matches(resource.Arn));

    private static bool Takes(ImmutableArray<NamePattern> patterns, string name) =>
        patterns.IsEmpty || patterns.Any(pattern => pattern.Matches(name));
}
