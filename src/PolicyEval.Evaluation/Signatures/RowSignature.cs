namespace PolicyEval.Evaluation.Signatures;

/// <summary>
/// All that some policies see of a row: what kind of thing each cell says that they read, and how its times compare
/// with what they are compared with. Rows of one signature have the same outcomes.
/// </summary>
/// <param name="Kinds">Four bits for each column: its <see cref="Snapshots.Cells.CellKind"/>.</param>
/// <param name="Orders">Two bits for each relation: 0 where a time is none, else 1 less, 2 equal, 3 greater.</param>
internal readonly record struct RowSignature(ulong Kinds, ulong Orders)
{
    /// <summary>Columns that one signature has room for.</summary>
    public const int ColumnsMax = 16;

    /// <summary>Relations that one signature has room for.</summary>
    public const int RelationsMax = 32;

    /// <summary>Scattered over 64 bits, the upper ones best.</summary>
    public ulong Hash => ((Kinds * 0x9E37_79B9_7F4A_7C15) ^ (Orders + (Kinds >> 32))) * 0xC2B2_AE3D_27D4_EB4F;
}
