namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>Compares what SQL says with what the evaluator says, verdict by verdict.</summary>
internal static class Agreement
{
    private const int ShownMax = 20;

    /// <summary>Fails where one of the two says what the other does not.</summary>
    /// <param name="ofEngine">What the evaluator says.</param>
    /// <param name="ofSql">What SQL says.</param>
    /// <param name="textOf">The text of a policy, to be shown where it is judged differently.</param>
    public static void Check(
        IEnumerable<LakeVerdict> ofEngine, IEnumerable<LakeVerdict> ofSql, Func<string, string>? textOf = null)
    {
        var expected = Lines(ofEngine);
        var actual = Lines(ofSql);
        Assert.NotEmpty(expected);
        var differences = expected.Except(actual).Select(line => "evaluator: " + line)
            .Concat(actual.Except(expected).Select(line => "SQL:       " + line))
            .Order(StringComparer.Ordinal).Take(ShownMax).ToArray();
        if (expected.SequenceEqual(actual))
            return;
        var texts = textOf is null ? [] : ofSql.Select(verdict => verdict.Policy).Distinct(StringComparer.Ordinal)
            .Where(policy => differences.Any(line => line.Contains($"Policy = {policy},", StringComparison.Ordinal)))
            .Select(textOf);
        Assert.Fail(string.Join('\n', [.. differences, .. texts]));
    }

    // Each once for each time that it is said.
    private static List<string> Lines(IEnumerable<LakeVerdict> verdicts) =>
        [.. verdicts.Select(verdict => verdict.ToString()).Order(StringComparer.Ordinal)];
}
