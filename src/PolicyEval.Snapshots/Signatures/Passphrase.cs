using System.Text;
using System.Text.Unicode;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// The passphrase of a private key: from a file, else from the environment; never from a command line.
/// </summary>
public static class Passphrase
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "POLICYEVAL_PASSPHRASE";

    private const int BytesMax = 4096;

    /// <summary>Reads it. One line end at the end of a file does not belong to it.</summary>
    /// <param name="file">The file that the user named, or null.</param>
    /// <param name="environmentValue">The value of <see cref="Variable"/>, or null.</param>
    public static PassphraseResult Read(string? file, string? environmentValue)
    {
        var diagnostics = KeyFile.Diagnostics();
        if (file is null)
        {
            if (string.IsNullOrEmpty(environmentValue))
                diagnostics.Report(SignatureDescriptors.NoPassphrase, "");
            return new PassphraseResult(
                string.IsNullOrEmpty(environmentValue) ? null : environmentValue, diagnostics.ToImmutable());
        }

        if (KeyFile.Read(file, BytesMax, diagnostics) is not { } source)
            return new PassphraseResult(null, diagnostics.ToImmutable());
        var passphrase = TextOf(source);
        if (passphrase is null)
            diagnostics.Report(SignatureDescriptors.BadPassphrase, source.Name);
        return new PassphraseResult(passphrase, diagnostics.ToImmutable());
    }

    private static string? TextOf(Source source)
    {
        var bytes = source.Bytes;
        if (!Utf8.IsValid(bytes))
            return null;
        if (bytes is [.., (byte)'\n'])
            bytes = bytes[..^1];
        if (bytes is [.., (byte)'\r'])
            bytes = bytes[..^1];
        return bytes.IsEmpty || bytes.ContainsAny("\r\n\0"u8) ? null : Encoding.UTF8.GetString(bytes);
    }
}
