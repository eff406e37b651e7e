using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>Opens GetCredentialReport's answer: the CSV in base64, its format, and when it was generated.</summary>
internal sealed class ReportEnvelope(SnapshotDiagnosticBag diagnostics)
{
    /// <summary>The decoded CSV under the name that evidence cites, or null after a diagnostic.</summary>
    public Source? Decode(Source source, Answer answer, string name)
    {
        if (answer.Find("ReportFormat") is { } format && format.Text != "text/csv")
            diagnostics.Report(SnapshotDescriptors.BadFormat, source.Name, format.Place, format.Field, format.Raw);
        var content = answer.Find("Content")!.Value;
        var base64 = content.RawBytes[1..^1];
        if (base64.Contains((byte)'\\'))
            base64 = Encoding.UTF8.GetBytes(content.Text);
        var csv = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, csv, out _, out var length) == OperationStatus.Done)
            return new Source(name, csv.AsMemory(0, length));
        diagnostics.Report(SnapshotDescriptors.BadBase64, source.Name, content.Place, content.Field);
        return null;
    }

    /// <summary>Says where the CSV that stands beside the answer is another one.</summary>
    /// <param name="csv">The CSV.</param>
    /// <param name="decoded">What the answer holds.</param>
    /// <param name="name">The answer's name.</param>
    public void Compare(Source csv, Source decoded, string name)
    {
        var common = csv.Bytes.CommonPrefixLength(decoded.Bytes);
        if (common == csv.Bytes.Length && common == decoded.Bytes.Length)
            return;
        var differInLastLineEnd = csv.Bytes[common..].Trim("\r\n"u8).IsEmpty
            && decoded.Bytes[common..].Trim("\r\n"u8).IsEmpty;
        var what = differInLastLineEnd ? "only the line end at the end differs" : "from here on";
        diagnostics.Report(SnapshotDescriptors.TwoReports, csv.Name, csv.PlaceOf(common), "", name, what);
    }

    /// <summary>When AWS generated the report; null after a diagnostic.</summary>
    public DateTimeOffset? TimeOf(Source source, Answer answer)
    {
        if (answer.Find("GeneratedTime") is not { } cell)
        {
            diagnostics.Report(SnapshotDescriptors.NoTime, source.Name);
            return null;
        }

        var instant = default(DateTimeOffset);
        var understood = cell.Kind switch
        {
            JsonCellKind.String => IsoInstant.TryParse(Encoding.UTF8.GetBytes(cell.Text), out instant),
            JsonCellKind.Number => TryEpoch(cell.Raw, out instant),
            _ => false,
        };
        if (understood)
            return instant;
        diagnostics.Report(SnapshotDescriptors.BadTime, source.Name, cell.Place, cell.Field, cell.Raw);
        return null;
    }

    /// <summary>
    /// Seconds since 1970 with a fraction, as the AWS CLI prints with <c>cli_timestamp_format = none</c>.
    /// </summary>
    private static bool TryEpoch(string number, out DateTimeOffset instant)
    {
        instant = default;
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || seconds < 0
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        instant = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
