using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Reads the answers that a test gives and writes them as the AWS CLI prints them.</summary>
internal sealed class AnswerReader
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 4, NewLine = "\n" };

    private readonly Utf8JsonWriter _json;

    private AnswerReader(Utf8JsonWriter json) => _json = json;

    /// <summary>The file of one answer.</summary>
    /// <param name="answer">What the test says of it.</param>
    /// <param name="form">What may be said.</param>
    public static ReadOnlyMemory<byte> Read(MappingReader answer, MappingForm form)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
            new AnswerReader(json).WriteObject(answer, form, isWhole: answer.Peek(AnswerForms.Error) is null);
        return bytes.WrittenMemory;
    }

    /// <summary>Writes an object; of a whole answer, AWS writes the empty lists too.</summary>
    private void WriteObject(MappingReader reader, MappingForm form, bool isWhole)
    {
        _json.WriteStartObject();
        foreach (var key in form.Keys)
            WriteValue(reader, key, isWhole);
        _json.WriteEndObject();
        reader.Finish();
    }

    private void WriteValue(MappingReader reader, KeyForm key, bool isWhole)
    {
        switch (key.Value)
        {
            case TextForm when reader.Text(key.Name) is { } text:
                _json.WriteString(key.Name, text.Value);
                break;
            case NumberForm when reader.Number(key.Name) is var (scalar, number):
                if (number is not { } value)
                    reader.Scope.Report(TestDescriptors.NotANumber, scalar, key.Name, scalar.Value);
                else
                    _json.WriteNumber(key.Name, value);
                break;
            case BoolForm when reader.Flag(key.Name) is { } flag:
                _json.WriteBoolean(key.Name, flag);
                break;
            case AnyForm when reader.Any(key.Name) is { } node:
                _json.WritePropertyName(key.Name);
                WriteNode(node);
                break;
            case MappingForm inner when reader.Mapping(key.Name) is { } nested:
                _json.WritePropertyName(key.Name);
                WriteObject(nested, inner, isWhole: false);
                break;
            case ListForm list:
                WriteList(reader, key.Name, list, isWhole);
                break;
            default:
                break;
        }
    }

    private void WriteList(MappingReader reader, string key, ListForm list, bool isWhole)
    {
        var isTexts = list.Item is TextForm;
        var texts = isTexts ? reader.Texts(key).ToArray() : [];
        var objects = isTexts ? [] : reader.Mappings(key).ToArray();
        if (reader.Peek(key) is null && !isWhole)
            return;
        _json.WriteStartArray(key);
        foreach (var text in texts)
            _json.WriteStringValue(text.Value);
        foreach (var nested in objects)
            WriteObject(nested, (MappingForm)list.Item, isWhole: false);
        _json.WriteEndArray();
    }

    /// <summary>Writes a policy document by YAML's core schema: what stands in quotes is text.</summary>
    private void WriteNode(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Type: YamlType.Null }:
                _json.WriteNullValue();
                break;
            case YamlScalar { Type: YamlType.Bool } word:
                _json.WriteBooleanValue(word.Value is "true" or "True" or "TRUE");
                break;
            case YamlScalar { Type: YamlType.Number } number
                when long.TryParse(number.Value, CultureInfo.InvariantCulture, out var value):
                _json.WriteNumberValue(value);
                break;
            case YamlScalar text:
                _json.WriteStringValue(text.Value);
                break;
            case YamlSequence list:
                _json.WriteStartArray();
                foreach (var item in list.Items)
                    WriteNode(item);
                _json.WriteEndArray();
                break;
            case YamlMapping mapping:
                _json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    _json.WritePropertyName(entry.Key.Value);
                    WriteNode(entry.Value);
                }
                _json.WriteEndObject();
                break;
            default:
                throw new UnreachableException(node.GetType().Name);
        }
    }
}
