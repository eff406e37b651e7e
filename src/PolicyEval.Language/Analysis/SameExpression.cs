using PolicyEval.Language.Binding;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>Takes two expressions for the same that always have one value: by structure, wherever they stand.</summary>
internal sealed class SameExpression : IEqualityComparer<BoundExpression>
{
    // Nodes are looked up again and again, at every height of the tree that they are a part of.
    private readonly Dictionary<BoundExpression, int> _hashes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether two expressions are the same.</summary>
    public static bool Are(BoundExpression left, BoundExpression right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Kind != right.Kind || !AreSameNodes(left, right))
            return false;
        var (ofLeft, ofRight) = (left.Children, right.Children);
        if (ofLeft.Length != ofRight.Length)
            return false;
        for (var i = 0; i < ofLeft.Length; i++)
        {
            if (!Are(ofLeft[i], ofRight[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(BoundExpression? x, BoundExpression? y) =>
        x is null || y is null ? x is null && y is null : Are(x, y);

    /// <inheritdoc/>
    public int GetHashCode(BoundExpression obj)
    {
        if (_hashes.TryGetValue(obj, out var known))
            return known;
        var hash = new HashCode();
        hash.Add(obj.Kind);
        hash.Add(NameOf(obj));
        foreach (var child in obj.Children)
            hash.Add(GetHashCode(child));
        var result = hash.ToHashCode();
        _hashes.Add(obj, result);
        return result;
    }

    private static bool AreSameNodes(BoundExpression left, BoundExpression right) => (left, right) switch
    {
        (BoundConstant l, BoundConstant r) => AreSame(l.Value, r.Value),
        (BoundLocal l, BoundLocal r) => ReferenceEquals(l.Symbol, r.Symbol),
        (BoundCall l, BoundCall r) => l.Function.Name == r.Function.Name && l.IsMethod == r.IsMethod,
        (BoundLogical l, BoundLogical r) => l.IsAnd == r.IsAnd,
        (BoundEvidence l, BoundEvidence r) => l.Macro == r.Macro && NameOf(l) == NameOf(r),
        (BoundList l, BoundList r) => l.OptionalElements.SequenceEqual(r.OptionalElements),
        (BoundMap l, BoundMap r) => l.OptionalEntries.SequenceEqual(r.OptionalEntries),
        (BoundNot or BoundConditional, _) => true,
        (BoundVariable or BoundField or BoundFieldPresence or BoundSelect or BoundPresence, _) =>
            NameOf(left) == NameOf(right),

        // The locals of two loops are never the same, so that neither are the loops.
        _ => false,
    };

    private static string NameOf(BoundExpression node) => node switch
    {
        BoundVariable variable => variable.Symbol.Name,
        BoundField field => field.Field.Name,
        BoundFieldPresence presence => presence.Field.Name,
        BoundEvidence evidence => evidence.Field.Name,
        BoundSelect select => select.Name,
        BoundPresence presence => presence.Name,
        BoundCall call => call.Function.Name,
        _ => "",
    };

    private static bool AreSame(CelValue left, CelValue right) =>
        left.Kind == right.Kind && CelEquality.Equals(left, right).IsTrue;
}
