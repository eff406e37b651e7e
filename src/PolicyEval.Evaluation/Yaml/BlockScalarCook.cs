namespace PolicyEval.Evaluation.Yaml;

/// <summary>
/// Cooks literal and folded block scalars: header, indentation, folding and chomping (YAML 1.2.2, 8.1).
/// </summary>
internal ref struct BlockScalarCook
{
    private readonly ReadOnlySpan<char> _raw;
    private readonly bool _folded;
    private readonly CookedText _cooked = new();
    private readonly CookedText _lineBreak = new();
    private readonly CookedText _emptyLines = new();
    private char _chomping;
    private int _position;

    private BlockScalarCook(ReadOnlySpan<char> raw, YamlScalar scalar)
    {
        _raw = raw;
        _folded = scalar.Style == YamlStyle.Folded;
        _position = scalar.Span.Start;
    }

    /// <summary>The cooked text of a block scalar.</summary>
    /// <param name="raw">The file's text up to the scalar's end.</param>
    /// <param name="scalar">The scalar.</param>
    public static CookedText Cook(ReadOnlySpan<char> raw, YamlScalar scalar)
    {
        var cook = new BlockScalarCook(raw, scalar);
        cook.ReadHeader();
        cook._cooked.End = cook._position;
        cook.ReadLines(cook.FindIndent(scalar.Value));
        return cook._cooked;
    }

    private void ReadHeader()
    {
        _position++;
        while (_position < _raw.Length && !YamlUnits.IsBreak(_raw[_position]))
        {
            if (YamlUnits.IsBlank(_raw[_position]))
            {
                // What follows is white space and a comment.
                while (_position < _raw.Length && !YamlUnits.IsBreak(_raw[_position]))
                    _position++;
                break;
            }
            if (_raw[_position] is '+' or '-')
                _chomping = _raw[_position];
            _position++;
        }
        if (_position < _raw.Length)
            _position = YamlUnits.AfterBreak(_raw, _position);
    }

    /// <summary>
    /// The indentation. An explicit indicator counts from the parent, which a scalar does not know; but the first line
    /// with content tells it in both cases: its raw spaces less the spaces that the cooked value kept.
    /// </summary>
    private readonly int FindIndent(string value)
    {
        var position = _position;
        var widest = 0;
        while (position < _raw.Length)
        {
            var spaces = SpacesAt(position);
            position += spaces;
            if (position < _raw.Length && !YamlUnits.IsBreak(_raw[position]))
                return Math.Max(0, spaces - SpacesOfFirstLine(value));
            if (position < _raw.Length)
                position = YamlUnits.AfterBreak(_raw, position);
            widest = Math.Max(widest, spaces);
        }
        // Spaces only: those that the value kept stand behind an indentation that was stated.
        var kept = value.Split('\n').Max(line => line.Length);
        return kept == 0 ? int.MaxValue : widest - kept;
    }

    private static int SpacesOfFirstLine(string value)
    {
        var content = value.AsSpan().IndexOfAnyExcept(' ', '\n');
        return content < 0 ? 0 : content - 1 - value.AsSpan(0, content).LastIndexOf('\n');
    }

    private readonly int SpacesAt(int position)
    {
        var rest = _raw[position..];
        var length = rest.IndexOfAnyExcept(' ');
        return length < 0 ? rest.Length : length;
    }

    private void ReadLines(int indent)
    {
        ReadEmptyLines(indent);
        var wasBlank = false;
        while (_position < _raw.Length && SpacesAt(_position) >= indent)
        {
            _position += indent;
            var isBlank = YamlUnits.IsBlank(_raw[_position]);
            if (_folded && _lineBreak.StartsWith('\n') && !wasBlank && !isBlank)
                FoldBreak();
            _cooked.Take(_lineBreak);
            _cooked.Take(_emptyLines);
            wasBlank = isBlank;
            ReadContent();
            ReadEmptyLines(indent);
        }
        if (_chomping != '-')
            _cooked.Take(_lineBreak);
        if (_chomping == '+')
            _cooked.Take(_emptyLines);
    }

    /// <summary>A line end between two lines of text: a space, or nothing where empty lines follow.</summary>
    private void FoldBreak()
    {
        var offset = _lineBreak.ToMap()[0];
        _lineBreak.Clear();
        if (_emptyLines.IsEmpty)
            _lineBreak.Add(' ', offset);
    }

    private void ReadContent()
    {
        while (_position < _raw.Length && !YamlUnits.IsBreak(_raw[_position]))
        {
            _cooked.Add(_raw[_position], _position);
            _position++;
        }
        _cooked.End = _position;
        if (_position < _raw.Length)
            ReadBreak(_lineBreak);
    }

    private void ReadEmptyLines(int indent)
    {
        while (_position < _raw.Length)
        {
            var spaces = Math.Min(SpacesAt(_position), indent);
            var next = _position + spaces;
            if (next >= _raw.Length || !YamlUnits.IsBreak(_raw[next]))
                return;
            _position = next;
            ReadBreak(_emptyLines);
        }
    }

    private void ReadBreak(CookedText into)
    {
        into.Add(YamlUnits.CookedBreak(_raw[_position]), _position);
        _position = YamlUnits.AfterBreak(_raw, _position);
    }
}
