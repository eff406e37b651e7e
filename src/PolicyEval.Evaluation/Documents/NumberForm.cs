using System.Globalization;

namespace PolicyEval.Evaluation.Documents;

/// <summary>A whole number in decimal digits, with or without quotes.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
internal sealed record NumberForm(long Minimum = long.MinValue, long Maximum = long.MaxValue) : ValueForm
{
    /// <summary>What a number in quotes looks like.</summary>
    public string QuotedPattern { get; init; } = "^[-+]?[0-9]+$";

    /// <summary>The number that a text stands for, or null.</summary>
    public long? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= Minimum && value <= Maximum
            ? value
            : null;
}
