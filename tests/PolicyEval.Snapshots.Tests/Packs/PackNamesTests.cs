using CsCheck;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Packs;

namespace PolicyEval.Snapshots.Tests.Packs;

/// <summary>Whatever a user calls a file, in a pack it has a path of its own that a bag may have.</summary>
public sealed class PackNamesTests
{
    [Theory]
    [InlineData("policies/iam/root.yaml", "data/policies/root.yaml")]
    [InlineData(@"C:\mine\my policy.yaml", "data/policies/my_policy.yaml")]
    [InlineData("a.b.yaml", "data/policies/a_b.yaml")]
    [InlineData("con.yaml", "data/policies/con-2.yaml")]
    [InlineData("half.partial", "data/policies/half_partial")]
    [InlineData("/dev/fd/63", "data/policies/63")]
    [InlineData("ü", "data/policies/_")]
    [InlineData("-rf.yaml", "data/policies/_rf.yaml")]
    [InlineData(".yaml", "data/policies/_.yaml")]
    public void A_file_is_called_nearly_as_its_user_calls_it(string name, string expected)
    {
        var path = new PackNames().TakeFile("data/policies/", name);

        Assert.Equal(expected, path);
        Assert.Null(BagPath.ProblemOf(path));
    }

    [Fact]
    public void Two_of_one_name_get_numbers_and_case_does_not_tell_them_apart()
    {
        var names = new PackNames();

        Assert.Equal(
            ["data/a.yaml", "data/A-2.yaml", "data/a-3.yaml", "data/a/", "data/A-2/"],
            [
                names.TakeFile("data/", "x/a.yaml"), names.TakeFile("data/", "y/A.yaml"),
                names.TakeFile("data/", "a.yaml"), names.Take("data/", "a", "/"), names.Take("data/", "A", "/"),
            ]);
    }

    [Fact]
    public void Any_names_give_paths_that_a_bag_may_have_and_none_twice() =>
        Gen.String[0, 300].Array[1, 20].Sample(
            given =>
            {
                var names = new PackNames();
                var all = given.SelectMany(name =>
                    new[] { names.TakeFile("data/waivers/", name), names.Take("data/snapshots/", name, ".zip") });
                var bag = new BagNames();
                return all.All(path => BagPath.ProblemOf(path) is null && bag.Add(path) is null);
            },
            iter: 2000);
}
