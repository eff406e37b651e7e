using System.Text.RegularExpressions;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Language.Tests.Binding;

public class DescriptorTests
{
    [Fact]
    public void Ids_are_unique_in_their_range_and_say_a_way_out()
    {
        var all = SyntaxDescriptors.All.Concat(BindingDescriptors.All).ToArray();

        Assert.True(all.Length >= 26);
        Assert.Equal(all.Length, all.Select(d => d.Id).Distinct().Count());
        Assert.All(SyntaxDescriptors.All, d => Assert.Matches(new Regex("^PE1[0-9]{3}$"), d.Id));
        Assert.All(BindingDescriptors.All, d => Assert.Matches(new Regex("^PE2[0-9]{3}$"), d.Id));
        Assert.All(all, d => Assert.True(d.Title.Length > 0 && d.MessageFormat.Length > 0 && d.Help.Length > 0, d.Id));
    }

    [Fact]
    public void The_ledgers_list_every_descriptor_that_they_declare()
    {
        foreach (var ledger in new[] { typeof(SyntaxDescriptors), typeof(BindingDescriptors) })
        {
            var declared = ledger.GetProperties().Count(p => p.PropertyType == typeof(DiagnosticDescriptor));
            var listed = ledger == typeof(SyntaxDescriptors) ? SyntaxDescriptors.All : BindingDescriptors.All;
            Assert.Equal(declared, listed.Length);
        }
    }
}
