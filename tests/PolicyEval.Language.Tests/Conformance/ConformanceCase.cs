using System.Text.Json;

namespace PolicyEval.Language.Tests.Conformance;

/// <summary>One test of the conformance data.</summary>
/// <param name="Id">File, section and name.</param>
/// <param name="Data">The test as it stands in the file.</param>
public sealed record ConformanceCase(string Id, JsonElement Data)
{
    /// <summary>The expression.</summary>
    public string Expression => Data.GetProperty("expr").GetString()!;

    /// <summary>Whether the checker sees the expression.</summary>
    public bool IsChecked => !Has("disable_check");

    /// <summary>Whether the expression is checked and not evaluated.</summary>
    public bool IsCheckOnly => Has("check_only");

    /// <summary>The namespace of unqualified names.</summary>
    public string Container => Data.TryGetProperty("container", out var container) ? container.GetString()! : "";

    /// <summary>The declared variables and functions.</summary>
    public IEnumerable<JsonElement> Declarations =>
        Data.TryGetProperty("type_env", out var declarations) ? declarations.EnumerateArray() : [];

    /// <summary>The values of variables by name.</summary>
    public IEnumerable<JsonProperty> Bindings =>
        Data.TryGetProperty("bindings", out var bindings) ? bindings.EnumerateObject() : [];

    /// <summary>What is expected.</summary>
    public JsonElement Expected => Data.GetProperty("expect");

    /// <summary>All cases of a file, in its order.</summary>
    public static ConformanceCase[] ReadFile(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. document.RootElement.GetProperty("section").EnumerateArray()
                .SelectMany(section => section.GetProperty("tests").EnumerateArray())
                .Select(test => new ConformanceCase(test.GetProperty("id").GetString()!, test.Clone())),
        ];
    }

    private bool Has(string flag) => Data.TryGetProperty(flag, out var value) && value.GetBoolean();
}
