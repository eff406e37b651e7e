using System.Text;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Support;

/// <summary>A run from files to results: a snapshot folder, policies and options in, findings out.</summary>
internal sealed class Scenario : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _inputs = [];
    private readonly List<string> _waivers = [];
    private bool _hasPolicies;

    public EvaluationRequest Request { get; set; } = new() { ToolVersion = "0.0.0" };

    public int Degree { get; set; } = 1;

    /// <summary>The folder of the policies added, or null.</summary>
    public string? PolicyFolder => _hasPolicies ? _folder.PathOf("policies") : null;

    /// <summary>Adds a snapshot folder.</summary>
    /// <param name="csv">The credential report, or null.</param>
    /// <param name="summary">What stands inside the braces of SummaryMap, or null for no summary.</param>
    /// <param name="generated">The GeneratedTime of a report that AWS printed as JSON, or null for a bare CSV.</param>
    /// <param name="files">Other files with their content.</param>
    public Scenario Snapshot(
        string? csv = null, string? summary = null, string? generated = null, params (string Name, string Text)[] files)
    {
        var name = $"snapshot{_inputs.Count}";
        Directory.CreateDirectory(_folder.PathOf(name));
        if (csv is not null)
            Write($"{name}/credential-report.csv", csv);
        if (csv is not null && generated is not null)
        {
            var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(csv));
            Write(
                $"{name}/credential-report.json",
                $$"""{"Content": "{{content}}", "ReportFormat": "text/csv", "GeneratedTime": "{{generated}}"}""");
        }
        if (summary is not null)
            Write($"{name}/account-summary.json", "{\"SummaryMap\": {" + summary + "}}");
        foreach (var (file, text) in files)
            Write($"{name}/{file}", text);
        _inputs.Add(_folder.PathOf(name));
        return this;
    }

    /// <summary>Adds a policy file.</summary>
    public Scenario Policy(string name, string yaml)
    {
        Directory.CreateDirectory(_folder.PathOf("policies"));
        Write($"policies/{name}", yaml);
        _hasPolicies = true;
        return this;
    }

    /// <summary>Adds settings beside the policies.</summary>
    public Scenario Settings(string yaml, string name = "policies/policyeval.yaml")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(name))!);
        Write(name, yaml);
        _hasPolicies = true;
        return this;
    }

    /// <summary>Adds a file of waivers.</summary>
    public Scenario Waivers(string yaml, string name = "waivers.yaml")
    {
        Write(name, yaml);
        _waivers.Add(_folder.PathOf(name));
        return this;
    }

    /// <summary>All policies, as commands see them that look at no snapshot.</summary>
    public PolicyLibrary Library() => PolicyLibrary.Load(PolicyFolder);

    public Preparation Prepare()
    {
        var isWhole = _waivers.Count > 0 || PolicySettings.AreGiven(file: null, PolicyFolder);
        var library = isWhole ? Library() : PolicyLibrary.LoadFor(Request, PolicyFolder);
        return Evaluator.Prepare(
            library, [.. _inputs.Select(path => PolicyEval.Snapshots.Snapshot.Open(path))],
            Request with
            {
                Settings = PolicySettings.Load(file: null, PolicyFolder, library),
                Waivers = WaiverLibrary.Load([.. _waivers], library),
            });
    }

    public RunResults Run(CancellationToken cancellationToken = default)
    {
        var preparation = Prepare();
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        var results = new RunResults();
        Evaluator.Run(preparation.Plan, results, Degree, cancellationToken);
        return results;
    }

    /// <summary>The only finding of one bundled policy.</summary>
    public Finding Only(string policy)
    {
        Request = Request with { Policies = [policy] };
        return Assert.Single(Run().Findings);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The ids of errors and warnings with their places, by file name.</summary>
    public static IEnumerable<string> Places(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(d => $"{d.Id} {d.Location.Line}:{d.Location.Column}");

    private void Write(string name, string text) => File.WriteAllText(_folder.PathOf(name), text);
}
