using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Library.Encoders;

/// <summary>The door of the folder: the extension "encoders", with the ids of cel-go (ext/README).</summary>
internal static class EncodersLibrary
{
    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("base64.encode",
        [
            Overload.Function("base64_encode_bytes", CelType.Bytes, CelType.String, Base64.Encode),
        ])
        {
            Documentation = "Bytes in base64, padded.",
        },
        new("base64.decode",
        [
            Overload.Function("base64_decode_string", CelType.String, CelType.Bytes, Base64.Decode) with
            {
                Checks = [new ArgumentCheck(0, text => Base64.FaultOf(text.AsString))],
            },
        ])
        {
            Documentation = "The bytes of a string in base64, padded or not; an error for anything else.",
        },
    ];

    /// <summary>All functions of the extension.</summary>
    public static CelLibrary Instance { get; } = new("encoders", Functions);
}
