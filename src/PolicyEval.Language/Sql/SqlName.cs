using System.Collections.Immutable;

namespace PolicyEval.Language.Sql;

/// <summary>The name of a table, such as <c>archive.credential_reports</c>.</summary>
/// <param name="Parts">Catalog, schema and table, of which the last is always there.</param>
public sealed record SqlName(ImmutableArray<string> Parts)
{
    private const int PartsMax = 3;

    /// <summary>The name of one part.</summary>
    public static SqlName Of(string part) => new([part]);

    /// <summary>
    /// A name of up to three parts with dots between them; null for more, for an empty part, or for characters that no
    /// name can have.
    /// </summary>
    public static SqlName? Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= PartsMax && parts.All(part => part.Length > 0 && SqlWriter.CanSay(part))
            ? new SqlName([.. parts])
            : null;
    }
}
