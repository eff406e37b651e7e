using System.Collections.Immutable;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>The parameters as <c>params</c>. They are constants and no evidence. Immutable.</summary>
internal sealed class ParamsRecord(CelType type, ImmutableArray<EffectiveParam> values) : CelRecord
{
    /// <inheritdoc/>
    public override CelType Type => type;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame) => values[slot].Value.Value;

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame) => CelValue.Of(values[slot].Value.Text);
}
