using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

public sealed class EvidenceMacroTests
{
    private static readonly RecordSymbol Row = new(
        "row",
        new FieldSymbol("flag", CelType.Bool, 0) { IsEvidence = true },
        new FieldSymbol("used", CelType.Wrapper(CelType.Timestamp), 1) { IsEvidence = true },
        new FieldSymbol("note", CelType.String, 2));

    private static readonly CelEnvironment Environment = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All).WithRecords(Row).WithVariable("row", Row.Type);

    /// <summary>Value of flag (u: unknown), value of used (n: null, u: unknown, 0: the epoch), expression, result.</summary>
    [Theory]
    [InlineData("true", "0", "known(row.flag)", "true")]
    [InlineData("u", "0", "known(row.flag)", "false")]
    [InlineData("true", "n", "known(row.used)", "true")]
    [InlineData("true", "u", "known(row.used)", "false")]
    [InlineData("true", "n", "token(row.used)", "\"raw\"")]
    [InlineData("true", "u", "known(token(row.used))", "true")]
    [InlineData("absent", "u", "known(token(row.flag))", "false")]
    [InlineData("true", "0", "require(row.used) == timestamp(0)", "true")]
    [InlineData("true", "n", "require(row.used) == timestamp(0)", "unknown used")]
    [InlineData("true", "u", "require(row.used) == timestamp(0)", "unknown used")]
    [InlineData("true", "0", "missing(row.used)", "unknown used")]
    [InlineData("true", "0", "row.flag || missing(row.used)", "true")]
    [InlineData("false", "0", "row.flag || missing(row.used)", "unknown used")]
    [InlineData("u", "n", "row.flag && require(row.used) == timestamp(0)", "unknown flag used")]
    public void The_macros_ask_about_a_cell(string flag, string used, string expression, string expected)
    {
        var (value, _) = Evaluate(flag, used, expression);
        Assert.Equal(expected, Show(value));
    }

    [Theory]
    [InlineData("known(row.flag)", "")]
    [InlineData("known(row.used) && row.flag", "flag")]
    [InlineData("require(row.used) == timestamp(0)", "used")]
    public void Asking_whether_a_cell_is_known_is_no_evidence(string expression, string expected)
    {
        var (_, cells) = Evaluate("true", "0", expression);
        Assert.Equal(expected, cells);
    }

    [Theory]
    [InlineData("require(row.note) == ''", "PE2012")]
    [InlineData("missing(row.note)", "PE2012")]
    [InlineData("require(1) == 1", "PE2009")]
    public void A_macro_takes_a_field_of_the_evidence(string expression, string id)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), Environment);
        Assert.Equal([id], compilation.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    private static (CelValue Value, string Cells) Evaluate(string flag, string used, string expression)
    {
        var compilation = CelCompiler.Compile(EmbeddedText.Whole(expression), Environment);
        Assert.Empty(compilation.Diagnostics);
        var frame = Environment.CreateFrame();
        frame.Trace = new CelTrace();
        frame.Variables[0] = CelValue.Of(new RowRecord(flag, used));
        var value = compilation.Expression!.Evaluate(frame);
        return (value, string.Join(' ', frame.Trace.Cells.Select(cell => Row.Fields[cell.Slot].Name)));
    }

    private static string Show(CelValue value) => value.Kind == CelKind.Unknown
        ? "unknown " + string.Join(' ', value.AsUnknown.Cells.Select(cell => Row.Fields[cell.Slot].Name))
        : value.ToString();

    private sealed class RowRecord(string flag, string used) : CelRecord
    {
        public override CelType Type => Row.Type;

        public override CelValue Get(int slot, CelFrame frame)
        {
            frame.Trace?.Add(this, slot);
            return (slot, slot == 0 ? flag : used) switch
            {
                (_, "u" or "absent") => CelValue.Of(CelUnknown.Of(this, slot)),
                (0, var text) => CelValue.Of(text == "true"),
                (_, "n") => CelValue.Null,
                _ => CelValue.Of(new CelTimestamp(0, 0)),
            };
        }

        public override CelValue GetToken(int slot, CelFrame frame) =>
            slot == 0 && flag == "absent" ? CelValue.Of(CelUnknown.Of(this, slot)) : CelValue.Of("raw");
    }
}
