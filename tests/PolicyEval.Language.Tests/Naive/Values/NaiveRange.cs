namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A range of IP addresses, with the address that it was written with.</summary>
internal sealed record NaiveRange(NaiveAddress Address, int Length)
{
    /// <summary>Whether an address has the bits that all addresses of the range share.</summary>
    public bool Has(NaiveAddress other) =>
        Address.Bits == other.Bits && Address.Prefix(Length) == other.Prefix(Length);
}
