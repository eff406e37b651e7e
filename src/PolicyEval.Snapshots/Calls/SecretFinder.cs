namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Finds what looks like a secret in a text, in one pass, through percent-encoding, XML references and JSON escapes.
/// Ids of users, roles and other things (AIDA…, AROA…) are no secrets, and what <see cref="SecretMask"/> writes never
/// looks like one. Source of the prefixes: the IAM User Guide, "IAM identifiers".
/// </summary>
internal ref struct SecretFinder
{
    private const int KeyIdLength = 20;
    private const int SecretKeyLength = 40;
    private const int TokenMin = 64;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _window;
    private readonly int _limit;
    private readonly List<SecretSpan> _found = [];
    private LetterRun _capitals;
    private LetterRun _letters;

    private SecretFinder(ReadOnlySpan<byte> text, int window, int limit)
    {
        _text = text;
        _window = window;
        _limit = limit;
    }

    /// <summary>The places in the order of the text, none over another.</summary>
    /// <param name="text">In UTF-8 or any other encoding that keeps ASCII.</param>
    /// <param name="window">How many bytes before and behind forty characters the word secret is looked for.</param>
    /// <param name="limit">How many places are enough.</param>
    public static List<SecretSpan> Find(ReadOnlySpan<byte> text, int window, int limit = int.MaxValue)
    {
        var finder = new SecretFinder(text, window, limit);
        finder.Run();
        return finder._found;
    }

    private void Run()
    {
        var at = 0;
        while (at < _text.Length && _found.Count < _limit)
        {
            var (letter, length) = EncodedText.Next(_text, at);
            if (char.IsAsciiLetterUpper((char)letter) || char.IsAsciiDigit((char)letter))
                _capitals.Take(letter, at, length);
            else
                EndCapitals();
            if (char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'+' or (byte)'/')
            {
                _letters.Take(letter, at, length);
                at += length;
                continue;
            }

            var next = EndLetters();
            at = next > at ? next : letter == '-' ? Math.Max(at + length, TakePrivateKey(at)) : at + length;
        }

        EndCapitals();
        EndLetters();
    }

    /// <summary>Capitals and digits: an access key id is twenty or more of them.</summary>
    private void EndCapitals()
    {
        if (_capitals.Count >= KeyIdLength && _capitals.Prefix is "AKIA" or "ASIA" or "ABIA" or "ACCA")
            _found.Add(new(_capitals.Start, _capitals.End, SecretKind.AccessKeyId));
        _capitals = default;
    }

    /// <summary>Letters of base64; the offset behind what was taken besides, or 0.</summary>
    private int EndLetters()
    {
        var run = _letters;
        _letters = default;
        if (run.Count >= TokenMin && run.Prefix is "FQoG" or "FwoG" or "IQoJ" or "AQoD" or "AQoE")
        {
            // A key id can stand inside by chance.
            while (_found.Count > 0 && _found[^1].Start >= run.Start)
                _found.RemoveAt(_found.Count - 1);
            _found.Add(new(run.Start, run.End, SecretKind.SessionToken));
            return 0;
        }

        if (run.Count == SecretKeyLength && run.IsMixed && IsNearSecret(run)
            && (_found.Count == 0 || _found[^1].Start < run.Start))
        {
            _found.Add(new(run.Start, run.End, SecretKind.SecretKey));
            return 0;
        }

        var end = SecretMarks.Signature(_text, run.Start, run.End);
        if (end > 0)
            _found.Add(new(run.Start, end, SecretKind.Authorization));
        return end;
    }

    private readonly bool IsNearSecret(LetterRun run) =>
        SecretMarks.HoldsSecret(_text[Math.Max(0, run.Start - _window)..run.Start])
        || SecretMarks.HoldsSecret(_text[run.End..Math.Min(_text.Length, run.End + _window)]);

    private readonly int TakePrivateKey(int at)
    {
        var end = SecretMarks.PrivateKey(_text, at);
        if (end > 0)
            _found.Add(new(at, end, SecretKind.PrivateKey));
        return end;
    }
}
