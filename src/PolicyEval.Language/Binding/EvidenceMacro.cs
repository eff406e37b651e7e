namespace PolicyEval.Language.Binding;

/// <summary>The macros over a cell of the evidence: what an expression may ask besides the cell's value.</summary>
internal enum EvidenceMacro
{
    /// <summary>
    /// <c>known(r.f)</c>: whether the cell's value is known. Never unknown, and no proof of anything.
    /// </summary>
    Known,

    /// <summary>
    /// <c>known(token(r.f))</c>: whether a cell stands there at all, whatever it says. Never unknown, and no proof.
    /// </summary>
    Present,

    /// <summary><c>token(r.f)</c>: the raw text, which tells N/A from no_information and not_supported.</summary>
    Token,

    /// <summary><c>require(r.f)</c>: the value without null; a null cell is missing evidence.</summary>
    Require,

    /// <summary>
    /// <c>missing(r.f)</c>: always unknown, naming the cell: the evidence cannot decide, whatever the cell says.
    /// </summary>
    Missing,
}
