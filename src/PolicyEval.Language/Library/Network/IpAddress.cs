using System.Globalization;
using System.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Network;

/// <summary>An IP address: <c>net.IP</c>. Never one of IPv4 inside IPv6, and without a zone.</summary>
/// <param name="isV4">Whether it is one of IPv4.</param>
/// <param name="bits">The address as a number, of 32 or 128 bits.</param>
internal sealed class IpAddress(bool isV4, UInt128 bits) : CelOpaque
{
    private const int Groups = 8;

    public static CelType NetType { get; } = CelType.Opaque("net.IP");

    public bool IsV4 => isV4;

    public UInt128 Bits => bits;

    /// <summary>The number of bits: 32 or 128.</summary>
    public int Width => isV4 ? 32 : 128;

    public bool IsUnspecified => bits == 0;

    public bool IsLoopback => isV4 ? StartsWith(127, 8) : bits == 1;

    public bool IsMulticast => isV4 ? StartsWith(0xE, 4) : StartsWith(0xFF, 8);

    public bool IsLinkLocalUnicast => isV4 ? StartsWith(0xA9FE, 16) : StartsWith(0x3FA, 10);

    // Of IPv6 the four bits of the scope are 2; the flags before them may be any.
    public bool IsLinkLocalMulticast => isV4 ? StartsWith(0xE00000, 24) : IsMulticast && ((bits >> 112) & 0xF) == 2;

    public bool IsGlobalUnicast =>
        !IsUnspecified && !IsLoopback && !IsMulticast && !IsLinkLocalUnicast && !(isV4 && bits == uint.MaxValue);

    /// <inheritdoc/>
    public override CelType Type => NetType;

    /// <summary>As RFC 5952 writes it: small letters, no leading zeros, <c>::</c> for the most zeros.</summary>
    public override string Text => isV4 ? TextV4() : TextV6();

    /// <inheritdoc/>
    public override bool IsEqual(CelOpaque other) =>
        other is IpAddress address && address.IsV4 == isV4 && address.Bits == bits;

    /// <inheritdoc/>
    public override string ToString() => $"ip(\"{Text}\")";

    private bool StartsWith(uint prefix, int length) => bits >> (Width - length) == prefix;

    private string TextV4()
    {
        var number = (uint)bits;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{number >> 24}.{(number >> 16) & 0xFF}.{(number >> 8) & 0xFF}.{number & 0xFF}");
    }

    private string TextV6()
    {
        var (start, length) = LongestZeros();
        var text = new StringBuilder();
        for (var i = 0; i < Groups; i++)
        {
            if (i == start)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }

            if (text.Length > 0 && text[^1] != ':')
                text.Append(':');
            text.Append(CultureInfo.InvariantCulture, $"{Group(i):x}");
        }

        return text.ToString();
    }

    /// <summary>The first of the longest runs of two zero groups or more; its start is -1 for none.</summary>
    private (int Start, int Length) LongestZeros()
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < Groups; i++)
        {
            var end = i;
            while (end < Groups && Group(end) == 0)
                end++;
            if (end - i > best.Length)
                best = (i, end - i);
        }

        return best;
    }

    private ushort Group(int index) => (ushort)(bits >> (112 - (16 * index)));
}
