using System.Globalization;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Packs;

/// <summary>
/// Gives every file and folder of a pack a path of its own that a bag may have, near to the name that the user gave.
/// </summary>
internal sealed class PackNames
{
    private const int LengthMax = 100;
    private const int EndingMax = 5;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A new path for a file; of its folders nothing is kept.</summary>
    /// <param name="folder">Where in the pack, with a slash at its end.</param>
    /// <param name="name">The path as the user gave it.</param>
    public string TakeFile(string folder, string name)
    {
        var last = LastOf(name);
        var ending = Path.GetExtension(last);
        if (ending.Length > EndingMax + 1 || !ending.Skip(1).All(char.IsAsciiLetterOrDigit))
            ending = "";
        return Take(folder, last[..^ending.Length], ending);
    }

    /// <summary>A new path with an ending that is given.</summary>
    /// <param name="folder">Where in the pack, with a slash at its end.</param>
    /// <param name="name">The name; of its folders nothing is kept.</param>
    /// <param name="ending">Such as <c>.zip</c>, or a slash for a folder.</param>
    public string Take(string folder, string name, string ending)
    {
        // Without dots nothing leads anywhere, is of an unfinished file, or hides a device of Windows behind an ending;
        // what begins with a hyphen would be an option to other programs.
        var safe = string.Concat(LastOf(name).Take(LengthMax)
            .Select((c, index) => char.IsAsciiLetterOrDigit(c) || (c == '-' && index > 0) ? c : '_'));
        if (safe.Length == 0)
            safe = "_";
        for (var number = IsDevice(safe) ? 2 : 1; ; number++)
        {
            var numbered = number == 1 ? safe : string.Create(CultureInfo.InvariantCulture, $"{safe}-{number}");
            if (_taken.Add(folder + numbered + ending))
                return folder + numbered + ending;
        }
    }

    private static string LastOf(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool IsDevice(string name) => BagPath.ProblemOf(name) is not null;
}
