using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Frameworks;

/// <summary>
/// Reads a document of kind Framework. The policies that it names are resolved later, by the library.
/// </summary>
internal static class FrameworkReader
{
    /// <summary>The framework; what was wrong has been reported and is left out.</summary>
    public static Framework Read(PolicyFile file, YamlScalar name, MappingReader spec)
    {
        var framework = new Framework
        {
            Name = name.Value,
            Title = spec.TextOrEmpty("title"),
            Version = spec.TextOrEmpty("version"),
            Source = spec.TextOrEmpty("source"),
            Controls = ReadControls(spec),
            File = file,
            Location = spec.Scope.At(name),
        };
        spec.Finish();
        return framework;
    }

    private static ImmutableArray<FrameworkControl> ReadControls(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<FrameworkControl>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in spec.Mappings("controls"))
        {
            var id = item.Text("id");
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

    private static FrameworkControl ReadControl(MappingReader item, string id) => new()
    {
        Id = id,
        Title = item.TextOrEmpty("title"),
        Section = item.TextOrEmpty("section"),
        Levels = ReadLevels(item),
        IsManual = item.OneOf<bool>("assessment") ?? false,
        Policies = ReadPolicies(item, id),
        Needs = item.TextOrEmpty("needs"),
        Command = item.TextOrEmpty("command"),
    };

    private static ImmutableArray<int> ReadLevels(MappingReader item)
    {
        var levels = new SortedSet<int>();
        foreach (var (scalar, level) in item.Numbers("levels"))
        {
            if (level is { } number)
                levels.Add((int)number);
            else
                item.Scope.Report(PolicyDescriptors.BadLevel, scalar, scalar.Value);
        }
        return [.. levels];
    }

    private static ImmutableArray<ControlPolicy> ReadPolicies(MappingReader control, string id)
    {
        var result = ImmutableArray.CreateBuilder<ControlPolicy>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in control.Mappings("policies"))
        {
            var name = item.Text("name");
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

    /// <summary>The entries of <c>params</c>: whether the policy has them is asked later.</summary>
    public static ImmutableArray<ControlParam> ReadParams(MappingReader item)
    {
        var result = ImmutableArray.CreateBuilder<ControlParam>();
        foreach (var entry in item.Entries("params"))
        {
            if (item.AsText(entry.Key.Value, entry.Value) is { } text)
                result.Add(new ControlParam(
                    entry.Key.Value, text.Value, item.Scope.At(entry.Key), item.Scope.At(text)));
        }
        return result.ToImmutable();
    }
}
