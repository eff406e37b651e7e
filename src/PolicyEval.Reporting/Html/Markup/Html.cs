namespace PolicyEval.Reporting.Html.Markup;

/// <summary>Text that is HTML already: of this program, never of evidence or policies.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Html(string Text)
{
    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");
}
