using System.Text.Json;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class SchemaCommandTests
{
    [Theory]
    [InlineData("policy")]
    [InlineData("report")]
    [InlineData("comparison")]
    [InlineData("period")]
    [InlineData("explanation")]
    [InlineData("verification")]
    [InlineData("catalogue")]
    public void What_is_printed_is_the_published_file(string name)
    {
        var path = Repository.PathOf("policies", "schemas", name + ".schema.json");
        var run = CliRun.Of("schema", name);
        if (name == "policy" && Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            File.WriteAllText(path, run.Output);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(path), run.Output);
    }

    [Fact]
    public void Without_a_name_it_is_the_schema_of_what_authors_write()
    {
        using var schema = JsonDocument.Parse(CliRun.Of("schema").Output);

        Assert.Equal(
            ["Policy", "Framework", "Waiver", "Settings", "PolicyTests"],
            schema.RootElement.GetProperty("definitions").EnumerateObject().Select(kind => kind.Name));
    }

    [Fact]
    public void An_unknown_name_is_wrong_usage_with_the_name_that_was_meant()
    {
        var run = CliRun.Of("schema", "verificaton");

        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("error PE4121: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("verification", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }
}
