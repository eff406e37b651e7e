using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>A record whose fields are given as values; every read is recorded.</summary>
internal sealed class TestRow(params CelValue[] values) : CelRecord
{
    public override CelType Type => TestEnvironment.Row.Type;

    public static CelValue Unknown(int slot) => CelValue.Of(CelUnknown.Of(new TestRow(), slot));

    public override CelValue Get(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return values[slot];
    }

    public override CelValue GetToken(int slot, CelFrame frame)
    {
        frame.Trace?.Add(this, slot);
        return CelValue.Of($"token {slot}");
    }
}
