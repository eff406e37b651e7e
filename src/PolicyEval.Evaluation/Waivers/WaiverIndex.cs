using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>
/// Finds the waivers of a finding without asking all of them: those of its policy are picked once, and of these the
/// ones that name single resources or findings are found by name. Used by one thread.
/// </summary>
/// <param name="waivers">The waivers, sorted by name.</param>
internal sealed class WaiverIndex(ImmutableArray<Waiver> waivers)
{
    private readonly Dictionary<string, OfPolicy> _byPolicy = new(StringComparer.Ordinal);

    /// <summary>The waivers that are about a finding, each by its index, none twice, in any order.</summary>
    public IEnumerable<int> Find(Finding finding)
    {
        if (!_byPolicy.TryGetValue(finding.Policy, out var candidates))
            _byPolicy.Add(finding.Policy, candidates = new OfPolicy(waivers, finding.Policy));
        return candidates.Of(finding).Where(index => waivers[index].Target.Matches(finding)).Distinct();
    }

    /// <summary>The waivers that may be about findings of one policy.</summary>
    private sealed class OfPolicy
    {
        private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);
        private readonly List<int> _others = [];

        public OfPolicy(ImmutableArray<Waiver> waivers, string policy)
        {
            foreach (var (index, waiver) in waivers.Index().Where(w => w.Item.Target.MatchesPolicy(policy)))
            {
                var names = NamesOf(waiver.Target);
                if (names.IsEmpty)
                    _others.Add(index);
                foreach (var name in names)
                    Add(name, index);
            }
        }

        public IEnumerable<int> Of(Finding finding) =>
            _others.Concat(Named(finding.Fingerprint))
                .Concat(Named(finding.Resource.Id)).Concat(Named(finding.Resource.Arn));

        /// <summary>One of these every finding has that the target is about; none where only a look can tell.</summary>
        private static ImmutableArray<string> NamesOf(WaiverTarget target) =>
            !target.Fingerprints.IsEmpty ? [.. target.Fingerprints.Select(pattern => pattern.Text)]
            : target.Resources.All(pattern => pattern.IsExact) ? [.. target.Resources.Select(pattern => pattern.Text)]
            : [];

        private List<int> Named(string name) => _byName.GetValueOrDefault(name) ?? [];

        private void Add(string name, int index)
        {
            if (!_byName.TryGetValue(name, out var list))
                _byName.Add(name, list = []);
            list.Add(index);
        }
    }
}
