using System.Security.Cryptography;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Brings the blocks of a report to their end: each is read and checked, added to the report and hashed. All threads do
/// whatever is next to be done, so that none waits while there is work: what has to go in the order of the file is done
/// by one at a time, first of all the hash, which is the longest of it.
/// </summary>
internal sealed class BlockPipeline
{
    /// <summary>
    /// More threads would find nothing to do: the hash takes a third of the time of all steps together.
    /// </summary>
    private const int ThreadsMax = 4;

    private readonly object _gate = new();
    private readonly Func<CheckedBlock> _newBlock;
    private readonly Func<CheckedBlock, bool> _take;
    private readonly IncrementalHash _hash;
    private readonly CancellationToken _cancellationToken;
    private readonly int _threads;
    private readonly Stack<CheckedBlock> _free = new();
    private readonly Queue<CheckedBlock> _inOrder = new();
    private readonly Queue<CheckedBlock> _toHash = new();
    private int _missing;
    private long _next;
    private bool _isReading;
    private bool _isTaking;
    private bool _isHashing;
    private bool _isAtEnd;
    private bool _isStopped;
    private bool _isAborted;

    /// <param name="newBlock">Makes a block, one for each that is worked on at a time.</param>
    /// <param name="take">
    /// Adds a block that was checked to the report; false where it cannot be, and nothing of it was.
    /// </param>
    /// <param name="hash">Is given the bytes of all blocks that were taken.</param>
    /// <param name="threads">How many threads may work, this one included.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public BlockPipeline(
        Func<CheckedBlock> newBlock,
        Func<CheckedBlock, bool> take,
        IncrementalHash hash,
        int threads,
        CancellationToken cancellationToken)
    {
        (_newBlock, _take, _hash, _cancellationToken) = (newBlock, take, hash, cancellationToken);
        _threads = Math.Clamp(threads, 1, ThreadsMax);
        // By itself a thread works on one block, and none is read in vain before one that cannot be taken.
        _missing = _threads == 1 ? 1 : (2 * _threads) + 1;
    }

    /// <summary>
    /// Goes through a file from a place where a row starts, to its end or a block that cannot be taken.
    /// </summary>
    /// <exception cref="IOException">The operating system gives nothing, or the file became shorter.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run(long offset)
    {
        (_next, _isAtEnd, _isStopped) = (offset, false, false);
        foreach (var block in _inOrder)
            _free.Push(block);
        _inOrder.Clear();
        if (_threads == 1)
        {
            Work();
            return;
        }

        var own = new Task(Work);
        Task[] all =
        [
            own,
            .. Enumerable.Range(1, _threads - 1).Select(_ => Task.Factory.StartNew(
                Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
        ];
        own.RunSynchronously(TaskScheduler.Default);
        // No thread is left behind; of what they threw, the first is thrown.
        Task.WhenAll(all).GetAwaiter().GetResult();
    }

    private void Work()
    {
        var isDone = false;
        try
        {
            while (TryNext(out var block, out var step))
                Do(step, block);
            isDone = true;
        }
        finally
        {
            if (!isDone)
                Abort();
        }
    }

    /// <summary>Lets the other threads end, because this one cannot go on.</summary>
    private void Abort()
    {
        lock (_gate)
        {
            _isAborted = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool TryNext(out CheckedBlock block, out BlockStep step)
    {
        lock (_gate)
        {
            while (!_isAborted)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (TryBegin(out block!, out step))
                    return true;
                if (IsOver)
                    break;
                Monitor.Wait(_gate);
            }
        }

        (block, step) = (null!, default);
        return false;
    }

    private bool IsOver => !_isHashing && !_isTaking && !_isReading
        && _toHash.Count == 0 && (_isStopped || (_isAtEnd && _inOrder.Count == 0));

    private bool TryBegin(out CheckedBlock? block, out BlockStep step)
    {
        step = BlockStep.Hash;
        if (!_isHashing && _toHash.TryDequeue(out block))
            return _isHashing = true;
        step = BlockStep.Take;
        if (!_isTaking && !_isStopped && _inOrder.TryPeek(out block) && block.IsChecked)
        {
            _inOrder.Dequeue();
            return _isTaking = true;
        }

        step = BlockStep.Check;
        block = null;
        if (_isReading || _isStopped || _isAtEnd || (_free.Count == 0 && _missing == 0))
            return false;
        if (!_free.TryPop(out block))
        {
            block = _newBlock();
            _missing--;
        }

        block.IsChecked = false;
        _inOrder.Enqueue(block);
        return _isReading = true;
    }

    private void Do(BlockStep step, CheckedBlock block)
    {
        switch (step)
        {
            case BlockStep.Check:
                var count = block.Read(_next);
                lock (_gate)
                {
                    _next += count;
                    _isAtEnd = block.IsLast || count == 0;
                    _isReading = false;
                    Monitor.PulseAll(_gate);
                }

                block.Check();
                lock (_gate)
                {
                    block.IsChecked = true;
                    Monitor.PulseAll(_gate);
                }

                break;
            case BlockStep.Take:
                var isTaken = _take(block);
                lock (_gate)
                {
                    _isTaking = false;
                    _isStopped = !isTaken;
                    if (isTaken)
                        _toHash.Enqueue(block);
                    else
                        _free.Push(block);
                    Monitor.PulseAll(_gate);
                }

                break;
            default:
                _hash.AppendData(block.Text.AsSpan());
                lock (_gate)
                {
                    _isHashing = false;
                    _free.Push(block);
                    Monitor.PulseAll(_gate);
                }

                break;
        }
    }
}
