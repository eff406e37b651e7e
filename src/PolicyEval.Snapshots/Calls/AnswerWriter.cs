using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Writes JSON byte for byte as the AWS CLI prints it: four spaces, nothing escaped but quotes, backslashes and control
/// characters below U+0020, one line feed at the end.
/// </summary>
/// <param name="text">Where to.</param>
internal sealed class AnswerWriter(ArrayBufferWriter<byte> text)
{
    private const int Indent = 4;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    /// <summary>As the AWS CLI prints it.</summary>
    public static byte[] Write(AnswerItem item)
    {
        var text = new ArrayBufferWriter<byte>();
        var writer = new AnswerWriter(text);
        writer.Append(item, 0);
        writer.Raw("\n"u8);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Writes a part of the text as it is.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => text.Write(bytes);

    /// <summary>Writes a number.</summary>
    public void Number(long value)
    {
        const int digitsMax = 20;
        value.TryFormat(text.GetSpan(digitsMax), out var length, default, CultureInfo.InvariantCulture);
        text.Advance(length);
    }

    private void Append(AnswerItem item, int depth)
    {
        switch (item.Kind)
        {
            case AnswerItemKind.String:
                String(item.Text);
                break;
            case AnswerItemKind.Literal:
                Append(item.Text);
                break;
            case AnswerItemKind.List:
                AppendList(item, depth);
                break;
            default:
                AppendStructure(item, depth);
                break;
        }
    }

    private void AppendList(AnswerItem item, int depth)
    {
        Raw("["u8);
        for (var i = 0; i < item.Items.Count; i++)
        {
            NewLine(i > 0, depth + 1);
            Append(item.Items[i], depth + 1);
        }

        if (item.Items.Count > 0)
            NewLine(false, depth);
        Raw("]"u8);
    }

    private void AppendStructure(AnswerItem item, int depth)
    {
        Raw("{"u8);
        for (var i = 0; i < item.Properties.Count; i++)
        {
            NewLine(i > 0, depth + 1);
            String(item.Properties[i].Key);
            Raw(": "u8);
            Append(item.Properties[i].Value, depth + 1);
        }

        if (item.Properties.Count > 0)
            NewLine(false, depth);
        Raw("}"u8);
    }

    private void NewLine(bool comma, int depth)
    {
        if (comma)
            Raw(","u8);
        Raw("\n"u8);
        text.GetSpan(depth * Indent)[..(depth * Indent)].Fill((byte)' ');
        text.Advance(depth * Indent);
    }

    /// <summary>Writes a string in its quotes.</summary>
    public void String(ReadOnlySpan<char> value)
    {
        Raw("\""u8);
        while (value.IndexOfAny(Escaped) is var at and >= 0)
        {
            Append(value[..at]);
            AppendEscape(value[at]);
            value = value[(at + 1)..];
        }

        Append(value);
        Raw("\""u8);
    }

    private void AppendEscape(char letter)
    {
        switch (letter)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            case '\b':
                Raw("\\b"u8);
                break;
            case '\f':
                Raw("\\f"u8);
                break;
            default:
                Append(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"));
                break;
        }
    }

    private void Append(ReadOnlySpan<char> value) => Encoding.UTF8.GetBytes(value, text);
}
