using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The functions on IP addresses and ranges.</summary>
internal static class Networks
{
    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        ("ip", a => a is [NaiveText text]
            ? (object?)AddressText.Parse($"{text}") ?? new Fault("no ip")
            : Fault.NoOverload),
        (".ip", a => a is [NaiveRange range] ? range.Address : Fault.NoOverload),
        ("isIP", a => a is [NaiveText text] ? AddressText.Parse($"{text}") is not null : Fault.NoOverload),
        ("ip.isCanonical", a => a is [NaiveText text]
            ? AddressText.Parse($"{text}") is { } address
                ? AddressText.Format(address) == $"{text}"
                : new Fault("no ip")
            : Fault.NoOverload),
        ("cidr", a => a is [NaiveText text]
            ? (object?)AddressText.ParseRange($"{text}") ?? new Fault("no range")
            : Fault.NoOverload),
        ("isCIDR", a => a is [NaiveText text] ? AddressText.ParseRange($"{text}") is not null : Fault.NoOverload),
        (".family", a => a is [NaiveAddress address] ? address.Bits == 32 ? 4L : 6L : Fault.NoOverload),
        (".isUnspecified", a => a is [NaiveAddress address] ? address.Number.IsZero : Fault.NoOverload),
        (".isLoopback", a => a is [NaiveAddress address] ? IsIn(address, "127.0.0.0/8", "::1/128") : Fault.NoOverload),
        (".isLinkLocalUnicast", a => a is [NaiveAddress address]
            ? IsIn(address, "169.254.0.0/16", "fe80::/10")
            : Fault.NoOverload),
        (".isLinkLocalMulticast", a => a is [NaiveAddress address]
            ? IsIn(address, "224.0.0.0/24", "ff02::/16")
            : Fault.NoOverload),
        (".isGlobalUnicast", a => a is [NaiveAddress address]
            ? !address.Number.IsZero
                && !IsIn(address, "127.0.0.0/8", "::1/128", "169.254.0.0/16", "fe80::/10")
                && !IsIn(address, "224.0.0.0/4", "ff00::/8", "255.255.255.255/32")
            : Fault.NoOverload),
        (".containsIP", a => a switch
        {
            [NaiveRange range, NaiveAddress address] => range.Has(address),
            [NaiveRange range, NaiveText text] => AddressText.Parse($"{text}") is { } address
                ? range.Has(address)
                : new Fault("no ip"),
            _ => Fault.NoOverload,
        }),
        (".containsCIDR", a => a switch
        {
            [NaiveRange range, NaiveRange part] => Contains(range, part),
            [NaiveRange range, NaiveText text] => AddressText.ParseRange($"{text}") is { } part
                ? Contains(range, part)
                : new Fault("no range"),
            _ => Fault.NoOverload,
        }),
        (".masked", a => a is [NaiveRange range] ? Masked(range) : Fault.NoOverload),
        (".prefixLength", a => a is [NaiveRange range] ? (long)range.Length : Fault.NoOverload),
    ];

    private static bool IsIn(NaiveAddress address, params string[] ranges) =>
        ranges.Any(range => AddressText.ParseRange(range)!.Has(address));

    private static bool Contains(NaiveRange range, NaiveRange part) =>
        range.Length <= part.Length && range.Has(part.Address);

    private static NaiveRange Masked(NaiveRange range)
    {
        var host = range.Address.Bits - range.Length;
        var first = range.Address.Number >> host << host;
        return range with { Address = range.Address with { Number = first } };
    }
}
