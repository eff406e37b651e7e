using System.Globalization;
using System.Net;
using CsCheck;
using PolicyEval.Language.Library.Network;

namespace PolicyEval.Language.Tests.Library.Network;

public sealed class NetworkLibraryTests
{
    [Theory]
    [InlineData("type(ip('1.2.3.4')) == net.IP && type(cidr('1.2.3.4/0')) == net.CIDR")]
    [InlineData("ip('1.2.3.4').family() == 4 && ip('::1').family() == 6")]
    [InlineData("string(ip('2001:DB8:0:0:1:0:0:1')) == '2001:db8::1:0:0:1' && string(ip('::1.2.3.4')) == '::102:304'")]
    [InlineData("string(ip('1:0:2:0:3:0:4:0')) == '1:0:2:0:3:0:4:0' && string(ip('::')) == '::'")]
    [InlineData("string(ip('1::')) == '1::'")]
    [InlineData("ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:DB8::1') && !ip.isCanonical('2001:db8:0::1')")]
    [InlineData("ip('127.255.0.1').isLoopback() && ip('::1').isLoopback() && !ip('::2').isLoopback()")]
    [InlineData("ip('169.254.0.1').isLinkLocalUnicast() && ip('febf::1').isLinkLocalUnicast()")]
    [InlineData("!ip('fec0::1').isLinkLocalUnicast()")]
    [InlineData("ip('224.0.0.255').isLinkLocalMulticast() && ip('ff12::1').isLinkLocalMulticast()")]
    [InlineData("!ip('ff01::1').isLinkLocalMulticast()")]
    [InlineData("ip('10.0.0.1').isGlobalUnicast() && !ip('224.0.0.1').isGlobalUnicast()")]
    [InlineData("!ip('0.0.0.0').isGlobalUnicast()")]
    [InlineData("ip('fc00::1').isGlobalUnicast() && !ip('fe80::1').isGlobalUnicast() && !ip('::1').isGlobalUnicast()")]
    [InlineData("ip('0.0.0.0') != ip('::') && ip('::1') == ip('0:0::1') && dyn(ip('1.2.3.4')) != '1.2.3.4'")]
    [InlineData("cidr('10.1.2.3/8').containsIP('10.255.255.255') && !cidr('10.1.2.3/8').containsIP(ip('11.0.0.0'))")]
    [InlineData("cidr('0.0.0.0/0').containsIP('255.255.255.255') && cidr('::/0').containsIP('ffff::1')")]
    [InlineData("!cidr('::/0').containsIP('1.2.3.4')")]
    [InlineData("cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')")]
    [InlineData("!cidr('10.0.0.0/16').containsCIDR(cidr('10.0.0.0/8'))")]
    [InlineData("cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24') && cidr('::1/0').masked() == cidr('::/0')")]
    [InlineData("cidr('192.168.1.5/24').ip() == ip('192.168.1.5') && cidr('192.168.1.5/24') != cidr('192.168.1.0/24')")]
    [InlineData("cidr('::1/128').prefixLength() == 128 && string(cidr('2001:DB8::/32')) == '2001:db8::/32'")]
    [InlineData("isCIDR('10.0.0.0/8') && !isCIDR('10.0.0.0/33') && !isCIDR('10.0.0.0') && !isCIDR('10.0.0.0/08')")]
    [InlineData("!isCIDR('10.0.0.0/') && !isCIDR('10.0.0.0/+8') && !isCIDR('fe80::1%en0/24') && !isCIDR('::/129')")]
    [InlineData("'%s %s'.format([ip('::1'), cidr('10.0.0.0/8')]) == '::1 10.0.0.0/8'")]
    [InlineData("ip('1.2.3.4') in [ip('1.2.3.4')] && [ip('1.2.3.4'), ip('1.2.3.4')].distinct().size() == 1")]
    [InlineData("ip('::ffff:c0a8:1') == ip('192.168.0.1') && ip('::ffff:c0a8:1') != ip('192.168.10.1')")]
    [InlineData("ip('0:0:0:0:0:FFFF:102:304').family() == 4 && string(ip('::ffff:0:0')) == '0.0.0.0'")]
    [InlineData("isIP('::ffff:102:304') && !ip.isCanonical('::ffff:102:304') && !isIP('::ffff:1.2.3.4')")]
    [InlineData("cidr('1.2.0.0/16').containsIP('::ffff:102:304') && !isCIDR('::ffff:102:304/120')")]
    public void Addresses_and_ranges(string expression) => Answers.Hold(expression);

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("1.2.3.4 ")]
    [InlineData("1.2.3.")]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("1\0::")]
    [InlineData("::1%eth0")]
    [InlineData("::ffff:1.2.3.4")]
    [InlineData("0:0:0:0:0:FFFF:1.2.3.4")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3.4:5")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    public void One_text_means_one_address_or_none(string text)
    {
        Assert.Null(IpParser.Parse(text, out var fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void What_is_no_address_is_an_error()
    {
        Answers.Fail("ip('1.2.3')", "not an IP address: \"1.2.3\": "
            + "an IPv4 address is four numbers from 0 to 255 with dots between them, without leading zeros");
        Answers.Fail("cidr('::1%en0/24')", "not a CIDR range: \"::1%en0/24\": a zone is not allowed");
        Answers.Fail("cidr('::ffff:102:304/32')",
            "not a CIDR range: \"::ffff:102:304/32\": an IPv4 address mapped into IPv6 is not allowed");
        Answers.Fail("cidr('1.2.3.4/8').containsIP('::ffff:1.2.3.4')",
            "not an IP address: \"::ffff:1.2.3.4\": an IPv4 address mapped into IPv6 is not allowed");
    }

    [Fact]
    public void Texts_read_back_and_agree_with_the_framework() =>
        Gen.Select(Gen.OneOf((ushort)0, (ushort)1, (ushort)0xABCD).Array[8], Gen.UInt).Sample(
            (groups, number) =>
            {
                var bits = groups.Aggregate(UInt128.Zero, (sum, group) => (sum << 16) | group);
                if (bits >> 32 == 0xFFFF || bits >> 32 == 0)
                    return;
                var v6 = new IpAddress(isV4: false, bits);
                Assert.Equal(IPAddress.Parse(v6.Text).ToString(), v6.Text);
                Assert.True(IpParser.Parse(v6.Text, out _)!.IsEqual(v6));
                var full = string.Join(':', groups.Select(g => g.ToString("X4", CultureInfo.InvariantCulture)));
                Assert.True(IpParser.Parse(full, out _)!.IsEqual(v6));
                var v4 = new IpAddress(isV4: true, number);
                Assert.Equal(IPAddress.Parse(v4.Text).ToString(), v4.Text);
                Assert.True(IpParser.Parse(v4.Text, out _)!.IsEqual(v4));
            },
            iter: 1000);
}
