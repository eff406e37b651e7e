using System.Text;

namespace PolicyEval.Reporting.JUnit;

/// <summary>
/// Writes XML as all JUnit XML looks here: UTF-8 without a byte order mark, two spaces, LF. Attributes come first; an
/// element holds elements or text. The stream is left open.
/// </summary>
internal sealed class JUnitXml : IDisposable
{
    private readonly StreamWriter _output;
    private readonly Stack<(string Name, bool HasText)> _open = new();
    private bool _isInTag;

    /// <summary>Begins a document.</summary>
    public JUnitXml(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        _output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    /// <summary>Begins an element.</summary>
    public void Start(string name)
    {
        EndTag();
        NewLine();
        _output.Write('<');
        _output.Write(name);
        _open.Push((name, false));
        _isInTag = true;
    }

    /// <summary>Writes an attribute of the element that was begun last.</summary>
    public void Attribute(string name, string value)
    {
        _output.Write(' ');
        _output.Write(name);
        _output.Write("=\"");
        foreach (var letter in value)
        {
            switch (letter)
            {
                case '"':
                    _output.Write("&quot;");
                    break;
                case '\t':
                    _output.Write("&#x9;");
                    break;
                case '\n':
                    _output.Write("&#xA;");
                    break;
                default:
                    Letter(letter);
                    break;
            }
        }

        _output.Write('"');
    }

    /// <summary>Writes the text of the element that was begun last.</summary>
    public void Text(string text)
    {
        EndTag();
        _open.Push((_open.Pop().Name, true));
        foreach (var letter in text)
            Letter(letter);
    }

    /// <summary>Ends an element.</summary>
    public void End()
    {
        var (name, hasText) = _open.Pop();
        if (_isInTag)
        {
            _output.Write(" />");
            _isInTag = false;
            return;
        }

        if (!hasText)
            NewLine();
        _output.Write("</");
        _output.Write(name);
        _output.Write('>');
    }

    /// <summary>Hands over what is not written yet.</summary>
    public void Dispose() => _output.Dispose();

    private void EndTag()
    {
        if (_isInTag)
            _output.Write('>');
        _isInTag = false;
    }

    private void NewLine()
    {
        _output.WriteLine();
        for (var level = 0; level < _open.Count; level++)
            _output.Write("  ");
    }

    /// <summary>What XML forbids even as a reference is shown as unknown.</summary>
    private void Letter(char letter)
    {
        switch (letter)
        {
            case '&':
                _output.Write("&amp;");
                break;
            case '<':
                _output.Write("&lt;");
                break;
            case '>':
                _output.Write("&gt;");
                break;
            case '\r':
                _output.Write("&#xD;");
                break;
            case < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF':
                _output.Write('\uFFFD');
                break;
            default:
                _output.Write(letter);
                break;
        }
    }
}
