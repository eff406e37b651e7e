namespace PolicyEval.Language.Binding;

/// <summary>Puts the final types into a tree, once all of it has been inferred.</summary>
internal sealed class TypeFinisher(TypeInference inference) : BoundTreeRewriter
{
    /// <summary>Whether something in the tree was reported already, here or where it is declared.</summary>
    public bool HasErrors { get; private set; }

    protected override BoundExpression RewriteNode(BoundExpression node)
    {
        HasErrors |= node.Kind == BoundNodeKind.Error;
        var type = inference.Finish(node.Type);
        return type.Equals(node.Type) ? node : node with { Type = type };
    }
}
