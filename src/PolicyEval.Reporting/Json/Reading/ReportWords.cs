using System.Collections.Frozen;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>The words of closed sets, the other way round than <see cref="ResultWords"/>.</summary>
internal static class ReportWords
{
    public static IReadOnlyDictionary<string, Outcome> Outcomes { get; } = Of<Outcome>(ResultWords.Of);

    public static IReadOnlyDictionary<string, Severity> Severities { get; } = Of<Severity>(ResultWords.Of);

    public static IReadOnlyDictionary<string, DiagnosticSeverity> Weights { get; } =
        Of<DiagnosticSeverity>(ResultWords.Of);

    public static IReadOnlyDictionary<string, WaiverState> WaiverStates { get; } = Of<WaiverState>(ResultWords.Of);

    public static IReadOnlyDictionary<string, AccountMembership> Memberships { get; } =
        Of<AccountMembership>(AccountNames.Of);

    public static IReadOnlyDictionary<string, AccountEvidence> Evidences { get; } =
        Of<AccountEvidence>(AccountNames.Of);

    public static IReadOnlyDictionary<string, BaselineState> BaselineStates { get; } =
        Of<BaselineState>(ResultWords.Of);

    public static IReadOnlyDictionary<string, RuleRole> RuleRoles { get; } = Of<RuleRole>(ResultWords.Of);

    public static IReadOnlyDictionary<string, SkipReason> SkipReasons { get; } = Of<SkipReason>(ResultWords.Of);

    private static FrozenDictionary<string, T> Of<T>(Func<T, string> word)
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(word, StringComparer.Ordinal);
}
