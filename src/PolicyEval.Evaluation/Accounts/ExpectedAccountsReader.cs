using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Accounts;

/// <summary>
/// Reads a list of accounts. Ids stay text. A first line without an id is the header; without one the first cell is the
/// account and the second its name.
/// </summary>
internal sealed class ExpectedAccountsReader
{
    private const int IdLength = 12;
    private const int CellsWithoutHeader = 2;
    private const string AccountColumn = "account";
    private const string NameColumn = "name";

    private readonly SourceText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<ExpectedAccount> _accounts = [];
    private int _account;
    private int _name = 1;
    private bool _hasHeader;
    private bool _isUnreadable;

    private ExpectedAccountsReader(SourceText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a file; what is wrong with it is among the population's diagnostics.</summary>
    public static AccountPopulation Read(SourceFile file, DiagnosticBag diagnostics)
    {
        if (YamlText.Decode(file.Path, file.Bytes, diagnostics) is not { } text)
            return new AccountPopulation([], [], isWhole: true, [.. diagnostics]);
        var reader = new ExpectedAccountsReader(text, diagnostics);
        reader.ReadLines();
        return new AccountPopulation(
            [
                new PopulationReference(
                    IsFile: true, file.Path, DocumentFile.Sha256Of(file),
                    reader._accounts.Count, IsWhole: true),
            ],
            [.. reader._accounts.OrderBy(account => account.Id, StringComparer.Ordinal)],
            isWhole: true,
            [.. diagnostics])
        {
            File = LibraryFile.Of(file),
        };
    }

    private void ReadLines()
    {
        var isFirst = true;
        for (var line = 1; line <= _text.LineCount && !_isUnreadable; line++)
        {
            if (_text.LineText(line).AsSpan().Trim().IsEmpty)
                continue;
            if (CsvLine.Split(_text, line, _diagnostics) is { } cells)
            {
                if (isFirst && !cells.Any(cell => cell.Text.Any(char.IsAsciiDigit)))
                    ReadHeader(cells, line);
                else
                    ReadAccount(cells, line);
            }

            isFirst = false;
        }

        if (_accounts.Count == 0 && !_diagnostics.HasErrors)
            _diagnostics.Report(AccountDescriptors.NoAccounts, Location.InFile(_text.Path));
    }

    private void ReadHeader(List<CsvCell> cells, int line)
    {
        _hasHeader = true;
        _account = cells.FindIndex(cell => cell.Text.Equals(AccountColumn, StringComparison.OrdinalIgnoreCase));
        _name = cells.FindIndex(cell => cell.Text.Equals(NameColumn, StringComparison.OrdinalIgnoreCase));
        if (_account >= 0)
            return;
        _diagnostics.Report(AccountDescriptors.NoAccountColumn, Location.At(_text.Path, line, 1));
        _isUnreadable = true;
    }

    private void ReadAccount(List<CsvCell> cells, int line)
    {
        var cell = _account < cells.Count ? cells[_account] : new CsvCell("", Location.At(_text.Path, line, 1));
        if (!_hasHeader && cells.Count > CellsWithoutHeader)
            _diagnostics.Report(AccountDescriptors.UnnamedCell, cells[2].Location, Digits.Of(cells.Count));
        else if (cell.Text.Length != IdLength || !cell.Text.All(char.IsAsciiDigit))
            _diagnostics.Report(AccountDescriptors.MalformedAccount, cell.Location, cell.Text, HintOf(cell.Text));
        else if (!_lines.TryAdd(cell.Text, line))
            _diagnostics.Report(
                AccountDescriptors.AccountTwice, cell.Location, cell.Text, Digits.Of(_lines[cell.Text]));
        else
            _accounts.Add(new ExpectedAccount(
                cell.Text, _name >= 0 && _name < cells.Count ? cells[_name].Text : ""));
    }

    private static string HintOf(string text) =>
        text.Length is > 0 and < IdLength && text.All(char.IsAsciiDigit)
            ? $", and leading zeros may be lost: {text.PadLeft(IdLength, '0')}"
            : text.Contains("E+", StringComparison.OrdinalIgnoreCase)
            ? ", and a spreadsheet made a rounded number of it"
            : "";
}
