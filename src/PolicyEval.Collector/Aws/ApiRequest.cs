using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// One read-only call. There is no way to name an operation that is not in <see cref="ApiOperations"/>. Immutable.
/// </summary>
internal sealed class ApiRequest
{
    private ApiRequest(ApiOperation operation, ImmutableArray<KeyValuePair<string, string>> parameters)
    {
        Operation = operation;
        Parameters = parameters;
    }

    /// <summary>What is called.</summary>
    public ApiOperation Operation { get; }

    /// <summary>
    /// The parameters without Action and Version, sorted by name (ordinal), as <see cref="CallRecord.Parameters"/>
    /// wants them: secrets (an external id) are not among them.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>A call with these parameters.</summary>
    /// <exception cref="ArgumentException">The operation is not one of <see cref="ApiOperations.All"/>.</exception>
    public static ApiRequest For(ApiOperation operation, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        if (!ReferenceEquals(ApiOperations.Find(operation.Permission), operation))
            throw new ArgumentException($"{operation.Permission} is not one of the operations that only read.");

        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            sorted.Add(name, value);
        return new ApiRequest(operation, [.. sorted]);
    }

    /// <summary>The same call for the page after this marker (or token, by the operation's way of paging).</summary>
    public ApiRequest After(string marker)
    {
        var name = Operation.Paging == Paging.NextToken ? "NextToken" : "Marker";
        var others = Parameters.Where(parameter => parameter.Key != name);
        return For(Operation, [.. others.Select(parameter => (parameter.Key, parameter.Value)), (name, marker)]);
    }
}
