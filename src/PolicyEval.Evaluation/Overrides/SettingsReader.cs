using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Overrides;

/// <summary>Reads a document of kind Settings. The policies that it names are resolved later, by the library.</summary>
internal sealed class SettingsReader
{
    private readonly DocumentScope _scope;
    private readonly Dictionary<string, ImmutableArray<NamePattern>> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Policy, string Key, string Target), Location> _places = [];

    private SettingsReader(DocumentScope scope) => _scope = scope;

    /// <summary>The overrides, in the order of the file; what was wrong has been reported and is left out.</summary>
    public static ImmutableArray<Override> Read(MappingReader spec) => new SettingsReader(spec.Scope).ReadSpec(spec);

    private ImmutableArray<Override> ReadSpec(MappingReader spec)
    {
        foreach (var (name, value) in spec.Entries("units"))
        {
            if (MappingReader.Of(_scope, value, name.Value, SettingsForm.Unit) is not { } unit)
                continue;
            _units[name.Value] = ReadAccounts(unit);
            unit.Finish();
        }
        var result = spec.Mappings("overrides").Select(ReadOverride).OfType<Override>().ToImmutableArray();
        spec.Finish();
        return result;
    }

    private Override? ReadOverride(MappingReader reader)
    {
        var policy = reader.Text("policy");
        var units = reader.Texts("units").ToArray();
        var accounts = ReadAccounts(reader);
        var severity = reader.OneOf<Severity>("severity");
        var place = reader.Peek("severity");
        var parameters = FrameworkReader.ReadParams(reader);
        var ofUnits = units.SelectMany(unit => AccountsOf(unit)).ToImmutableArray();
        var isGeneral = reader.Peek("units") is null && reader.Peek("accounts") is null;
        reader.Finish();
        if (policy is null)
            return null;
        var result = new Override
        {
            Policy = policy.Value,
            Location = _scope.At(policy),
            Accounts = isGeneral ? null : units.Length > 0 ? ofUnits : accounts,
            IsOfUnits = units.Length > 0,
            Target = TargetOf("units", units.Select(unit => unit.Value))
                + TargetOf("accounts", accounts.Select(pattern => pattern.Text)),
            Severity = severity,
            SeverityLocation = place is null ? Location.None : _scope.At(place),
            Params = parameters,
        };
        CheckTwice(result);
        return result;
    }

    private ImmutableArray<NamePattern> ReadAccounts(MappingReader reader) =>
        [.. reader.Texts("accounts").Select(text => new NamePattern(text.Value, _scope.At(text)))];

    private ImmutableArray<NamePattern> AccountsOf(YamlScalar unit)
    {
        if (_units.TryGetValue(unit.Value, out var accounts))
            return accounts;
        _scope.ReportName(SettingsDescriptors.UnknownUnit, unit, unit.Value, _units.Keys, unit.Value);
        return [];
    }

    /// <summary>The order and number of names does not matter.</summary>
    private static string TargetOf(string key, IEnumerable<string> names)
    {
        var sorted = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length == 0 ? "" : $"{key} {string.Join(' ', sorted)}";
    }

    private void CheckTwice(Override change)
    {
        if (change.Severity is not null)
            CheckTwice(change, "severity", "The severity", change.SeverityLocation);
        foreach (var param in change.Params)
            CheckTwice(change, "params." + param.Name, $"The parameter {param.Name}", param.NameLocation);
    }

    private void CheckTwice(Override change, string key, string words, Location location)
    {
        if (_places.TryAdd((change.Policy, key, change.Target), location))
            return;
        var earlier = _places[(change.Policy, key, change.Target)].ToString();
        _scope.Diagnostics.Report(SettingsDescriptors.SetTwice, location, words, change.Policy, earlier);
    }
}
