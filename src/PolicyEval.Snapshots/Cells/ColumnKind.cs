namespace PolicyEval.Snapshots.Cells;

/// <summary>What a column of a credential report holds beside AWS's tokens.</summary>
public enum ColumnKind
{
    /// <summary>A name that is never a token: an IAM user may be called <c>no_information</c>.</summary>
    Name,

    /// <summary>Text, or a token.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c> in any case.</summary>
    Bool,

    /// <summary>An ISO 8601 instant, or a token.</summary>
    Timestamp,
}
