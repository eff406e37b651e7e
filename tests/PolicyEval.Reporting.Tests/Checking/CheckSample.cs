using System.Text;
using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Checking;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Checking;

/// <summary>A folder of policies, checked.</summary>
internal sealed class CheckSample : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Mistakes of every kind that a report must write down, in files of hostile names.</summary>
    public static CheckSample Mistakes()
    {
        var sample = new CheckSample();
        sample.Write("a b#%C3/hostile é.yaml", PolicyOf("hostile", "'!root.acess_key_1_active && root.arn == ''\u202e'''"));
        sample.Write("crlf.yaml", PolicyOf("crlf", "\"\\x21root.mfa_activ\"").Replace("\n", "\r\n", StringComparison.Ordinal));
        sample.Write("lines.yaml", PolicyOf("lines", "|\n        root.mfa_active\n        || !root.mfa_active"));
        sample.Write("replaced.yaml", PolicyOf("console-user-mfa", "'{''a'': root.mfa_active}.a and true'"));
        sample._folder.Write("binary.yaml", [0xff, 0xfe, 0x00]);
        return sample;
    }

    /// <summary>A file without a mistake.</summary>
    public static CheckSample Good()
    {
        var sample = new CheckSample();
        sample.Write("good.yaml", PolicyOf("good", "root.mfa_active"));
        return sample;
    }

    /// <summary>A folder that is not there.</summary>
    public static CheckReport Missing() => Report(PolicyLibrary.Load("absent"), []);

    /// <summary>A small policy.</summary>
    public static string PolicyOf(string name, string expression) =>
        $$"""
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: {{name}} }
        spec:
          title: A rule
          severity: low
          resource: aws.iam.root
          validations:
            - reason: NotSo
              message: The rule does not hold.
              expression: {{expression}}

        """;

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>What a check of the folder says.</summary>
    public CheckReport Check()
    {
        var library = PolicyLibrary.Load(_folder.Path);
        return Report(library, [.. library.Files.Where(f => !f.IsBundled).Select(f =>
            new CheckedFile(f.Path, FileRoot.WorkingFolder, $"mine/{Path.GetRelativePath(_folder.Path, f.Path)}")
            {
                Sha256 = f.Sha256,
                Bytes = f.Bytes,
            })]);
    }

    /// <summary>A report in a format.</summary>
    public static string Write(CheckReport report, string format)
    {
        using var stream = new MemoryStream();
        CheckFormats.Find(format)!.Write(report, stream, ReportStyle.Plain);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A report in a format, without the folder's place on the disk.</summary>
    public string Write(string format) => Write(Check(), format).Replace(_folder.Path, "mine", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static CheckReport Report(PolicyLibrary library, CheckedFile[] files) => new()
    {
        ToolVersion = "1.2.3",
        Policies = library.Policies.Count(policy => !policy.File.IsBundled),
        Frameworks = 0,
        Files = [.. files],
        Diagnostics = library.Diagnostics,
        ExitCode = library.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? 3 : 0,
    };
}
