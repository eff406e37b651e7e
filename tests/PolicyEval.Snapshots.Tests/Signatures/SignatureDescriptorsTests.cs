using System.Reflection;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class SignatureDescriptorsTests
{
    [Fact]
    public void The_ledger_names_every_descriptor_once_and_in_order()
    {
        var declared = typeof(SignatureDescriptors).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(SnapshotDescriptor))
            .Select(property => (SnapshotDescriptor)property.GetValue(null)!)
            .ToList();

        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(d => d.Id).Order(), SignatureDescriptors.All.Select(d => d.Id));
        Assert.All(declared, d => Assert.Matches("^PE61[01][0-9]$", d.Id));
        Assert.All(declared, d => Assert.EndsWith(".", d.Help, StringComparison.Ordinal));
    }
}
