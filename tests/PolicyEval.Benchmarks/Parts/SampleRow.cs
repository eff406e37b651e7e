using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Benchmarks.Parts;

/// <summary>A row with the fields that the benchmarks read, in the form that costs the least to read.</summary>
internal sealed class SampleRow : CelRecord
{
    private const int Users = 20;

    private static readonly RecordSymbol Row = new(
        "row",
        new FieldSymbol("access_key_1_active", CelType.Bool, 0),
        new FieldSymbol("access_key_2_active", CelType.Bool, 1),
        new FieldSymbol("rotated", CelType.Timestamp, 2),
        new FieldSymbol("user", CelType.String, 3),
        new FieldSymbol("name", CelType.String, 4),
        new FieldSymbol("password_enabled", CelType.Bool, 5),
        new FieldSymbol("mfa_active", CelType.Bool, 6));

    private readonly CelValue[] _values =
    [
        CelValue.False, CelValue.False, CelValue.Of(new CelTimestamp(1_760_000_000, 0)), CelValue.Of("build-pipeline"),
        CelValue.Of("buildpipelin"), CelValue.True, CelValue.True,
    ];

    /// <summary>The variables <c>row</c>, <c>asOf</c> and <c>users</c>.</summary>
    public static CelEnvironment Environment { get; } = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithRecords(Row)
        .WithVariable("row", Row.Type)
        .WithVariable("asOf", CelType.Timestamp)
        .WithVariable("users", CelType.List(Row.Type));

    /// <inheritdoc/>
    public override CelType Type => Row.Type;

    /// <summary>A frame with a row, an instant, and 20 users whose password and MFA are on.</summary>
    public static CelFrame Frame()
    {
        var frame = Environment.CreateFrame();
        frame.Variables[0] = CelValue.Of(new SampleRow());
        frame.Variables[1] = CelValue.Of(new CelTimestamp(1_767_225_600, 0));
        frame.Variables[2] = CelValue.Of(
            CelList.From([.. Enumerable.Range(0, Users).Select(_ => CelValue.Of(new SampleRow()))]));
        return frame;
    }

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame) => _values[slot];

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame) => CelValue.Of("");
}
