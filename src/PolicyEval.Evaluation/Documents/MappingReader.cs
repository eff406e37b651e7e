using System.Diagnostics;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Documents;

/// <summary>
/// Reads the keys of one mapping by its form and reports every mistake. Answers null for what is missing or wrong, so
/// that reading goes on; <see cref="Finish"/> reports what concerns the mapping as a whole.
/// </summary>
internal sealed class MappingReader
{
    private static readonly ChoiceForm<bool> Flags = new(("true", true), ("false", false));

    private readonly YamlMapping _mapping;
    private readonly MappingForm _form;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Starts reading.</summary>
    public MappingReader(DocumentScope scope, YamlMapping mapping, MappingForm form)
    {
        Scope = scope;
        _mapping = mapping;
        _form = form;
    }

    /// <summary>The document.</summary>
    public DocumentScope Scope { get; }

    /// <summary>The mapping itself, for diagnostics about the whole.</summary>
    public YamlMapping Node => _mapping;

    /// <summary>Starts reading a node that must be a mapping; null after a diagnostic.</summary>
    public static MappingReader? Of(DocumentScope scope, YamlNode node, string key, MappingForm form)
    {
        if (node is YamlMapping mapping)
            return new MappingReader(scope, mapping, form);
        scope.Report(PolicyDescriptors.WrongShape, node, key, "a mapping", node.Shape);
        return null;
    }

    /// <summary>The value of a key without any check; null where it is missing or says nothing.</summary>
    public YamlNode? Peek(string key) =>
        _mapping.Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;

    /// <summary>The text of a key; null where it is missing or wrong.</summary>
    public YamlScalar? Text(string key)
    {
        var form = FormOf<TextForm>(key, out var presence);
        return Value(key, presence) is { } node ? Check(key, node, form, presence) : null;
    }

    /// <summary>The text of a key, trimmed at its end; empty where it is missing or wrong.</summary>
    public string TextOrEmpty(string key) => Text(key)?.Value.TrimEnd() ?? "";

    /// <summary>
    /// The scalar of a key and the number that it stands for, which is null where it stands for none: the caller
    /// reports that. Null where there is no scalar.
    /// </summary>
    public (YamlScalar Scalar, long? Number)? Number(string key)
    {
        var form = FormOf<NumberForm>(key, out var presence);
        return Value(key, presence) is { } node && AsText(key, node) is { } scalar
            ? (scalar, form.Parse(scalar.Value))
            : null;
    }

    /// <summary>The flag of a key; null where it is missing or wrong.</summary>
    public bool? Flag(string key)
    {
        FormOf<BoolForm>(key, out var presence);
        if (Value(key, presence) is not { } node || AsText(key, node) is not { } text)
            return null;
        return CheckWord(key, text, Flags) ? Flags.Find(text.Value) : null;
    }

    /// <summary>The value of a key that may be anything; null where it is missing.</summary>
    public YamlNode? Any(string key)
    {
        FormOf<AnyForm>(key, out var presence);
        return Value(key, presence);
    }

    /// <summary>The word of a key, whether or not it is one of the choice; null where it is missing or wrong.</summary>
    public YamlScalar? Word(string key)
    {
        FormOf<ChoiceForm>(key, out var presence);
        return Value(key, presence) is { } node ? Check(key, node, TextForm.Any, presence) : null;
    }

    /// <summary>What the word of a key means; null where it is missing or wrong.</summary>
    public T? OneOf<T>(string key)
        where T : struct
    {
        var form = FormOf<ChoiceForm<T>>(key, out _);
        if (Word(key) is not { } text)
            return null;
        return CheckWord(key, text, form) ? form.Find(text.Value) : null;
    }

    /// <summary>A nested mapping; null where it is missing or wrong.</summary>
    public MappingReader? Mapping(string key)
    {
        var form = FormOf<MappingForm>(key, out var presence);
        return Value(key, presence) is { } node ? Of(Scope, node, key, form) : null;
    }

