using System.Text;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>From the bytes of a file to its text.</summary>
internal static class YamlText
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text without its byte order mark, or null after a diagnostic. The mark is invisible in editors, so columns
    /// count from the first unit behind it.
    /// </summary>
    public static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > YamlLimits.FileBytesMax)
        {
            diagnostics.Report(
                YamlDescriptors.TooLarge, Location.InFile(path), Digits.Of(YamlLimits.FileBytesMax));
            return null;
        }
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            var text = Strict.GetString(bytes);
            if (!text.Contains('\0'))
                return SourceText.From(text, path);

            // The parser would take it for the end of the file, and pass over what stands behind it.
            diagnostics.Report(YamlDescriptors.Syntax, Location.InFile(path), "a NUL byte stands in it.");
            return null;
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Report(YamlDescriptors.NotUtf8, Location.InFile(path));
            return null;
        }
    }
}
