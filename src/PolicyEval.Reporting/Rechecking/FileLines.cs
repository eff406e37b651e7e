using System.Security.Cryptography;
using System.Text;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Rechecking;

/// <summary>
/// Looks cited cells up in the bytes of a file as a person would: count the line ends, count the columns, read. It
/// shares nothing with the readers that made the citations.
/// </summary>
internal sealed class FileLines
{
    private const char Cut = '…';

    /// <summary>The most bytes of one UTF-16 unit in UTF-8.</summary>
    private const int UnitBytes = 3;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly List<int> _starts;

    /// <summary>Finds the lines of a file.</summary>
    public FileLines(ReadOnlyMemory<byte> content)
    {
        _content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        _starts = [content.Span.StartsWith("\uFEFF"u8) ? 3 : 0];
        while (content.Span[_starts[^1]..].IndexOf((byte)'\n') is >= 0 and var end)
            _starts.Add(_starts[^1] + end + 1);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>What is wrong with a citation; null where the value stands there.</summary>
    public string? ProblemOf(EvidenceCell cell)
    {
        if (cell.Line < 1 || cell.Line > _starts.Count || cell.Column < 1)
            return FormattableString.Invariant($"{cell.File} has no line {cell.Line}, column {cell.Column}");
        var text = TextFrom(_starts[cell.Line - 1], (long)cell.Column + (2L * cell.Value.Length) + 4);
        return cell.Column <= text.Length + 1 && Stands(text.AsSpan(cell.Column - 1), cell.Value)
            ? null
            : FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} has another value of {cell.Field}");
    }

    private string TextFrom(int start, long units)
    {
        var rest = _content.Span[start..];
        return Encoding.UTF8.GetString(rest[..(int)Math.Min(rest.Length, units * UnitBytes)]);
    }

    /// <summary>Whether a text begins with a value and ends with it: as it stands, or in the quotes of CSV.</summary>
    private static bool Stands(ReadOnlySpan<char> text, string value)
    {
        if (text.StartsWith(value, StringComparison.Ordinal) && IsEnd(text[value.Length..]))
            return true;
        if (value.EndsWith(Cut) && text.StartsWith(value.AsSpan(0, value.Length - 1), StringComparison.Ordinal))
            return true;
        var quoted = "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return text.StartsWith(quoted, StringComparison.Ordinal) && IsEnd(text[quoted.Length..]);
    }

    /// <summary>Whether a value may end before this: a separator of CSV or JSON, a line end, or nothing.</summary>
    private static bool IsEnd(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest[0] is ',' or '\n' or '\r' or '}' or ']' or ':' or ' ' or '\t';
}
