using PolicyEval.Collector.Commands;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Commands;

public sealed class AccountListTests
{
    [Fact]
    public void Ids_are_separated_by_commas() => Assert.Equal<string>(
        ["111122223333", "444455556666"], AccountList.Read("111122223333, 444455556666").Ids);

    [Fact]
    public void A_file_has_one_id_a_line_with_comments_and_empty_lines()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "accounts.txt", "\uFEFF# ours\r\n111122223333\r\n\r\n  444455556666  # payments\n# 777788889999\n");

        Assert.Equal<string>(["111122223333", "444455556666"], AccountList.Read(file).Ids);
    }

    [Fact]
    public void A_bad_id_is_refused_with_line_and_column()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("accounts.txt", "111122223333\n  44445555666\n11112222333a # typo\n");

        var refusal = Assert.Throws<CollectException>(() => AccountList.Read(file));

        Assert.Equal(ExitCodes.WrongUsage, refusal.ExitCode);
        Assert.Equal(
            [("PE4207", "accounts.txt:2:3", "4444…"), ("PE4207", "accounts.txt:3:1", "1111…")],
            refusal.Diagnostics.Select(d => (d.Descriptor.Id, d.Place, d.Arguments[0])));
    }

    [Fact]
    public void A_wrong_file_is_not_repeated()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("credentials", "[default]\naws_secret_access_key = invented\n1111222233334444\nabc\n");

        var refusal = Assert.Throws<CollectException>(() => AccountList.Read(file));

        Assert.Equal(
            [
                ("credentials:1:1", "[def…"), ("credentials:2:1", "…"), ("credentials:3:1", "1111…"),
                ("credentials:4:1", "abc"),
            ],
            refusal.Diagnostics.Select(d => (d.Place, d.Arguments[0])));
    }

    [Fact]
    public void A_bad_id_in_the_argument_is_refused_with_its_column()
    {
        var refusal = Assert.Throws<CollectException>(() => AccountList.Read("111122223333,  4444,"));

        Assert.Equal(
            [("PE4207", "--accounts:1:16", "4444"), ("PE4207", "--accounts:1:21", "")],
            refusal.Diagnostics.Select(d => (d.Descriptor.Id, d.Place, d.Arguments[0])));
    }

    [Fact]
    public void An_id_that_is_named_twice_is_collected_once_and_reported()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("accounts.txt", "111122223333\n444455556666\n111122223333\n");

        var list = AccountList.Read(file);

        Assert.Equal<string>(["111122223333", "444455556666"], list.Ids);
        var warning = Assert.Single(list.Warnings);
        Assert.Equal(("PE4208", "accounts.txt:3:1"), (warning.Descriptor.Id, warning.Place));
    }

    [Theory]
    [InlineData("PE4209", "# nobody\n")]
    [InlineData("PE4209", "")]
    [InlineData("PE4210", null)]
    public void A_file_without_accounts_is_refused(string id, string? content)
    {
        using var folder = new TemporaryFolder();
        var file = content is null ? folder.PathOf("absent.txt") : folder.Write("accounts.txt", content);

        var refusal = Assert.Throws<CollectException>(() => AccountList.Read(file));

        Assert.Equal(id, Assert.Single(refusal.Diagnostics).Descriptor.Id);
        Assert.Equal(ExitCodes.WrongUsage, refusal.ExitCode);
    }

    [Fact]
    public void A_file_that_is_no_text_or_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        var binary = folder.Write("binary", [0x31, 0xFF, 0x0A]);
        var large = folder.Write("large", new byte[(1 << 20) + 1]);

        Assert.All([binary, large, folder.Path], path =>
            Assert.Equal(
                "PE4210", Assert.Throws<CollectException>(() => AccountList.Read(path)).Diagnostics[0].Descriptor.Id));
    }
}
