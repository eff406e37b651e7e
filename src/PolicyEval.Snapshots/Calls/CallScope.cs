namespace PolicyEval.Snapshots.Calls;

/// <summary>What one answer of an operation is about.</summary>
public enum CallScope
{
    /// <summary>The account.</summary>
    Account,

    /// <summary>One user of the account: the operation is called for each user that ListUsers names.</summary>
    User,

    /// <summary>The organisation.</summary>
    Organization,
}