    /// <summary>The items of a list that are mappings; the others are reported.</summary>
    public IEnumerable<MappingReader> Mappings(string key)
    {
        var (items, form) = List<MappingForm>(key);
        return items.Select(item => Of(Scope, item, ItemOf(key), form)).OfType<MappingReader>();
    }

    /// <summary>The mappings of a key that holds one, or a list of them; others are reported.</summary>
    public IEnumerable<MappingReader> OneOrMany(string key)
    {
        var (items, form, _) = OneOrMany<MappingForm>(key);
        return items.Select(item => Of(Scope, item, key, form)).OfType<MappingReader>();
    }

    /// <summary>The texts of a key that holds one, or a list of them; others are reported.</summary>
    public IEnumerable<YamlScalar> OneOrManyTexts(string key)
    {
        var (items, form, presence) = OneOrMany<TextForm>(key);
        return items.Select(item => Check(key, item, form, presence)).OfType<YamlScalar>();
    }

    /// <summary>The items of a list that are words of a choice; the others are reported.</summary>
    public IEnumerable<YamlScalar> Words(string key)
    {
        var (items, form) = List<ChoiceForm>(key);
        return items.Select(item => AsText(ItemOf(key), item)).OfType<YamlScalar>()
            .Where(word => CheckWord(key, word, form));
    }

    /// <summary>The items of a list that are text; the others are reported.</summary>
    public IEnumerable<YamlScalar> Texts(string key)
    {
        var (items, form) = List<TextForm>(key);
        return items.Select(item => Check(ItemOf(key), item, form, Presence.Optional)).OfType<YamlScalar>();
    }

    /// <summary>The items of a list that are scalars, each with the number that it stands for, or null.</summary>
    public IEnumerable<(YamlScalar Scalar, long? Number)> Numbers(string key)
    {
        var (items, form) = List<NumberForm>(key);
        return items.Select(item => AsText(ItemOf(key), item)).OfType<YamlScalar>()
            .Select(scalar => (scalar, form.Parse(scalar.Value)));
    }

    /// <summary>
    /// The entries of a nested mapping whose keys are names of the author's own, without those whose key is no name.
    /// </summary>
    public IEnumerable<YamlEntry> Entries(string key)
    {
        var form = FormOf<EntriesForm>(key, out var presence);
        return Value(key, presence) is { } node && OfShape<YamlMapping>(key, node, "a mapping") is { } mapping
            ? mapping.Entries.Where(entry => CheckName(entry.Key, form.Name))
            : [];
    }

