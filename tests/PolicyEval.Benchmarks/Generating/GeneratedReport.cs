namespace PolicyEval.Benchmarks.Generating;

/// <summary>A report that was written.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Shape">What it was made from.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Accounts">Its accounts.</param>
/// <param name="Sha256">The digest of its bytes, in lower-case hexadecimal digits.</param>
internal sealed record GeneratedReport(string Path, ReportShape Shape, long Bytes, int Accounts, string Sha256)
{
    /// <summary>Its cells with those of the header.</summary>
    public long Fields => (Shape.Rows + 1) * ReportGenerator.Columns;
}
