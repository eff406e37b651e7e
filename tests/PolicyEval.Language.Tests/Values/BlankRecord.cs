using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

/// <summary>A record of which every field is unknown.</summary>
internal sealed class BlankRecord : CelRecord
{
    public override CelType Type { get; } = CelType.Record("test.blank");

    public override CelValue Get(int slot, CelFrame frame) => CelValue.Of(CelUnknown.Of(this, slot));

    public override CelValue GetToken(int slot, CelFrame frame) => Get(slot, frame);
}
