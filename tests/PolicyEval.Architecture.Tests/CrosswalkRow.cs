using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Architecture.Tests;

/// <summary>A concept of the benchmark that a snapshot can decide.</summary>
/// <param name="Concept">Its name in the reference material.</param>
/// <param name="Policy">The policy that decides it.</param>
/// <param name="Ids">The control in each version, <c>-</c> for none.</param>
/// <param name="ParamsOf">The parameters of a version such as 130.</param>
internal sealed record CrosswalkRow(string Concept, string Policy, string Ids, Func<int, string>? ParamsOf = null)
{
    private ImmutableArray<string> Columns { get; } = [.. Ids.Split(' ')];

    /// <summary>The control in a version, or <c>-</c>.</summary>
    public string IdIn(string version) => Columns[Crosswalk.Versions.IndexOf(version)];

    /// <summary>The policy with the parameters of a version.</summary>
    public string TextIn(string version) =>
        $"{Policy} {ParamsOf?.Invoke(int.Parse(version[^3..], CultureInfo.InvariantCulture))}".TrimEnd();
}
