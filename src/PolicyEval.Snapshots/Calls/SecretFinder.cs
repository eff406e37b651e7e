using System.Buffers;

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

    /// <summary>The shortest word that tells a secret: signature.</summary>
    private const int WordMin = 9;

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    // What may begin something: letters, encodings of letters, and the dashes of PEM.
    private static readonly SearchValues<byte> Beginnings =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/%&\\-"u8);

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
            if (_letters.Count == 0 && TakePlain(ref at))
                continue;
            var (letter, length) = EncodedText.Next(_text, at);
            if (IsCapital(letter))
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

    /// <summary>
    /// Goes over letters that stand for themselves, and what is before them, all at once; false where letter by letter
    /// is the way, because some are encoded.
    /// </summary>
    private bool TakePlain(ref int at)
    {
        var skipped = _text[at..].IndexOfAny(Beginnings);
        if (skipped < 0)
        {
            at = _text.Length;
            return true;
        }

        at += skipped;
        if (_text[at] == '-')
        {
            at = Math.Max(at + 1, TakePrivateKey(at));
            return true;
        }

        var length = _text[at..].IndexOfAnyExcept(Letters);
        if (length < 0)
            length = _text.Length - at;
        var end = at + length;
        if (length == 0
            || (end < _text.Length && EncodedText.Begins(_text[end]))
            || _limit - _found.Count <= 1 + (length / KeyIdLength))
        {
            return false;
        }

        if (length < WordMin)
        {
            at = end;
            return true;
        }

        TakeKeyIds(at, end);
        _letters = LetterRun.Of(_text, at, end);
        at = Math.Max(end, EndLetters());
        return true;
    }

    /// <summary>Each run of twenty capitals and digits holds one of the letters that are looked at.</summary>
    private void TakeKeyIds(int start, int end)
    {
        for (var at = start + KeyIdLength - 1; at < end; at += KeyIdLength)
        {
            if (!IsCapital(_text[at]))
                continue;
            var first = at;
            while (first > start && IsCapital(_text[first - 1]))
                first--;
            while (at + 1 < end && IsCapital(_text[at + 1]))
                at++;
            _capitals = LetterRun.Of(_text, first, at + 1);
            EndCapitals();
        }
    }

    private static bool IsCapital(byte letter) =>
        char.IsAsciiLetterUpper((char)letter) || char.IsAsciiDigit((char)letter);

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
