using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>Writes all that a policy or a control says, for people.</summary>
internal sealed class PolicyPage(TerminalWriter terminal, PolicyLibrary library)
{
    private const int Indent = 2;
    private const int LabelWidth = 12;

    private static readonly string Margin = new(' ', Indent);

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
        Verbatim("Command", control.Command);
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
        WriteControls(PolicyCatalog.Of(library, names: null).ControlsOf(policy.Name));
        Field("File", policy.File.IsBundled ? $"{policy.File.Text.Path} (bundled)" : policy.File.Origin);
        Field("SHA-256", policy.File.Sha256);
        Section("Description", policy.Description);
        Section("Rationale", policy.Rationale);
        Section("Audit", policy.Audit);
        Section("Troubleshooting", policy.Troubleshooting);
        foreach (var command in policy.Commands)
            Verbatim($"Command: {command.Purpose}", command.Run);
        Section("Remediation: console", policy.Remediation.Console);
        Section("Remediation: AWS CLI", policy.Remediation.Cli);
        Section("Remediation: infrastructure as code", policy.Remediation.Iac);
        Verbatim("References", string.Join('\n', policy.References));
        WriteParams(policy);
        WriteExpressions(policy);
        terminal.EndLine();
    }

    private void WriteControls(IEnumerable<string> controls)
    {
        var text = string.Join(", ", controls);
        if (text.Length > 0)
            terminal.WriteWrapped($"{"Controls",-LabelWidth}{text}", Indent, hanging: LabelWidth);
    }

    private void WriteParams(Policy policy)
    {
        foreach (var param in policy.Params)
        {
            terminal.EndLine();
            terminal.WriteWrapped(
                $"Parameter {param.Name}: {param.Range}, by default {param.Default.Text}", 0, Tone.Heading);
            if (param.Description.Length > 0)
                terminal.WriteWrapped(param.Description.Trim(), Indent);
        }
    }

    private void WriteExpressions(Policy policy)
    {
        foreach (var variable in policy.Variables)
            Verbatim($"Variable {variable.Name}", variable.Expression.Content);
        foreach (var condition in policy.MatchConditions)
        {
            var otherwise = condition.Reason.Length > 0 ? $", else {condition.Reason}" : "";
            Verbatim($"Applies where {condition.Name}{otherwise}", condition.Expression.Content);
            Says(condition.Message);
        }

        foreach (var validation in policy.Validations)
        {
            Verbatim($"Must hold, else {validation.Reason}", validation.Expression.Content);
            Says(validation.Message);
        }

        if (policy.PassMessage is { } passes)
        {
            Heading("Passes");
            Says(passes);
        }
    }

    /// <summary>What a finding then says: the sentence, or the expression that makes it.</summary>
    private void Says(PolicyMessage? message)
    {
        if (message is null)
            return;

        var lines = SafeLines(message.Text.Content).ToList();
        terminal.WriteLine($"{Margin}says: {lines[0].TrimStart()}", Tone.Quiet);
        foreach (var line in lines.Skip(1))
            terminal.WriteLine(Margin + line, Tone.Quiet);
    }

    private void Field(string label, string value)
    {
        if (value.Length > 0)
            terminal.WriteLine($"{Margin}{label,-LabelWidth}{value}");
    }

    /// <summary>Words, broken where the terminal ends.</summary>
    private void Section(string heading, string text)
    {
        if (text.Length == 0)
            return;

        Heading(heading);
        foreach (var line in Prose.Fill(SafeLines(text), terminal.Width - Indent))
            terminal.WriteLine(line.Length == 0 ? "" : Margin + line);
    }

    /// <summary>Commands, addresses and expressions, which keep their lines: they are there to copy.</summary>
    private void Verbatim(string heading, string text)
    {
        if (text.Length == 0)
            return;

        Heading(heading);
        foreach (var line in SafeLines(text))
            terminal.WriteLine(line.Length == 0 ? "" : Margin + line);
    }

    private void Heading(string heading)
    {
        terminal.EndLine();
        terminal.WriteWrapped(heading, 0, Tone.Heading);
    }

    private static IEnumerable<string> SafeLines(string text) => text.TrimEnd().Split('\n').Select(SafeText.Of);
}
