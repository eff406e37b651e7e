using System.Text;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Benchmarks.Generating;

namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>
/// The yardstick: one loop over the bytes of a credential report that decides the eight rules and nothing else, as an
/// able developer writes it for speed, with what the base class library has. One thread, one buffer.
/// </summary>
internal sealed class HandWrittenLoop
{
    private const int BufferBytes = 1 << 20;

    private readonly OutcomeTable _counts = new();
    private readonly Accounts _accounts = new();
    private readonly Rules _rules;
    private readonly long _asOf;
    private long _line = 1;

    private HandWrittenLoop(long asOf)
    {
        _asOf = asOf;
        _rules = new Rules(asOf, _counts);
    }

    /// <summary>Decides all rules for all rows of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asOf">The instant at which ages are measured, in seconds since 1970.</param>
    public static OutcomeTable Run(string path, long asOf)
    {
        var loop = new HandWrittenLoop(asOf);
        loop.Read(path);
        return loop._counts;
    }

    private void Read(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[BufferBytes];
        var filled = 0;
        for (var offset = 0L; ;)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset);
            offset += read;
            filled += read;
            var rest = (ReadOnlySpan<byte>)buffer.AsSpan(0, filled);
            while (RowLength(rest, out var isQuoted) is >= 0 and var length)
            {
                TakeRow(rest[..length], isQuoted);
                rest = rest[(length + 1)..];
            }

            if (read == 0)
            {
                if (!rest.IsEmpty)
                    TakeRow(rest, rest.Contains((byte)'"'));
                break;
            }

            if (rest.Length == buffer.Length)
                throw new InvalidDataException("A row is longer than the buffer.");
            rest.CopyTo(buffer);
            filled = rest.Length;
        }

        foreach (var account in _accounts.All)
        {
            if (!account.HasRoot)
                throw new InvalidDataException("An account has no row for its root user.");
            if (!account.HasUsers)
                _rules.JudgeNoUsers();
        }
    }

    /// <summary>The length of the first row without its line end, or -1 where it is not all here.</summary>
    private static int RowLength(ReadOnlySpan<byte> rows, out bool isQuoted)
    {
        var length = rows.IndexOf((byte)'\n');
        isQuoted = length >= 0 && rows[..length].Contains((byte)'"');
        if (!isQuoted)
            return length;

        // A line end inside quotes is part of a cell.
        while (rows[..length].Count((byte)'"') % 2 != 0)
        {
            var more = rows[(length + 1)..].IndexOf((byte)'\n');
            if (more < 0)
                return -1;
            length += 1 + more;
        }

        return length;
    }

    private void TakeRow(ReadOnlySpan<byte> bytes, bool isQuoted)
    {
        if (_line == 1)
            CheckHeader(bytes);
        else
            Judge(bytes, isQuoted);
        _line += isQuoted ? 1 + bytes.Count((byte)'\n') : 1;
    }

    private void Judge(ReadOnlySpan<byte> bytes, bool isQuoted)
    {
        var row = Row.Read(bytes, isQuoted, _asOf);
        var account = _accounts.Of(row.Arn);
        if (row.User.SequenceEqual("<root_account>"u8) && row.Arn.EndsWith(":root"u8))
        {
            account.HasRoot = true;
            _rules.JudgeRoot(row, account.IsGovCloud, _line);
        }
        else
        {
            account.HasUsers = true;
            _rules.JudgeUser(row, _line);
        }
    }

    private static void CheckHeader(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.SequenceEqual(Encoding.ASCII.GetBytes(ReportGenerator.Header)))
            throw new InvalidDataException("The columns are not those that AWS writes.");
    }
}
