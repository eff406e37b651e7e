using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>
/// Writes what a program is made of as CycloneDX 1.6. It has no serial number and no time: same lock file, same bytes.
/// </summary>
internal static class BillOfMaterials
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole file.</summary>
    public static string Of(ShippedProgram program)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            Write(json, program);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ShippedProgram program)
    {
        var self = $"pkg:nuget/{program.Name}@{ShippedProgram.Version}";
        var runtime = $"pkg:github/dotnet/runtime@v{program.Compiler.Version}";
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        WriteHead(json, "application", self, program.Name, ShippedProgram.Version);
        WriteLicence(json, "MIT");
        json.WriteString("purl", self);
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartArray("components");
        WriteRuntime(json, runtime, program.Compiler.Version);
        foreach (var package in program.Packages)
            WritePackage(json, package);
        json.WriteEndArray();

        json.WriteStartArray("dependencies");
        var shipped = program.Shipped.ToDictionary(package => package.Name, StringComparer.Ordinal);
        WriteDependencies(json, self, [runtime, .. shipped.Values.Where(one => one.IsDirect).Select(one => one.Url)]);
        WriteDependencies(json, runtime, []);
        foreach (var package in program.Packages)
            WriteDependencies(json, package.Url, package.Dependencies.Where(shipped.ContainsKey).Select(name => shipped[name].Url));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string type, string reference, string name, string version)
    {
        json.WriteString("type", type);
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteString("version", version);
    }

    private static void WriteRuntime(Utf8JsonWriter json, string reference, string version)
    {
        json.WriteStartObject();
        WriteHead(json, "framework", reference, ".NET runtime", version);
        json.WriteString("scope", "required");
        WriteLicence(json, "MIT");
        json.WriteString("copyright", "Copyright (c) .NET Foundation and Contributors");
        json.WriteString("cpe", $"cpe:2.3:a:microsoft:.net:{version}:*:*:*:*:*:*:*");
        json.WriteString("purl", reference);
        json.WriteEndObject();
    }

    private static void WritePackage(Utf8JsonWriter json, LockedPackage package)
    {
        var facts = PackageFacts.Of(package);
        json.WriteStartObject();
        WriteHead(json, "library", package.Url, package.Name, package.Version);
        json.WriteString("scope", package.IsBuildTool ? "excluded" : "required");
        WriteLicence(json, facts.Licence);
        json.WriteString("copyright", facts.Copyright);
        json.WriteString("purl", package.Url);

        // Not a hash of the package file, which is signed after its content was hashed.
        json.WriteStartArray("properties");
        json.WriteStartObject();
        json.WriteString("name", "nuget:contentHash");
        json.WriteString("value", package.ContentHash);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLicence(Utf8JsonWriter json, string licence)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        if (licence.Contains(' ', StringComparison.Ordinal))
        {
            json.WriteString("expression", licence);
        }
        else
        {
            json.WriteStartObject("license");
            json.WriteString("id", licence);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteDependencies(Utf8JsonWriter json, string reference, IEnumerable<string> on)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (var one in on)
            json.WriteStringValue(one);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
