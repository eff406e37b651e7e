namespace PolicyEval.Evaluation.Comparison;

/// <summary>Why one of two results has no verdict where the other has one.</summary>
public enum Absence
{
    /// <summary>The resource is not there: what lists the resources has been read.</summary>
    Resource,

    /// <summary>What lists the resources could not be read, so nobody knows.</summary>
    Listing,

    /// <summary>The policy was not applied to it.</summary>
    Policy,

    /// <summary>There is no evidence of the account.</summary>
    Account,
}
