using System.Globalization;
using System.Runtime.CompilerServices;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>
/// Writes an interpolated string: what stands in the program is markup, what is put in is text. So no value reaches the
/// page without being escaped, but for <see cref="Html"/>.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler
{
    private readonly HtmlOutput _output;

    /// <summary>Called by the compiler. The lengths are for those who gather the text; this one does not.</summary>
    public HtmlHandler(int literalLength, int formattedCount, HtmlOutput output) => _output = output;

    /// <summary>Writes markup.</summary>
    public void AppendLiteral(string markup) => _output.Markup(markup);

    /// <summary>Writes text.</summary>
    public void AppendFormatted(string? text) => _output.Text(text ?? "");

    /// <summary>Writes a number.</summary>
    public void AppendFormatted(long number) => _output.Text(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes markup.</summary>
    public void AppendFormatted(Html html) => _output.Markup(html.Text);
}
