namespace PolicyEval.Evaluation.Yaml;

/// <summary>The units that mean something to scalars (YAML 1.2.2, chapter 5; line ends as YAML 1.1 has them).</summary>
internal static class YamlUnits
{
    /// <summary>Space and tab.</summary>
    public static bool IsBlank(char unit) => unit is ' ' or '\t';

    /// <summary>Whether a line end begins with this unit.</summary>
    public static bool IsBreak(char unit) => unit is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>What the parser makes of a line end: LF of all but the line and paragraph separators.</summary>
    public static char CookedBreak(char unit) => unit is '\u2028' or '\u2029' ? unit : '\n';

    /// <summary>The offset behind the line end at an offset; CR LF is one line end.</summary>
    public static int AfterBreak(ReadOnlySpan<char> raw, int position)
    {
        var isPair = raw[position] == '\r' && position + 1 < raw.Length && raw[position + 1] == '\n';
        return position + (isPair ? 2 : 1);
    }

    /// <summary>The unit that a one-letter escape stands for.</summary>
    public static char Unescape(char code) => code switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001b',
        'N' => '\u0085',
        '_' => '\u00a0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => code,
    };
}
