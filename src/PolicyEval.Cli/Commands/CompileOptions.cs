using System.CommandLine;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>The options of <c>compile</c>: by which rules, for which engine, over which table.</summary>
internal sealed class CompileOptions
{
    private readonly Option<string> _target = new("--target")
    {
        HelpName = "NAME",
        Required = true,
        Description = "What is made: sql.",
    };

    private readonly Option<string> _dialect = new("--dialect")
    {
        HelpName = "NAME",
        Required = true,
        Description = "Whose SQL it is: duckdb, or athena, which is that of Trino too.",
    };

    private readonly Option<string?> _table = CommonOptions.One(
        "--table", "NAME",
        "The table or view with the rows of reports, as SCHEMA.TABLE too; every column is text, as AWS writes it "
        + $"[default: {QueryRequest.DefaultTable}].");

    private readonly Option<string[]> _frameworks = CommonOptions.Frameworks();
    private readonly Option<string[]> _policies = CommonOptions.Many(
        "--policy", "NAME", "Only this policy; may be repeated, as --framework and --set may.");
    private readonly Option<string?> _folder = CommonOptions.Policies();
    private readonly Option<string?> _settings = CommonOptions.Settings();
    private readonly Option<string?> _asOf = CommonOptions.AsOf();
    private readonly Option<string?> _asOfColumn = CommonOptions.One(
        "--as-of-column", "NAME",
        "The column that holds that instant for each row, such as the GeneratedTime of its report: each is judged at "
        + "its own time.");
    private readonly Option<string[]> _absent = CommonOptions.Many(
        "--absent-column", "NAME",
        "A column of credential reports that the table does not have: its cells are unknown. May be repeated.");
    private readonly Option<string[]> _sets = CommonOptions.Many(
        "--set", "POLICY.PARAM=VALUE", "A parameter of a policy; the head of the statement says so.");

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [_target, _dialect, _table, _frameworks, _policies, _folder, _settings, _asOf, _asOfColumn, _absent, _sets];

    /// <summary>What is made.</summary>
    public string TargetOf(ParseResult result) => result.GetRequiredValue(_target);

    /// <summary>The files with the rules.</summary>
    public RuleFiles FilesOf(ParseResult result) =>
        new(result.GetValue(_folder), result.GetValue(_settings), Waivers: []);

    /// <summary>By which rules.</summary>
    public EvaluationRequest RulesOf(ParseResult result) => new()
    {
        ToolVersion = ToolVersion.Current,
        Frameworks = CommonOptions.FrameworksOf(result.GetValue(_frameworks)),
        Policies = [.. result.GetValue(_policies) ?? []],
        AsOf = result.GetValue(_asOf),
        Sets = [.. result.GetValue(_sets) ?? []],
    };

    /// <summary>Which statement.</summary>
    public QueryRequest QueryOf(ParseResult result) => new()
    {
        Dialect = result.GetRequiredValue(_dialect),
        Table = result.GetValue(_table) ?? QueryRequest.DefaultTable,
        AsOfColumn = result.GetValue(_asOfColumn),
        AbsentColumns = [.. result.GetValue(_absent) ?? []],
    };
}
