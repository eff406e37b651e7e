using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Language.Diagnostics;

/// <summary>One message about one place of the input. Immutable.</summary>
/// <param name="Descriptor">The id with its title, severity and way out.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What the message format names, already as text.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, ImmutableArray<string> Arguments)
{
    /// <summary>The id, such as <c>PE2003</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The weight.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>The sentence for the reader, without place and id.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments.Cast<object?>()]);

    /// <summary>What the reader may have meant in the place of what stands there, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>
    /// The suggestion as it is written in the file, in the place of all that stands there; null where there is none, or
    /// where it cannot be written there as it is.
    /// </summary>
    public string? Replacement => Suggestion is { Length: > 0 } meant ? Location.Written(meant) : null;

    /// <summary>Makes a diagnostic.</summary>
    public static Diagnostic Create(
        DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<string> arguments) =>
        new(descriptor, location, [.. arguments]);

    /// <summary><c>file:line:column: error PE2003: message</c>.</summary>
    public override string ToString()
    {
        var place = Location.ToString();
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{(place.Length == 0 ? "" : place + ": ")}{severity} {Id}: {Message}";
    }
}
