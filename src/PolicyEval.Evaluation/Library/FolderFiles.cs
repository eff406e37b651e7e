using System.Collections.Immutable;
using System.IO.Enumeration;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Evaluation.Library;

/// <summary>The policy files of a folder that the user gave.</summary>
internal static class FolderFiles
{
    /// <summary>All of a kind at any depth, in ordinal order of their paths; what cannot be read is reported.</summary>
    public static ImmutableArray<SourceFile> Read(string folder, FileKind kind, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Report(
                YamlDescriptors.NoFolder, Location.None, folder, File.Exists(folder) ? ": it is a file" : "");
            return [];
        }
        var result = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var path in Find(folder, kind, diagnostics))
        {
            if (ReadFile(path, diagnostics) is { } file)
                result.Add(file);
        }
        // Settings alone change bundled policies.
        if (result.Count == 0 && kind == FileKind.Policies && !diagnostics.HasErrors
            && !Find(folder, FileKind.Settings, diagnostics).Any())
            diagnostics.Report(YamlDescriptors.EmptyFolder, Location.InFile(folder), folder);
        return result.ToImmutable();
    }

    /// <summary>
    /// The paths of all of a kind at any depth, in ordinal order; a folder that cannot be read is reported.
    /// </summary>
    public static IEnumerable<string> Find(string folder, FileKind kind, DiagnosticBag diagnostics)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };

        // A link to a folder is not followed: it may lead back here, and two of those multiply without end.
        var files = new FileSystemEnumerable<string>(
            folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath().Replace('\\', '/'), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && FileKinds.Of(entry.FileName) == kind,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        try
        {
            return [.. files.Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(YamlDescriptors.Unreadable, Location.InFile(folder), Reason(e));
            return [];
        }
    }

    /// <summary>One file, whatever its name; null after a diagnostic where it cannot be read.</summary>
    public static SourceFile? ReadFile(string path, DiagnosticBag diagnostics)
    {
        var file = NamedFile.Read(path, YamlLimits.FileBytesMax);
        if (file.Problem is null)
            return new SourceFile(path, path, file.Bytes.ToArray());
        diagnostics.Report(YamlDescriptors.Unreadable, Location.InFile(path), file.Problem);
        return null;
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        _ => exception.Message.TrimEnd('.'),
    };
}
