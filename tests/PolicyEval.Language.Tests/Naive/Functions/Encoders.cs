using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Base64: six bits a letter.</summary>
internal static class Encoders
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        ("base64.encode", a => a is [byte[] bytes] ? Encode(bytes) : Fault.NoOverload),
        ("base64.decode", a => a is [NaiveText text] ? Decode(text.ToString()) : Fault.NoOverload),
    ];

    private static NaiveText Encode(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var groups = bits.Chunk(6).Select(group => new string(group).PadRight(6, '0'));
        var text = string.Concat(groups.Select(group => Letters[Convert.ToInt32(group, 2)]));
        return NaiveText.Of(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    private static object Decode(string text)
    {
        var letters = text.TrimEnd('=');
        var padding = text.Length - letters.Length;
        if (letters.Any(letter => !Letters.Contains(letter)) || letters.Length % 4 == 1)
            return new Fault("no base64");
        if (padding > 0 && (padding > 2 || text.Length % 4 != 0))
            return new Fault("wrong padding");
        var bits = string.Concat(letters.Select(l => Convert.ToString(Letters.IndexOf(l), 2).PadLeft(6, '0')));
        return bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
    }
}
