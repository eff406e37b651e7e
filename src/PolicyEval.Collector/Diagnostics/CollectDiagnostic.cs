using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Collector.Diagnostics;

/// <summary>One message. Immutable.</summary>
/// <param name="Descriptor">Its id, weight and way out.</param>
/// <param name="Place"><c>file:line:column</c>, 1-based; empty where it is about no place.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record CollectDiagnostic(
    CollectDescriptor Descriptor, string Place, ImmutableArray<string> Arguments)
{
    /// <summary>A better name that may have been meant, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The sentence for the reader.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, [.. Arguments.Cast<object?>()]);

    /// <summary>One about no place, such as the command line.</summary>
    public static CollectDiagnostic Of(CollectDescriptor descriptor, params ReadOnlySpan<string> arguments) =>
        new(descriptor, "", [.. arguments]);
}
