using System.Globalization;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Network;

/// <summary>A range of addresses: <c>net.CIDR</c>. It keeps the address that it was written with.</summary>
/// <param name="address">An address of the range.</param>
/// <param name="prefixLength">How many bits all addresses of the range share.</param>
internal sealed class CidrRange(IpAddress address, int prefixLength) : CelOpaque
{
    public static CelType NetType { get; } = CelType.Opaque("net.CIDR");

    public IpAddress Address => address;

    public int PrefixLength => prefixLength;

    /// <inheritdoc/>
    public override CelType Type => NetType;

    /// <inheritdoc/>
    public override string Text => string.Create(CultureInfo.InvariantCulture, $"{address.Text}/{prefixLength}");

    /// <summary>Reads an address, a slash and the number of bits; null, and what is wrong, for anything else.</summary>
    public static CidrRange? Parse(string text, out string fault)
    {
        var slash = text.LastIndexOf('/');
        if (slash < 0)
        {
            fault = "a range is an address, a slash and a number of bits";
            return null;
        }

        if (IpParser.Parse(text[..slash], out fault) is not { } address)
            return null;

        // Of a mapped address nobody can tell whether its bits are counted among 32 or 128.
        if (address.IsV4 && text.Contains(':', StringComparison.Ordinal))
        {
            fault = IpParser.MappedFault;
            return null;
        }

        var digits = text.AsSpan(slash + 1);
        var isNumber = digits.Length is > 0 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits.Length == 1 || digits[0] != '0');
        if (isNumber && int.Parse(digits, CultureInfo.InvariantCulture) is var length && length <= address.Width)
            return new CidrRange(address, length);
        fault = $"the number of bits is 0 to {address.Width}, without leading zeros";
        return null;
    }

    public bool Contains(IpAddress other) => other.IsV4 == address.IsV4 && Prefix(other) == Prefix(address);

    public bool Contains(CidrRange other) => other.PrefixLength >= prefixLength && Contains(other.Address);

    /// <summary>The range written with its first address.</summary>
    public CidrRange Masked() =>
        new(new IpAddress(address.IsV4, Shifted(Prefix(address), isLeft: true)), prefixLength);

    /// <inheritdoc/>
    public override bool IsEqual(CelOpaque other) =>
        other is CidrRange range && range.PrefixLength == prefixLength && address.IsEqual(range.Address);

    /// <inheritdoc/>
    public override string ToString() => $"cidr(\"{Text}\")";

    private UInt128 Prefix(IpAddress of) => Shifted(of.Bits, isLeft: false);

    // A shift by all 128 bits would be one by none.
    private UInt128 Shifted(UInt128 bits, bool isLeft)
    {
        var count = address.Width - prefixLength;
        if (count == 128)
            return 0;
        return isLeft ? bits << count : bits >> count;
    }
}
