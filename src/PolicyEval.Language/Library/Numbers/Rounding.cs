using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Numbers;

/// <summary>Doubles: rounding, and which of them are numbers.</summary>
internal static class Rounding
{
    public static CelValue Ceil(CelValue number) => CelValue.Of(Math.Ceiling(number.AsDouble));

    public static CelValue Floor(CelValue number) => CelValue.Of(Math.Floor(number.AsDouble));

    public static CelValue Round(CelValue number) =>
        CelValue.Of(Math.Round(number.AsDouble, MidpointRounding.AwayFromZero));

    public static CelValue Trunc(CelValue number) => CelValue.Of(Math.Truncate(number.AsDouble));

    public static CelValue IsNaN(CelValue number) => CelValue.Of(double.IsNaN(number.AsDouble));

    public static CelValue IsInf(CelValue number) => CelValue.Of(double.IsInfinity(number.AsDouble));

    public static CelValue IsFinite(CelValue number) => CelValue.Of(double.IsFinite(number.AsDouble));
}
