using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>The policy files of a folder that the user gave.</summary>
internal static class FolderFiles
{
    private const string TestsSuffix = ".tests.yaml";

    /// <summary>All of them at any depth, in ordinal order of their paths; what cannot be read is reported.</summary>
    public static ImmutableArray<SourceFile> Read(string folder, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            diagnostics.Report(YamlDescriptors.NoFolder, Location.None, folder);
            return [];
        }
        var result = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var path in Find(folder, diagnostics))
        {
            if (ReadBytes(path, diagnostics) is { } bytes)
                result.Add(new SourceFile(path, path, bytes));
        }
        if (result.Count == 0 && !diagnostics.HasErrors)
            diagnostics.Report(YamlDescriptors.EmptyFolder, Location.InFile(folder), folder);
        return result.ToImmutable();
    }

    private static IEnumerable<string> Find(string folder, DiagnosticBag diagnostics)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        try
        {
            return Directory.GetFiles(folder, "*", options)
                .Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)
                    || path.EndsWith(".yml", StringComparison.Ordinal))
                .Where(path => !path.EndsWith(TestsSuffix, StringComparison.Ordinal))
                .Select(path => path.Replace('\\', '/'))
                .Order(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(YamlDescriptors.Unreadable, Location.InFile(folder), Reason(e));
            return [];
        }
    }

    /// <summary>The bytes, no more than one above the limit: enough to see that there are too many.</summary>
    private static byte[]? ReadBytes(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new byte[(int)Math.Min(stream.Length, YamlLimits.FileBytesMax + 1)];
            stream.ReadExactly(buffer);
            return buffer;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(YamlDescriptors.Unreadable, Location.InFile(path), Reason(e));
            return null;
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        _ => exception.Message.TrimEnd('.'),
    };
}
