namespace PolicyEval.Snapshots.Evidence;

/// <summary>How far a mistyped name is from a known one.</summary>
public static class EditDistance
{
    /// <summary>How many letters (UTF-16 units) to add, remove or replace.</summary>
    public static int Of(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = left[i - 1] == right[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
