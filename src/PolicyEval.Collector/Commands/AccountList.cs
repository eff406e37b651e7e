using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Diagnostics;

namespace PolicyEval.Collector.Commands;

/// <summary>The accounts of <c>--accounts</c>: ids separated by commas, or a file with one a line.</summary>
/// <param name="Ids">Each once, in the order of the first place.</param>
/// <param name="Warnings">Those that were named again.</param>
internal sealed record AccountList(ImmutableArray<string> Ids, ImmutableArray<CollectDiagnostic> Warnings)
{
    private const string OptionName = "--accounts";
    private const int BytesMax = 1 << 20;
    private const int MistakesShown = 20;
    private const int LettersShown = 4;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the value of the option.</summary>
    /// <exception cref="CollectException">An id is none, there is none, or the file cannot be read.</exception>
    public static AccountList Read(string value)
    {
        // Digits and commas only: nobody means a file.
        var isList = value.All(letter => char.IsAsciiDigit(letter) || letter is ',' or ' ');
        var places = isList
            ? PlacesOf(value, ',', line => (1, line)).ToList()
            : PlacesOf(TextOf(value), '\n', line => (line, 1)).ToList();
        return Check(value, isList ? OptionName : Path.GetFileName(value), places);
    }

    private static AccountList Check(
        string value, string source, List<(string Id, int Line, int Column)> places)
    {
        var mistakes = places
            .Where(place => !AccountId.IsValid(place.Id))
            .Select(place => new CollectDiagnostic(
                CollectDescriptors.BadAccount, PlaceOf(source, place), [Shown(place.Id)]))
            .ToList();
        if (mistakes.Count > 0)
            throw new CollectException([.. mistakes.Take(MistakesShown)], ExitCodes.WrongUsage);
        if (places.Count == 0)
            throw CollectException.Usage(CollectDescriptors.NoAccounts, value);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var warnings = places
            .Where(place => !seen.Add(place.Id))
            .Select(place => new CollectDiagnostic(CollectDescriptors.AccountTwice, PlaceOf(source, place), [place.Id]))
            .ToImmutableArray();
        return new AccountList([.. places.Select(place => place.Id).Distinct(StringComparer.Ordinal)], warnings);
    }

    /// <summary>What stands between the separators, without comments and spaces around it, and where.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="separator">A comma or a line feed.</param>
    /// <param name="start">Line and column at which the text stands whose number, or offset, is given.</param>
    private static IEnumerable<(string Id, int Line, int Column)> PlacesOf(
        string text, char separator, Func<int, (int Line, int Column)> start)
    {
        var offset = 0;
        var number = 1;
        foreach (var part in text.Split(separator))
        {
            var (line, column) = start(separator == '\n' ? number : offset + 1);
            var content = separator == '\n' ? part.Split('#')[0] : part;
            var id = content.Trim();
            if (id.Length > 0 || separator == ',')
                yield return (id, line, column + content.Length - content.TrimStart().Length);
            offset += part.Length + 1;
            number++;
        }
    }

    /// <summary>
    /// So much of a mistake that its place is known again: the file may be another one than was meant, with secrets.
    /// </summary>
    private static string Shown(string id) =>
        id.Length <= LettersShown ? id
        : id.Length > AccountId.Length && !id.All(char.IsAsciiDigit) ? "…"
        : id[..LettersShown] + "…";

    private static string PlaceOf(string source, (string Id, int Line, int Column) place) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}:{place.Line}:{place.Column}");

    private static string TextOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var buffer = new byte[BytesMax + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > BytesMax
                ? throw CollectException.Usage(CollectDescriptors.AccountsUnreadable, path, "it is too large")
                : Utf8.GetString(buffer, 0, length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw CollectException.Usage(CollectDescriptors.AccountsUnreadable, path, "it is no UTF-8 text");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CollectException.Usage(CollectDescriptors.AccountsUnreadable, path, "there is no such file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CollectException.Usage(CollectDescriptors.AccountsUnreadable, path, "permission denied, or no file");
        }
    }
}
