using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>
/// Collects diagnostics. Of each severity it keeps the first ones and counts the others, so that a million odd rows
/// stay readable.
/// </summary>
internal sealed class SnapshotDiagnosticBag(int keptOfEachSeverity)
{
    private readonly List<SnapshotDiagnostic> _kept = [];
    private readonly int[] _counts = new int[3];

    public int Errors => _counts[(int)SnapshotSeverity.Error];

    public void Report(SnapshotDescriptor descriptor, string file, params ReadOnlySpan<string> arguments) =>
        Report(descriptor, file, (0, 0), "", arguments);

    public void Report(
        SnapshotDescriptor descriptor,
        string file,
        (int Line, int Column) place,
        string field,
        params ReadOnlySpan<string> arguments)
    {
        if (_counts[(int)descriptor.Severity]++ < keptOfEachSeverity)
            _kept.Add(new(descriptor, file, place.Line, place.Column, field, [.. arguments]));
    }

    /// <summary>Takes over what another check reported.</summary>
    public void Add(ImmutableArray<SnapshotDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (_counts[(int)diagnostic.Severity]++ < keptOfEachSeverity)
                _kept.Add(diagnostic);
        }
    }

    /// <summary>Takes over what another bag holds, and what it counted.</summary>
    public void Add(SnapshotDiagnosticBag other)
    {
        Add([.. other._kept]);
        for (var severity = 0; severity < _counts.Length; severity++)
            _counts[severity] += other._counts[severity] - other._kept.Count(kept => (int)kept.Severity == severity);
    }

    /// <summary>
    /// By file, line and column; those of one place in the order of their reports; the counts of the others last.
    /// </summary>
    public ImmutableArray<SnapshotDiagnostic> ToImmutable()
    {
        var sorted = _kept
            .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ToList();
        foreach (var severity in Enum.GetValues<SnapshotSeverity>())
        {
            var more = _counts[(int)severity] - keptOfEachSeverity;
            if (more > 0)
            {
                sorted.Add(new(
                    SnapshotDescriptors.More, "", 0, 0, "",
                    [more.ToString(CultureInfo.InvariantCulture), severity.ToString().ToLowerInvariant()]));
            }
        }

        return [.. sorted];
    }
}
