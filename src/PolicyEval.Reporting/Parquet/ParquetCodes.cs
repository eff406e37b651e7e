namespace PolicyEval.Reporting.Parquet;

/// <summary>Numbers that <c>parquet.thrift</c> gives to encodings and codecs.</summary>
internal static class ParquetCodes
{
    /// <summary>Encoding: values one after another.</summary>
    public const int Plain = 0;

    /// <summary>Encoding: small numbers by <see cref="HybridEncoding"/>.</summary>
    public const int Hybrid = 3;

    /// <summary>Encoding: numbers of a dictionary's values.</summary>
    public const int Dictionary = 8;

    /// <summary>Codec: <see cref="SnappyEncoding"/>.</summary>
    public const int Snappy = 1;
}
