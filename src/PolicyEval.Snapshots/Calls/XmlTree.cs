namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Reads an XML answer into elements, without a stack of its own depth and in time that grows with its length: XML 1.0
/// with namespaces and without a DTD. A name counts without its prefix; attributes, comments and instructions count
/// nothing.
/// </summary>
internal ref struct XmlTree
{
    private const int Depth = 64;
    private const int Elements = 10_000_000;

    private readonly Stack<(XmlItem Item, int Start, int Length, int Declared)> _open = new();
    private readonly XmlAttributes _attributes = new();
    private XmlCursor _cursor;
    private XmlText _content;
    private int _elements;

    private XmlTree(ReadOnlySpan<byte> text) => _cursor = new XmlCursor(text);

    /// <summary>The root element.</summary>
    /// <param name="text">The document in UTF-8.</param>
    /// <exception cref="BrokenXmlException">It is no well-formed XML, holds a DTD or is nested too deep.</exception>
    public static XmlItem Read(ReadOnlySpan<byte> text) => new XmlTree(text).ReadDocument();

    private XmlItem ReadDocument()
    {
        XmlDeclaration.Take(ref _cursor);
        XmlItem? root = null;
        while (true)
        {
            _cursor.TakeSpace();
            if (root is not null && _cursor.IsAtEnd)
                return root;
            if (TryTakeAside())
                continue;
            var isText = _cursor.Rest.StartsWith("<![CDATA["u8);
            if (root is not null && !isText && _cursor.TryTake("<"u8))
                _cursor.TryTake("/"u8);
            if (root is not null || isText)
                throw _cursor.Broken(_cursor.At);
            root = ReadRoot();
        }
    }

    private XmlItem ReadRoot()
    {
        var root = Open();
        while (_open.Count > 0)
        {
            _content.Take(ref _cursor);
            if (_cursor.TryTake("</"u8))
                Close();
            else if (_cursor.TryTake("<![CDATA["u8))
                TakeLiteral();
            else if (!TryTakeAside())
                Open();
        }

        return root;
    }

    /// <summary>Goes over the rest of a CDATA section.</summary>
    private void TakeLiteral()
    {
        var start = _cursor.At;
        var length = _cursor.TakeThrough("]]>"u8).Length;
        _content.Add(ref _cursor, start, start + length);
    }

    /// <summary>Goes over a comment or an instruction, if one comes next.</summary>
    private bool TryTakeAside()
    {
        if (_cursor.TryTake("<!--"u8))
            _cursor.TakeComment();
        else if (_cursor.TryTake("<?"u8))
            _cursor.TakeInstruction();
        else
            return false;
        return true;
    }

    private XmlItem Open()
    {
        var isCut = "<![CDATA["u8.StartsWith(_cursor.Rest) || "<!--"u8.StartsWith(_cursor.Rest);
        _cursor.Take("<"u8);
        if (_cursor.TryTake("!"u8) || _cursor.TryTake("/"u8))
            throw _cursor.Broken(isCut ? _cursor.Text.Length : _cursor.At);
        var start = _cursor.At;
        var prefix = _cursor.TakePrefixedName();
        var length = _cursor.At - start;
        if (_open.Count >= Depth || ++_elements > Elements)
            throw _cursor.Broken(start);
        var declared = _attributes.Declared;
        _attributes.Take(ref _cursor);
        _attributes.Check(ref _cursor, start, prefix);
        var name = _cursor.Text.Slice(start, length);
        var item = new XmlItem(FieldNames.Of(prefix > 0 ? name[(prefix + 1)..] : name));
        if (_open.TryPeek(out var parent))
            parent.Item.Add(item);
        // Text before, between and behind children is layout.
        _content.Clear();
        if (_cursor.TryTake("/"u8))
            _attributes.Undo(declared);
        else
            _open.Push((item, start, length, declared));
        _cursor.Take(">"u8);
        return item;
    }

    private void Close()
    {
        var (item, start, length, declared) = _open.Pop();
        var name = _cursor.Text.Slice(start, length);
        if (!_cursor.TryTake(name))
            throw _cursor.Broken(name.StartsWith(_cursor.Rest) ? _cursor.Text.Length : _cursor.At);
        _cursor.TakeSpace();
        _cursor.Take(">"u8);
        _attributes.Undo(declared);
        if (item.Children.IsEmpty)
            item.Text = _content.In(ref _cursor);
        _content.Clear();
    }
}
