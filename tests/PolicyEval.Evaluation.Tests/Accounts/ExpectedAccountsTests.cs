using PolicyEval.Evaluation.Accounts;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Accounts;

/// <summary>A list of accounts: what it may look like, and what is said of mistakes in it.</summary>
public sealed class ExpectedAccountsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("000000000001\n111122223333\n", "000000000001=;111122223333=")]
    [InlineData("111122223333,prod\r\n000000000001,dev", "000000000001=dev;111122223333=prod")]
    [InlineData("account,name\n111122223333,prod\n", "111122223333=prod")]
    [InlineData("Name,Owner,ACCOUNT\nprod,x,111122223333\n", "111122223333=prod")]
    [InlineData("account\n\n111122223333\n\n", "111122223333=")]
    [InlineData("\"111122223333\" , \"a \"\"b\"\", c\"\n", "111122223333=a \"b\", c")]
    [InlineData("\uFEFFaccount,name\n111122223333,\n444455556666\n", "111122223333=;444455556666=")]
    public void It_is_read(string text, string expected)
    {
        var population = Read(text);
        Assert.Empty(population.Diagnostics);
        Assert.Equal(expected, string.Join(';', population.Accounts.Select(account => $"{account.Id}={account.Name}")));
        Assert.Equal(population.Accounts.Length, Assert.Single(population.Sources).Accounts);
    }

    [Theory]
    [InlineData("account,name\n11112222333,x\n", "PE4160 2:1", "\"11112222333\" is no account: twelve digits are needed, and leading zeros may be lost: 011112222333.")]
    [InlineData("account,name\n1.11122E+11,x\n", "PE4160 2:1", "and a spreadsheet made a rounded number of it")]
    [InlineData("name,account\nx,  1111222233334\n", "PE4160 2:5", "\"1111222233334\" is no account: twelve digits are needed.")]
    [InlineData("name,account\nx1\n", "PE4160 2:1", "\"\" is no account")]
    [InlineData("111122223333\n444455556666\n111122223333\n", "PE4161 3:1", "The account 111122223333 stands in line 1 already.")]
    [InlineData("", "PE4162 0:0", "names no account")]
    [InlineData("account,name\n", "PE4162 0:0", "names no account")]
    [InlineData("111122223333,prod,me\n", "PE4163 1:19", "This line has 3 cells")]
    [InlineData("111122223333,\"prod\n", "PE4164 1:14", "A quote")]
    [InlineData("111122223333,\"prod\" x\n", "PE4164 1:14", "A quote")]
    [InlineData("111122223333,pr\"od\n", "PE4164 1:14", "A quote")]
    [InlineData("id;name\n111122223333;prod\n", "PE4165 1:1", "No column of the header is called account")]
    public void A_mistake_is_said_where_it_is(string text, string place, string message)
    {
        var diagnostic = Assert.Single(Read(text).Diagnostics);
        Assert.Equal(place, $"{diagnostic.Id} {diagnostic.Location.Line}:{diagnostic.Location.Column}");
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said() =>
        Assert.Contains(
            "it is not there",
            Assert.Single(AccountPopulation.OfFile(_folder.PathOf("absent.csv")).Diagnostics).Message,
            StringComparison.Ordinal);

    private AccountPopulation Read(string text) => AccountPopulation.OfFile(_folder.Write("accounts.csv", text));
}
