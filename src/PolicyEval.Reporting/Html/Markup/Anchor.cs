using System.Globalization;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>Names of places in the page: the same for every report about the same control.</summary>
internal static class Anchor
{
    /// <summary>The place of a control, such as <c>cis_v130-1.4</c>.</summary>
    public static string Of(ControlResult control) => Of($"{control.Framework}-{control.Id}");

    /// <summary>The first finding about an account there: behind a colon, which no name has.</summary>
    public static string Of(ControlResult control, string account) => $"{Of(control)}:{Of(account)}";

    /// <summary>The place of a policy that no control names.</summary>
    public static string OfPolicy(string name) => $"policy:{Of(name)}";

    /// <summary>The first finding about an account there.</summary>
    public static string OfPolicy(string name, string account) => $"{OfPolicy(name)}:{Of(account)}";

    /// <summary>The text with everything that is not plain in an address written as a number.</summary>
    private static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_')
                result.Append(unit);
            else
                result.Append(CultureInfo.InvariantCulture, $"~{(int)unit:x}");
        }

        return result.ToString();
    }
}
