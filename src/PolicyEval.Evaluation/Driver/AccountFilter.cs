using System.Collections.Frozen;

namespace PolicyEval.Evaluation.Driver;

/// <summary>The accounts in which something holds. Immutable.</summary>
internal sealed class AccountFilter
{
    private readonly FrozenSet<string> _ids;
    private readonly bool _isExclusion;

    private AccountFilter(IEnumerable<string> ids, bool isExclusion)
    {
        _ids = ids.ToFrozenSet(StringComparer.Ordinal);
        _isExclusion = isExclusion;
    }

    /// <summary>All accounts, also one whose id is not known.</summary>
    public static AccountFilter All { get; } = new([], isExclusion: true);

    /// <summary>Whether it takes every account, whatever its id.</summary>
    public bool IsAll => _isExclusion && _ids.Count == 0;

    /// <summary>These accounts.</summary>
    public static AccountFilter Only(IEnumerable<string> ids) => new(ids, isExclusion: false);

    /// <summary>All accounts but these.</summary>
    public static AccountFilter AllBut(IEnumerable<string> ids) => new(ids, isExclusion: true);

    /// <summary>Whether an account is one of them.</summary>
    public bool Takes(string id) => _ids.Contains(id) != _isExclusion;
}
