namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>Random policies about users and root, in the part of CEL that SQL can say, mistakes at run time too.</summary>
internal sealed class RandomPolicy(Random random, string record)
{
    private static readonly string[] Flags =
        ["password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active", "cert_1_active"];

    private static readonly string[] Dates =
    [
        "user_creation_time", "password_last_used", "password_last_changed", "password_next_rotation",
        "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_2_last_rotated", "cert_2_last_rotated",
    ];

    private static readonly string[] Texts =
        ["additional_credentials_info", "access_key_1_last_used_region", "access_key_2_last_used_service"];

    private static readonly string[] Words =
        ["'a'", "''", "'it\\'s'", "'ünïcödé 😀'", "'😀'", "'N/A'", "'eu-west-1'", "'; DROP TABLE x; --'", "'\\n'", "'\\\\'"];

    private readonly List<(char Type, string Name)> _variables = [];

    /// <summary>The document.</summary>
    public string Write(string name)
    {
        var lines = new List<string>
        {
            "apiVersion: policyeval/v1", "kind: Policy", $"metadata: {{ name: {name} }}", "spec:", "  title: T",
            "  severity: medium", $"  resource: aws.iam.{record}", "  variables:",
        };
        for (var i = 0; i < 3; i++)
        {
            var type = HostileCells.Pick(random, 'b', 't', 'd', 'i', 's');
            lines.Add($"    - {{ name: v{i}, expression: {Quoted(Of(type, 2))} }}");
            _variables.Add((type, $"variables.v{i}"));
        }

        lines.Add("  matchConditions:");
        lines.Add($"    - {{ name: m, expression: {Quoted($"known({record}.user) || {Of('b', 2)}")}, message: M }}");
        if (random.Next(3) == 0)
            lines.Add($"    - {{ name: n, expression: {Quoted(Of('b', 3))}, reason: \"It's not {name}\", message: M }}");
        lines.Add("  validations:");
        for (var i = random.Next(3); i >= 0; i--)
            lines.Add($"    - {{ expression: {Quoted(Of('b', 4))}, reason: R{i}, message: M }}");
        return string.Join('\n', lines) + "\n";
    }

    private static string Quoted(string expression) =>
        $"\"{expression.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Of(char type, int depth)
    {
        var variables = _variables.Where(variable => variable.Type == type).ToArray();
        if (variables.Length > 0 && random.Next(4) == 0)
            return HostileCells.Pick(random, variables).Name;
        if (depth > 0 && random.Next(8) == 0)
            return $"({Of('b', depth - 1)} ? {Of(type, depth - 1)} : {Of(type, depth - 1)})";
        if (depth > 0 && random.Next(30) == 0)
            return $"cel.bind(x, {Of('b', depth - 1)}, x ? {Of(type, depth - 1)} : {Of(type, depth - 1)})";
        return type switch
        {
            'b' => depth > 0 ? Condition(depth - 1) : Flag(),
            't' => Time(depth - 1),
            'd' => Duration(depth - 1),
            'i' => Number(depth - 1),
            _ => Text(depth - 1),
        };
    }

    private string Flag() => random.Next(12) switch
    {
        < 5 => $"{record}.{HostileCells.Pick(random, Flags)}",
        5 => $"known({Any()})",
        6 => $"known(token({Any()}))",
        7 => $"has({record}.{HostileCells.Pick(random, [.. Dates, .. Texts])})",
        8 => $"{record}.{HostileCells.Pick(random, [.. Dates, .. Texts])} == null",
        9 => $"null != {record}.{HostileCells.Pick(random, [.. Dates, .. Texts])}",
        10 => $"missing({Any()})",
        _ => "account.summary.AccountAccessKeysPresent > 0",
    };

    private string Condition(int depth) => random.Next(15) switch
    {
        0 or 1 or 2 => $"({Of('b', depth)} && {Of('b', depth)})",
        3 or 4 or 5 => $"({Of('b', depth)} || {Of('b', depth)})",
        6 => $"!({Of('b', depth)})",
        7 => $"({Of('t', depth)} {Order()} {Of('t', depth)})",
        8 or 9 => $"({Of('d', depth)} {Order()} {Of('d', depth)})",
        10 => $"({Of('i', depth)} {Order()} {Of('i', depth)})",
        11 => $"({Of('s', depth)} {Order()} {Of('s', depth)})",
        12 => $"{Of('s', depth)}.{HostileCells.Pick(random, "startsWith", "endsWith", "contains")}({Word()})",
        13 => $"({Of('s', depth)} in [{Word()}, {Word()}])",
        _ => $"({Of('b', depth)} {HostileCells.Pick(random, "==", "!=")} {Of('b', depth)})",
    };

    private string Time(int depth) => random.Next(8) switch
    {
        0 => "asOf",
        1 => HostileCells.Pick(
            random, "timestamp('2026-01-01T00:00:00Z')", "timestamp('0001-01-01T00:00:00Z')", "timestamp('9999-12-31T23:59:59Z')"),
        2 => $"{record}.{HostileCells.Pick(random, Dates)}",
        3 when depth > 0 => $"({Of('t', depth)} {HostileCells.Pick(random, "+", "-")} duration('36h'))",
        4 when depth > 0 => $"(duration('-1s') + {Of('t', depth)})",
        _ => $"require({record}.{HostileCells.Pick(random, Dates)})",
    };

    private string Duration(int depth) => random.Next(5) switch
    {
        0 => HostileCells.Pick(random, "days(90)", "days(-106751)", "duration('1.5s')", "duration('10s')"),
        1 when depth > 0 => $"({Of('d', depth)} {HostileCells.Pick(random, "+", "-")} {Of('d', depth)})",
        _ => $"({Of('t', depth)} - {Of('t', depth)})",
    };

    private string Number(int depth) => random.Next(4) switch
    {
        0 => HostileCells.Pick(random, "0", "1", "2", "10", "9223372036854775807", "-9223372036854775807"),
        1 => $"size({Of('s', depth)})",
        2 when depth > 0 => $"({Of('i', depth)} {HostileCells.Pick(random, "+", "-")} {Of('i', depth)})",
        _ => $"({Of('b', depth)} ? 1 : 0)",
    };

    private string Text(int depth) => random.Next(8) switch
    {
        0 => Word(),
        1 => HostileCells.Pick(random, $"{record}.user", $"{record}.arn", "account.id", "account.partition"),
        // Not of dates: see RandomReport.ToCsv.
        2 or 3 => $"token({record}.{HostileCells.Pick(random, [.. Flags, .. Texts])})",
        4 when depth > 0 => $"({Of('s', depth)} + {Of('s', depth)})",
        5 => $"{record}.{HostileCells.Pick(random, Texts)}",
        _ => $"require({record}.{HostileCells.Pick(random, Texts)})",
    };

    private string Any() => $"{record}.{HostileCells.Pick(random, [.. Flags, .. Dates, .. Texts, "user"])}";

    private string Word() => HostileCells.Pick(random, Words);

    private string Order() => HostileCells.Pick(random, "<", "<=", ">", ">=", "==", "!=");
}
