using PolicyEval.Collector.Runs;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Collector.Tests.Runs;

public sealed class RefusalTextTests
{
    [Fact]
    public void A_reason_stands_once_with_its_places_and_its_way_out()
    {
        var descriptor = SealingDescriptors.Secret;

        var text = RefusalText.Of(
        [
            .. Enumerable.Range(1, 5).Select(line =>
                new SnapshotDiagnostic(descriptor, "data/collection.jsonl", line, 7, "", ["a key", "x"])),
        ]);

        Assert.StartsWith(
            "data/collection.jsonl:1:7, data/collection.jsonl:2:7, data/collection.jsonl:3:7 and 2 more: PE6127: ",
            text,
            StringComparison.Ordinal);
        Assert.Equal(2, text.Split("PE6127").Length);
        Assert.EndsWith(descriptor.Help, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split(descriptor.Help).Length);
    }
}
