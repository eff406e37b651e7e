using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Reads the <c>params</c> of a policy.</summary>
internal static class ParamReader
{
    /// <summary>The parameters that could be read.</summary>
    public static ImmutableArray<PolicyParam> Read(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyParam>();
        foreach (var entry in spec.Entries("params"))
        {
            if (MappingReader.Of(spec.Scope, entry.Value, entry.Key.Value, ParamForm.Param) is { } reader)
            {
                result.Add(ReadParam(reader, entry.Key.Value) with { Location = spec.Scope.At(entry.Key) });
            }
        }
        return result.ToImmutable();
    }

    /// <summary>The parameter; what was wrong with it is reported once, and not where it is used.</summary>
    private static PolicyParam ReadParam(MappingReader reader, string name)
    {
        var type = reader.OneOf<ParamType>("type");
        var standard = reader.Text("default");
        var param = new PolicyParam(
            name, type ?? ParamType.String, new ParamValue("", CelValue.Of("")), reader.TextOrEmpty("description"))
        {
            Minimum = ReadLimit(reader, name, "minimum", type),
            Maximum = ReadLimit(reader, name, "maximum", type),
            Allowed = ReadAllowed(reader, name, type),
        };
        reader.Finish();
        if (param.Minimum > param.Maximum)
        {
            reader.Scope.Report(
                PolicyDescriptors.EmptyRange, reader.Peek("minimum") ?? reader.Node,
                Digits.Of(param.Minimum.Value), Digits.Of(param.Maximum.Value));
            return param with { IsFaulty = true };
        }
        if (type is null || standard is null)
            return param with { IsFaulty = true };
        if (ParamText.Parse(param, standard.Value) is { } value)
            return param with { Default = value };
        reader.Scope.Report(PolicyDescriptors.BadParamValue, standard, "default", name, standard.Value, param.Range);
        return param with { IsFaulty = true };
    }

    private static long? ReadLimit(MappingReader reader, string name, string key, ParamType? type)
    {
        if (reader.Number(key) is not { } limit || !CheckFor(reader, limit.Scalar, key, type, ParamType.Int))
            return null;
        if (limit.Number is null)
        {
            reader.Scope.Report(
                PolicyDescriptors.BadParamValue, limit.Scalar, key, name, limit.Scalar.Value, "an int");
        }
        return limit.Number;
    }

    private static ImmutableArray<string> ReadAllowed(MappingReader reader, string name, ParamType? type)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var text in reader.Texts("enum"))
        {
            if (!CheckFor(reader, text, "enum", type, ParamType.String))
                return [];
            if (!result.Contains(text.Value))
            {
                result.Add(text.Value);
                continue;
            }
            reader.Scope.Report(
                PolicyDescriptors.BadParamValue, text, "enum value", name, text.Value, "each text once");
        }
        return result.ToImmutable();
    }

    private static bool CheckFor(MappingReader reader, YamlScalar at, string key, ParamType? type, ParamType wanted)
    {
        // An unknown type has been reported already.
        if (type is null || type == wanted)
            return true;
        reader.Scope.Report(PolicyDescriptors.KeyNotForType, at, key, ParamText.NameOf(type.Value));
        return false;
    }
}
