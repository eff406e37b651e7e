namespace PolicyEval.Evaluation.Overrides;

/// <summary>What an override is for, the weakest first: a later one wins over an earlier one.</summary>
internal enum OverrideScope
{
    /// <summary>All accounts.</summary>
    General,

    /// <summary>The accounts of organisational units.</summary>
    Unit,

    /// <summary>Accounts that a pattern stands for.</summary>
    Pattern,

    /// <summary>Accounts that are named.</summary>
    Account,
}
