namespace PolicyEval.Language.Tests.Conformance;

/// <summary>The core tests that fail, each with its reason; one that passes has to leave the list.</summary>
internal static class ConformanceKnownFailures
{
    private const string NeedsOptionalTypes = "needs optional.of and optional.none, an extension";

    /// <summary>The reasons by the id of the test.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["type_deduction/flexible_type_parameter_assignment/optional_none"] = NeedsOptionalTypes,
        ["type_deduction/flexible_type_parameter_assignment/optional_none_2"] = NeedsOptionalTypes,
        ["type_deduction/flexible_type_parameter_assignment/optional_dyn_promotion_2"] = NeedsOptionalTypes,
        ["type_deduction/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate"] = NeedsOptionalTypes,
    };
}
