using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>What the evaluator says of a credential report alone: what SQL has to say too.</summary>
internal static partial class Engine
{
    /// <summary>The verdicts about users and root users, of the policies of a library.</summary>
    /// <param name="library">The policies.</param>
    /// <param name="request">By which rules, and at which instant.</param>
    /// <param name="csv">The report.</param>
    /// <param name="asOf">The instant as rows of SQL show it.</param>
    public static List<LakeVerdict> Judge(PolicyLibrary library, EvaluationRequest request, string csv, string asOf = "")
    {
        var snapshot = Read(csv);
        Assert.True(snapshot.Snapshot is not null, string.Join('\n', snapshot.Diagnostics.Take(5)));
        var preparation = Evaluator.Prepare(library, [snapshot], request);
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        var results = new RunResults();
        Evaluator.Run(preparation.Plan, results, degreeOfParallelism: 1);
        return
        [
            .. results.Findings
                .Where(finding => finding.Resource.Type is "aws.iam.user" or "aws.iam.root")
                .Select(finding => new LakeVerdict(
                    asOf, finding.Resource.Account, finding.Resource.Type, finding.Resource.Id, finding.Resource.Arn,
                    finding.Policy, WordOf(finding.Outcome), finding.Reason)),
        ];
    }

    /// <summary>Whether a report can be used.</summary>
    public static bool Takes(string csv) => Read(csv).Snapshot is not null;

    /// <summary>Whether a cell makes a report unusable: a date that cannot be.</summary>
    public static bool Refuses(string cell)
    {
        var row = $"a,arn:aws:iam::111122223333:user/a,{Quoted(cell)}";
        return !Takes($"user,arn,user_creation_time\n{row}\n");
    }

    /// <summary>A cell of CSV.</summary>
    public static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static SnapshotResult Read(string csv) => Snapshot.Read(
        new Dictionary<string, ReadOnlyMemory<byte>> { ["credential-report.csv"] = Encoding.UTF8.GetBytes(csv) },
        "lake");

    // NotApplicable -> not_applicable
    private static string WordOf(Outcome outcome) =>
        Capital().Replace($"{outcome}", match => $"_{match.Value}").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