    /// <summary>A node that must be text; null after a diagnostic.</summary>
    public YamlScalar? AsText(string key, YamlNode node)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar;
        Scope.Report(PolicyDescriptors.WrongShape, node, key, "text", node.Shape);
        return null;
    }

    /// <summary>Reports keys that the form does not have, and what does not hold between those that it has.</summary>
    public void Finish()
    {
        foreach (var entry in _mapping.Entries)
        {
            var name = entry.Key.Value;
            if (_form.Find(name) is null)
            {
                Scope.ReportName(
                    PolicyDescriptors.UnknownKey, entry.Key, name, _form.Keys.Select(k => k.Name), name, _form.Owner);
            }
        }
        foreach (var rule in _form.Rules)
            CheckRule(rule);

        // A key that editors offer and nobody reads would look as if it worked.
        if (_form.Keys.FirstOrDefault(key => !_asked.Contains(key.Name)) is { } unread)
            throw new UnreachableException($"{_form.Owner}: nobody reads {unread.Name}");
    }

    private void CheckRule(KeyRule rule)
    {
        var (first, second) = (_mapping.Find(rule.First), _mapping.Find(rule.Second));
        if (rule.Holds(first is not null, second is not null) || SaysNothing(first) || SaysNothing(second))
            return;
        if (rule.Kind == KeyRuleKind.AtLeastOne)
        {
            Scope.Report(PolicyDescriptors.OneNeeded, FirstKey(), _form.Owner, rule.First, rule.Second);
            return;
        }
        var found = second is null ? "neither is here" : "not both";
        Scope.Report(PolicyDescriptors.OneOfTwo, second ?? FirstKey(), _form.Owner, rule.First, rule.Second, found);
    }

    /// <summary>Whether a key stands there without a value, which has been reported already.</summary>
    private static bool SaysNothing(YamlNode? node) => node is YamlScalar { IsNull: true };

    private TForm FormOf<TForm>(string key, out Presence presence)
        where TForm : ValueForm
    {
        _asked.Add(key);
        if (_form.Find(key) is not { Value: TForm value } form)
            throw new UnreachableException($"{_form.Owner} has no key {key} of {typeof(TForm).Name}");
        presence = form.Presence;
        return value;
    }

    private YamlNode? Value(string key, Presence presence)
    {
        if (Peek(key) is { } node)
            return node;
        var empty = _mapping.Find(key);
        if (presence == Presence.Required)
            Scope.Report(
                PolicyDescriptors.MissingKey, empty ?? FirstKey(), key, _form.Owner,
                empty is null ? "" : ", which is here and has no value");
        else if (presence == Presence.Filled && empty is not null)
            Scope.Report(PolicyDescriptors.EmptyText, empty, key);
        return null;
    }

    private (IEnumerable<YamlNode> Items, TItem Form) List<TItem>(string key)
        where TItem : ValueForm
    {
        var form = FormOf<ListForm>(key, out var presence);
        if (form.Item is not TItem item)
            throw new UnreachableException($"{_form.Owner}: {key} is no list of {typeof(TItem).Name}");
        if (Value(key, presence) is not { } node || OfShape<YamlSequence>(key, node, "a list") is not { } list)
            return ([], item);
        if (form.NeedsItem && list.Items.IsEmpty)
            Scope.Report(PolicyDescriptors.EmptyList, list, key);
        return (list.Items, item);
    }

    private (IEnumerable<YamlNode> Items, TItem Form, Presence Presence) OneOrMany<TItem>(string key)
        where TItem : ValueForm
    {
        var form = FormOf<OneOrManyForm>(key, out var presence);
        if (form.Item is not TItem item)
            throw new UnreachableException($"{_form.Owner}: {key} is not {typeof(TItem).Name}, one or many");
        if (Value(key, presence) is not { } node)
            return ([], item, presence);
        if (node is not YamlSequence list)
            return ([node], item, presence);
        if (form.NeedsItem && list.Items.IsEmpty)
            Scope.Report(PolicyDescriptors.EmptyList, list, key);
        return (list.Items, item, presence);
    }

    private T? OfShape<T>(string key, YamlNode node, string shape)
        where T : YamlNode
    {
        if (node is T wanted)
            return wanted;
        Scope.Report(PolicyDescriptors.WrongShape, node, key, shape, node.Shape);
        return null;
    }

    private YamlScalar? Check(string key, YamlNode node, TextForm form, Presence presence)
    {
        if (AsText(key, node) is not { } text)
            return null;
        if (presence != Presence.Optional && !form.MayBeEmpty && VisibleText.IsEmpty(text.Value))
        {
            Scope.Report(PolicyDescriptors.EmptyText, text, key);
            return null;
        }
        if (form.IsQuoted && text.Type is not YamlType.Text)
        {
            Scope.Report(PolicyDescriptors.UnquotedNumber, text, text.Value);
            return null;
        }
        return CheckName(text, form) ? text : null;
    }

    private bool CheckWord(string key, YamlScalar text, ChoiceForm form)
    {
        if (form.Words.Contains(text.Value))
            return true;
        Scope.ReportName(
            PolicyDescriptors.NotOneOf, text, text.Value, form.Words, key, text.Value, string.Join(", ", form.Words));
        return false;
    }

    private bool CheckName(YamlScalar text, TextForm form)
    {
        if (form.Fault(text.Value) is not { } fault)
            return true;
        Scope.Report(form.Refusal, text, text.Value, form.Owner, fault);
        return false;
    }

    /// <summary>An item of a list, as messages name it.</summary>
    private static string ItemOf(string key) => key + "[]";

    private YamlNode FirstKey() => _mapping.Entries.IsEmpty ? _mapping : _mapping.Entries[0].Key;
}
