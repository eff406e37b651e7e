namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>Groups and flags.</summary>
internal sealed partial class Re2Parser
{
    /// <summary>What stands behind an opening parenthesis; null for a group that only sets flags.</summary>
    private Re2Node? ParseGroup(int start)
    {
        var outer = _flags;
        var isCapturing = !At('?') || IsNamed();
        if (Take('?') && !ParseGroupKind(start))
            return null;
        var number = isCapturing ? ++_groupCount : 0;

        if (++_depth > DepthMax)
            return Fail($"groups nested deeper than {DepthMax}", start);
        var inner = ParseChoice();
        _depth--;
        _flags = outer;
        if (Error is null && !Take(')'))
            return Fail("missing )", start);
        return isCapturing ? new Re2Node.Group(number, inner) : inner;
    }

    private bool IsNamed()
    {
        var kind = _pattern.AsSpan(_position + 1);
        return kind.StartsWith("P<", StringComparison.Ordinal) || kind.StartsWith("<", StringComparison.Ordinal);
    }

    /// <summary>
    /// Reads what follows <c>(?</c>. False where the group is not to be read on: it is wrong, or it was closed behind
    /// its flags.
    /// </summary>
    private bool ParseGroupKind(int start)
    {
        if (Take("P<"))
            return ParseGroupName(start);
        if (Take("P=") || Take("P>"))
            return Refuse("back-references are not supported", start);
        if (Take("=") || Take("!") || Take("<=") || Take("<!"))
            return Refuse("look-around is not supported", start);
        if (Take("<"))
            return ParseGroupName(start);
        return ParseFlags(start);
    }

    private bool ParseGroupName(int start)
    {
        var end = _pattern.IndexOf('>', _position);
        var name = end < 0 ? "" : _pattern[_position..end];
        if (name.Length == 0 || name.Any(unit => !char.IsAsciiLetterOrDigit(unit) && unit != '_'))
            return Refuse("a group name is made of letters, digits and _", start);
        if (!_groupNames.Add(name))
            return Refuse($"group name {name} used twice", start);
        _position = end + 1;
        return true;
    }

    /// <summary>Flags up to a colon (true: the group goes on) or a closing parenthesis (false: it is done).</summary>
    private bool ParseFlags(int start)
    {
        var (flags, isNegative, hasFlag) = (_flags, false, false);
        while (!AtEnd)
        {
            var unit = _pattern[_position++];
            switch (unit)
            {
                case '-' when !isNegative:
                    (isNegative, hasFlag) = (true, false);
                    continue;
                case ':' or ')' when !isNegative || hasFlag:
                    _flags = flags;
                    return unit == ':';
            }

            if (FlagOf(unit) is not { } flag)
                return Refuse("unknown flag or group", start);
            flags = isNegative ? flags & ~flag : flags | flag;
            hasFlag = true;
        }

        return Refuse("missing )", start);
    }

    private static Re2Flags? FlagOf(char unit) => unit switch
    {
        'i' => Re2Flags.IgnoreCase,
        'm' => Re2Flags.Lines,
        's' => Re2Flags.DotAll,
        'U' => Re2Flags.Ungreedy,
        _ => null,
    };

    private bool Refuse(string message, int offset)
    {
        Fail(message, offset);
        return false;
    }
}
