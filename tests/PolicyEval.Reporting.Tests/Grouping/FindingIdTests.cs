using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Grouping;

/// <summary>What the id of a finding is made of.</summary>
public sealed class FindingIdTests
{
    private static readonly ParamReference Days = new("days", "int", "90", "90");
    private static readonly ParamReference Note = new("note", "string", "", "");

    private static readonly Finding Plain = Sample.FindingOf("p", "1.8", "alice", Outcome.Fail) with
    {
        Fingerprint = "0123456789abcdef0123456789abcdef",
        Params = [Days, Note],
    };

    [Fact]
    public void It_is_the_fingerprint_where_every_parameter_has_the_value_of_the_policy()
    {
        Assert.Equal(Plain.Fingerprint, $"{FindingId.Of(Plain)}");
        Assert.Equal(Plain.Fingerprint, $"{FindingId.Of(Plain with { Params = [] })}");
        Assert.Equal("0123456789abcdef", FindingId.Of(Plain).Short);
    }

    [Fact]
    public void It_names_the_variant_where_one_has_another_value()
    {
        var id = FindingId.Of(Plain with { Params = [Days with { Value = "45" }, Note] });

        Assert.Equal("0123456789abcdef0123456789abcdef-f8d3cf940646af99", $"{id}");
        Assert.Equal("f8d3cf940646af99", id.Short);
    }

    [Fact]
    public void Every_other_value_is_in_it_in_the_order_of_the_names()
    {
        var (days, note) = (Days with { Value = "45" }, Note with { Value = "x" });

        Assert.Equal("b8ab8575f5ab9432", FindingId.Of(Plain with { Params = [days, note] }).Short);
        Assert.Equal("b8ab8575f5ab9432", FindingId.Of(Plain with { Params = [note, days] }).Short);
    }

    [Fact]
    public void Of_another_resource_the_variant_is_another()
    {
        var finding = Plain with { Params = [Days with { Value = "45" }] };

        Assert.NotEqual(
            FindingId.Of(finding).Variant,
            FindingId.Of(finding with { Fingerprint = "fedcba9876543210fedcba9876543210" }).Variant);
    }

    /// <summary>A framework that asks for the policy's own value asks for the policy as it is, and so does --set.</summary>
    [Fact]
    public void Who_sets_a_value_does_not_matter()
    {
        var ofFramework = Days with { Value = "45", Standard = "45" };
        var ofUser = Days with { Value = "45", Source = "--set" };
        var setBack = Days with { Standard = "45", Source = "--set" };

        Assert.Equal(
            FindingId.Of(Plain with { Params = [ofFramework] }), FindingId.Of(Plain with { Params = [ofUser, Note] }));
        Assert.Equal(FindingId.Of(Plain), FindingId.Of(Plain with { Params = [setBack] }));
    }

    [Fact]
    public void Nothing_else_of_a_finding_is_in_it()
    {
        var finding = Plain with { Params = [Days with { Value = "45" }] };
        var other = finding with
        {
            Title = "Another",
            Controls = ["cis_v700/2.11"],
            Snapshot = new string('b', 64),
            Outcome = Outcome.Pass,
            Severity = Severity.Critical,
            Waiver = new WaiverReference("w", "carol", "Sealed", "2027-01-01T00:00:00Z"),
            Baseline = BaselineState.Known,
        };

        Assert.Equal(FindingId.Of(finding), FindingId.Of(other));
    }
}
