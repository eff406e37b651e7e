using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyEval.Architecture.Tests;

/// <summary>Our own assemblies as the build made them, read as metadata and never loaded.</summary>
internal static class Assemblies
{
    /// <summary>The rooms that ship inside <c>policyeval</c>, by assembly name.</summary>
    public static readonly string[] Rooms =
        ["PolicyEval.Language", "PolicyEval.Snapshots", "PolicyEval.Evaluation", "PolicyEval.Reporting", "policyeval"];

    /// <summary>The assembly of a project under <c>src</c>.</summary>
    public static string NameOf(string project) => project switch
    {
        "Cli" => "policyeval",
        "Collector" => "policyeval-collect",
        _ => $"PolicyEval.{project}",
    };

    /// <summary>The names of the assemblies that a room refers to.</summary>
    public static string[] ReferencesOf(string room) => Read(room, metadata =>
        metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Order(StringComparer.Ordinal)
            .ToArray());

    /// <summary>The full names of the types of other assemblies that a room refers to.</summary>
    public static string[] TypesUsedBy(string room) => Read(room, metadata =>
        metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray());

    private static T Read<T>(string room, Func<MetadataReader, T> read)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, room + ".dll"));
        using var image = new PEReader(file);
        return read(image.GetMetadataReader());
    }
}
