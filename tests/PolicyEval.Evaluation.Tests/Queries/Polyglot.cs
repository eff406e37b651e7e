using System.Diagnostics;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>
/// The npm package <c>@polyglot-sql/sdk</c>, which parses the SQL of Trino and writes it for DuckDB: a second opinion on
/// the dialect that no engine here runs. It is looked for where <c>NODE_PATH</c> says.
/// </summary>
internal static class Polyglot
{
    private const string Program =
        """
        const sql = require('@polyglot-sql/sdk');
        (async () => {
          await sql.init();
          let text = '';
          for await (const part of process.stdin) text += part;
          const result = sql.transpile(text, process.argv[1], 'duckdb');
          if (!result.success) { console.error(result.error); process.exit(1); }
          process.stdout.write(result.sql.join(';'));
        })();
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether node and the package are here.</summary>
    public static bool IsHere { get; } = Looks();

    /// <summary>The statement as DuckDB has it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="dialect">What it is written in: trino or athena.</param>
    public static string ToDuckDb(string statement, string dialect)
    {
        var (exitCode, output, error) = Run(["-e", Program, dialect], statement);
        Assert.True(exitCode == 0, error);
        return output;
    }

    private static bool Looks()
    {
        try
        {
            return Run(["-e", "require.resolve('@polyglot-sql/sdk')"], "").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Error) Run(string[] arguments, string input)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"node runs after {Patience}.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
