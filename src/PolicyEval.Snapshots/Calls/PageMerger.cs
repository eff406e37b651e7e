namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Merges the answers of pages as the AWS CLI prints them: lists joined in their order, without what only says how to
/// go on.
/// </summary>
internal sealed class PageMerger(ApiOperation operation)
{
    private readonly AnswerItem _merged = AnswerItem.Structure();

    public void Add(AnswerItem page)
    {
        foreach (var (name, value) in page.Properties)
        {
            if (IsPaging(name))
                continue;
            if (_merged.Find(name) is not { } first)
                _merged.Properties.Add(new(name, Copy(value)));
            else if (first.Kind == AnswerItemKind.List && value.Kind == AnswerItemKind.List)
                first.Items.AddRange(value.Items);
        }
    }

    /// <summary>The merged answer; a list of which no page has anything is there, and empty.</summary>
    public AnswerItem ToItem()
    {
        foreach (var list in ResponseShapes.ListsOf(operation).Take(_merged.Properties.Count == 0 ? 1 : 0))
            _merged.Properties.Add(new(list, AnswerItem.List()));
        return _merged;
    }

    private bool IsPaging(string name) => operation.Paging switch
    {
        Paging.Marker => name is "IsTruncated" or "Marker",
        Paging.NextToken => name is "NextToken",
        _ => false,
    };

    /// <summary>A list of its own, so that the page's stays as it is.</summary>
    private static AnswerItem Copy(AnswerItem value)
    {
        if (value.Kind != AnswerItemKind.List)
            return value;
        var list = AnswerItem.List();
        list.Items.AddRange(value.Items);
        return list;
    }
}
