using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PolicyEval.Cli;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Collector.Tests.Support;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Collector.Tests.Moto;

public sealed class MotoCollectionTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const int Users = 155;

    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";

    private const string Everything =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    [MotoFact]
    public async Task An_account_is_collected_sealed_and_verified_with_the_tools_of_the_system()
    {
        await FillAsync();
        using var folder = new TemporaryFolder();

        var run = await CollectRun.OfAsync(moto.Address, new JumpingClock(), ["--output", folder.Path]);

        // What moto 5.2 does not answer is a failed call, and the rest is there.
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "1 of 15 calls failed: iam:ListOrganizationsFeatures (", run.Error, StringComparison.Ordinal);
        var snapshot = Assert.Single(run.Snapshots);
        var data = Path.Combine(snapshot.Path, "data");
        Assert.Equal(Users, CountOf(data, "users.json", "Users"));
        Assert.Equal(Users, CountOf(data, "account-authorization-details.json", "UserDetailList"));
        Assert.Equal(120, CountOf(data, "virtual-mfa-devices.json", "VirtualMFADevices"));
        Assert.Equal(1, CountOf(data, "mfa-devices.json", "MFADevices"));
        Assert.Equal(2, CountOf(data, "access-keys.json", "AccessKeyMetadata"));
        Assert.Equal(1, CountOf(data, "server-certificates.json", "ServerCertificateMetadataList"));
        Assert.Equal(1, CountOf(data, "account-authorization-details.json", "RoleDetailList"));
        Assert.Contains(
            "\"MinimumPasswordLength\": 14", File.ReadAllText(Path.Combine(data, "account-password-policy.json")),
            StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(data, "raw/iam/ListVirtualMFADevices/0002.xml")));
        AssertHoldsNoSeed(snapshot.Path);
        AssertSystemVerifies(snapshot.Path);
        var verification = SnapshotVerifier.Verify(snapshot.Path, new VerifyOptions());
        Assert.Equal(VerificationVerdict.Unsigned, verification.Verdict);
        Assert.Equal(snapshot.Digest, verification.Digest);
        AssertOutcomes(snapshot.Path);
    }

    /// <summary>
    /// moto 5.2 writes a report without root row, of 2015, so ages are measured at an instant of the test's own. Its
    /// server certificates expired in 2012, whatever is uploaded.
    /// </summary>
    private static void AssertOutcomes(string path)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var host = new CliHost { Input = Stream.Null, Output = output, Error = error };
        var asOf = DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var exitCode = host.Run(["evaluate", path, "--as-of", asOf, "--format", "json"]);

        Assert.True(exitCode == 1, Encoding.UTF8.GetString(error.ToArray()));
        using var report = JsonDocument.Parse(output.ToArray());
        var outcomes = report.RootElement.GetProperty("controls").EnumerateArray()
            .Where(control => control.GetProperty("policies").GetArrayLength() > 0)
            .Select(control => $"{control.GetProperty("id")} {control.GetProperty("outcome")}");
        Assert.Equal(
            [
                "1.4 pass", "1.5 incomplete", "1.6 incomplete", "1.7 incomplete", "1.8 pass", "1.9 fail", "1.10 fail",
                "1.11 pass", "1.12 pass", "1.13 fail", "1.14 pass", "1.15 pass", "1.16 not_applicable", "1.17 fail",
                "1.19 fail",
            ],
            outcomes);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < Users; i++)
            await moto.MakeAsync("CreateUser", ("UserName", $"user-{i:d3}"));
        for (var i = 0; i < 120; i++)
            await moto.MakeAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", $"device-{i:d3}"));
        await moto.MakeAsync(
            "EnableMFADevice", ("UserName", "user-000"), ("SerialNumber", "arn:aws:iam::123456789012:mfa/device-000"),
            ("AuthenticationCode1", "123456"), ("AuthenticationCode2", "654321"));
        await moto.MakeAsync("CreateAccessKey", ("UserName", "user-001"));
        await moto.MakeAsync("CreateAccessKey", ("UserName", "user-001"));
        await moto.MakeAsync("CreateLoginProfile", ("UserName", "user-002"), ("Password", "Not-a-secret-1234"));
        await moto.MakeAsync(
            "CreateRole", ("RoleName", "Reader"), ("AssumeRolePolicyDocument", Trust));
        await moto.MakeAsync("CreatePolicy", ("PolicyName", "everything"), ("PolicyDocument", Everything));
        await moto.MakeAsync("UpdateAccountPasswordPolicy", ("MinimumPasswordLength", "14"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=example.com", key, HashAlgorithmName.SHA256);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(start, start.AddYears(1));
        await moto.MakeAsync(
            "UploadServerCertificate", ("ServerCertificateName", "front"),
            ("CertificateBody", certificate.ExportCertificatePem()), ("PrivateKey", key.ExportPkcs8PrivateKeyPem()));
    }

    private static int CountOf(string data, string file, string list)
    {
        using var answer = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, file)));
        return answer.RootElement.GetProperty(list).GetArrayLength();
    }

    private static void AssertHoldsNoSeed(string path)
    {
        var pages = Directory.EnumerateFiles(Path.Combine(path, "data/raw/iam/ListVirtualMFADevices"))
            .Select(File.ReadAllText)
            .ToList();
        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.DoesNotMatch("<Base32StringSeed>[A-Za-z0-9+/=]{16,}<", page));
    }

    private static void AssertSystemVerifies(string path)
    {
        if (OperatingSystem.IsWindows())
            return;

        var start = new ProcessStartInfo(
            "sha256sum", ["-c", "--strict", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"])
        {
            WorkingDirectory = path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, said));
    }
}
