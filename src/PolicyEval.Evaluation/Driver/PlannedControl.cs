using PolicyEval.Evaluation.Frameworks;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A control of a framework that this run reports.</summary>
/// <param name="Framework">The framework's name.</param>
/// <param name="Control">The control.</param>
internal sealed record PlannedControl(string Framework, FrameworkControl Control)
{
    /// <summary><c>framework/id</c>.</summary>
    public string Key => $"{Framework}/{Control.Id}";
}
