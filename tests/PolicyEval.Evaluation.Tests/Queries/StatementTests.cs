using PolicyEval.Evaluation.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>The text of statements, and what cannot break out of it.</summary>
public sealed class StatementTests
{
    private const string Policy =
        """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: key-age }
        spec:
          title: T
          severity: high
          resource: aws.iam.user
          params:
            maxAgeDays: { type: int, default: 90, minimum: 1, description: D. }
            region: { type: string, default: eu-west-1, description: D. }
          variables:
            - { name: age, expression: "asOf - require(user.access_key_1_last_rotated)" }
          matchConditions:
            - { name: active, expression: user.access_key_1_active, reason: NoKey, message: M }
          validations:
            - { expression: "variables.age <= days(params.maxAgeDays)", reason: OldKey, message: M }
            - expression: "user.access_key_1_last_used_region == null || user.access_key_1_last_used_region == params.region"
              reason: OtherRegion
              message: M

        """;

    [Theory]
    [InlineData("duckdb")]
    [InlineData("athena")]
    public void A_statement_reads_so(string dialect)
    {
        var statement = Compile(new QueryRequest { Dialect = dialect, AsOfColumn = "generated_time" });
        Snapshot.Match(statement, SnapshotNameExtension.Create(dialect));
    }

    [Fact]
    public void Dialects_differ_in_the_name_of_one_function_alone()
    {
        var duck = Compile(new QueryRequest { Dialect = "duckdb" });
        var athena = Compile(new QueryRequest { Dialect = "athena" });
        Assert.NotEqual(duck, athena);
        Assert.Equal(
            duck.Replace("regexp_matches(", "regexp_like(", StringComparison.Ordinal)
                .Replace("SQL for duckdb", "SQL for athena", StringComparison.Ordinal),
            athena);
    }

    [LakeTheory]
    [InlineData("'); DROP TABLE credential_reports; --")]
    [InlineData("' OR TRUE OR '")]
    [InlineData("x\nDROP TABLE credential_reports")]
    [InlineData("x\r\u2028\u0085DROP TABLE credential_reports; --")]
    [InlineData("\\' \" ` $$ /* */ -- ")]
    public void No_parameter_breaks_out_of_its_place(string region)
    {
        using var lake = new Lake();
        var cells = new string?[23];
        (cells[0], cells[1]) = ("alice", "arn:aws:iam::111122223333:user/alice");
        (cells[8], cells[9], cells[11]) = ("true", "2026-02-28T00:00:00Z", region);
        lake.Add([(cells, null)]);
        var statement = Compile(
            new QueryRequest { Dialect = "duckdb" },
            new() { ToolVersion = "0.0.0", AsOf = "2026-03-01", Sets = [$"key-age.region={region}"] });

        Assert.Equal("pass", Assert.Single(lake.Judge(statement)).Outcome);

        // The table is still there, and another region is another one.
        cells[11] = "another";
        lake.Add([(cells, null)]);
        Assert.Equal(["", "OtherRegion"], lake.Judge(statement).Select(verdict => verdict.Reason).Order(StringComparer.Ordinal));
    }

