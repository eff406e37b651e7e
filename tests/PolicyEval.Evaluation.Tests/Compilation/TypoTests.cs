using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Tests.Compilation;

/// <summary>
/// One typo is one diagnostic, at its place: every token of every expression of the bundled policies, written wrong in
/// every way, in a scalar style that goes round all of them.
/// </summary>
public sealed class TypoTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    [Fact]
    public void Every_typo_in_the_bundled_policies_is_one_diagnostic_at_its_place()
    {
        var failures = new List<string>();
        var counts = new Dictionary<TypoKind, int>();
        var valid = 0;
        var style = 0;
        foreach (var (policy, slot, expression) in Expressions())
        {
            foreach (var typo in Typo.Of(expression).Where(t => t.Text.Length > 0))
            {
                var (yaml, chosen) = Write(policy, slot, typo, ref style);
                var diagnostics = Load(yaml.Text);
                counts[typo.Kind] = counts.GetValueOrDefault(typo.Kind) + 1;
                if (!diagnostics.Any(d => IsInside(yaml, d.Location)) && typo.Kind is TypoKind.DropOperand or TypoKind.DropBracket)
                    valid++;
                else if (Complaint(typo, yaml, diagnostics) is { } complaint)
                    failures.Add($"{policy.Name} {chosen} {typo}: {complaint}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {counts.Values.Sum()}\n{string.Join('\n', failures)}");
        Assert.Equal(Enum.GetValues<TypoKind>().Length, counts.Count);
        Assert.InRange(counts.Values.Sum(), 1000, 10_000);
        Assert.InRange(valid, 0, counts.Values.Sum() / 40);
    }

    /// <summary>Why the diagnostics are not what they should be, or null.</summary>
    private static string? Complaint(Typo typo, PlacedYaml yaml, Diagnostic[] diagnostics)
    {
        var shown = string.Join("; ", diagnostics.Select(d => $"{d} to {d.Location.EndLine}:{d.Location.EndColumn}"));
        if (diagnostics is not [var only])
            return $"{diagnostics.Length} diagnostics {shown}";
        var (start, end) = (Start(yaml, typo.Start), End(yaml, typo.End));
        var place = only.Location;
        if (typo.Kind is TypoKind.MisspellName or TypoKind.MisspellKeyword or TypoKind.DoubleOperator)
        {
            if ((place.Line, place.Column) != start || (place.EndLine, place.EndColumn) != end)
                return $"not at {start} to {end}: {shown}";
            if (only.Suggestion != typo.Original)
                return $"suggests {only.Suggestion}, not {typo.Original}: {shown}";
            return typo.Kind == TypoKind.DoubleOperator ? null : Unmended(yaml.Text, only);
        }

        // What is missing is somewhere from the token before the gap on; only its bracket, or the whole call, is before.
        var tokens = Typo.TokensOf(typo.Text);
        var before = tokens.LastOrDefault(t => t.Index < typo.Start)?.Index ?? 0;
        return (place.EndLine, place.EndColumn).CompareTo(Start(yaml, before)) >= 0
            ? null
            : $"ends before {start}: {shown}";
    }

    /// <summary>What is wrong with the file after the suggestion took the place of what stands there, or null.</summary>
    private static string? Unmended(string yaml, Diagnostic diagnostic)
    {
        if (diagnostic.Replacement is not { } replacement)
            return $"no replacement by {diagnostic.Suggestion}";
        var text = diagnostic.Location.Text!;
        var start = text.OffsetOf(diagnostic.Location.Line, diagnostic.Location.Column);
        var end = text.OffsetOf(diagnostic.Location.EndLine, diagnostic.Location.EndColumn);
        var left = Load(yaml[..start] + replacement + yaml[end..]);
        return left.Length == 0 ? null : $"mended with {replacement}: {string.Join("; ", left.Select(d => $"{d}"))}";
    }

    /// <summary>Whether a place is in the expression; one with a gap may be well formed, and of another type.</summary>
    private static bool IsInside(PlacedYaml yaml, Location place) =>
        place.Line >= yaml.Places[0].Line && place.Line <= yaml.Places[^1].Line;

    private static (int Line, int Column) Start(PlacedYaml yaml, int offset) => offset < yaml.Places.Count
        ? (yaml.Places[offset].Line, yaml.Places[offset].Column)
        : End(yaml, offset);

    private static (int Line, int Column) End(PlacedYaml yaml, int offset) => offset == 0
        ? Start(yaml, 0)
        : (yaml.Places[offset - 1].Line, yaml.Places[offset - 1].EndColumn);

    private static IEnumerable<(Policy Policy, string Slot, string Expression)> Expressions()
    {
        foreach (var policy in Bundled.Policies)
        {
            foreach (var variable in policy.Variables)
                yield return (policy, $"variable {variable.Name}", Typo.OneLine(variable.Expression.Content));
            foreach (var condition in policy.MatchConditions)
                yield return (policy, $"condition {condition.Name}", Typo.OneLine(condition.Expression.Content));
            foreach (var (index, validation) in policy.Validations.Index())
                yield return (policy, $"validation {index}", Typo.OneLine(validation.Expression.Content));
        }
    }

    private static Diagnostic[] Load(string yaml)
    {
        var file = new SourceFile("p.yaml", "p.yaml", Encoding.UTF8.GetBytes(yaml));
        return [.. new LibraryReader([], LibraryScope.OwnOnly).Read([file]).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The policy with the typo in its place, in the next style that can hold it.</summary>
    private static (PlacedYaml Yaml, ScalarStyle Style) Write(Policy policy, string slot, Typo typo, ref int next)
    {
        var styles = Enum.GetValues<ScalarStyle>();
        while (true)
        {
            var style = styles[next++ % styles.Length];
            var yaml = new PlacedYaml();
            if (TryWrite(yaml, policy, slot, typo, style))
                return (yaml, style);
        }
    }

    private static bool TryWrite(PlacedYaml yaml, Policy policy, string slot, Typo typo, ScalarStyle style)
    {
        var gaps = typo.Gaps();
        yaml.Write("apiVersion: policyeval/v1\nkind: Policy\nmetadata: { name: p }\nspec:\n  title: T\n");
        yaml.Write($"  severity: medium\n  resource: {policy.Resource}\n");
        if (policy.Params.Length > 0)
            yaml.Write("  params:\n");
        foreach (var param in policy.Params)
        {
            var range = (param.Minimum is { } low ? $", minimum: {low}" : "")
                + (param.Maximum is { } high ? $", maximum: {high}" : "")
                + (param.Allowed.IsEmpty ? "" : $", enum: [{string.Join(", ", param.Allowed)}]");
            var type = param.Type.ToString().ToLowerInvariant();
            yaml.Write($"    {param.Name}: {{ type: {type}, default: \"{param.Default.Text}\", description: D{range} }}\n");
        }

        var isWritten = Section(
            "variables", policy.Variables.Select(v =>
                ($"variable {v.Name}", v.Expression.Content, new[] { $"name: {v.Name}" }, Array.Empty<string>())));
        isWritten &= Section(
            "matchConditions", policy.MatchConditions.Select(c =>
                ($"condition {c.Name}", c.Expression.Content, new[] { $"name: {c.Name}" }, new[] { "reason: R", "message: M" })));
        return isWritten & Section(
            "validations", policy.Validations.Select((v, index) =>
                ($"validation {index}", v.Expression.Content, Array.Empty<string>(), new[] { $"reason: {v.Reason}", "message: M" })));

        bool Section(string key, IEnumerable<(string Slot, string Text, string[] Head, string[] Tail)> items)
        {
            var all = items.ToArray();
            if (all.Length > 0)
                yaml.Write($"  {key}:\n");
            foreach (var item in all)
            {
                if (item.Slot == slot)
                {
                    if (!yaml.WriteItem(style, typo.Text, gaps, item.Head, item.Tail))
                        return false;
                    continue;
                }

                var other = new PlacedYaml();
                other.WriteItem(ScalarStyle.SingleQuoted, Typo.OneLine(item.Text), gaps, item.Head, item.Tail);
                yaml.Write(other.Text);
            }

            return true;
        }
    }
}
