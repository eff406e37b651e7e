using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library.Network;

/// <summary>
/// The door of the folder: the extension "network", addresses and ranges of IPv4 and IPv6. The ids are those of cel-go.
/// </summary>
internal static class NetworkLibrary
{
    private static readonly CelType Ip = IpAddress.NetType;
    private static readonly CelType Cidr = CidrRange.NetType;

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("ip",
        [
            Overload.Function("string_to_ip", CelType.String, Ip, NetworkFunctions.ToIp) with { Checks = [IpCheck(0)] },
            Overload.Method("cidr_ip", Cidr, Ip, NetworkFunctions.IpOf),
        ])
        {
            Documentation = "An IP address from its text; of a range the address that it was written with.",
        },
        new("isIP", [Overload.Function("is_ip", CelType.String, Bool, NetworkFunctions.IsIp)])
        {
            Documentation = "Whether a string is an IP address that ip() takes.",
        },
        new("ip.isCanonical",
        [
            Overload.Function("ip_is_canonical", CelType.String, Bool, NetworkFunctions.IsCanonical) with
            {
                Checks = [IpCheck(0)],
            },
        ])
        {
            Documentation = "Whether an IP address is written as string(ip(…)) writes it; an error for no address.",
        },
        new("family", [Overload.Method("ip_family", Ip, Int, NetworkFunctions.Family)])
        {
            Documentation = "4 or 6.",
        },
        new("isUnspecified", [Test("ip_is_unspecified", address => address.IsUnspecified)])
        {
            Documentation = "Whether an address is 0.0.0.0 or ::.",
        },
        new("isLoopback", [Test("ip_is_loopback", address => address.IsLoopback)])
        {
            Documentation = "Whether an address is in 127.0.0.0/8 or ::1.",
        },
        new("isGlobalUnicast", [Test("ip_is_global_unicast", address => address.IsGlobalUnicast)])
        {
            Documentation = "Whether an address is one host's beyond the link; private addresses are.",
        },
        new("isLinkLocalUnicast", [Test("ip_is_link_local_unicast", address => address.IsLinkLocalUnicast)])
        {
            Documentation = "Whether an address is in 169.254.0.0/16 or fe80::/10.",
        },
        new("isLinkLocalMulticast", [Test("ip_is_link_local_multicast", address => address.IsLinkLocalMulticast)])
        {
            Documentation = "Whether an address is in 224.0.0.0/24 or ff02::/16.",
        },
        new("cidr",
        [
            Overload.Function("string_to_cidr", CelType.String, Cidr, NetworkFunctions.ToCidr) with
            {
                Checks = [CidrCheck(0)],
            },
        ])
        {
            Documentation = "A range of addresses from its text, such as 10.0.0.0/8.",
        },
        new("isCIDR", [Overload.Function("is_cidr", CelType.String, Bool, NetworkFunctions.IsCidr)])
        {
            Documentation = "Whether a string is a range that cidr() takes.",
        },
        new("containsIP",
        [
            Overload.Method("cidr_contains_ip", Cidr, Ip, Bool, NetworkFunctions.ContainsIp),
            Overload.Method("cidr_contains_ip_string", Cidr, CelType.String, Bool, NetworkFunctions.ContainsIpText) with
            {
                Checks = [IpCheck(1)],
            },
        ])
        {
            Documentation = "Whether a range has an address, which may be given as a string.",
        },
        new("containsCIDR",
        [
            Overload.Method("cidr_contains_cidr", Cidr, Cidr, Bool, NetworkFunctions.ContainsCidr),
            Overload.Method(
                "cidr_contains_cidr_string", Cidr, CelType.String, Bool, NetworkFunctions.ContainsCidrText) with
            {
                Checks = [CidrCheck(1)],
            },
        ])
        {
            Documentation = "Whether a range has all of another one, which may be given as a string.",
        },
        new("masked", [Overload.Method("cidr_masked", Cidr, Cidr, NetworkFunctions.Masked)])
        {
            Documentation = "The range written with its first address.",
        },
        new("prefixLength", [Overload.Method("cidr_prefix_length", Cidr, Int, NetworkFunctions.PrefixLength)])
        {
            Documentation = "The number of bits that all addresses of a range share.",
        },
        new("string",
        [
            Overload.Function("ip_to_string", Ip, CelType.String, NetworkFunctions.ToText),
            Overload.Function("cidr_to_string", Cidr, CelType.String, NetworkFunctions.ToText),
        ])
        {
            Documentation = "As string: an address or a range as RFC 5952 writes it.",
        },
    ];

    /// <summary>All functions of the extension, and the types <c>net.IP</c> and <c>net.CIDR</c>.</summary>
    public static CelLibrary Instance { get; } = new("network", Functions)
    {
        Types = [new("net.IP", Ip), new("net.CIDR", Cidr)],
    };

    private static ArgumentCheck IpCheck(int index) => new(index, text =>
        IpParser.Parse(text.AsString, out var fault) is null ? new ArgumentFault(fault) : null);

    private static ArgumentCheck CidrCheck(int index) => new(index, text =>
        CidrRange.Parse(text.AsString, out var fault) is null ? new ArgumentFault(fault) : null);

    private static OverloadSymbol Test(string id, Func<IpAddress, bool> test) =>
        Overload.Method(id, Ip, Bool, address => CelValue.Of(test((IpAddress)address.AsOpaque)));
}
