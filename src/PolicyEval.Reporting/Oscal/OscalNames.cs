using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>
/// The UUIDs of a document: of version 5 (RFC 9562), out of what they stand for, so that the same result has the same
/// ones, and a resource has the same one in every result.
/// </summary>
internal sealed class OscalNames
{
    /// <summary>The namespace of the properties that OSCAL has no name for.</summary>
    public const string Namespace = "urn:policyeval:oscal:1";

    // The namespace of names that are URIs (RFC 9562, 6.6).
    private static readonly Guid Uris = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static readonly Guid Own = Of(Uris, Namespace);

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Makes them for a run.</summary>
    public OscalNames(RunHeader header) => Run = DigestOf(header);

    /// <summary>What tells the run from those of other evidence or other rules: 64 hexadecimal digits.</summary>
    public string Run { get; }

    /// <summary>The name of something that each run has once.</summary>
    public Guid OfRun(string kind, string name = "") => Of(Own, $"{Run}|{kind}|{name}");

    /// <summary>The name of something that a run may have again, as where the same evidence is given twice.</summary>
    public Guid OfNext(string kind, string name)
    {
        var count = _seen[name] = _seen.GetValueOrDefault(name) + 1;
        return OfRun(kind, count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{count}"));
    }

    /// <summary>The name of a resource, in every run.</summary>
    public static Guid OfResource(ResourceReference resource) =>
        Of(Own, $"resource|{resource.Account}|{resource.Type}|{resource.Arn}|{resource.Id}");

    /// <summary>The name of a file of a snapshot, in every run.</summary>
    public static Guid OfFile(string snapshot, string file) => Of(Own, $"file|{snapshot}|{file}");

    /// <summary>A UUID of version 5.</summary>
    public static Guid Of(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        // The version says which digest; it protects nothing.
        CryptographicOperations.HashData(
            HashAlgorithmName.SHA1, [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static string DigestOf(RunHeader header)
    {
        ImmutableArray<string> parts =
        [
            ReportDigest.Of(header),
            header.ToolVersion,
            .. header.Snapshots.Select(snapshot => snapshot.AsOf ?? ""),
            .. header.Frameworks.Select(framework => framework.Sha256),
            .. header.Policies.Select(policy => $"{policy.Name} {policy.Sha256} {ResultWords.Of(policy.Severity)} "
                + string.Join(' ', policy.Params.Select(param => $"{param.Name}={param.Value}"))),
            header.Settings?.Sha256 ?? "",
            header.Baseline?.Sha256 ?? "",
            .. header.WaiverFiles.Select(file => file.Sha256),
            header.Options.IgnoreWaivers ? "without waivers" : "",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
