using System.Globalization;
using System.Text;

namespace PolicyEval.Snapshots.Bags;

/// <summary>What <c>bag-info.txt</c> tells archives (RFC 8493, 2.2.2).</summary>
public sealed record BagInfo
{
    /// <summary>The label of the payload's size: bytes, a dot, files.</summary>
    public const string PayloadOxum = "Payload-Oxum";

    /// <summary>The program that made the bag, such as <c>policyeval-collect 0.1.0</c>.</summary>
    public required string SoftwareAgent { get; init; }

    /// <summary>When it was made; its day in UTC is written. Null where no clock was read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What the archive calls it, such as <c>111122223333/2026-01-02T030405Z</c>.</summary>
    public required string ExternalIdentifier { get; init; }

    /// <summary>A sentence on what it is; empty to leave it out.</summary>
    public string ExternalDescription { get; init; } = "";

    /// <summary>The bytes of the file.</summary>
    /// <exception cref="ArgumentException">A value is empty, or holds a control character.</exception>
    public byte[] Write(IReadOnlyCollection<BagFile> payload)
    {
        var text = new StringBuilder();
        Append(text, "Bag-Software-Agent", SoftwareAgent);
        if (Time is { } time)
            Append(text, "Bagging-Date", time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (ExternalDescription.Length > 0)
            Append(text, "External-Description", ExternalDescription);
        Append(text, "External-Identifier", ExternalIdentifier);
        Append(text, PayloadOxum, OxumOf(payload.Sum(file => (long)file.Bytes.Length), payload.Count));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The value of <see cref="PayloadOxum"/>.</summary>
    internal static string OxumOf(long bytes, int files) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes}.{files}");

    /// <summary>The value of the line with that label; null where there is not exactly one.</summary>
    internal static string? Find(ReadOnlySpan<byte> bytes, string label)
    {
        var prefix = label + ": ";
        var values = Encoding.UTF8.GetString(bytes).Split('\n')
            .Where(line => line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToArray();
        return values is [var line] ? line[prefix.Length..].Trim() : null;
    }

    private static void Append(StringBuilder text, string label, string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Any(char.IsControl))
            throw new ArgumentException($"'{value}' cannot be the value of {label}.");
        text.Append(label).Append(": ").Append(value).Append('\n');
    }
}
