namespace PolicyEval.Language.Values;

/// <summary>Joins strings, bytes and lists, up to the limits of <see cref="CelLimits"/>.</summary>
public static class Concatenation
{
    /// <summary><c>string + string</c>.</summary>
    public static CelValue Join(string left, string right) =>
        (long)left.Length + right.Length > CelLimits.StringLength
            ? CelErrors.StringTooLong
            : CelValue.Of(string.Concat(left, right));

    /// <summary><c>bytes + bytes</c>.</summary>
    public static CelValue Join(byte[] left, byte[] right) =>
        (long)left.Length + right.Length > CelLimits.BytesLength
            ? CelErrors.BytesTooLong
            : CelValue.Of((byte[])[.. left, .. right]);

    /// <summary><c>list + list</c>.</summary>
    public static CelValue Join(CelList left, CelList right)
    {
        if ((long)left.Count + right.Count > CelLimits.ListCount)
            return CelErrors.ListTooLong;

        var joined = new CelValue[left.Count + right.Count];
        for (var i = 0; i < left.Count; i++)
            joined[i] = left[i];
        for (var i = 0; i < right.Count; i++)
            joined[left.Count + i] = right[i];
        return CelValue.Of(CelList.From(joined));
    }
}
