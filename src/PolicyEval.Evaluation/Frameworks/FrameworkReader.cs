using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>
/// Reads a document of kind Framework. The policies that it names are resolved later, by the library.
/// </summary>
internal static class FrameworkReader
{
    private static readonly FrozenDictionary<string, bool> Assessments =
        new Dictionary<string, bool> { ["automated"] = false, ["manual"] = true }
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The framework; what was wrong has been reported and is left out.</summary>
    public static Framework Read(DocumentScope scope, YamlScalar name, MappingReader spec)
    {
        Names.CheckFramework(scope, name);
        var framework = new Framework
        {
            Name = name.Value,
            Title = spec.RequiredTextOrEmpty("title"),
            Version = ReadQuoted(spec, "version")?.Value ?? "",
            Source = spec.TextOrEmpty("source"),
            Controls = ReadControls(spec),
            File = scope.File,
            Location = scope.At(name),
        };
        spec.Finish();
        return framework;
    }

    private static ImmutableArray<FrameworkControl> ReadControls(MappingReader spec)
    {
        if (spec.Required("controls") is YamlSequence { Items.IsEmpty: true } empty)
            spec.Scope.Report(PolicyDescriptors.EmptyList, empty, "controls");
        var result = ImmutableArray.CreateBuilder<FrameworkControl>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in spec.Mappings("controls", "A control"))
        {
            var id = ReadQuoted(item, "id");
            var control = ReadControl(item, id?.Value ?? "");
            item.Finish();
            if (id is null)
                continue;
            if (lines.TryAdd(id.Value, item.Scope.At(id).Line))
                result.Add(control);
            else
                item.Scope.Report(PolicyDescriptors.DuplicateControl, id, id.Value, Digits.Of(lines[id.Value]));
        }
        return result.ToImmutable();
    }

    private static FrameworkControl ReadControl(MappingReader item, string id)
    {
        var control = new FrameworkControl
        {
            Id = id,
            Title = item.RequiredTextOrEmpty("title"),
            Section = item.TextOrEmpty("section"),
            Levels = ReadLevels(item),
            IsManual = item.OneOf("assessment", Assessments) ?? false,
            Policies = ReadPolicies(item, id),
            Needs = item.TextOrEmpty("needs"),
            Command = item.TextOrEmpty("command"),
        };
        if (item.Optional("policies") is null && item.Optional("needs") is null)
            item.Scope.Report(PolicyDescriptors.NothingDecides, item.Node.Entries[0].Key, id);
        return control;
    }

    private static ImmutableArray<int> ReadLevels(MappingReader item)
    {
        var levels = new SortedSet<int>();
        foreach (var node in item.Items("levels"))
        {
            if (item.AsText("levels", node) is not { } text)
                continue;
            if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                && level is >= 1 and <= 9)
                levels.Add(level);
            else
                item.Scope.Report(PolicyDescriptors.BadLevel, text, text.Value);
        }
        return [.. levels];
    }

    private static ImmutableArray<ControlPolicy> ReadPolicies(MappingReader control, string id)
    {
        if (control.Optional("policies") is YamlSequence { Items.IsEmpty: true } empty)
            control.Scope.Report(PolicyDescriptors.EmptyList, empty, "policies");
        var result = ImmutableArray.CreateBuilder<ControlPolicy>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in control.Mappings("policies", "A policy of a control"))
        {
            var name = item.RequiredText("name");
            var parameters = ReadParams(item);
            item.Finish();
            if (name is null)
                continue;
            var settings = parameters.Select(p => p.Name + "=" + p.Text).Order(StringComparer.Ordinal);
            var key = string.Join('\0', settings.Prepend(name.Value));
            if (seen.Add(key))
                result.Add(new ControlPolicy(name.Value, item.Scope.At(name), parameters));
            else
                item.Scope.Report(PolicyDescriptors.PolicyTwice, name, name.Value, id);
        }
        return result.ToImmutable();
    }

    private static ImmutableArray<ControlParam> ReadParams(MappingReader item)
    {
        var result = ImmutableArray.CreateBuilder<ControlParam>();
        foreach (var entry in item.Entries("params"))
        {
            if (item.AsText(entry.Key.Value, entry.Value) is { } text)
                result.Add(new ControlParam(entry.Key.Value, text.Value, item.Scope.At(text)));
        }
        return result.ToImmutable();
    }

    /// <summary>A text that looks like a number and must therefore stand in quotes.</summary>
    private static YamlScalar? ReadQuoted(MappingReader reader, string key)
    {
        if (reader.RequiredText(key) is not { } text)
            return null;
        if (text.Style == YamlStyle.Plain
            && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            reader.Scope.Report(PolicyDescriptors.UnquotedNumber, text, text.Value);
        }
        return text;
    }
}