    [LakeFact]
    public void No_name_breaks_out_of_its_quotes()
    {
        using var lake = new Lake();
        const string table = "t\"; DROP TABLE credential_reports; --";
        const string column = "as of\" FROM x; --";
        lake.Execute($"CREATE SCHEMA \"my lake\"");
        lake.Execute(
            $"CREATE TABLE \"my lake\".\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS SELECT 'a' AS \"user\", "
            + "'arn:aws:iam::111122223333:user/a' AS arn, 'TRUE' AS access_key_1_active, '2020-01-01T00:00:00Z' AS "
            + "access_key_1_last_rotated, '' AS access_key_1_last_used_region, DATE '2026-03-01' AS "
            + $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var statement = Compile(new QueryRequest
        {
            Dialect = "duckdb",
            Table = $"my lake.{table}",
            AsOfColumn = column,
        });

        Assert.Equal(("fail", "OldKey"), Assert.Single(lake.Judge(statement)) is var only ? (only.Outcome, only.Reason) : default);
    }

    [LakeFact]
    public void A_row_that_no_report_has_is_an_error_of_each_policy()
    {
        using var lake = new Lake();
        (string? User, string? Arn)[] rows =
        [
            ("<root_account>", "arn:aws:iam::111122223333:user/<root_account>"), ("alice", "arn:aws:iam::111122223333:root"),
            ("alice", "arn:aws:iam::1:user/alice"), ("alice", "arn:aws:iam::111122223333:user/"), ("alice", null),
            (null, "arn:aws:iam::111122223333:user/alice"), ("alice", "arn:aws-:iam::111122223333:user/alice"),
            ("alice", "arn:aws:sts::111122223333:user/alice"), ("alice", "xarn:aws:iam::111122223333:user/alice"),
            ("<root_account>", "arn:aws:iam::111122223333:root\n"),
        ];
        lake.Add(rows.Select(row =>
        {
            var cells = new string?[23];
            (cells[0], cells[1], cells[8]) = (row.User, row.Arn, "false");
            return (cells, (string?)null);
        }));

        var verdicts = lake.Judge(Compile(new QueryRequest { Dialect = "duckdb" }));

        Assert.Equal(rows.Length, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Equal(("error", "UnusableRow", ""), (verdict.Outcome, verdict.Reason, verdict.Type)));
    }

    /// <summary>A sum of 64 bits overflows in no engine, and is an error as in CEL, whatever it is compared with.</summary>
    [LakeTheory]
    [InlineData("days(90) == (asOf - require(user.user_creation_time)) - (require(user.user_creation_time) - asOf)", "error")]
    [InlineData("days(90) < (asOf - require(user.user_creation_time)) + (asOf - require(user.user_creation_time))", "error")]
    [InlineData("size(user.arn) + 9223372036854775807 == 5", "error")]
    [InlineData("size(user.arn) - 9223372036854775807 < 5", "pass")]
    [InlineData("asOf - require(user.user_creation_time) > days(90)", "pass")]
    [InlineData("asOf - timestamp('0001-01-01T00:00:00Z') > days(90)", "error")]
    public void What_overflows_is_an_error(string expression, string outcome)
    {
        using var scenario = new Scenario().Policy("p.yaml", PolicyText.Of("p", "aws.iam.user", expression));
        using var lake = new Lake();
        lake.Execute(
            $"INSERT INTO {QueryRequest.DefaultTable} (\"user\", arn, user_creation_time) VALUES "
            + "('a', 'arn:aws:iam::111122223333:user/a', '1750-01-01T00:00:00Z')");
        var rules = new EvaluationRequest { ToolVersion = "0.0.0", Policies = ["p"], AsOf = "2026-03-01" };
        var compilation = QueryCompiler.Compile(scenario.Library(), rules, new QueryRequest { Dialect = "duckdb" });

        Assert.Equal(outcome, Assert.Single(lake.Judge(compilation.Statement!)).Outcome);
    }

    [LakeFact]
    public void A_column_that_the_table_lacks_is_unknown()
    {
        using var lake = new Lake();
        lake.Execute($"ALTER TABLE {QueryRequest.DefaultTable} DROP COLUMN access_key_1_active");
        lake.Execute(
            $"INSERT INTO {QueryRequest.DefaultTable} (\"user\", arn) VALUES ('a', 'arn:aws:iam::111122223333:user/a')");

        var verdict = Assert.Single(lake.Judge(Compile(new QueryRequest
        {
            Dialect = "duckdb",
            AbsentColumns = ["access_key_1_active"],
        })));

        Assert.Equal(("incomplete", "MissingEvidence"), (verdict.Outcome, verdict.Reason));
    }

    private static string Compile(QueryRequest query, EvaluationRequest? rules = null)
    {
        using var scenario = new Scenario().Policy("key-age.yaml", Policy.ReplaceLineEndings("\n"));
        var compilation = QueryCompiler.Compile(
            scenario.Library(), (rules ?? new() { ToolVersion = "0.0.0" }) with { Policies = ["key-age"] }, query);
        Assert.True(compilation.Statement is not null, string.Join('\n', compilation.Diagnostics));
        return compilation.Statement;
    }
}
