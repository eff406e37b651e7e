namespace PolicyEval.Evaluation.Tests.Resources;

/// <summary>Which MFA devices are virtual, and which are root's.</summary>
public sealed class DeviceJoinsTests
{
    private const string Virtual = "virtual-mfa-devices.json";

    private const string OfUsers =
        """{"MFADevices": [{"UserName": "a", "SerialNumber": "v"}, {"UserName": "a", "SerialNumber": "h"}]}""";

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", "[s]")]
    [InlineData("arn:aws-cn:iam::111122223333:root", "[s]")]
    [InlineData("arn:aws:iam::111122223333:user/root", "[]")]
    [InlineData("arn:aws:iam::111122223333:user/a/root", "[]")]
    [InlineData("arn:aws:iam::111122223333:user/rooty", "[]")]
    [InlineData("arn:aws:iam::111122223333:Root", "[]")]
    [InlineData("arn:aws:iam::111122223333:user/x:root", "[]")]
    [InlineData("root", "? has no ARN")]
    public void Root_is_the_user_whose_resource_is_root(string arn, string expected)
    {
        var evidence = SampleEvidence.Of((Virtual,
            $$$"""{"VirtualMFADevices": [{"SerialNumber": "s", "User": {"Arn": "{{{arn}}}"}}]}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Root, "virtual_mfa_devices"));
    }

    [Theory]
    [InlineData("""{"SerialNumber": "s"}""", "[]")]
    [InlineData("""{"SerialNumber": "s", "User": null}""", "[]")]
    [InlineData("""{"SerialNumber": "s", "User": {}}""", "? has no ARN")]
    [InlineData("\"s\"", "? is no object")]
    public void A_device_whose_user_cannot_be_told_may_be_roots(string device, string expected)
    {
        var evidence = SampleEvidence.Of((Virtual, $$"""{"VirtualMFADevices": [{{device}}]}"""));

        Assert.Equal(expected, SampleEvidence.Read(evidence.Root, "virtual_mfa_devices"));
    }

    [Fact]
    public void A_cut_list_does_not_tell_whether_root_has_one()
    {
        var evidence = SampleEvidence.Of((Virtual, """{"VirtualMFADevices": [], "IsTruncated": true}"""));

        Assert.Equal("? is cut: more pages follow", SampleEvidence.Read(evidence.Root, "virtual_mfa_devices"));
    }

    [Fact]
    public void What_is_not_in_the_list_of_virtual_devices_is_not_virtual()
    {
        var evidence = SampleEvidence.Of(
            (Virtual, """{"VirtualMFADevices": [{"SerialNumber": "v"}]}"""),
            ("mfa-devices.json", OfUsers));

        Assert.Equal(["true", "false"], evidence.MfaDevices.Records.Select(d => SampleEvidence.Read(d, "is_virtual")));
        Assert.Equal("true", SampleEvidence.Read(evidence.VirtualMfaDevices.Records[0], "is_virtual"));
        Assert.Equal(["h"], evidence.DeviceJoins.OnlyListedByUser.Select(d => SampleEvidence.Read(d, "serial_number")));
    }

    [Fact]
    public void Without_all_virtual_devices_nothing_is_hardware()
    {
        var evidence = SampleEvidence.Of(
            (Virtual, """{"VirtualMFADevices": [{"SerialNumber": "v"}], "Marker": "x"}"""),
            ("mfa-devices.json", OfUsers));

        Assert.Equal(
            ["true", "? is cut: more pages follow"],
            evidence.MfaDevices.Records.Select(d => SampleEvidence.Read(d, "is_virtual")));
    }
}
