using System.Reflection;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Tests.Diagnostics;

public sealed class BagDescriptorsTests
{
    [Fact]
    public void The_ledger_names_every_descriptor_once_and_in_order()
    {
        var declared = typeof(BagDescriptors).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(SnapshotDescriptor))
            .Select(property => (SnapshotDescriptor)property.GetValue(null)!)
            .ToList();

        Assert.Equal(
            Enumerable.Range(0, declared.Count).Select(i => $"PE{6070 + i}"), BagDescriptors.All.Select(d => d.Id));
        Assert.Equal(declared.Select(d => d.Id).Order(), BagDescriptors.All.Select(d => d.Id));
        Assert.Equal(
            declared.Count, declared.Concat(SnapshotDescriptors.All).DistinctBy(d => d.Title).Count() - SnapshotDescriptors.All.Length);
    }
}
