using System.Buffers.Binary;
using System.Text;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>A file of the IANA time zone database (RFC 9636, the part of 64 bits).</summary>
internal sealed class ZoneFile
{
    private const int Header = 44;

    private readonly List<(long Since, int Offset)> _transitions = [];
    private readonly int _first;
    private readonly ZoneRule _rule;

    public ZoneFile(byte[] file)
    {
        // The part of 32 bits comes first: its header says how long it is.
        var short_ = Counts(file, 0);
        var start = Header + (short_.Times * 5) + (short_.Types * 6) + short_.Letters + (short_.Leaps * 8)
            + short_.Standards + short_.Universals;
        var counts = Counts(file, start);
        var times = start + Header;
        var indexes = times + (counts.Times * 8);
        var types = indexes + counts.Times;
        int OffsetOf(int type) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(types + (type * 6)));
        for (var i = 0; i < counts.Times; i++)
        {
            var since = BinaryPrimitives.ReadInt64BigEndian(file.AsSpan(times + (i * 8)));
            _transitions.Add((since, OffsetOf(file[indexes + i])));
        }

        _first = OffsetOf(0);
        var footer = types + (counts.Types * 6) + counts.Letters + (counts.Leaps * 12) + counts.Standards
            + counts.Universals;
        _rule = ZoneRule.Parse(Encoding.ASCII.GetString(file.AsSpan(footer)).Trim('\n'));
    }

    /// <summary>How far the zone is ahead of UTC at a second since 1970.</summary>
    public int OffsetAt(long second)
    {
        if (_transitions.Count == 0 || second >= _transitions[^1].Since)
            return _rule.OffsetAt(second);
        return second < _transitions[0].Since ? _first : _transitions.Last(t => t.Since <= second).Offset;
    }

    private static (int Universals, int Standards, int Leaps, int Times, int Types, int Letters) Counts(
        byte[] file, int header)
    {
        int At(int index) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(header + 20 + (index * 4)));
        return (At(0), At(1), At(2), At(3), At(4), At(5));
    }
}
