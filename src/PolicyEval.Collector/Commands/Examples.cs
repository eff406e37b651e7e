using System.Collections.Immutable;

namespace PolicyEval.Collector.Commands;

/// <summary>The examples of the help, by command.</summary>
internal static class Examples
{
    public static ImmutableArray<string> Of(string command) => command switch
    {
        PolicyCommand.Name =>
        [
            "policyeval-collect iam-policy > policyeval-read.json",
            "policyeval-collect iam-policy --role-name PolicyEvalRead",
            "policyeval-collect iam-policy --organization --role-name PolicyEvalRead",
            "policyeval-collect iam-policy --trust arn:aws:iam::111122223333:role/Auditor --external-id nightly",
        ],
        _ =>
        [
            "policyeval-collect",
            "policyeval-collect --profile audit --output evidence --zip",
            "policyeval-collect --dry-run",
            "policyeval-collect --role-name PolicyEvalRead --accounts 111122223333,444455556666",
            "policyeval-collect --role-name PolicyEvalRead --accounts accounts.txt --external-id nightly",
            "policyeval-collect --role-name PolicyEvalRead --organization --parallel 16",
            "policyeval-collect --sign-key audit.key.pem --passphrase-file passphrase.txt",
            "policyeval-collect iam-policy > policyeval-read.json",
            "policyeval-collect iam-policy --trust arn:aws:iam::111122223333:role/Auditor > policyeval-trust.json",
        ],
    };
}
