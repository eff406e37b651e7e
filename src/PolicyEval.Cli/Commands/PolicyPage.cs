using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>Writes all that a policy or a control says, for people.</summary>
internal sealed class PolicyPage(TerminalWriter terminal, PolicyLibrary library)
{
    /// <summary>A control, and the policies that decide it or what it would need.</summary>
    public void Write(Framework framework, FrameworkControl control)
    {
        terminal.WriteWrapped($"{framework.Name}/{control.Id}  {control.Title}", 0, Tone.Heading);
        Field("Framework", $"{framework.Title} {framework.Version}");
        Field("Section", control.Section);
        Field("Levels", string.Join(", ", control.Levels));
        Field("Assessment", control.IsManual ? "manual" : "automated");
        foreach (var use in control.Policies)
        {
            foreach (var param in use.Params)
                Field("Sets", $"{use.Name}.{param.Name} = {param.Text}");
        }

        Section("Needs", control.Needs);
        Section("Command", control.Command);
        terminal.EndLine();
        foreach (var use in control.Policies)
        {
            if (library.FindPolicy(use.Name) is { } policy)
                Write(policy);
        }
    }

    /// <summary>A policy.</summary>
    public void Write(Policy policy)
    {
        terminal.WriteWrapped($"{policy.Name}  {policy.Title}", 0, Tone.Heading);
        Field("Severity", ResultWords.Of(policy.Severity));
        Field("Resource", policy.Resource);
        Field("Controls", string.Join(", ", PolicyCatalog.ControlsOf(library, policy.Name)));
        Field("File", policy.File.IsBundled ? $"{policy.File.Text.Path} (bundled)" : policy.File.Origin);
        Field("SHA-256", policy.File.Sha256);
        Section("Description", policy.Description);
        Section("Rationale", policy.Rationale);
        WriteParams(policy);
        WriteExpressions(policy);
        Section("Audit", policy.Audit);
        Section("Troubleshooting", policy.Troubleshooting);
        foreach (var command in policy.Commands)
            Section($"Command: {command.Purpose}", command.Run);
        Section("Remediation: console", policy.Remediation.Console);
        Section("Remediation: AWS CLI", policy.Remediation.Cli);
        Section("Remediation: infrastructure as code", policy.Remediation.Iac);
        Section("References", string.Join('\n', policy.References));
        terminal.EndLine();
    }

    private void WriteParams(Policy policy)
    {
        foreach (var param in policy.Params)
        {
            terminal.EndLine();
            terminal.WriteWrapped(
                $"Parameter {param.Name}: {param.Range}, by default {param.Default.Text}", 0, Tone.Heading);
            terminal.WriteWrapped(param.Description.Trim(), 2);
        }
    }

    private void WriteExpressions(Policy policy)
    {
        foreach (var variable in policy.Variables)
            Section($"Variable {variable.Name}", variable.Expression.Content);
        foreach (var condition in policy.MatchConditions)
            Section($"Applies where {condition.Name}", condition.Expression.Content);
        foreach (var validation in policy.Validations)
            Section($"Must hold, else {validation.Reason}", validation.Expression.Content);
    }

    private void Field(string label, string value)
    {
        if (value.Length > 0)
            terminal.WriteLine($"  {label,-12}{value}");
    }

    // The text keeps its own lines: they are numbered steps and commands to copy.
    private void Section(string heading, string text)
    {
        if (text.Length == 0)
            return;

        terminal.EndLine();
        terminal.WriteWrapped(heading, 0, Tone.Heading);
        foreach (var line in text.TrimEnd().Split('\n'))
            terminal.WriteLine(line.Length == 0 ? "" : $"  {line}");
    }
}
