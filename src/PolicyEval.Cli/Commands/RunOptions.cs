using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// The options of the commands that judge a whole run, beside <see cref="RuleOptions"/>: which snapshots of a folder,
/// which accounts there should be, and what counts at the gate.
/// </summary>
internal sealed class RunOptions
{
    private const string AnySeverity = "any";

    private readonly Option<bool> _all = new("--all")
    {
        Arity = ArgumentArity.Zero,
        Description = "Of a folder of snapshots every one [default: the newest of each account].",
    };

    private readonly Option<string?> _expected = CommonOptions.One(
        "--expected-accounts", "FILE",
        "Which accounts there should be evidence of: CSV with account,name, or an id in each line [default: those "
        + "of the organization's snapshot, if there is one].");

    private readonly Option<string?> _failOn = CommonOptions.One(
        "--fail-on", "SEVERITY", "The least severity that gives exit code 1: info, low, medium, high, critical, or any "
        + "[default: any].");

    private readonly Option<string?> _baseline = CommonOptions.One(
        "--baseline", "FILE", "A JSON report of evaluate: only failures that it does not have give exit code 1.");

    private readonly Option<string?> _maxAge = CommonOptions.One(
        "--max-age", "AGE", "How old the evidence may be at --now, such as 36h or 7d; older gives exit code 2.");

    private readonly Option<string?> _now = CommonOptions.One(
        "--now", "TIME", "The instant of this run, for --max-age: RFC 3339, or a date, which means 00:00:00 UTC of "
        + "that day; there is no clock.");

    private readonly Option<bool> _strict = new("--strict")
    {
        Arity = ArgumentArity.Zero,
        Description = "Missing evidence (exit code 2) wins over failures (exit code 1).",
    };

    /// <summary>Those that say what is judged.</summary>
    public IEnumerable<Option> Inputs => [_all, _expected];

    /// <summary>Those that say what counts.</summary>
    public IEnumerable<Option> Gate => [_failOn, _baseline, _maxAge, _now, _strict];

    /// <summary>What the user asks for, but for reports.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="rules">Its other options.</param>
    /// <param name="snapshots">The snapshots that it names.</param>
    public EvaluateOptions Of(ParseResult result, RuleOptions rules, ImmutableArray<string> snapshots) => new()
    {
        Inputs = rules.InputsOf(result, snapshots),
        Rules = rules.FilesOf(result),
        TakesAll = result.GetValue(_all),
        ExpectedAccounts = result.GetValue(_expected),
        Baseline = result.GetValue(_baseline),
        Threads = rules.ThreadsOf(result),
        Request = rules.RequestOf(result) with
        {
            FailOn = SeverityOf(result.GetValue(_failOn)),
            MaxAge = result.GetValue(_maxAge),
            Now = result.GetValue(_now),
            Strict = result.GetValue(_strict),
        },
    };

    /// <summary>The least severity for null and <c>any</c> is none.</summary>
    private static Severity? SeverityOf(string? name)
    {
        if (name is null or AnySeverity)
            return null;

        var names = Enum.GetValues<Severity>().ToImmutableDictionary(ResultWords.Of, StringComparer.Ordinal);
        return names.TryGetValue(name, out var severity)
            ? severity
            : throw UsageException.Unknown(UsageDescriptors.UnknownSeverity, name, [AnySeverity, .. names.Keys]);
    }
}
