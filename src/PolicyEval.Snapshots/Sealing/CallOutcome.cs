using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>What became of an operation of the plan.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Pages">The answers that came, over all users where it is called for each.</param>
/// <param name="Rows">The things listed (the report's rows without its header); null where it lists nothing.</param>
/// <param name="Error">Why it failed, is absent or does not apply; else null.</param>
public sealed record CallOutcome(ApiOperation Operation, CallStatus Status, int Pages, long? Rows, CallError? Error)
{
    /// <summary>The IAM action that the caller lacks, where it failed for that; else null.</summary>
    public string? MissingPermission =>
        Error is not null && CallErrors.MissingPermission(Operation, Error.Code) is { Length: > 0 } permission
            ? permission
            : null;
}
