using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>What the answers say of one field of one record. Immutable.</summary>
internal sealed record FieldReading
{
    private FieldReading(CelValue? value, Answer answer, JsonCell? cell, string why)
    {
        Value = value;
        Answer = answer;
        Cell = cell;
        Why = why;
        IsGiven = answer.Status != AnswerStatus.NotGiven;
    }

    /// <summary>The value, which may be null or an error; null where it is unknown.</summary>
    public CelValue? Value { get; }

    /// <summary>The answer that says it, or that should.</summary>
    public Answer Answer { get; }

    /// <summary>What stands there, or null.</summary>
    public JsonCell? Cell { get; }

    /// <summary>Why the value is unknown: what <see cref="MissingEvidence.Why"/> says.</summary>
    public string Why { get; }

    /// <summary>What is missing, where it is not this field of this answer; else null.</summary>
    public MissingEvidence? Missing { get; private init; }

    /// <summary>Whether the evidence that says it, or that should, was given, if only as AWS's refusal.</summary>
    public bool IsGiven { get; init; }

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="answer">The answer that says it.</param>
    /// <param name="cell">Where; of what is absent, its owner.</param>
    public static FieldReading Known(CelValue value, Answer answer, JsonCell? cell) => new(value, answer, cell, "");

    /// <summary>No value.</summary>
    /// <param name="answer">The answer that should say it.</param>
    /// <param name="why">Why it does not.</param>
    /// <param name="cell">What stands there and says nothing usable, or null.</param>
    public static FieldReading Unknown(Answer answer, string why, JsonCell? cell = null) =>
        new(null, answer, cell, why);

    /// <summary>No value for want of other evidence.</summary>
    public static FieldReading Unknown(Answer answer, MissingEvidence missing) =>
        new(null, answer, null, missing.Why) { Missing = missing };
}
