using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

/// <summary>The test vector of the DSSE protocol specification, v1.0.0, whose signature is in IEEE P1363 form.</summary>
public sealed class DsseTests
{
    private const string Type = "http://example.com/HelloWorld";
    private const string Signature =
        "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";

    [Fact]
    public void The_specification_s_encoding_is_made() => Assert.Equal(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        Encoding.ASCII.GetString(Dsse.PreAuthenticationEncoding(Type, "hello world"u8)));

    [Fact]
    public void Lengths_count_bytes() => Assert.Equal(
        "DSSEv1 2 é 0 ", Encoding.UTF8.GetString(Dsse.PreAuthenticationEncoding("é", [])));

    [Theory]
    [InlineData("hello world", true)]
    [InlineData("hello worle", false)]
    public void The_specification_s_signature_verifies(string body, bool verifies)
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                Y = Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820"),
            },
        });
        var signed = Dsse.PreAuthenticationEncoding(Type, Encoding.ASCII.GetBytes(body));

        Assert.Equal(verifies, key.VerifyData(
            signed, Convert.FromBase64String(Signature), HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    private static byte[] Coordinate(string digits)
    {
        var bytes = BigInteger.Parse(digits, CultureInfo.InvariantCulture)
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
