using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Writes JSON byte for byte as the AWS CLI prints it: four spaces, nothing escaped but quotes, backslashes and control
/// characters below U+0020, one line feed at the end; or the same on one line.
/// </summary>
internal sealed class AnswerWriter(bool onOneLine)
{
    private const int Indent = 4;
    private readonly StringBuilder _text = new();

    /// <summary>As the AWS CLI prints it.</summary>
    public static byte[] Write(AnswerItem item) => Write(item, onOneLine: false);

    /// <summary>On one line, without spaces.</summary>
    public static byte[] WriteLine(AnswerItem item) => Write(item, onOneLine: true);

    private static byte[] Write(AnswerItem item, bool onOneLine)
    {
        var writer = new AnswerWriter(onOneLine);
        writer.Append(item, 0);
        writer._text.Append('\n');
        return Encoding.UTF8.GetBytes(writer._text.ToString());
    }

    private void Append(AnswerItem item, int depth)
    {
        switch (item.Kind)
        {
            case AnswerItemKind.String:
                AppendString(item.Text);
                break;
            case AnswerItemKind.Literal:
                _text.Append(item.Text);
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
        _text.Append('[');
        for (var i = 0; i < item.Items.Count; i++)
        {
            NewLine(i > 0, depth + 1);
            Append(item.Items[i], depth + 1);
        }

        if (item.Items.Count > 0)
            NewLine(false, depth);
        _text.Append(']');
    }

    private void AppendStructure(AnswerItem item, int depth)
    {
        _text.Append('{');
        for (var i = 0; i < item.Properties.Count; i++)
        {
            NewLine(i > 0, depth + 1);
            AppendString(item.Properties[i].Key);
            _text.Append(onOneLine ? ":" : ": ");
            Append(item.Properties[i].Value, depth + 1);
        }

        if (item.Properties.Count > 0)
            NewLine(false, depth);
        _text.Append('}');
    }

    private void NewLine(bool comma, int depth)
    {
        if (comma)
            _text.Append(',');
        if (!onOneLine)
            _text.Append('\n').Append(' ', depth * Indent);
    }

    private void AppendString(string value)
    {
        _text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                '\b' => _text.Append("\\b"),
                '\f' => _text.Append("\\f"),
                < ' ' => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => _text.Append(letter),
            };
        }

        _text.Append('"');
    }
}
