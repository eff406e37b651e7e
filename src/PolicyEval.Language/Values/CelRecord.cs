using PolicyEval.Language.Types;

namespace PolicyEval.Language.Values;

/// <summary>
/// A record of the host: fields in slots. The language never looks a field up by name while it evaluates. An
/// implementation answers with a typed value, null (only for nullable fields) or an unknown; it adds the cell to
/// <see cref="CelFrame.Trace"/> where the field is evidence. Implementations compare by reference.
/// </summary>
public abstract class CelRecord
{
    /// <summary>The type, as <c>RecordSymbol.Type</c> declares it: what <c>type(record)</c> says.</summary>
    public abstract CelType Type { get; }

    /// <summary>The value of a field.</summary>
    public abstract CelValue Get(int slot, CelFrame frame);

    /// <summary>
    /// The raw text of a field as the evidence has it (for <c>token(record.field)</c>), or unknown where there is none.
    /// </summary>
    public abstract CelValue GetToken(int slot, CelFrame frame);
}
