using System.Globalization;
using System.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>
/// Cooks plain and quoted scalars: escapes, and lines that are folded. A single line end becomes a space, n line ends
/// become n - 1 of them, and the white space around them goes (YAML 1.2.2, 6.5 and 7.3).
/// </summary>
internal ref struct FlowScalarCook
{
    private readonly ReadOnlySpan<char> _raw;
    private readonly YamlStyle _style;
    private readonly int _end;
    private readonly CookedText _cooked = new();
    private int _position;

    private FlowScalarCook(ReadOnlySpan<char> raw, YamlScalar scalar)
    {
        _raw = raw;
        _style = scalar.Style;
        var quote = scalar.Style == YamlStyle.Plain ? 0 : 1;
        _position = scalar.Span.Start + quote;
        _end = Math.Max(_position, scalar.Span.End - quote);
        _cooked.End = _end;
    }

    /// <summary>The cooked text of a scalar.</summary>
    /// <param name="raw">The file's text up to the scalar's end.</param>
    /// <param name="scalar">The scalar.</param>
    public static CookedText Cook(ReadOnlySpan<char> raw, YamlScalar scalar)
    {
        var cook = new FlowScalarCook(raw, scalar);
        while (cook._position < cook._end)
        {
            if (!cook.ReadSpecial())
                cook.ReadUnit();
        }
        return cook._cooked;
    }

    private void ReadUnit()
    {
        _cooked.Add(_raw[_position], _position);
        _position++;
    }

    private bool ReadSpecial()
    {
        var unit = _raw[_position];
        if (YamlUnits.IsBlank(unit) || YamlUnits.IsBreak(unit))
        {
            ReadBlanks(escapedBreak: false);
            return true;
        }
        if (_style == YamlStyle.SingleQuoted && unit == '\'')
        {
            _cooked.Add('\'', _position);
            _position += 2;
            return true;
        }
        if (_style != YamlStyle.DoubleQuoted || unit != '\\' || _position + 1 >= _end)
            return false;
        if (YamlUnits.IsBreak(_raw[_position + 1]))
        {
            _position = YamlUnits.AfterBreak(_raw, _position + 1);
            ReadBlanks(escapedBreak: true);
            return true;
        }
        ReadEscape();
        return true;
    }

    /// <summary>Reads white space up to the next unit of content, and folds the lines in it.</summary>
    private void ReadBlanks(bool escapedBreak)
    {
        var blanks = new CookedText();
        var later = new CookedText();
        var folded = escapedBreak;
        var firstBreak = -1;
        while (_position < _end)
        {
            var unit = _raw[_position];
            if (YamlUnits.IsBreak(unit))
            {
                if (folded)
                    later.Add(YamlUnits.CookedBreak(unit), _position);
                else
                    firstBreak = _position;
                folded = true;
                _position = YamlUnits.AfterBreak(_raw, _position);
                continue;
            }
            if (!YamlUnits.IsBlank(unit))
                break;
            if (!folded)
                blanks.Add(unit, _position);
            _position++;
        }
        if (!folded)
            _cooked.Take(blanks);
        else if (firstBreak >= 0)
            AddFold(firstBreak, later);
        else
            _cooked.Take(later);
    }

    private readonly void AddFold(int firstBreak, CookedText later)
    {
        var kept = YamlUnits.CookedBreak(_raw[firstBreak]);
        if (kept != '\n')
            _cooked.Add(kept, firstBreak);
        else if (later.IsEmpty)
            _cooked.Add(' ', firstBreak);
        _cooked.Take(later);
    }

    private void ReadEscape()
    {
        var start = _position;
        var code = _raw[start + 1];
        _position += 2;
        var digits = code switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            _cooked.Add(YamlUnits.Unescape(code), start);
            return;
        }
        var length = Math.Min(digits, _end - _position);
        var number = _raw.Slice(_position, length);
        if (!uint.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return;
        _position += length;
        if (value <= char.MaxValue)
            _cooked.Add((char)value, start);
        else if (Rune.IsValid(value))
            _cooked.Add(new Rune(value), start);
    }
}
