using System.Collections;
using System.Collections.Immutable;

namespace PolicyEval.Language.Diagnostics;

/// <summary>Collects the diagnostics of one stage, in the order in which they were reported.</summary>
public sealed class DiagnosticBag : IEnumerable<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether an error is among them.</summary>
    public bool HasErrors => _diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>How many there are.</summary>
    public int Count => _diagnostics.Count;

    /// <summary>Adds one.</summary>
    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Adds all of another stage.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Makes a diagnostic and adds it.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<string> arguments) =>
        _diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>The diagnostics so far.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _diagnostics];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
