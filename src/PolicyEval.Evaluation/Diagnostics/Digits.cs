using System.Globalization;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>Numbers as diagnostics and parameters write them: the same in every culture.</summary>
internal static class Digits
{
    /// <summary>The decimal digits, with a minus sign where there is one.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
