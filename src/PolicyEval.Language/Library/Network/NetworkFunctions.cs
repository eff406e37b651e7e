using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Network;

/// <summary>What the functions of the network library do.</summary>
internal static class NetworkFunctions
{
    public static CelValue ToIp(CelValue text) =>
        IpParser.Parse(text.AsString, out var fault) is { } address ? CelValue.Of(address) : NoIp(text, fault);

    public static CelValue IsIp(CelValue text) => CelValue.Of(IpParser.Parse(text.AsString, out _) is not null);

    public static CelValue IsCanonical(CelValue text) =>
        IpParser.Parse(text.AsString, out var fault) is { } address
            ? CelValue.Of(address.Text == text.AsString)
            : NoIp(text, fault);

    public static CelValue Family(CelValue address) => CelValue.Of(Address(address).IsV4 ? 4L : 6L);

    public static CelValue ToCidr(CelValue text) =>
        CidrRange.Parse(text.AsString, out var fault) is { } range ? CelValue.Of(range) : NoCidr(text, fault);

    public static CelValue IsCidr(CelValue text) => CelValue.Of(CidrRange.Parse(text.AsString, out _) is not null);

    public static CelValue IpOf(CelValue range) => CelValue.Of(Range(range).Address);

    public static CelValue Masked(CelValue range) => CelValue.Of(Range(range).Masked());

    public static CelValue PrefixLength(CelValue range) => CelValue.Of((long)Range(range).PrefixLength);

    public static CelValue ContainsIp(CelValue range, CelValue address) =>
        CelValue.Of(Range(range).Contains(Address(address)));

    public static CelValue ContainsIpText(CelValue range, CelValue text) =>
        IpParser.Parse(text.AsString, out var fault) is { } address
            ? CelValue.Of(Range(range).Contains(address))
            : NoIp(text, fault);

    public static CelValue ContainsCidr(CelValue range, CelValue other) =>
        CelValue.Of(Range(range).Contains(Range(other)));

    public static CelValue ContainsCidrText(CelValue range, CelValue text) =>
        CidrRange.Parse(text.AsString, out var fault) is { } other
            ? CelValue.Of(Range(range).Contains(other))
            : NoCidr(text, fault);

    public static CelValue ToText(CelValue value) => CelValue.Of(value.AsOpaque.Text);

    private static IpAddress Address(CelValue value) => (IpAddress)value.AsOpaque;

    private static CidrRange Range(CelValue value) => (CidrRange)value.AsOpaque;

    private static CelValue NoIp(CelValue text, string fault) =>
        CelValue.Error($"not an IP address: {CelFormat.Display(text)}: {fault}");

    private static CelValue NoCidr(CelValue text, string fault) =>
        CelValue.Error($"not a CIDR range: {CelFormat.Display(text)}: {fault}");
}
