namespace PolicyEval.Snapshots.Answers;

/// <summary>What is known of an API call's answer.</summary>
public enum AnswerStatus
{
    /// <summary>The snapshot does not hold the file.</summary>
    NotGiven,

    /// <summary>The answer is there.</summary>
    Given,

    /// <summary>AWS refused, or failed with a code other than NoSuchEntity: evidence is missing.</summary>
    Denied,

    /// <summary>AWS answered that there is no such thing.</summary>
    NoSuchEntity,
}
