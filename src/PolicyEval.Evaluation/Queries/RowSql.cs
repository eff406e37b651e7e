using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Sql;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// The first steps of a statement: the rows of the table, what they are rows of, and what stands for root users and
/// users of whom a report has no row.
/// </summary>
/// <param name="instant">What tells the instant.</param>
/// <param name="cells">The cells that the policies read.</param>
/// <param name="absent">The columns that the table does not have.</param>
internal sealed class RowSql(InstantSource instant, CellSql cells, ImmutableArray<string> absent)
{
    private const string Source = "source";
    private const string Rows = "report_rows";
    private const string Accounts = "accounts";
    private const string ArnStart = @"\Aarn:aws(-[a-z-]*[a-z])?:iam::[0-9]{12}:";

    private static readonly string User = CredentialReportColumns.All[CredentialReportColumns.User].Name;
    private static readonly string Arn = CredentialReportColumns.All[CredentialReportColumns.Arn].Name;
    private static readonly SqlNode RootName = SqlNode.Literal(ResourceReference.RootUser);
    private static readonly SqlNode RootType = SqlNode.Literal(ResourceSchema.RootType);
    private static readonly SqlNode UserType = SqlNode.Literal(ResourceSchema.UserType);

    private static readonly string[] OfReport = [QueryColumns.Account, QueryColumns.Partition, QueryColumns.AsOf];

    private string[] Raw => [.. cells.Used.Select(column => column.Name)];

    /// <summary>The steps, of which the last has the resources.</summary>
    public IEnumerable<SqlStage> Stages(SqlName table)
    {
        yield return new SqlStage(Source, [OfTable(table)]);
        yield return new SqlStage(Rows, [OfSource()]);
        yield return new SqlStage(Accounts, [OfRows()]);
        yield return new SqlStage("resources", [Present(), Absent()]);
    }

    private SqlSelect OfTable(SqlName table) => new(
        [
            .. new[] { User, Arn }.Union(Raw).Select(name => new SqlColumn(
                name,
                absent.Contains(name)
                    ? SqlNode.Null(SqlType.Varchar)
                    : SqlNode.Cast(SqlNode.Column(name), SqlType.Varchar))),
            new SqlColumn(QueryColumns.AsOf, instant.Text),
        ])
    {
        From = [table],
    };

    // A row that is of neither type is one that no report has.
    private static SqlSelect OfSource()
    {
        var (user, arn) = (SqlNode.Column(User), SqlNode.Column(Arn));
        var isRoot = SqlNode.And(SqlNode.Equal(user, RootName), Like(arn, ArnStart + @"root\z"));
        var isUser = SqlNode.And(
            SqlNode.Operation("<>", user, RootName), Like(arn, "(?s)" + ArnStart + @"user/.*[^/]\z"));
        return new SqlSelect(
            [
                new SqlColumn(
                    QueryColumns.ResourceType,
                    SqlNode.Case([(isRoot, RootType), (isUser, UserType)], SqlNode.Null(SqlType.Varchar))),
                new SqlColumn(QueryColumns.Account, PartOf(arn, 5)),
                new SqlColumn(QueryColumns.Partition, PartOf(arn, 2)),
            ])
        {
            KeepsAll = true,
            From = [SqlName.Of(Source)],
        };
    }

    private static SqlSelect OfRows() => new(
        [
            .. OfReport.Select(name => new SqlColumn(name, SqlNode.Column(name))),
            new SqlColumn(QueryColumns.HasRoot, Has(RootType)),
            new SqlColumn(QueryColumns.HasUsers, Has(UserType)),
        ])
    {
        From = [SqlName.Of(Rows)],
        Where = SqlNode.IsNotNull(SqlNode.Column(QueryColumns.ResourceType)),
        GroupBy = [.. OfReport],
    };

    private SqlSelect Present() => Resources(
        SqlNode.Literal(RowShape.Row), SqlNode.Column(QueryColumns.ResourceType), SqlNode.Column(User),
        SqlNode.Column(Arn), Rows, null, SqlNode.Column);

    // An account that is there has a row: root's, or one of a user. So it lacks one of the two at most.
    private SqlSelect Absent()
    {
        var (hasRoot, hasUsers) = (SqlNode.Column(QueryColumns.HasRoot), SqlNode.Column(QueryColumns.HasUsers));
        SqlNode[] arn =
        [
            SqlNode.Literal("arn:"), SqlNode.Column(QueryColumns.Partition), SqlNode.Literal(":iam::"),
            SqlNode.Column(QueryColumns.Account), SqlNode.Literal(":root"),
        ];
        return Resources(
            Either(SqlNode.Literal(RowShape.NoUsers), SqlNode.Literal(RowShape.NoRow)),
            Either(UserType, RootType),
            Either(SqlNode.Literal(ResourceReference.Unlisted), RootName),
            Either(SqlNode.Null(SqlType.Varchar), arn.Aggregate((text, part) => SqlNode.Operation("||", text, part))),
            Accounts, SqlNode.Not(SqlNode.And(hasRoot, hasUsers)), _ => SqlNode.Null(SqlType.Varchar));

        SqlNode Either(SqlNode forUsers, SqlNode forRoot) => SqlNode.Case([(hasRoot, forUsers)], forRoot);
    }

    private SqlSelect Resources(
        SqlNode shape, SqlNode type, SqlNode resource, SqlNode arn, string from, SqlNode? where,
        Func<string, SqlNode> cell)
    {
        ImmutableArray<SqlColumn> columns =
        [
            new(QueryColumns.Shape, shape),
            new(QueryColumns.ResourceType, type),
            .. OfReport.Select(name => new SqlColumn(name, SqlNode.Column(name))),
            new(QueryColumns.Resource, resource),
            new(QueryColumns.ResourceArn, arn),
            .. Raw.Select(name => new SqlColumn(name, cell(name))),
        ];
        return new SqlSelect(columns) { From = [SqlName.Of(from)], Where = where };
    }

    private static SqlNode Has(SqlNode type) => SqlNode.Call(
        SqlFunction.BoolOr, SqlNode.Equal(SqlNode.Column(QueryColumns.ResourceType), type));

    private static SqlNode PartOf(SqlNode arn, int index) => SqlNode.Case(
        [(Like(arn, ArnStart), SqlNode.Call(SqlFunction.SplitPart, arn, SqlNode.Literal(":"), SqlNode.Index(index)))],
        SqlNode.Null(SqlType.Varchar));

    private static SqlNode Like(SqlNode text, string pattern) =>
        SqlNode.Call(SqlFunction.RegexpLike, text, SqlNode.Literal(pattern));
}
