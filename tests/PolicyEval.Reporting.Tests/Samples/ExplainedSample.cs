using System.Text;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Reporting.Explaining;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Explanations of real evaluations: of the sample snapshots, or of a policy that uses everything.</summary>
internal static class ExplainedSample
{
    /// <summary>Loops, a bound value, an error, an unknown, both branches, and a hostile name as element.</summary>
    private const string Everything =
        """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: everything }
        spec:
          title: Everything
          severity: low
          resource: aws.iam.user
          params:
            most: { type: int, default: 2, description: M }
          variables:
            - name: words
              expression: |-
                [user.user, 'b\u202e', 'c\n\x1b[31m']
            - name: never
              expression: "user.user"
          matchConditions:
            - name: named
              expression: "user.user != ''"
              message: No name.
          validations:
            - expression: "variables.words.all(w, w.size() < params.most)"
              reason: Long
              messageExpression: "'Long: ' + variables.words[0]"
            - expression: "variables.words.exists(w, w == 'no') ? true : cel.bind(n, size(variables.words), n > 7)"
              reason: Few
              message: Few.
            - expression: "[1, 0].map(i, 1 / i).size() == 2"
              reason: Broken
              message: Broken.
            - expression: "user.mfa_active && [].all(i, i)"
              reason: Missing
              message: Missing.

        """;

    public static Explanation Of(string snapshot, string policy, string? resource = null)
    {
        using var folder = new TemporaryFolder();
        folder.Write("everything.yaml", Everything);
        var path = snapshot == "hostile" ? folder.PathOf("credential-report.csv")
            : Repository.PathOf("snapshots", snapshot);
        folder.Write("credential-report.csv", new CredentialReportText()
            .Root().User("a\u202e\u001b[31mb", ("mfa_active", "not_supported")).ToString());
        var preparation = Evaluator.Prepare(
            PolicyLibrary.Load(folder.Path),
            [PolicyEval.Snapshots.Snapshot.Open(path)],
            new EvaluationRequest { ToolVersion = "0.1.0", Frameworks = ["cis_v130"], Policies = [policy] });
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        return AsIfHere(Explainer.Explain(preparation.Plan, new ExplainRequest(resource, Limit: 2)));
    }

    /// <summary>The folder of the policy is another one in each run.</summary>
    private static Explanation AsIfHere(Explanation explanation) => explanation with
    {
        Policies =
        [
            .. explanation.Policies.Select(policy => policy with
            {
                Resources =
                [
                    .. policy.Resources.Select(r => r with { Rules = [.. r.Rules.Select(AsIfHere)] }),
                ],
            }),
        ],
    };

    private static ExplainedExpression AsIfHere(ExplainedExpression rule) =>
        rule.Place.File.EndsWith("everything.yaml", StringComparison.Ordinal)
            ? rule with { Place = rule.Place with { File = "everything.yaml" } }
            : rule;

    public static string Json(Explanation explanation)
    {
        using var stream = new MemoryStream();
        ExplanationJson.Write(stream, explanation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Text(Explanation explanation, ReportStyle? style = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ExplanationConsole.Write(output, style ?? ReportStyle.Plain, explanation);
        return output.ToString();
    }
}
