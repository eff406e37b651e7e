using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>IP addresses and ranges as text (RFC 4291, RFC 5952), without zones and without IPv4 inside IPv6.</summary>
internal static partial class AddressText
{
    public static NaiveAddress? Parse(string text)
    {
        var address = text.Contains(':') ? Parse6(text) : Parse4(text);

        // ::ffff:0:0/96 holds the addresses of IPv4: written in hexadecimal digits they are those, with dots nothing.
        if (address is not { Bits: 128 } || address.Number >> 32 != 0xffff)
            return address;
        return text.Contains('.') ? null : new NaiveAddress(32, address.Number & 0xffff_ffff);
    }

    public static NaiveRange? ParseRange(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || Parse(parts[0]) is not { } address || !Length().IsMatch(parts[1]))
            return null;

        // The length of a range of IPv4 in hexadecimal digits could be counted in 32 bits or in 128.
        if (address.Bits == 32 && parts[0].Contains(':'))
            return null;
        var length = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return length <= address.Bits ? new NaiveRange(address, length) : null;
    }

    public static string Format(NaiveRange range) => $"{Format(range.Address)}/{range.Length}";

    public static string Format(NaiveAddress address)
    {
        if (address.Bits == 32)
            return string.Join('.', Enumerable.Range(0, 4).Select(i => (address.Number >> (24 - (8 * i))) & 255));
        var groups = Enumerable.Range(0, 8).Select(i => (int)((address.Number >> (112 - (16 * i))) & 0xffff)).ToList();

        // The first of the longest runs of two zeros or more becomes "::".
        var (start, longest) = (0, 0);
        for (var i = 0; i < 8; i++)
        {
            var run = groups.Skip(i).TakeWhile(group => group == 0).Count();
            if (run > longest)
                (start, longest) = (i, run);
        }

        string Joined(IEnumerable<int> part) =>
            string.Join(':', part.Select(group => group.ToString("x", CultureInfo.InvariantCulture)));
        return longest < 2
            ? Joined(groups)
            : $"{Joined(groups.Take(start))}::{Joined(groups.Skip(start + longest))}";
    }

    private static NaiveAddress? Parse4(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4 || parts.Any(part => !Octet().IsMatch(part)))
            return null;
        var octets = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return octets.Any(octet => octet > 255)
            ? null
            : new NaiveAddress(32, octets.Aggregate(BigInteger.Zero, (sum, octet) => (sum * 256) + octet));
    }

    private static NaiveAddress? Parse6(string text)
    {
        // An address of IPv4 may stand in place of the last two groups.
        if (text.Contains('.'))
        {
            var colon = text.LastIndexOf(':') + 1;
            if (Parse4(text[colon..]) is not { } tail)
                return null;
            text = $"{text[..colon]}{(int)(tail.Number >> 16):x}:{(int)(tail.Number & 0xffff):x}";
        }

        var halves = text.Split("::");
        var groups = halves.Select(half => half.Length == 0 ? [] : half.Split(':')).ToList();
        var count = groups.Sum(half => half.Length);
        if (halves.Length > 2 || groups.Any(half => half.Any(group => !Group().IsMatch(group))))
            return null;
        if (halves.Length == 1 ? count != 8 : count > 7)
            return null;
        string[] all = [.. groups[0], .. Enumerable.Repeat("0", 8 - count), .. groups.Skip(1).SelectMany(half => half)];
        var number = all.Select(group => int.Parse(group, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Aggregate(BigInteger.Zero, (sum, group) => (sum * 65_536) + group);
        return new NaiveAddress(128, number);
    }

    [GeneratedRegex("^(0|[1-9][0-9]{0,2})\\z")]
    private static partial Regex Octet();

    [GeneratedRegex("^[0-9A-Fa-f]{1,4}\\z")]
    private static partial Regex Group();

    [GeneratedRegex("^(0|[1-9][0-9]{0,2})\\z")]
    private static partial Regex Length();
}
