using System.Text;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class RedactorTests
{
    private const string DevicePath = "ListVirtualMFADevicesResponse/ListVirtualMFADevicesResult/VirtualMFADevices/";

    [Fact]
    public void Seeds_and_pictures_of_MFA_devices_are_taken_out_and_named()
    {
        var body = Recorded.Xml("ListVirtualMFADevices",
            "<VirtualMFADevices><member><SerialNumber>one</SerialNumber></member>"
            + "<member><SerialNumber>two</SerialNumber>"
            + "<Base32StringSeed>SEEDSEEDSEED</Base32StringSeed><QRCodePNG>cGljdHVyZQ==</QRCodePNG></member>"
            + "</VirtualMFADevices>");

        var redacted = Redact(ApiOperations.ListVirtualMfaDevices, body);

        Assert.Equal(
            [DevicePath + "member[2]/Base32StringSeed", DevicePath + "member[2]/QRCodePNG"],
            redacted.Redactions.Select(redaction => redaction.Path));
        Assert.Equal(
            body.Replace("SEEDSEEDSEED", "[redacted]").Replace("cGljdHVyZQ==", "[redacted]"), Text(redacted));
    }

    [Theory]
    [InlineData("base32StringSeed", "[redacted]")]
    [InlineData("qrcodepng", "[redacted]")]
    [InlineData("secretaccesskey", "[redacted]")]
    [InlineData("SESSIONTOKEN", "[redacted]")]
    [InlineData("password", "[redacted]")]
    [InlineData("accessKeyId", "****************here")]
    public void The_names_of_secrets_count_in_any_case(string name, string expected)
    {
        var xml = Redact(ApiOperations.ListUsers, $"<a><{name}>1234567890123456here</{name}></a>");
        var json = Redact(ApiOperations.ListAccounts, $"{{\"{name}\":\"1234567890123456here\"}}");

        Assert.Equal($"<a><{name}>{expected}</{name}></a>", Text(xml));
        Assert.Equal($"{{\"{name}\":\"{expected}\"}}", Text(json));
    }

    [Theory]
    [InlineData("<Tags><member><Key>task</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Tags><member><Key>sk</Key></member><member><Value>{0}</Value></member></Tags>")]
    public void Forty_characters_of_another_tag_stay(string text) => Assert.Empty(Redact(
        ApiOperations.ListUsers,
        Recorded.Xml("ListUsers", text.Replace("{0}", Planted.SecretKey))).Redactions);

    [Theory]
    [InlineData(@"{""a"":""\ud800""}")]
    [InlineData(@"{""\ud800"":""x""}")]
    [InlineData(@"{""SessionToken"":""\ud800""}")]
    [InlineData(@"{""Name"":""\ud800 AKIAIOSFODNN7EXAMPLE""}")]
    [InlineData(@"{""Tags"":[{""Key"":""\ud800"",""Value"":""\udc00""}]}")]
    public void Half_a_surrogate_pair_in_JSON_is_a_bad_answer(string body)
    {
        var redacted = Redact(ApiOperations.ListAccounts, body);

        Assert.DoesNotContain(Planted.KeyId, Text(redacted));
        Assert.Equal(CallErrors.BadResponse, PageReader.Read(ApiOperations.ListAccounts, redacted.Body).Error?.Code);
    }

    [Fact]
    public void A_mask_that_ends_inside_of_an_escape_stops_nothing()
    {
        // What is taken for a header's value ends after a number of bytes, here before the second backslash.
        for (var length = 4080; length < 4100; length++)
        {
            var body = $"{{\"Name\":\"Authorization: Bearer {new string('x', length)}\\\\\"}}";

            Assert.Contains("[redacted]", Text(Redact(ApiOperations.ListAccounts, body)));
        }
    }

    [Fact]
    public void Access_key_ids_keep_their_last_four()
    {
        var body = Recorded.Xml("ListAccessKeys",
            $"<AccessKeyMetadata><member><UserName>a</UserName><AccessKeyId>{Planted.KeyId}</AccessKeyId></member>"
            + "</AccessKeyMetadata>");

        var redacted = Redact(ApiOperations.ListAccessKeys, body);

        Assert.Equal(body.Replace(Planted.KeyId, "****************MPLE"), Text(redacted));
        Assert.EndsWith("/AccessKeyMetadata/member/AccessKeyId", Assert.Single(redacted.Redactions).Path);
    }

    [Fact]
    public void A_page_without_secrets_stays_the_same_bytes()
    {
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes(Recorded.Xml("ListUsers",
            "<Users><member><UserId>AIDAEXAMPLEALICE00000</UserId><UserName>secret-agent</UserName></member></Users>"));

        var redacted = Redactor.Redact(ApiOperations.ListUsers, body);

        Assert.Empty(redacted.Redactions);
        Assert.True(redacted.Body.Equals(body));
    }

    public static TheoryData<string, string> Hidden => new()
    {
        { "plain", $"id {Planted.KeyId}." },
        { "reference", $"&#x41;{Planted.KeyId[1..]}" },
        { "CDATA", $"<![CDATA[{Planted.KeyId}]]>" },
        { "split by CDATA", $"{Planted.KeyId[..6]}<![CDATA[{Planted.KeyId[6..]}]]>" },
        { "split by a comment", $"{Planted.KeyId[..6]}<!-- no -->{Planted.KeyId[6..]}" },
        { "percent", $"%22key%22%3A%22{Planted.KeyId}%22" },
        { "percent in a letter", $"%7B%22k%22%3A%22%41{Planted.KeyId[1..]}%22%7D" },
        { "JSON escape in percent", $"%7B%22k%22%3A%22%5Cu0041{Planted.KeyId[1..]}%22%7D" },
        { "percent thrice", $"%252541{Planted.KeyId[1..]}" },
        { "small letters before", $"key{Planted.KeyId}" },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_key_id_is_found_however_it_is_written(string how, string text)
    {
        var body = Recorded.Xml(
            "ListUsers", $"<Users><member><UserName>a</UserName><Note>{text}</Note></member></Users>");

        var redacted = Redact(ApiOperations.ListUsers, body);

        Assert.True(redacted.Redactions.Length == 1, how);
        Assert.Equal(
            "ListUsersResponse/ListUsersResult/Users/member/Note", redacted.Redactions[0].Path);
        var derived = new Recorded().Body(ApiOperations.ListUsers, Text(redacted), null).Text("users.json")!;
        Assert.Contains("****************MPLE", Uri.UnescapeDataString(derived));
        Assert.DoesNotContain(Planted.KeyId, Uri.UnescapeDataString(Uri.UnescapeDataString(derived)));
        Assert.StartsWith("{\n    \"Users\"", derived);
    }

    [Theory]
    [InlineData("<Tags><member><Key>aws_secret</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Tags><member><Value>{0}</Value><Key>Secret</Key></member></Tags>")]
    [InlineData("<Tags><member><Key>sk</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Tags><member><Value>{0}</Value><Key>SK</Key></member></Tags>")]
    [InlineData("<Tags><member><Key>secret_key</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Tags><member><Key>aws_secret_access_key</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Tags><member><Key>Password</Key><Value>{0}</Value></member></Tags>")]
    [InlineData("<Note>secret%22%3A%20%22{1}%22</Note>")]
    [InlineData("<Note>the secret={0}.</Note>")]
    public void Forty_characters_near_the_word_secret_are_taken_out(string text)
    {
        var inside = text.Replace("{0}", Planted.SecretKey).Replace("{1}", Planted.SecretKey.Replace("/", "%2F"));

        var redacted = Redact(
            ApiOperations.ListUsers, Recorded.Xml("ListUsers", $"<Users><member>{inside}</member></Users>"));

        Assert.Single(redacted.Redactions);
        Assert.DoesNotContain("wJalrXUtnFEMI", Text(redacted));
        Assert.Contains("[redacted]", Text(redacted));
    }

    [Fact]
    public void Tokens_keys_and_headers_are_taken_out_without_harm_to_the_markup()
    {
        var body = Recorded.Xml("ListUsers",
            $"<Users><member><A>{Planted.SessionToken}</A><B>{Planted.PrivateKey}</B>"
            + "<C>Authorization: Bearer abcdefghijklmnop</C>"
            + "<D>-----BEGIN PRIVATE KEY-----</D><UserName>x</UserName></member></Users>");

        var redacted = Redact(ApiOperations.ListUsers, body);

        Assert.Equal(4, redacted.Redactions.Length);
        Assert.Null(PageReader.Read(ApiOperations.ListUsers, redacted.Body).Error);
        Assert.Empty(SecretScan.Scan("x", redacted.Body));
        Assert.Contains("<UserName>x</UserName>", Text(redacted));
    }

    [Theory]
    [InlineData("<ListUsersResponse><Users><member><Note>see {0}")]
    [InlineData("<html><body attr='{0}'>")]
    [InlineData("no markup: {0}")]
    [InlineData("{{\"Accounts\": [{{\"Id\": \"{0}")]
    [InlineData("<a><b x='>'>{0}</a>")]
    [InlineData("<a {0}='1'/>")]
    public void A_body_that_is_broken_is_searched_all_the_same(string text)
    {
        var redacted = Redact(ApiOperations.ListUsers, text.Replace("{0}", Planted.KeyId));

        Assert.Single(redacted.Redactions);
        Assert.DoesNotContain(Planted.KeyId, Text(redacted));
    }

    [Fact]
    public void A_secret_in_which_the_body_ends_is_taken_out() => Assert.DoesNotContain(
        "SEEDSEED", Text(Redact(ApiOperations.ListVirtualMfaDevices, "<a><Base32StringSeed>SEEDSEED")));

    [Fact]
    public void A_body_in_another_encoding_is_taken_out_whole()
    {
        var body = Encoding.Unicode.GetBytes($"<a>{Planted.KeyId}</a>");

        Assert.Equal("[redacted]", Text(Redactor.Redact(ApiOperations.ListUsers, body)));
    }

    [Fact]
    public void JSON_bodies_too()
    {
        var body = "{\"Accounts\":[{\"Id\":\"1\"},{\"Id\":\"2\",\"Name\":\"A\\u004bIA" + Planted.KeyId[4..]
            + "\",\"SessionToken\":\"x\"}]}";

        var redacted = Redact(ApiOperations.ListAccounts, body);

        Assert.Equal(
            ["Accounts/member[2]/Name", "Accounts/member[2]/SessionToken"],
            redacted.Redactions.Select(redaction => redaction.Path));
        Assert.Equal(
            "{\"Accounts\":[{\"Id\":\"1\"},{\"Id\":\"2\",\"Name\":\"****************MPLE\","
            + "\"SessionToken\":\"[redacted]\"}]}",
            Text(redacted));
    }

    [Fact]
    public void What_was_redacted_is_left_as_it_is_the_second_time()
    {
        var once = Redact(ApiOperations.ListAccessKeys, Recorded.Xml("ListAccessKeys",
            $"<AccessKeyMetadata><member><AccessKeyId>{Planted.KeyId}</AccessKeyId><Password>p</Password></member>"
            + "</AccessKeyMetadata>"));

        Assert.Equal(2, once.Redactions.Length);
        Assert.Empty(Redactor.Redact(ApiOperations.ListAccessKeys, once.Body).Redactions);
    }

    [Fact]
    public void The_credential_report_is_kept_as_it_came()
    {
        var body = Recorded.Xml("GetCredentialReport", $"<Content>{Planted.KeyId}</Content>");

        Assert.Empty(Redact(ApiOperations.GetCredentialReport, body).Redactions);
    }

    private static RedactedBody Redact(ApiOperation operation, string body) =>
        Redactor.Redact(operation, Encoding.UTF8.GetBytes(body));

    private static string Text(RedactedBody redacted) => Encoding.UTF8.GetString(redacted.Body.Span);
}
