using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>Answers that are asked for user by user.</summary>
public sealed class UserCallsTests
{
    private const string File = "mfa-devices.json";

    [Fact]
    public void They_are_joined_in_the_order_of_the_calls() => Assert.Equal(
        "{\n    \"MFADevices\": [\n        {\n            \"UserName\": \"b\"\n        },\n        {\n"
        + "            \"UserName\": \"a\"\n        }\n    ]\n}\n",
        Users("a", "b").Answer(ApiOperations.ListMfaDevices, Device("b"), ("UserName", "b"))
            .Answer(ApiOperations.ListMfaDevices, Device("a"), ("UserName", "a")).Text(File));

    [Fact]
    public void A_user_who_was_deleted_meanwhile_is_left_out()
    {
        var text = Users("a", "b").Answer(ApiOperations.ListMfaDevices, Device("a"), ("UserName", "a"))
            .Failure(ApiOperations.ListMfaDevices, "NoSuchEntity", ("UserName", "b")).Text(File);

        Assert.Contains("\"UserName\": \"a\"", text);
        Assert.DoesNotContain("Error", text);
    }

    [Fact]
    public void One_failure_makes_the_whole_a_failure() => Assert.Contains(
        "\"Code\": \"AccessDenied\"",
        Users("a", "b").Answer(ApiOperations.ListMfaDevices, Device("a"), ("UserName", "a"))
            .Failure(ApiOperations.ListMfaDevices, "AccessDenied", ("UserName", "b")).Text(File));

    [Fact]
    public void A_user_who_was_not_asked_about_is_a_failure() => Assert.Contains(
        "\"Code\": \"NotCalled\"",
        Users("a", "b").Answer(ApiOperations.ListMfaDevices, Device("a"), ("UserName", "a")).Text(File));

    [Fact]
    public void Without_users_there_is_nothing_to_list()
    {
        var files = Users().Derive();

        Assert.Equal(["users.json", "mfa-devices.json", "access-keys.json"], files.Select(file => file.Name));
        Assert.Equal("{\n    \"MFADevices\": []\n}\n", Users().Text(File));
        Assert.Equal(["data/raw/iam/ListUsers/0001.xml"], files[1].DerivedFrom.AsEnumerable());
    }

    [Fact]
    public void Where_the_users_are_not_known_nothing_is_said() => Assert.Equal(
        ["users.json"],
        new Recorded().Failure(ApiOperations.ListUsers, "AccessDenied").Derive().Select(file => file.Name));

    private static Recorded Users(params string[] names) => new Recorded().Answer(
        ApiOperations.ListUsers,
        $"<Users>{string.Concat(names.Select(name => $"<member><UserName>{name}</UserName></member>"))}</Users>");

    private static string Device(string user) =>
        $"<MFADevices><member><UserName>{user}</UserName></member></MFADevices><IsTruncated>false</IsTruncated>";
}
