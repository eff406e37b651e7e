namespace PolicyEval.Snapshots.Cells;

/// <summary>What a cell of a credential report says.</summary>
public enum CellKind
{
    /// <summary>The column does not exist in this report.</summary>
    Absent,

    /// <summary>Nothing between the separators, or an empty pair of quotes.</summary>
    Empty,

    /// <summary><c>true</c> in any case, in a column of that kind.</summary>
    True,

    /// <summary><c>false</c> in any case, in a column of that kind.</summary>
    False,

    /// <summary>An ISO 8601 instant with <c>Z</c> or an offset, in a column of that kind.</summary>
    Timestamp,

    /// <summary>Text, in a column of that kind.</summary>
    Text,

    /// <summary><c>N/A</c>.</summary>
    NotApplicable,

    /// <summary><c>no_information</c>.</summary>
    NoInformation,

    /// <summary><c>not_supported</c>.</summary>
    NotSupported,

    /// <summary>Anything else: a token that AWS does not document for this column.</summary>
    Unrecognised,
}
