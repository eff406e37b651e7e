namespace PolicyEval.Language.Binding;

/// <summary>Puts the final types into a tree, once all of it has been inferred.</summary>
internal sealed class TypeFinisher(TypeInference inference) : BoundTreeRewriter
{
    protected override BoundExpression RewriteNode(BoundExpression node)
    {
        var type = inference.Finish(node.Type);
        return type.Equals(node.Type) ? node : node with { Type = type };
    }
}
