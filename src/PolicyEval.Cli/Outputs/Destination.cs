using System.Text.RegularExpressions;

namespace PolicyEval.Cli.Outputs;

/// <summary>Where a report goes.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Path">The path to open: without links, except of a device.</param>
/// <param name="Identity">The path without links, which tells whether two destinations are one.</param>
internal sealed partial record Destination(DestinationKind Kind, string Path, string Identity)
{
    private const string OutputDevice = "/dev/stdout";
    private const string ErrorDevice = "/dev/stderr";

    /// <summary>Standard output.</summary>
    public static Destination StandardOutput() => Of(OutputDevice);

    /// <summary>
    /// What a name stands for: a folder where it ends as names of folders do, or where a folder is there.
    /// </summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static Destination Of(string name)
    {
        var path = LinkResolver.Resolve(name, Device().IsMatch);
        if (System.IO.Path.EndsInDirectorySeparator(name) || Directory.Exists(path))
            return new Destination(DestinationKind.Folder, path, path);
        if (!Device().IsMatch(path))
            return new Destination(DestinationKind.File, path, path);

        return new Destination(
            path switch
            {
                OutputDevice or "/dev/fd/1" or "/proc/self/fd/1" => DestinationKind.StandardOutput,
                ErrorDevice or "/dev/fd/2" or "/proc/self/fd/2" => DestinationKind.StandardError,
                _ => DestinationKind.Device,
            },
            path,
            LinkResolver.Resolve(path));
    }

    [GeneratedRegex("^(/dev/(?!shm/)|/proc/(self|thread-self|[0-9]+)/fd/[0-9]+$)")]
    private static partial Regex Device();
}
