using System.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>The closed sets about accounts as files and programs write them.</summary>
public static class AccountNames
{
    /// <summary>What there is of an account.</summary>
    public static string Of(AccountEvidence evidence) => evidence switch
    {
        AccountEvidence.Given => "given",
        AccountEvidence.Partial => "partial",
        AccountEvidence.Unusable => "unusable",
        AccountEvidence.Missing => "missing",
        _ => throw new UnreachableException($"{evidence}"),
    };

    /// <summary>What the population says of an account.</summary>
    public static string Of(AccountMembership membership) => membership switch
    {
        AccountMembership.Unknown => "unknown",
        AccountMembership.Expected => "expected",
        AccountMembership.Inactive => "inactive",
        AccountMembership.Unexpected => "unexpected",
        _ => throw new UnreachableException($"{membership}"),
    };
}
