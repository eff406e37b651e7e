namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>What the rules read of a row, typed.</summary>
internal ref struct Row
{
    /// <summary>The user's name.</summary>
    public ReadOnlySpan<byte> User;

    /// <summary>The user's ARN.</summary>
    public ReadOnlySpan<byte> Arn;

    /// <summary>When the user was made.</summary>
    public long Created;

    /// <summary>Whether there is a password for the console.</summary>
    public Truth Password;

    /// <summary>Whether that cell says <c>not_supported</c>.</summary>
    public bool PasswordNotSupported;

    /// <summary>When the password was last used.</summary>
    public long PasswordUsed;

    /// <summary>Whether that cell says <c>no_information</c>.</summary>
    public bool PasswordNeverUsed;

    /// <summary>When the password was last changed.</summary>
    public long PasswordChanged;

    /// <summary>Whether there is a second factor.</summary>
    public Truth Mfa;

    /// <summary>The first access key.</summary>
    public Key Key1;

    /// <summary>The second access key.</summary>
    public Key Key2;

    /// <summary>Whether there are more credentials than the columns show, or nobody can tell.</summary>
    public bool More;

    /// <summary>Reads a row.</summary>
    /// <param name="bytes">The row without its line end.</param>
    /// <param name="isQuoted">Whether a quote stands in it.</param>
    /// <param name="asOf">The instant at which ages are measured; a date after it is unknown.</param>
    public static Row Read(ReadOnlySpan<byte> bytes, bool isQuoted, long asOf)
    {
        var cells = new CellCursor(bytes, isQuoted);
        var row = new Row { User = cells.Text(), Arn = cells.Text(), Created = cells.Date(asOf) };
        row.Password = cells.Flag(out row.PasswordNotSupported);
        row.PasswordUsed = cells.Date(asOf, out row.PasswordNeverUsed);
        row.PasswordChanged = cells.Date(asOf);
        cells.SkipOne();
        row.Mfa = cells.Flag();
        row.Key1 = cells.Key(asOf);
        row.Key2 = cells.Key(asOf);
        cells.SkipCertificates();
        var info = cells.Last();
        row.More = !info.IsEmpty && !info.SequenceEqual("N/A"u8) && !info.SequenceEqual("no_information"u8);
        return row;
    }
}
