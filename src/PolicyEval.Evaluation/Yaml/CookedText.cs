using System.Collections.Immutable;
using System.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>Cooked units with the offsets that they come from, while a scalar is read again.</summary>
internal sealed class CookedText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];

    /// <summary>Whether there is no unit.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>The offset behind the last unit.</summary>
    public int End { get; set; }

    /// <summary>The units so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether the first unit is this one.</summary>
    public bool StartsWith(char unit) => _text.Length > 0 && _text[0] == unit;

    /// <summary>Adds a unit.</summary>
    public void Add(char unit, int offset)
    {
        _text.Append(unit);
        _offsets.Add(offset);
    }

    /// <summary>Adds a code point, which may be two units of the same place.</summary>
    public void Add(Rune rune, int offset)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            Add(unit, offset);
    }

    /// <summary>Takes all units of another one over and empties it.</summary>
    public void Take(CookedText other)
    {
        _text.Append(other._text);
        _offsets.AddRange(other._offsets);
        other.Clear();
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _text.Clear();
        _offsets.Clear();
    }

    /// <summary>The map: an offset for each unit, and the offset behind the last one.</summary>
    public ImmutableArray<int> ToMap() => [.. _offsets, End];
}
