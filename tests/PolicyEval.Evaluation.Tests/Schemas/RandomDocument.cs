using System.Collections.Immutable;
using CsCheck;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>
/// Random documents of a form, as YAML in flow style. Values are such that nothing but the shape is in question: the
/// expressions are true, names differ.
/// </summary>
internal sealed class RandomDocument
{
    private readonly Random _random;
    private int _names;

    private RandomDocument(Random random) => _random = random;

    /// <summary>A document that every rule of its form allows.</summary>
    public static Gen<FlowNode> Of(MappingForm form) =>
        Gen.Int[0, int.MaxValue - 1].Select(seed => new RandomDocument(new Random(seed)).Mapping(form));

    private FlowNode Mapping(MappingForm form)
    {
        var variant = form.Variants is { } variants ? variants.Cases[_random.Next(variants.Cases.Length)] : null;
        var entries = ImmutableArray.CreateBuilder<(string, FlowNode)>();
        foreach (var key in form.Keys)
        {
            if (variant is not null && variant.Excluded.Contains(key.Name))
                continue;
            if (variant is not null && key.Name == form.Variants!.Key)
                entries.Add((key.Name, new FlowNode(variant.Word)));
            else if (variant?.Narrower is { } narrower && narrower.Key == key.Name)
                entries.Add((key.Name, Value(key.Name, narrower.Form)));
            else if (IsThere(form, key, [.. entries.Select(e => e.Item1)]))
                entries.Add((key.Name, Value(key.Name, key.Value)));
        }
        return new FlowNode(entries.ToImmutable());
    }

    /// <summary>Whether a key is there, after those before it: as the rules want it, else by chance.</summary>
    private bool IsThere(MappingForm form, KeyForm key, HashSet<string> before)
    {
        foreach (var rule in form.Rules.Where(rule => rule.First == key.Name || rule.Second == key.Name))
        {
            var other = rule.First == key.Name ? rule.Second : rule.First;
            if (before.Contains(other) && !rule.Holds(true, true))
                return false;
            if (IsAfter(form, key, other) && !before.Contains(other) && !rule.Holds(false, false))
                return true;
        }
        return key.Presence == Presence.Required || _random.Next(2) == 0;
    }

    private static bool IsAfter(MappingForm form, KeyForm key, string other) =>
        form.Keys.IndexOf(form.Find(other)!) < form.Keys.IndexOf(key);

    private FlowNode Value(string key, ValueForm form) => form switch
    {
        TextForm text => new FlowNode(Text(key, text)),
        NumberForm number => new FlowNode(number.Minimum == 1 ? "2" : key == "minimum" ? "-5" : "5"),
        BoolForm => new FlowNode("\"true\""),
        ChoiceForm choice => new FlowNode(choice.Words[_random.Next(choice.Words.Length)]),
        ListForm list => List(key, list),
        OneOrManyForm many => _random.Next(2) == 0
            ? Value(key, many.Item)
            : List(key, new ListForm(many.Item) { NeedsItem = many.NeedsItem }),
        EntriesForm entries => new FlowNode([.. Several(key, entries.Value, 0).Select(v => (NewName("p"), v))]),
        MappingForm mapping => Mapping(mapping),
        AnyForm => _random.Next(2) == 0 ? new FlowNode("text") : new FlowNode([(NewName("p"), new FlowNode("1"))]),
        _ => throw new ArgumentException(form.GetType().Name, nameof(form)),
    };

    private FlowNode List(string key, ListForm form) =>
        new(Several(key, form.Item, form.NeedsItem ? 1 : 0));

    private ImmutableArray<FlowNode> Several(string key, ValueForm item, int atLeast) =>
        [.. Enumerable.Range(0, _random.Next(atLeast, key == "enum" ? 2 : 3)).Select(_ => Value(key, item))];

    private string Text(string key, TextForm form) => key switch
    {
        "passMessageExpression" or "messageExpression" => "\"'m'\"",
        "expression" => "\"true\"",
        "name" when form.Owner is "a variable" => NewName("v"),
        "name" => NewName("n-"),
        "reason" => "Reason",
        "default" when form.Pattern is not null => "1h30m",
        // The default of a text must be in its list.
        "default" or "enum" => "standard",
        "asOf" or "generated" => "2026-01-01T00:00:00Z",
        "policy" => form.Owner == "a policy" && form.PatternWords.Contains('*') ? "\"access-*\"" : "access-key-rotation",
        "accounts" => $"\"{_random.NextInt64(100_000_000_000, 999_999_999_999)}\"",
        "units" => NewName("unit/"),
        "account" => _random.Next(2) == 0 ? "\"111122223333\"" : "\"11??*\"",
        "resource" => _random.Next(2) == 0 ? "\"*\"" : "arn:aws:iam::111122223333:root",
        "control" => "cis_v130/1.1*",
        "fingerprint" => "0123456789abcdef0123456789abcdef",
        "approvedOn" => "2026-01-01",
        "effectiveFrom" => _random.Next(2) == 0 ? "2026-01-02" : "\"2026-01-02T03:04:05+06:00\"",
        "expires" => "2026-01-31T00:00:00Z",
        _ when form.IsQuoted => $"\"{NewName("1.")}\"",
        _ => _random.Next(4) switch
        {
            0 => "2024",
            1 => "true",
            2 => "\"\\u00e9 \\\" {\"",
            _ => NewName("text "),
        },
    };

    private string NewName(string prefix) => prefix + (++_names);
}
