using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Resolves what the user asks for by name; every mistake is a diagnostic without a place.</summary>
internal sealed class OptionReader(PolicyLibrary library, DiagnosticBag diagnostics)
{
    /// <summary>The frameworks that exist, each once, in the order given.</summary>
    public ImmutableArray<Framework> Frameworks(ImmutableArray<string> names)
    {
        var result = ImmutableArray.CreateBuilder<Framework>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (library.FindFramework(name) is { } framework)
                result.Add(framework);
            else
                Report(OptionDescriptors.UnknownFramework, name, library.FrameworkNames, name);
        }
        return result.ToImmutable();
    }

    /// <summary>The policies that exist, each once, in the order given.</summary>
    public ImmutableArray<Policy> Policies(ImmutableArray<string> names)
    {
        var result = ImmutableArray.CreateBuilder<Policy>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (FindPolicy(name) is { } policy)
                result.Add(policy);
        }
        return result.ToImmutable();
    }

    /// <summary>The parameters that are set well, each once.</summary>
    public ImmutableArray<ParamSet> Sets(ImmutableArray<string> options)
    {
        var result = new Dictionary<(string Policy, string Param), ParamSet>();
        foreach (var option in options)
        {
            if (ReadSet(option) is { } set && !result.TryAdd((set.Policy, set.Param), set))
                diagnostics.Report(OptionDescriptors.SetTwice, Location.None, $"{set.Policy}.{set.Param}");
        }
        return [.. result.Values];
    }

    /// <summary>The instant, or null where none was given or it is malformed.</summary>
    public DateTimeOffset? AsOf(string? text)
    {
        if (text is null)
            return null;
        if (InstantText.Parse(text) is { } time)
            return time;
        diagnostics.Report(OptionDescriptors.MalformedAsOf, Location.None, text);
        return null;
    }

    private ParamSet? ReadSet(string option)
    {
        var equals = option.IndexOf('=');
        var dot = option.IndexOf('.');
        if (dot <= 0 || equals <= dot + 1)
        {
            diagnostics.Report(OptionDescriptors.MalformedSet, Location.None, option);
            return null;
        }
        if (FindPolicy(option[..dot]) is not { } policy)
            return null;
        var name = option[(dot + 1)..equals];
        var text = option[(equals + 1)..];
        if (policy.Param(name) is not { } param)
        {
            Report(OptionDescriptors.UnknownParam, name, policy.Params.Select(p => p.Name), name, policy.Name);
            return null;
        }
        if (ParamText.Parse(param, text) is { } value)
            return new ParamSet(option, policy.Name, param.Name, value);
        Report(
            OptionDescriptors.BadParamValue, text, param.Allowed, $"{policy.Name}.{param.Name}", text, param.Range);
        return null;
    }

    private Policy? FindPolicy(string name)
    {
        if (library.FindPolicy(name) is { } policy)
            return policy;
        diagnostics.Add(Diagnostic.Create(OptionDescriptors.UnknownPolicy, Location.None, name) with
        {
            Suggestion = OfControl(name) ?? NameSuggester.Nearest(name, library.PolicyNames),
        });
        return null;
    }

    /// <summary>
    /// The policy of a control, for who names that instead: an id alone is one of the frameworks of this run, a whole
    /// name may be of any, and then all are read.
    /// </summary>
    private string? OfControl(string name) =>
        OfControl(name, library.Frameworks)
        ?? (name.Contains('/') ? OfControl(name, PolicyLibrary.Load().Frameworks) : null);

    private static string? OfControl(string name, ImmutableArray<Framework> frameworks) =>
        (from framework in frameworks
         from control in framework.Controls
         where control.Id == name || $"{framework.Name}/{control.Id}" == name
         from use in control.Policies
         select use.Name).FirstOrDefault();

    private void Report(
        DiagnosticDescriptor descriptor,
        string name,
        IEnumerable<string> candidates,
        params ReadOnlySpan<string> arguments) =>
        diagnostics.ReportName(descriptor, Location.None, name, candidates, arguments);
}
