using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// The text of one element. Of nearly all it is one piece that stands for itself, and only looked at when it is asked
/// for: most is the layout between elements.
/// </summary>
internal struct XmlText
{
    private int _start;
    private int _length;
    private StringBuilder? _more;

    public void Clear()
    {
        _length = 0;
        _more = null;
    }

    /// <summary>All that was added since it was cleared.</summary>
    public readonly string In(ref XmlCursor cursor) =>
        _more?.ToString() ?? Encoding.UTF8.GetString(cursor.Text.Slice(_start, _length));

    /// <summary>Goes over text and references up to the next markup, and adds them.</summary>
    /// <exception cref="BrokenXmlException">They are not as XML has them, or nothing follows.</exception>
    public void Take(ref XmlCursor cursor)
    {
        var length = cursor.Rest.IndexOf((byte)'<');
        var text = length < 0 ? cursor.Rest : cursor.Rest[..length];
        var wrong = text.IndexOf("]]>"u8);
        var end = cursor.At + (wrong < 0 ? text.Length : wrong);
        while (cursor.Text[cursor.At..end].IndexOf((byte)'&') is var reference and >= 0)
        {
            Add(ref cursor, cursor.At, cursor.At + reference);
            cursor.At += reference;
            var letter = cursor.TakeReference();
            More(ref cursor).Append(letter.ToString());
        }

        Add(ref cursor, cursor.At, end);
        cursor.At = end;
        if (length < 0 || wrong >= 0)
            throw cursor.Broken(end);
    }

    /// <summary>Adds a part of the text, in which a carriage return ends a line.</summary>
    public void Add(ref XmlCursor cursor, int start, int end)
    {
        var piece = cursor.Text[start..end];
        if (piece.IsEmpty)
            return;
        if (_more is null && _length == 0 && !piece.Contains((byte)'\r'))
        {
            _start = start;
            _length = piece.Length;
            return;
        }

        More(ref cursor).Append(Encoding.UTF8.GetString(piece)
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    private StringBuilder More(ref XmlCursor cursor) =>
        _more ??= new StringBuilder(Encoding.UTF8.GetString(cursor.Text.Slice(_start, _length)));
}
