using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Sarif;

/// <summary>The files of an evaluation: the evidence, the policies, and what shaped the result.</summary>
internal sealed class SarifReportArtifacts
{
    private static readonly SarifBase Bundled = new("BUNDLED", "The files inside policyeval.");

    private readonly List<SarifArtifact> _all = [];
    private readonly List<SarifBase> _bases = [];
    private readonly HashSet<string> _snapshots = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Snapshot, string File), int> _evidence = [];
    private readonly Dictionary<string, int> _policies = new(StringComparer.Ordinal);

    /// <summary>Makes it.</summary>
    public SarifReportArtifacts(RunHeader header)
    {
        for (var i = 0; i < header.Snapshots.Length; i++)
            AddSnapshot(header.Snapshots[i], header.Snapshots.Length == 1 ? "SNAPSHOT" : $"SNAPSHOT{i + 1}");
        foreach (var policy in header.Policies.DistinctBy(policy => policy.Name))
            AddPolicy(policy);
        foreach (var file in header.WaiverFiles.Prepend(header.Settings).OfType<InputFile>())
            Add(file, "userSpecifiedConfiguration");
        if (header.Baseline is { } baseline)
            Add(baseline, "referencedOnCommandLine");
    }

    /// <summary>Where the paths begin, each that is used.</summary>
    public ImmutableArray<SarifBase> Bases => [.. _bases];

    /// <summary>The files, in the order of their indices.</summary>
    public ImmutableArray<SarifArtifact> All => [.. _all];

    /// <summary>The index of a file of a snapshot, or null where it was not given.</summary>
    public int? EvidenceOf(Finding finding, string file) =>
        _evidence.TryGetValue((finding.Snapshot, file), out var index) ? index : null;

    /// <summary>The index of the file of a policy, or null where it is not known.</summary>
    public int? PolicyOf(Finding finding) => _policies.TryGetValue(finding.Policy, out var index) ? index : null;

    private void AddSnapshot(SnapshotReference snapshot, string id)
    {
        // The same evidence may be there twice; its findings cannot be told apart and cite the first.
        if (!_snapshots.Add(snapshot.Digest))
            return;

        var name = snapshot.Label.Text.Length > 0 ? snapshot.Label.Text : snapshot.Name;
        _bases.Add(new SarifBase(id, SarifText.Sentence($"The snapshot {name}, digest {snapshot.Digest}")));
        foreach (var source in SourcesOf(snapshot))
        {
            _evidence.Add((snapshot.Digest, source.File), _all.Count);
            _all.Add(ArtifactOf(snapshot, source, id));
        }
    }

    /// <summary>Those that stand inside others come behind them, for they name them.</summary>
    private static Ordered<SourceReference> SourcesOf(SnapshotReference snapshot) =>
        snapshot.Sources.DistinctBy(source => source.File).OrderBy(source => source.DecodedFrom is not null);

    private SarifArtifact ArtifactOf(SnapshotReference snapshot, SourceReference source, string id)
    {
        var artifact = new SarifArtifact(source.Path, id)
        {
            Sha256 = source.Sha256,
            Length = source.Bytes,
            Roles = ["analysisTarget"],
        };
        if (source.DecodedFrom is not { } outer)
            return artifact;

        return artifact with
        {
            Path = source.File,
            Description = "Stands as base64 in the property Content of the file around it.",
            Parent = _evidence.TryGetValue((snapshot.Digest, outer), out var parent) ? parent : null,
        };
    }

    private void AddPolicy(PolicyReference policy)
    {
        if (policy.File.Length == 0)
            return;

        var isBundled = policy.Origin == "bundled";
        var artifact = isBundled ? new SarifArtifact(policy.File, Bundled.Id) : SarifPaths.Of(policy.File);
        AddBase(isBundled ? Bundled : BaseOf(artifact));
        _policies.Add(policy.Name, _all.Count);
        _all.Add(artifact with
        {
            Sha256 = policy.Sha256,
            Roles = [isBundled ? "toolSpecifiedConfiguration" : "userSpecifiedConfiguration"],
        });
    }

    private void Add(InputFile file, string role)
    {
        var artifact = SarifPaths.Of(file.Path);
        AddBase(BaseOf(artifact));
        _all.Add(artifact with { Sha256 = file.Sha256, Roles = [role] });
    }

    private static SarifBase BaseOf(SarifArtifact artifact) =>
        artifact.BaseId == SarifPaths.Elsewhere.Id ? SarifPaths.Elsewhere : SarifPaths.WorkingFolder;

    private void AddBase(SarifBase start)
    {
        if (!_bases.Contains(start))
            _bases.Add(start);
    }
}
