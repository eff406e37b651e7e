using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Reads the attributes of tags, of which only the prefixes that they declare mean something, and only whether they
/// do: no name is taken for another one because of its namespace.
/// </summary>
internal sealed class XmlAttributes
{
    private const string XmlSpace = "http://www.w3.org/XML/1998/namespace";
    private const string PrefixSpace = "http://www.w3.org/2000/xmlns/";

    // By prefix; AWS declares none.
    private Dictionary<string, string>? _bound;

    private readonly List<(string Prefix, string? Before)> _declared = [];
    private readonly List<(int At, string Prefix, string Name)> _read = [];

    /// <summary>How many declarations hold; where an element ends, those that it made are to be undone.</summary>
    public int Declared => _declared.Count;

    /// <summary>Undoes all declarations but the first ones.</summary>
    public void Undo(int kept)
    {
        while (_declared.Count > kept)
        {
            var (prefix, before) = _declared[^1];
            _declared.RemoveAt(_declared.Count - 1);
            if (before is null)
                _bound!.Remove(prefix);
            else
                _bound![prefix] = before;
        }
    }

    /// <summary>Goes over the attributes of a tag up to what ends it.</summary>
    /// <exception cref="BrokenXmlException">They are not as XML has them.</exception>
    public void Take(ref XmlCursor cursor)
    {
        _read.Clear();
        while (cursor.TakeSpace() && cursor.Next is not ((byte)'>' or (byte)'/'))
        {
            var start = cursor.At;
            var prefix = cursor.TakePrefixedName();
            var name = Encoding.UTF8.GetString(cursor.Text[start..cursor.At]);
            _read.Add((start, name[..prefix], prefix > 0 ? name[(prefix + 1)..] : name));
            cursor.TakeSpace();
            cursor.Take("="u8);
            cursor.TakeSpace();
            if (!IsAllowed(name, TakeValue(ref cursor)))
                throw cursor.Broken(start);
        }

        if (cursor.Next is not ((byte)'>' or (byte)'/'))
            throw cursor.Broken(cursor.At);
        if (_read.Count > 1 || _read.Exists(attribute => attribute.Prefix.Length > 0))
            CheckNames(ref cursor);
    }

    /// <summary>Refuses a prefix that nothing declares.</summary>
    /// <exception cref="BrokenXmlException">Nothing does.</exception>
    public void Check(ref XmlCursor cursor, int start, int length)
    {
        if (length > 0 && SpaceOf(Encoding.UTF8.GetString(cursor.Text.Slice(start, length))) is null)
            throw cursor.Broken(start);
    }

    private void CheckNames(ref XmlCursor cursor)
    {
        var names = new HashSet<(string Space, string Name)>();
        foreach (var (at, prefix, name) in _read)
        {
            if ((prefix.Length > 0 ? SpaceOf(prefix) : "") is not { } space || !names.Add((space, name)))
                throw cursor.Broken(at);
        }
    }

    /// <summary>Takes a declaration into account; whether XML allows the attribute to have the value.</summary>
    private bool IsAllowed(string name, string value)
    {
        if (name == "xmlns")
            return value is not (XmlSpace or PrefixSpace);
        if (name == "xml:space")
            return value.Trim(' ', '\t', '\r', '\n') is "default" or "preserve";
        if (!name.StartsWith("xmlns:", StringComparison.Ordinal))
            return true;
        var prefix = name["xmlns:".Length..];
        if (value is "" or PrefixSpace || prefix == "xmlns" || (prefix == "xml") != (value == XmlSpace))
            return false;
        _bound ??= new Dictionary<string, string>(StringComparer.Ordinal);
        _declared.Add((prefix, _bound.GetValueOrDefault(prefix)));
        _bound[prefix] = value;
        return true;
    }

    private string? SpaceOf(string prefix) => prefix switch
    {
        "xml" => XmlSpace,
        "xmlns" => PrefixSpace,
        _ => _bound?.GetValueOrDefault(prefix),
    };

    private static string TakeValue(ref XmlCursor cursor)
    {
        var quote = cursor.Next;
        if (quote is not ((byte)'"' or (byte)'\''))
            throw cursor.Broken(cursor.At);
        cursor.At++;
        var value = new StringBuilder();
        while (true)
        {
            var length = cursor.Rest.IndexOfAny(quote, (byte)'<', (byte)'&');
            if (length < 0)
                throw cursor.Broken(cursor.Text.Length);
            var piece = Encoding.UTF8.GetString(cursor.Rest[..length]);
            value.Append(piece.Replace("\r\n", " ", StringComparison.Ordinal));
            cursor.At += length;
            if (cursor.Next == quote)
            {
                cursor.At++;
                return value.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ').ToString();
            }

            if (cursor.Next == '<')
                throw cursor.Broken(cursor.At);
            value.Append(cursor.TakeReference().ToString());
        }
    }
}
