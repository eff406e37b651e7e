using PolicyEval.Evaluation.Testing;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Testing;

/// <summary>The tests of the bundled policies, run.</summary>
public sealed class BundledTestsTests
{
    [Fact]
    public void All_tests_inside_the_program_pass()
    {
        var library = PolicyTestLibrary.Load();
        Assert.Empty(library.Diagnostics);

        var run = PolicyTester.Run(library, PolicyTestFilter.All);

        Assert.NotEmpty(run.Policies);
        Assert.All(run.Policies.SelectMany(p => p.Cases), test => Assert.True(test.Passed, $"{test.Location}"));
    }

    [Fact]
    public void The_folder_of_policies_has_the_same_tests_as_the_program()
    {
        var ofFolder = PolicyTester.Run(PolicyTestLibrary.Load(Repository.PathOf("policies")), PolicyTestFilter.All);
        var bundled = PolicyTester.Run(PolicyTestLibrary.Load(), PolicyTestFilter.All);

        Assert.Equal(bundled.Policies.Select(p => p.Policy), ofFolder.Policies.Select(p => p.Policy));
        Assert.Equal([.. bundled.WithoutTests], ofFolder.WithoutTests.ToArray());
        Assert.Equal((bundled.Cases, bundled.Branches), (ofFolder.Passed, ofFolder.Branches));
    }
}
