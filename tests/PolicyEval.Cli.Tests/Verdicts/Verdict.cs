using System.Text.Json;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>The parts of a finding that a verdict table is about.</summary>
internal sealed record Verdict(string Resource, string Outcome, string Reason, string Message, string[] Cells)
{
    public static Verdict Read(JsonElement finding) => new(
        finding.GetProperty("resource").GetProperty("id").GetString()!,
        finding.GetProperty("outcome").GetString()!,
        finding.GetProperty("reason").GetString()!,
        finding.GetProperty("message").GetString()!,
        [.. finding.GetProperty("evidence").EnumerateArray().Select(cell =>
            $"{cell.GetProperty("field").GetString()}={cell.GetProperty("value").GetString()}")])
    {
        Reasons = [.. finding.GetProperty("violations").EnumerateArray()
            .Select(violation => violation.GetProperty("reason").GetString()!)],
        Unusable = [.. finding.GetProperty("missing").EnumerateArray()
            .Select(missing => missing.GetProperty("cell"))
            .Where(cell => cell.ValueKind == JsonValueKind.Object)
            .Select(cell => $"{cell.GetProperty("file").GetString()}:{cell.GetProperty("line").GetInt32()} "
                + $"{cell.GetProperty("field").GetString()}={cell.GetProperty("value").GetString()}")],
    };

    /// <summary>The reasons of all violations.</summary>
    public required string[] Reasons { get; init; }

    /// <summary>The cells that stand in the evidence and say nothing usable.</summary>
    public required string[] Unusable { get; init; }

    /// <summary>Outcome and reasons, such as <c>fail ActiveKey</c>.</summary>
    public string Summary => Outcome == "fail" ? $"fail {string.Join(' ', Reasons)}" : Outcome;
}
