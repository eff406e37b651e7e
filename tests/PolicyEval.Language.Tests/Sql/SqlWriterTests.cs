using PolicyEval.Language.Sql;

namespace PolicyEval.Language.Tests.Sql;

/// <summary>How expressions of SQL are written, and what is simplified before.</summary>
public sealed class SqlWriterTests
{
    private static readonly SqlNode A = SqlNode.Column("a");
    private static readonly SqlNode B = SqlNode.Column("b");

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("'", "''''")]
    [InlineData("\\", "'\\'")]
    [InlineData("\"-- ;\n", "'\"-- ;\n'")]
    [InlineData("😀", "'😀'")]
    public void Texts_stand_in_apostrophes(string text, string expected) =>
        Assert.Equal(expected, Written(SqlNode.Literal(text)));

    [Theory]
    [InlineData("user", "\"user\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("'; --", "\"'; --\"")]
    public void Names_stand_in_quotes(string name, string expected) => Assert.Equal(expected, Written(SqlNode.Column(name)));

    [Theory]
    [InlineData(0, "CAST(0 AS BIGINT)")]
    [InlineData(-1, "CAST(-1 AS BIGINT)")]
    [InlineData(int.MaxValue, "CAST(2147483647 AS BIGINT)")]
    [InlineData(2_147_483_648, "2147483648")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "CAST('-9223372036854775808' AS BIGINT)")]
    public void Integers_have_64_bits(long number, string expected) => Assert.Equal(expected, Written(SqlNode.Literal(number)));

    [Fact]
    public void What_no_engine_can_hold_is_told()
    {
        Assert.All(["", "é😀\n", "\ud83d\ude00x"], text => Assert.True(SqlWriter.CanSay(text)));
        Assert.All(["a\0", "\ud800", "\udc00\ud800", "x\udc00"], text => Assert.False(SqlWriter.CanSay(text)));
    }

    [Theory]
    [InlineData("t", "t")]
    [InlineData("a.b.c", "a|b|c")]
    [InlineData("my lake.t\"", "my lake|t\"")]
    [InlineData("a..b", null)]
    [InlineData("", null)]
    [InlineData("a.b.c.d", null)]
    [InlineData("a\0", null)]
    public void A_table_has_up_to_three_names(string text, string? parts) =>
        Assert.Equal(parts, SqlName.Parse(text) is { } name ? string.Join('|', name.Parts) : null);

    [Fact]
    public void Operands_stand_in_brackets()
    {
        var either = SqlNode.Or(A, SqlNode.And(B, SqlNode.Not(A)));
        Assert.Equal("\"a\" OR (\"b\" AND (NOT \"a\"))", Written(either));
        Assert.Equal("(\"a\" OR (\"b\" AND (NOT \"a\"))) IS NULL", Written(SqlNode.IsNull(either)));
        Assert.Equal("(\"a\" IS NULL) IN ('x', 'y')", Written(
            SqlNode.In(SqlNode.IsNull(A), [SqlNode.Literal("x"), SqlNode.Literal("y")])));
    }

    [Fact]
    public void What_is_the_same_for_every_row_is_not_written()
    {
        Assert.Equal("TRUE", Written(SqlNode.And()));
        Assert.Equal("FALSE", Written(SqlNode.And(A, SqlNode.False, B)));
        Assert.Equal("\"a\"", Written(SqlNode.And(SqlNode.True, A)));
        Assert.Equal("\"a\" AND \"b\" AND \"a\"", Written(SqlNode.And(SqlNode.And(A, B), A)));
        Assert.Equal("TRUE", Written(SqlNode.Or(A, SqlNode.True)));
        Assert.Equal("\"a\"", Written(SqlNode.Not(SqlNode.Not(A))));
        Assert.Equal("FALSE", Written(SqlNode.IsNull(SqlNode.Literal("x"))));
        Assert.Equal("TRUE", Written(SqlNode.IsNull(SqlNode.Null(SqlType.Date))));
        Assert.Equal("\"b\"", Written(SqlNode.Case([(SqlNode.False, A)], B)));
        Assert.Equal("\"a\"", Written(SqlNode.Case([(SqlNode.True, A), (B, B)], B)));
        Assert.Equal("\"a\"", Written(SqlNode.Choose(B, A, A, A)));
        Assert.Equal("CAST(NULL AS DECIMAL(38, 0))", Written(
            SqlNode.Choose(SqlNode.Null(SqlType.Boolean), A, B, SqlNode.Null(SqlType.Decimal))));
    }

    [Fact]
    public void An_expression_that_stands_in_many_places_counts_each_time()
    {
        var node = A;
        for (var i = 0; i < 100; i++)
            node = SqlNode.And(SqlNode.IsNull(node), SqlNode.IsNull(node));
        Assert.Equal(int.MaxValue, node.Size);
    }

    [Fact]
    public void A_comment_ends_with_its_line()
    {
        var statement = new SqlStatement(["a\nDROP\r\u2028\u0085x"], [], new SqlSelect([new SqlColumn("a\"", A)]));
        Assert.Equal("-- a DROP   x\nSELECT\n  \"a\" AS \"a\"\"\"\n", statement.Write(SqlDialect.DuckDb));
    }

    [Theory]
    [InlineData("duckdb", "regexp_matches(\"a\", 'x')")]
    [InlineData("athena", "regexp_like(\"a\", 'x')")]
    public void Each_dialect_has_its_names(string dialect, string expected) =>
        Assert.Equal(expected, Written(SqlNode.Call(SqlFunction.RegexpLike, A, SqlNode.Literal("x")), dialect));

    private static string Written(SqlNode node, string dialect = "duckdb")
    {
        var text = new SqlStatement([], [], new SqlSelect([new SqlColumn("x", node)])).Write(SqlDialect.Find(dialect)!);
        return text["SELECT\n  ".Length..^" AS \"x\"\n".Length];
    }
}
