using System.Buffers;
using System.Globalization;

namespace PolicyEval.Language.Library.Network;

/// <summary>
/// Reads IP addresses strictly, so that one text means one address everywhere: no leading zeros in IPv4, no zones. An
/// IPv4 address mapped into IPv6 is refused where it is written with dots; in hexadecimal digits it is that IPv4
/// address (CEL conformance tests, network_ext).
/// </summary>
internal static class IpParser
{
    /// <summary>What is wrong with an IPv4 address mapped into IPv6.</summary>
    public const string MappedFault = "an IPv4 address mapped into IPv6 is not allowed";

    private const int Groups = 8;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The address, or null and what is wrong.</summary>
    public static IpAddress? Parse(string text, out string fault)
    {
        fault = "";
        if (text.Contains('%', StringComparison.Ordinal))
        {
            fault = "a zone is not allowed";
            return null;
        }

        if (!text.Contains(':', StringComparison.Ordinal))
        {
            if (TryParseV4(text, out var number))
                return new IpAddress(isV4: true, number);
            fault = "an IPv4 address is four numbers from 0 to 255 with dots between them, without leading zeros";
            return null;
        }

        if (!TryParseV6(text, out var bits))
        {
            fault = "an IPv6 address is eight groups of one to four hexadecimal digits, or fewer with one ::";
            return null;
        }

        if (bits >> 32 != 0xFFFF)
            return new IpAddress(isV4: false, bits);
        if (!text.Contains('.', StringComparison.Ordinal))
            return new IpAddress(isV4: true, (uint)bits);
        fault = MappedFault;
        return null;
    }

    private static bool TryParseV4(ReadOnlySpan<char> text, out uint number)
    {
        number = 0;
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            var digits = text[range];
            if (++count > 4 || digits.Length is 0 or > 3 || digits.ContainsAnyExceptInRange('0', '9')
                || (digits.Length > 1 && digits[0] == '0'))
            {
                return false;
            }

            var octet = uint.Parse(digits, CultureInfo.InvariantCulture);
            if (octet > 255)
                return false;
            number = (number << 8) | octet;
        }

        return count == 4;
    }

    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return TryParseGroups(text, mayEndInV4: true, out bits, out var all) && all == Groups;

        // The gap stands for one group or more.
        if (!TryParseGroups(text[..gap], mayEndInV4: false, out var high, out var before)
            || !TryParseGroups(text[(gap + 2)..], mayEndInV4: true, out var low, out var behind)
            || before + behind >= Groups)
        {
            return false;
        }

        bits = before == 0 ? low : (high << (16 * (Groups - before))) | low;
        return true;
    }

    /// <summary>Groups with colons between them; nothing at all are no groups.</summary>
    private static bool TryParseGroups(ReadOnlySpan<char> text, bool mayEndInV4, out UInt128 bits, out int count)
    {
        (bits, count) = (0, 0);
        if (text.IsEmpty)
            return true;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (mayEndInV4 && range.End.GetOffset(text.Length) == text.Length && TryParseV4(group, out var number))
            {
                (bits, count) = ((bits << 32) | number, count + 2);
                return count <= Groups;
            }

            if (group.Length is 0 or > 4 || group.ContainsAnyExcept(HexDigits) || ++count > Groups)
                return false;
            var value = ushort.Parse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            bits = (bits << 16) | value;
        }

        return true;
    }
}
