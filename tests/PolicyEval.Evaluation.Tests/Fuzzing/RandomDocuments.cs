using System.Collections.Immutable;
using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>Bundled files with random changes, and policies around random expressions.</summary>
internal static class RandomDocuments
{
    private static readonly ImmutableArray<string> Policies = Texts(BundledDocuments.Policies);

    private static readonly ImmutableArray<string> Frameworks = Texts(BundledDocuments.Frameworks);

    private static readonly ImmutableArray<string> Tests =
        [.. BundledFiles.Read(FileKind.Tests).Select(TextOf)];

    private static readonly ImmutableArray<string> OfWaivers = [WaiverText.Of("w"), WaiverText.File(WaiverText.Of("a"), WaiverText.Of("b"))];

    /// <summary>Values that the keys of a waiver may have, most of them right.</summary>
    private static readonly (string Key, string[] Values)[] WaiverKeys =
    [
        ("policy", ["\"*\"", "\"root-*\"", "[console-user-mfa, \"*-key-*\"]", "credentials-unused", ""]),
        ("account", ["\"*\"", "\"111122223333\"", "\"1111*\"", "\"444455556666\"", "\"????????????\""]),
        ("resource", ["\"*\"", "ann", "<root_account>", "\"arn:aws:iam::*\"", "[ann, \"*:root\", \"b?b\"]", "\"**********a**********b\""]),
        ("control", ["", "", "cis_v130/1.10", "\"*/1.?\"", "\"cis_*/*\""]),
        ("fingerprint", ["", "", "", "0123456789abcdef0123456789abcdef", "\"00000000000000000000000000000000\""]),
        ("requestedBy", ["", "", "dave", "CAROL"]),
        ("approvedOn", ["2025-12-31", "2026-01-01T00:00:00Z", "0001-01-01"]),
        ("effectiveFrom", ["2025-12-31", "2026-02-01T00:00:00Z", "2026-02-01T00:00:00.9999999+00:00", "2026-03-01", "9999-12-30"]),
        ("expires", ["2026-01-31", "2026-02-01T00:00:01Z", "2026-02-28", "9999-12-31", "9999-12-31T23:59:59.9999999-23:59"]),
    ];

    private static readonly string[] Targets =
        ["", "", "units: [sandbox], ", "units: [\"prod/core\", sandbox], ", "accounts: [\"1111*\", \"777788889999\"], ", "accounts: [\"*\"], ", "accounts: [\"????????????\"], "];

    private static readonly string[] Changes =
    [
        "policy: access-key-rotation, params: { maxAgeDays: 30 }", "policy: access-key-rotation, severity: info, params: { maxAgeDays: 90 }",
        "policy: root-access-key-absent, params: { inactiveKey: pass, requireSummary: true }", "policy: console-user-mfa, severity: critical",
        "policy: no-keys-at-initial-setup, params: { madeWithin: 1h }", "policy: credentials-unused, params: { maxAgeDays: -1 }", "policy: x, severity: low",
    ];

