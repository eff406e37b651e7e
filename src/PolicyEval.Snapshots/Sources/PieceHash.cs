namespace PolicyEval.Snapshots.Sources;

/// <summary>The sha256 of a file that comes in pieces.</summary>
internal abstract class PieceHash : IDisposable
{
    /// <summary>Takes the next piece and its buffer, and gives a buffer for the piece after it.</summary>
    public abstract byte[] Append(byte[] buffer, int count);

    /// <summary>The hash of all pieces. Called once.</summary>
    public abstract byte[] Finish();

    public abstract void Dispose();
}
