using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Binding;

/// <content>Optional values (cel-go extension "optional types"): macros and the question mark.</content>
internal sealed partial class Binder
{
    private BoundExpression BindOptionalMap(CallExpressionSyntax syntax, bool isFlat)
    {
        var operand = Bind(syntax.Receiver!);
        if (FindVariables(syntax, 1) is not [var name])
            return new BoundError(syntax.Span);

        var type = TypeInside(operand, $"{syntax.Name.Text}()");
        var variable = Declare(name, type);
        var body = Bind(syntax.Arguments[1]);
        Leave(1);
        var result = isFlat ? TypeInside(body, "the result of optFlatMap()") : body.Type;
        return type.Kind == CelTypeKind.Error || result.Kind == CelTypeKind.Error
            ? new BoundError(syntax.Span)
            : new BoundOptionalMap(syntax.Span, OptionalOf(result), isFlat, operand, variable, body);
    }

    /// <summary>The type of the value that an optional may have; what is no optional is reported.</summary>
    /// <param name="operand">The optional.</param>
    /// <param name="user">What needs it.</param>
    private CelType TypeInside(BoundExpression operand, string user)
    {
        var type = Selectable(operand.Type);
        switch (type.Kind)
        {
            case CelTypeKind.Optional:
                return type.Arguments[0];
            case CelTypeKind.Dyn or CelTypeKind.Error:
                return type;
            default:
                if (!_isChecked)
                    return CelType.Dyn;
                Report(BindingDescriptors.OptionalExpected, operand.Span, user, Shown(type));
                return CelType.Error;
        }
    }
}
