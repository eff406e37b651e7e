using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>Something that a finding cites, so that it can be found in the other finding.</summary>
/// <param name="File">The file.</param>
/// <param name="Field">The column or JSON property, without the place in a list.</param>
/// <param name="IsMissing">Whether it was missing.</param>
/// <param name="Text">The value, or why it was missing.</param>
/// <param name="IsInList">
/// Whether it stands in a list of a JSON file: then the same field of another finding may be that of another element.
/// </param>
internal sealed partial record CitedText(string File, string Field, bool IsMissing, string Text, bool IsInList)
{
    /// <summary>What a finding cites.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="nameOf">The name under which a file is compared.</param>
    public static IEnumerable<CitedText> Of(Finding finding, Func<string, string> nameOf) =>
        finding.Evidence
            .Select(e => new CitedText(nameOf(e.File), WithoutPlace(e.Field), false, e.Value, IsPlaced(e)))
            .Concat(finding.Missing.Select(m => new CitedText(
                nameOf(m.File), WithoutPlace(m.Field), true, m.Why, m.Cell is { } cell && IsPlaced(cell))));

    private static string WithoutPlace(string field) => Index().Replace(field, "[]");

    private static bool IsPlaced(EvidenceCell cell) => ListPlace().IsMatch(cell.Pointer) || Index().IsMatch(cell.Field);

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();

    [GeneratedRegex("/[0-9]+(/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ListPlace();
}
