using System.Diagnostics;
using System.Text.Json;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Schemas;

/// <summary>Writes forms as JSON Schema.</summary>
/// <remarks>
/// A schema sees values where the reader sees how they are written: <c>0x10</c>, <c>1e3</c> and <c>True</c> are the
/// number 16, the number 1000 and true to it. That two names differ, that a default lies in its range, and all that CEL
/// says about types, it cannot tell either; <c>policyeval check</c> does.
/// </remarks>
internal static class FormWriter
{
    /// <summary>Writes a mapping that stands for itself.</summary>
    public static void Write(Utf8JsonWriter json, MappingForm form, string description)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        WriteMapping(json, form, mayBeNull: false);
        json.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter json, KeyForm key)
    {
        json.WriteStartObject(key.Name);
        json.WriteString("description", key.Documentation);
        WriteValue(json, key.Value, key.Presence);
        ExampleWriter.Write(json, key);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, string name, ValueForm form)
    {
        json.WriteStartObject(name);
        // Items and entries have no presence of their own: each is there, and may be an empty text.
        WriteValue(json, form, presence: null);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ValueForm form, Presence? presence)
    {
        var mayBeNull = presence == Presence.Optional;
        switch (form)
        {
            case TextForm text:
                WriteText(json, text, mayBeNull, needsText: presence is Presence.Required or Presence.Filled);
                break;
            case NumberForm number:
                WriteNumber(json, number, mayBeNull);
                break;
            case BoolForm:
                WriteBool(json);
                break;
            case ChoiceForm choice:
                WriteChoice(json, choice, mayBeNull);
                break;
            case ListForm list:
                WriteList(json, list, mayBeNull);
                break;
            case OneOrManyForm oneOrMany:
                WriteOneOrMany(json, oneOrMany);
                break;
            case EntriesForm entries:
                WriteEntries(json, entries, mayBeNull);
                break;
            case MappingForm mapping:
                WriteMapping(json, mapping, mayBeNull);
                break;
            case AnyForm:
                break;
            default:
                throw new UnreachableException(form.GetType().Name);
        }
    }

    private static void WriteText(Utf8JsonWriter json, TextForm form, bool mayBeNull, bool needsText)
    {
        WriteTypes(json, form.IsQuoted ? ["string"] : ["string", "number", "boolean"], mayBeNull);
        if (form.Pattern is not null)
            json.WriteString("pattern", form.Pattern.ToString());
        else if (needsText && !form.MayBeEmpty)
            json.WriteString("pattern", "\\S");
        if (form.LengthMax is { } length)
            json.WriteNumber("maxLength", length);
    }

    private static void WriteNumber(Utf8JsonWriter json, NumberForm form, bool mayBeNull)
    {
        WriteTypes(json, ["integer", "string"], mayBeNull);
        if (form.Minimum > long.MinValue)
            json.WriteNumber("minimum", form.Minimum);
        if (form.Maximum < long.MaxValue)
            json.WriteNumber("maximum", form.Maximum);
        json.WriteString("pattern", form.QuotedPattern);
    }

    private static void WriteBool(Utf8JsonWriter json)
    {
        json.WriteStartArray("enum");
        json.WriteBooleanValue(true);
        json.WriteBooleanValue(false);
        json.WriteStringValue("true");
        json.WriteStringValue("false");
        json.WriteEndArray();
    }

    private static void WriteChoice(Utf8JsonWriter json, ChoiceForm form, bool mayBeNull)
    {
        WriteTypes(json, ["string"], mayBeNull);
        json.WriteStartArray("enum");
        foreach (var word in form.Words)
            json.WriteStringValue(word);
        if (mayBeNull)
            json.WriteNullValue();
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, ListForm form, bool mayBeNull)
    {
        WriteTypes(json, ["array"], mayBeNull);
        if (form.NeedsItem)
            json.WriteNumber("minItems", 1);
        if (form.IsSet)
            json.WriteBoolean("uniqueItems", true);
        WriteItem(json, "items", form.Item);
    }

    private static void WriteOneOrMany(Utf8JsonWriter json, OneOrManyForm form)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteValue(json, form.Item, presence: null);
        json.WriteEndObject();
        json.WriteStartObject();
        WriteList(json, new ListForm(form.Item) { NeedsItem = form.NeedsItem }, mayBeNull: false);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteEntries(Utf8JsonWriter json, EntriesForm form, bool mayBeNull)
    {
        WriteTypes(json, ["object"], mayBeNull);
        if (form.Name.Pattern is { } pattern)
        {
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("propertyNames");
            json.WriteNumber("maxLength", form.Name.LengthMax ?? int.MaxValue);
            json.WriteEndObject();
            json.WriteStartObject("patternProperties");
            WriteItem(json, pattern.ToString(), form.Value);
            json.WriteEndObject();
        }
        else
        {
            WriteItem(json, "additionalProperties", form.Value);
        }
    }

    private static void WriteMapping(Utf8JsonWriter json, MappingForm form, bool mayBeNull)
    {
        WriteTypes(json, ["object"], mayBeNull);
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        foreach (var key in form.Keys.Where(key => key.Presence == Presence.Required))
            json.WriteStringValue(key.Name);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var key in form.Keys)
            WriteKey(json, key);
        json.WriteEndObject();
        RuleWriter.Write(json, form);
    }

    /// <summary>Writes the narrower form of a key of a variant.</summary>
    public static void WriteNarrower(Utf8JsonWriter json, string key, ValueForm form) => WriteItem(json, key, form);

    private static void WriteTypes(Utf8JsonWriter json, ReadOnlySpan<string> types, bool mayBeNull)
    {
        if (types.Length == 1 && !mayBeNull)
        {
            json.WriteString("type", types[0]);
            return;
        }
        json.WriteStartArray("type");
        foreach (var type in types)
            json.WriteStringValue(type);
        if (mayBeNull)
            json.WriteStringValue("null");
        json.WriteEndArray();
    }
}
