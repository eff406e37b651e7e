using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Functions;

/// <summary>The functions that policies have beside CEL's own. The door of this folder.</summary>
internal static class HostLibrary
{
    /// <summary>The library.</summary>
    public static CelLibrary Instance { get; } =
        new("policyeval", [.. TimeFunctions.All, .. ArnFunctions.All, .. IamFunctions.All])
        {
            Types =
            [
                TypeName(Arn.ArnType), TypeName(PolicyDocument.DocumentType), TypeName(PolicyStatement.StatementType),
            ],
        };

    private static KeyValuePair<string, CelType> TypeName(CelType type) => new(type.Name, type);
}
