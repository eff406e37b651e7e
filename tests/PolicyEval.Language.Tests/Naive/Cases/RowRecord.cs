using PolicyEval.Language.Symbols;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>A row as the engine sees it.</summary>
internal sealed class RowRecord : CelRecord
{
    private readonly RecordSymbol _symbol;
    private readonly CelValue[] _contents;
    private readonly CelValue[] _tokens;

    /// <summary>Makes a record of what stands in a row.</summary>
    public RowRecord(RecordSymbol symbol, NaiveRow row)
    {
        (_symbol, Row) = (symbol, row);
        _contents = new CelValue[symbol.Fields.Length];
        _tokens = new CelValue[symbol.Fields.Length];
        foreach (var field in symbol.Fields)
        {
            var content = row.Field(field.Name)!;
            _contents[field.Slot] = OfCell(content.Content, field.Slot);
            _tokens[field.Slot] = OfCell(content.Token, field.Slot);
        }
    }

    public NaiveRow Row { get; }

    public override CelType Type => _symbol.Type;

    public override CelValue Get(int slot, CelFrame frame)
    {
        if (Row.Field(_symbol.Fields[slot].Name)!.IsEvidence)
            frame.Trace?.Add(this, slot);
        return _contents[slot];
    }

    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return _tokens[slot];
    }

    public Cell CellAt(int slot) => new(Row, _symbol.Fields[slot].Name);

    private CelValue OfCell(object content, int slot) => content is Missing
        ? CelValue.Of(CelUnknown.Of(this, slot))
        : EngineValues.Of(content);
}
