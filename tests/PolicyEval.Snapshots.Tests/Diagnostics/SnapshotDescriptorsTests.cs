using System.Reflection;
using System.Text.RegularExpressions;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Tests.Diagnostics;

public sealed partial class SnapshotDescriptorsTests
{
    [Fact]
    public void The_ledger_names_every_descriptor_once_and_in_order()
    {
        var declared = typeof(SnapshotDescriptors).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(SnapshotDescriptor))
            .Select(property => (SnapshotDescriptor)property.GetValue(null)!)
            .ToList();

        Assert.True(declared.Count > 40);
        Assert.Equal(declared.Select(d => d.Id).Order(), SnapshotDescriptors.All.Select(d => d.Id));
        Assert.Equal(declared.Count, declared.Select(d => d.Id).Distinct().Count());
        Assert.Equal(declared.Count, declared.Select(d => d.Title).Distinct().Count());
    }

    [Fact]
    public void Every_descriptor_has_an_id_of_the_stage_and_a_way_out() => Assert.All(
        SnapshotDescriptors.All,
        descriptor =>
        {
            Assert.Matches(StageId(), descriptor.Id);
            Assert.EndsWith(".", descriptor.Help, StringComparison.Ordinal);
            Assert.NotEmpty(descriptor.Help);
        });

    [GeneratedRegex("^PE6[0-9]{3}$")]
    private static partial Regex StageId();
}
