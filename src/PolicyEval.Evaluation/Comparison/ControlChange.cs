namespace PolicyEval.Evaluation.Comparison;

/// <summary>A control whose roll-up differs.</summary>
/// <param name="Framework">The framework's name.</param>
/// <param name="Id">The control's id.</param>
/// <param name="Title">The control's title.</param>
/// <param name="Old">The old roll-up, or null where the old result does not have the control.</param>
/// <param name="New">The new roll-up, or null where the new result does not have the control.</param>
public sealed record ControlChange(string Framework, string Id, string Title, ControlState? Old, ControlState? New);
