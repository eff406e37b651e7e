using System.Collections.Immutable;
using PolicyEval.Language.Dependence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>Reads the signatures of rows, each cell once. Used by one thread.</summary>
internal sealed class RowClassifier
{
    // A duration of CEL is 64 bits of nanoseconds; what lies further apart is an error there.
    private const long TicksMax = long.MaxValue / TimeSpan.NanosecondsPerTick;

    private readonly ImmutableArray<int> _columns;
    private readonly Relation[] _relations;
    private readonly long[] _ticks;
    private readonly long[] _latest;

    /// <summary>Prepares for a snapshot.</summary>
    /// <param name="layout">What signatures are made of.</param>
    /// <param name="asOf">The instant at which ages are measured, or null.</param>
    public RowClassifier(SignatureLayout layout, DateTimeOffset? asOf)
    {
        long? instant = asOf is { } time ? ToSecond(time.UtcTicks) : null;
        _columns = layout.Columns;
        // Behind the columns stands the instant, like one more cell.
        _ticks = new long[_columns.Length + 1];
        _ticks[^1] = instant ?? 0;
        _latest = [.. _columns.Select(column => LatestOf(column, instant))];
        _relations = [.. layout.Relations.Select(relation => RelationOf(relation, instant is not null))];
    }

    /// <summary>
    /// The signature of a row, of which the cells of the layout's columns were typed. False where it has none: a date
    /// lies after the instant, which is said of each cell by itself, or two dates too far apart.
    /// </summary>
    public bool TryClassify(RowCells cells, out RowSignature signature)
    {
        signature = default;
        var ticks = cells.Ticks;
        ticks.CopyTo(_ticks);
        for (var i = 0; i < ticks.Length; i++)
        {
            if (ticks[i] > _latest[i])
                return false;
        }

        // The bit behind those of the columns is the instant's, which is always there.
        var times = cells.Times | (1u << ticks.Length);
        var orders = 0UL;
        var isFar = false;
        // Without branches, because nobody can foretell which times a row has.
        for (var i = 0; i < _relations.Length; i++)
        {
            ref readonly var relation = ref _relations[i];
            var isNeeded = (times & relation.Needed) == relation.Needed;
            var apart = _ticks[relation.Minuend] - _ticks[relation.Subtrahend];
            isFar |= isNeeded & (ulong)(apart + TicksMax) > 2 * (ulong)TicksMax;
            orders |= (isNeeded ? relation.OrderOf(apart) : 0) << (2 * i);
        }

        signature = new RowSignature(cells.Kinds, orders);
        return !isFar;
    }

    /// <summary>A rotation to come is meant to lie after the instant.</summary>
    private static long LatestOf(int column, long? instant) =>
        column == CredentialReportColumns.PasswordNextRotation ? long.MaxValue : instant ?? long.MaxValue;

    /// <summary>Times count to the second that they lie in (<see cref="Resources.Instants.ToCel"/>).</summary>
    private static long ToSecond(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond);

    private Relation RelationOf(TimeRelation relation, bool hasInstant)
    {
        var (minuend, subtrahend) = (IndexOf(relation.Minuend), IndexOf(relation.Subtrahend));
        var needed = (1u << minuend) | (1u << subtrahend);
        // Without an instant no relation to it has an order: a bit that is never set.
        var needsInstant = relation.Minuend == TimeRelation.Instant || relation.Subtrahend == TimeRelation.Instant;
        if (needsInstant && !hasInstant)
            needed |= 1u << 31;
        var (ticks, rest) = Math.DivRem(relation.Limit.Nanoseconds, TimeSpan.NanosecondsPerTick);
        return new Relation(minuend, subtrahend, needed, rest < 0 ? ticks - 1 : ticks, rest == 0);
    }

    private int IndexOf(int column) =>
        column == TimeRelation.Instant ? _columns.Length : _columns.IndexOf(column);

    /// <param name="Minuend">The index of the later time.</param>
    /// <param name="Subtrahend">The index of the earlier time.</param>
    /// <param name="Needed">The bits of both.</param>
    /// <param name="Limit">The limit in ticks, rounded down.</param>
    /// <param name="IsExact">Whether the limit is whole ticks.</param>
    private readonly record struct Relation(int Minuend, int Subtrahend, uint Needed, long Limit, bool IsExact)
    {
        public ulong OrderOf(long apart) =>
            1 + (apart > Limit ? 2UL : 0) + (apart == Limit & IsExact ? 1UL : 0);
    }
}
