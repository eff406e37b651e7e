using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>
/// Reads the syntax of RE2 (the RE2 wiki, "Syntax") into a tree. The first mistake ends the work: <see cref="Error"/>
/// says what it is and <see cref="ErrorOffset"/> where.
/// </summary>
internal sealed partial class Re2Parser
{
    /// <summary>The largest count of a repetition, and the largest product of nested ones.</summary>
    private const int CountMax = 1000;

    /// <summary>The deepest nesting of groups.</summary>
    private const int DepthMax = 200;

    private static readonly CodePointSet NoLineFeed = CodePointSet.Of('\n').Complement();

    private readonly string _pattern;
    private readonly HashSet<string> _groupNames = new(StringComparer.Ordinal);
    private int _position;
    private int _depth;
    private int _groupCount;
    private Re2Flags _flags;

    private Re2Parser(string pattern) => _pattern = pattern;

    public string? Error { get; private set; }

    public int ErrorOffset { get; private set; }

    /// <summary>How many capturing groups there are.</summary>
    public int GroupCount => _groupCount;

    private bool AtEnd => _position >= _pattern.Length;

    /// <summary>Reads a pattern. The tree has no meaning where the parser has an error.</summary>
    public static (Re2Node Tree, Re2Parser Parser) Parse(string pattern)
    {
        var parser = new Re2Parser(pattern);
        var tree = parser.ParseChoice();
        if (parser.Error is null && !parser.AtEnd)
            parser.Fail("unexpected )", parser._position);
        return (tree, parser);
    }

    private Re2Node ParseChoice()
    {
        var items = ImmutableArray.CreateBuilder<Re2Node>();
        do
            items.Add(ParseSequence());
        while (Error is null && Take('|'));
        return items.Count == 1 ? items[0] : new Re2Node.Choice(items.ToImmutable());
    }

    private Re2Node ParseSequence()
    {
        var items = ImmutableArray.CreateBuilder<Re2Node>();
        while (Error is null && !AtEnd && !At('|') && !At(')'))
        {
            if (ParseItem() is { } item)
                items.Add(item);
        }

        return items.Count == 0 ? new Re2Node.Empty() : new Re2Node.Sequence(items.ToImmutable());
    }

    /// <summary>One atom with its repetition; null for a group of flags only, and for <c>\E</c>.</summary>
    private Re2Node? ParseItem()
    {
        var start = _position;
        if (AtRepetition(out _, out _, out _))
            return Fail("nothing to repeat", start);
        if (Take(@"\Q"))
            return ParseQuoted();
        if (Take(@"\E"))
            return null;
        var atom = ParseAtom();
        return atom is null ? null : ParseRepetition(atom);
    }

    private Re2Node ParseRepetition(Re2Node atom)
    {
        var start = _position;
        if (Error is not null || !AtRepetition(out var length, out var least, out var most))
            return atom;
        if (least > CountMax || most > CountMax)
            return Fail($"repetition count above {CountMax}", start);
        if (most >= 0 && least > most)
            return Fail("repetition counts in wrong order", start);

        _position += length;
        var isLazy = Take('?') != _flags.HasFlag(Re2Flags.Ungreedy);
        var repeat = new Re2Node.Repeat(atom, least, most, isLazy);
        if (repeat.Repetitions > CountMax)
            return Fail($"nested repetition counts above {CountMax}", start);
        return AtRepetition(out _, out _, out _) ? Fail("repetition of a repetition", _position) : repeat;
    }

    /// <summary>Whether a repetition operator stands here; a brace that is no count is a literal.</summary>
    private bool AtRepetition(out int length, out int least, out int most)
    {
        (length, least, most) = (1, 0, -1);
        if (AtEnd)
            return false;

        switch (_pattern[_position])
        {
            case '*':
                return true;
            case '+':
                least = 1;
                return true;
            case '?':
                most = 1;
                return true;
            case '{':
                return AtCount(out length, out least, out most);
            default:
                return false;
        }
    }

    private bool AtCount(out int length, out int least, out int most)
    {
        (length, least, most) = (0, 0, 0);
        var end = _pattern.IndexOf('}', _position);
        if (end < 0)
            return false;

        var inner = _pattern.AsSpan(_position + 1, end - _position - 1);
        length = inner.Length + 2;
        var comma = inner.IndexOf(',');
        if (!Number(comma < 0 ? inner : inner[..comma], out least))
            return false;
        most = comma < 0 ? least : -1;
        return comma < 0 || comma == inner.Length - 1 || Number(inner[(comma + 1)..], out most);
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') || (digits.Length > 1 && digits[0] == '0'))
            return false;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            number = int.MaxValue;
        return true;
    }

    private Re2Node? ParseAtom()
    {
        var start = _position;
        var codePoint = Next();
        switch (codePoint)
        {
            case '(':
                return ParseGroup(start);
            case '[':
                return Literal(ParseClass(start));
            case '.':
                return new Re2Node.One(_flags.HasFlag(Re2Flags.DotAll) ? CodePointSet.All : NoLineFeed);
            case '^':
                return new Re2Node.Place(_flags.HasFlag(Re2Flags.Lines) ? Re2Place.LineStart : Re2Place.TextStart);
            case '$':
                return new Re2Node.Place(_flags.HasFlag(Re2Flags.Lines) ? Re2Place.LineEnd : Re2Place.TextEnd);
            case '\\':
                return ParseEscape(start);
            default:
                return Literal(CodePointSet.Of(codePoint));
        }
    }

    private Re2Node ParseQuoted()
    {
        var end = _pattern.IndexOf(@"\E", _position, StringComparison.Ordinal);
        var items = ImmutableArray.CreateBuilder<Re2Node>();
        while (!AtEnd && _position != end)
            items.Add(Literal(CodePointSet.Of(Next())));
        if (end >= 0)
            _position = end + 2;
        if (items.Count == 0)
            return new Re2Node.Empty();

        // A repetition behind \E repeats the last literal only.
        items[^1] = ParseRepetition(items[^1]);
        return new Re2Node.Sequence(items.ToImmutable());
    }

    private Re2Node.One Literal(CodePointSet set) =>
        new(_flags.HasFlag(Re2Flags.IgnoreCase) ? CaseFolding.Fold(set) : set);

    private int Next()
    {
        var status = Rune.DecodeFromUtf16(_pattern.AsSpan(_position), out var rune, out var length);
        if (status != OperationStatus.Done)
        {
            Fail("not well-formed UTF-16", _position);
            length = Math.Max(1, length);
        }

        _position += length;
        return rune.Value;
    }

    private bool At(char unit) => !AtEnd && _pattern[_position] == unit;

    private bool Take(char unit)
    {
        var taken = At(unit);
        if (taken)
            _position++;
        return taken;
    }

    private bool Take(string text)
    {
        var taken = _pattern.AsSpan(_position).StartsWith(text, StringComparison.Ordinal);
        if (taken)
            _position += text.Length;
        return taken;
    }

    private Re2Node.Empty Fail(string message, int offset)
    {
        if (Error is null)
            (Error, ErrorOffset) = (message, offset);
        return new Re2Node.Empty();
    }
}
