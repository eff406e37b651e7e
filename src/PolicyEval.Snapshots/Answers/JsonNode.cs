namespace PolicyEval.Snapshots.Answers;

/// <summary>One value of a JSON text. Nodes stand in document order, so a value's children follow it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
/// <param name="NameStart">The offset of its property name's opening quote, or -1.</param>
/// <param name="NameEnd">The offset behind that name's closing quote, or -1.</param>
/// <param name="Next">The index of the node behind this value and all that is in it.</param>
internal readonly record struct JsonNode(
    JsonCellKind Kind, int Start, int End, int NameStart, int NameEnd, int Next);
