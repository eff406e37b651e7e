namespace PolicyEval.Snapshots.Calls;

/// <summary>A read-only AWS API operation whose answer a snapshot may hold. Immutable.</summary>
/// <param name="Service">The service's prefix in IAM actions: <c>iam</c>, <c>sts</c> or <c>organizations</c>.</param>
/// <param name="Action">AWS's name of the operation, such as <c>GetAccountSummary</c>.</param>
/// <param name="File">The file under <c>data/</c> that holds its answer in the AWS CLI's shape; null for none.</param>
/// <param name="Paging">How its pages follow each other.</param>
/// <param name="Scope">What one answer is about.</param>
public sealed record ApiOperation(string Service, string Action, string? File, Paging Paging, CallScope Scope)
{
    /// <summary>
    /// The IAM action that a caller needs, such as <c>iam:GetAccountSummary</c>; also the operation's id.
    /// </summary>
    public string Permission { get; } = $"{Service}:{Action}";

    /// <summary>The folder of its raw pages, relative to the bag: <c>data/raw/iam/GetAccountSummary</c>.</summary>
    public string RawFolder { get; } = $"data/raw/{Service}/{Action}";

    /// <summary>Whether it speaks AWS's JSON protocol; the others answer in XML (Query protocol).</summary>
    public bool IsJson => Service == "organizations";

    /// <inheritdoc/>
    public override int GetHashCode() => Permission.GetHashCode(StringComparison.Ordinal);
}
