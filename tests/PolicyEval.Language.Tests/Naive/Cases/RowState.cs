using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>What all variables are in one evaluation, for the engine and for the naive walker.</summary>
internal sealed class RowState
{
    /// <summary>How many there are.</summary>
    public const int Count = 2000;

    private static readonly Lazy<RowState>[] States =
        [.. Enumerable.Range(0, Count).Select(number => new Lazy<RowState>(() => new RowState(number)))];

    private readonly Random _random;
    private readonly bool _isWhole;
    private readonly Dictionary<string, CelValue> _values = [];

    private RowState(int seed)
    {
        // All that is read is a value in every other one.
        (_random, _isWhole) = (new Random(seed), seed % 2 == 0);
        var row = NewRow(0);
        var other = NewRow(1);
        var more = Enumerable.Range(2, _random.Next(3)).Select(NewRow);
        RowRecord[] last = _random.Next(2) == 0 ? [other] : [];
        RowRecord[] rows = _random.Next(3) == 0 ? [] : [row, .. more, .. last];
        var parameters = new NaiveRow("case.params", 0);
        foreach (var (name, _, value) in CaseWorld.Parameters)
            parameters.Add(name, new NaiveField(value, value, IsEvidence: false));

        Set("row", row.Row, CelValue.Of(row));
        Set("other", other.Row, CelValue.Of(other));
        Set(
            "rows",
            rows.Select(r => (object)r.Row).ToArray(),
            CelValue.Of(CelList.From([.. rows.Select(CelValue.Of)])));
        Set("params", parameters, CelValue.Of(new RowRecord(CaseWorld.Params, parameters)));
        foreach (var (name, type) in CaseWorld.Variables)
            SetVariable(name, type, other);
    }

    /// <summary>The one of a number, which may be any.</summary>
    public static RowState Of(int number) => States[number % Count].Value;

    public NaiveWorld World { get; } = new();

    /// <summary>A frame for the engine.</summary>
    public CelFrame NewFrame()
    {
        var frame = CaseWorld.Environment.CreateFrame();
        foreach (var (name, value) in _values)
            frame.Variables[CaseWorld.Environment.Variable(name)!.Slot] = value;
        return frame;
    }

    public override string ToString() => string.Join('\n', World.Variables.Select(variable => variable.Value switch
    {
        NaiveRow row => $"  {variable.Key} = {row.Describe()}",
        object[] list => $"  {variable.Key} = [{string.Join(", ", list.Select(Describe))}]",
        var value => $"  {variable.Key} = {Shown.Of(value)}",
    }));

    private static string Describe(object value) =>
        value is NaiveRow { Number: > 1 } row ? row.Describe() : Shown.Of(value);

    private void Set(string name, object naive, CelValue value)
    {
        World.Variables.Add(name, naive);
        _values.Add(name, value);
    }

    /// <summary>A variable is a value, or unknown because of a cell of a row.</summary>
    private void SetVariable(string name, CaseType type, RowRecord row)
    {
        if (!_isWhole && _random.Next(20) == 0)
        {
            var slot = _random.Next(CaseWorld.Fields.Count);
            Set(name, new Missing([row.CellAt(slot)]), CelValue.Of(CelUnknown.Of(row, slot)));
            return;
        }

        var value = !_isWhole && _random.Next(20) == 0 ? new Fault("broken variable") : Pools.Value(_random, type);
        Set(name, value, EngineValues.Of(value));
    }

    private RowRecord NewRow(int number)
    {
        var row = new NaiveRow("case.row", number);
        foreach (var field in CaseWorld.Fields)
        {
            var missing = new Missing([new Cell(row, field.Name)]);
            object content = _random.Next(12) switch
            {
                0 or 1 when !_isWhole => missing,
                2 when !_isWhole => new Fault("broken cell"),
                3 or 4 or 5 when field.IsNullable => NaiveNull.Value,
                _ => Pools.Value(_random, field.Type),
            };
            object token = content is Missing && _random.Next(2) == 0 ? missing : NaiveText.Of($"raw {field.Name}");
            row.Add(field.Name, new NaiveField(content, token, field.IsEvidence));
        }

        return new RowRecord(CaseWorld.Row, row);
    }
}