    private static readonly string[] Words =
        [.. Policies.Concat(Frameworks).Concat(Tests).Concat(OfWaivers).SelectMany(t => t.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static readonly string[] Pieces =
    [
        "&a ", "*a", "!!binary ", "!x ", "<<: *a\n", "? ", ": ", "- ", "|\n", "|-9\n", ">+\n", "{", "}", "[", "]", ",", "\"", "'",
        "#", "\t", "\r", "\r\n", "---\n", "...\n", "%YAML 1.2\n---\n", "%TAG ! x:\n", "\uFEFF", "\0", "~", "null", "\\x", "\\U00110000", "\"\\ud800\"", "@", "`",
        "1e9999", "-9223372036854775809", "0x10", ".inf", "2026-02-30T00:00:00Z", "P1D", "[[[[[[[[", "{a: {a: {a: ", "- - - - - - ", "kind: Framework\n", "\u2028", "\u0085",
    ];

    private static readonly RandomExpression Expressions = new(new Dictionary<string, string[]>
    {
        ["bool"] = ["user.mfa_active", "user.password_enabled", "known(user.arn)", "missing(user.mfa_active)", "isARN(user.arn)"],
        ["int"] = ["account.summary.Users", "account.summary.AccountMFAEnabled", "asOf.getFullYear()", "e", "x"],
        ["string"] = ["user.user", "user.arn", "token(user.password_last_used)", "account.partition"],
        ["time"] = ["asOf", "user.user_creation_time", "user.password_last_used"],
    });

    /// <summary>A file for policies and, now and then, frameworks: these have more text than forms.</summary>
    public static byte[] Policy(Random random) => random.Next(9) switch
    {
        < 3 => Encode(random, Around(random, Expression(random))),
        3 => Mutated(random, random.OneOf(Frameworks.AsSpan())),
        _ => Mutated(random, random.OneOf(Policies.AsSpan())),
    };

    /// <summary>A file for tests.</summary>
    public static byte[] PolicyTests(Random random) => Mutated(random, random.OneOf(Tests.AsSpan()));

    /// <summary>A file for waivers.</summary>
    public static byte[] Waivers(Random random)
    {
        if (random.Next(3) == 0)
            return Mutated(random, random.OneOf(OfWaivers.AsSpan()));
        var waivers = Enumerable.Range(0, random.Next(1, 6)).Select(i => WaiverText.Of($"w{i}", RandomKeys(random)));
        return Encoding.UTF8.GetBytes(WaiverText.File([.. waivers]));
    }

    /// <summary>A file for settings.</summary>
    public static byte[] Settings(Random random)
    {
        var text = SettingsText.Of([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.OneOf(Targets) + random.OneOf(Changes))]);
        return random.Next(3) == 0 ? Mutated(random, text) : Encoding.UTF8.GetBytes(text);
    }

    private static (string Key, string Value)[] RandomKeys(Random random) =>
        [.. WaiverKeys.Where(_ => random.Next(4) == 0).Select(key => (key.Key, random.OneOf(key.Values)))];

    private static ImmutableArray<string> Texts(BundledDocuments documents) =>
        [.. documents.Names.Select(name => TextOf(documents.Read(name)!))];

    private static string TextOf(SourceFile file) => Encoding.UTF8.GetString(file.Bytes);

    private static string Expression(Random random) => random.Next(60) switch
    {
        0 => Expressions.Hostile(random),
        < 10 => Expressions.Soup(random),
        < 25 => RandomText.Edited(random, Expressions.Next(random), [.. RandomExpression.Tokens]),
        _ => Expressions.Next(random),
    };

    /// <summary>An expression in one of the styles that YAML has for text.</summary>
    private static string Around(Random random, string expression)
    {
        var quoted = expression.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var folded = expression.Replace("\n", "\n        ", StringComparison.Ordinal);
        return PolicyText.Of("p", random.OneOf("aws.iam.user", "aws.iam.root", "aws.account"), "EXPRESSION").Replace(
            "EXPRESSION",
            random.Next(5) switch
            {
                0 => expression,
                1 => $"'{expression.Replace("'", "''", StringComparison.Ordinal)}'",
                2 => $"|-\n        {folded}",
                3 => $">\n        {folded.Replace(" && ", "\n        && ", StringComparison.Ordinal)}",
                _ => $"\"{quoted}\"",
            },
            StringComparison.Ordinal);
    }

    private static byte[] Mutated(Random random, string text)
    {
        if (random.Next(20) == 0)
            return RandomText.Bytes(random);
        for (var changes = random.Next(1, 3); changes > 0 && text.Length > 0; changes--)
        {
            text = random.Next(7) switch
            {
                0 => WithLines(random, text),
                1 or 2 => WithWord(random, text),
                3 => text.Insert(random.Next(text.Length), random.OneOf(Pieces)),
                4 when random.Next(20) == 0 => text.Insert(random.Next(text.Length), RandomText.Repeated(random, random.OneOf(Pieces))),
                5 when random.Next(10) == 0 => text.Replace("\n", random.OneOf("\r\n", "\r", "\n\r"), StringComparison.Ordinal),
                _ => RandomText.Edited(random, text, Words),
            };
        }
        return Encode(random, text);
    }

    private static string WithLines(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        var (from, to) = (random.Next(lines.Count), random.Next(lines.Count));
        var line = random.Next(3) == 0 ? random.OneOf(random.OneOf(Policies.AsSpan()).Split('\n')) : lines[from];
        if (random.Next(2) == 0)
            lines.RemoveAt(from);
        lines.Insert(Math.Min(to, lines.Count), line);
        return string.Join('\n', lines);
    }

    private static string WithWord(Random random, string text)
    {
        var start = text.LastIndexOf(' ', random.Next(text.Length)) + 1;
        var end = text.AsSpan(start).IndexOfAny(' ', '\n');
        return text[..start] + random.OneOf(Words) + (end < 0 ? "" : text[(start + end)..]);
    }

    private static byte[] Encode(Random random, string text)
    {
        byte[] bytes = random.Next(60) switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            2 => Encoding.BigEndianUnicode.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        if (random.Next(6) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }
}
