using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>What a restored package says of itself.</summary>
/// <param name="Licence">An SPDX expression.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Authors">Who made it.</param>
internal sealed record PackageFacts(string Licence, string Copyright, string Authors)
{
    private static readonly string Root = typeof(PackageFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NuGetPackageRoot").Value!;

    /// <summary>Reads them from its manifest, and from its library where the manifest names no copyright.</summary>
    public static PackageFacts Of(LockedPackage package)
    {
        var manifest = XDocument.Load(PathOf(package, $"{package.Name.ToLowerInvariant()}.nuspec"));
        var licence = Text(manifest, "license");
        Assert.True(licence is not null, $"{package.Name} names no licence");
        return new PackageFacts(licence, Text(manifest, "copyright") ?? LibraryCopyright(package), Text(manifest, "authors")!);
    }

    /// <summary>The licences of what is inside a package, with LF.</summary>
    public static string NoticesOf(LockedPackage package) =>
        File.ReadAllText(PathOf(package, "THIRD-PARTY-NOTICES.TXT")).ReplaceLineEndings("\n");

    private static string? Text(XDocument manifest, string name) =>
        manifest.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    private static string LibraryCopyright(LockedPackage package)
    {
        var library = PathOf(package, "lib", "net8.0", $"{package.Name}.dll");
        var copyright = FileVersionInfo.GetVersionInfo(library).LegalCopyright?.Trim();
        Assert.False(string.IsNullOrEmpty(copyright), $"{package.Name} names no copyright");
        return copyright;
    }

    private static string PathOf(LockedPackage package, params ReadOnlySpan<string> parts) =>
        Path.Combine([Root, package.Name.ToLowerInvariant(), package.Version, .. parts]);
}
