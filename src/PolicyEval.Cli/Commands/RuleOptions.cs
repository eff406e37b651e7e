using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// The options of every command that evaluates snapshots: by which rules, and whose signatures count.
/// </summary>
internal sealed class RuleOptions
{
    private const int ThreadsMax = 1024;

    private readonly Option<string[]> _frameworks = CommonOptions.Frameworks();
    private readonly Option<string[]> _policies = CommonOptions.Many(
        "--policy", "NAME", "Only this policy; may be repeated, as --framework, --set and --format may.");
    private readonly Option<string?> _folder = CommonOptions.Policies();
    private readonly Option<string?> _settings = CommonOptions.Settings();
    private readonly Option<string[]> _waivers = CommonOptions.Waivers();
    private readonly Option<bool> _ignoreWaivers = new("--ignore-waivers")
    {
        Arity = ArgumentArity.Zero,
        Description = "List the waivers and apply none: the world without them.",
    };
    private readonly Option<string[]> _sets = CommonOptions.Sets();
    private readonly Option<string[]> _trusted = SigningOptions.TrustedKeys();
    private readonly Option<bool> _requireSignature = SigningOptions.RequireSignature();
    private readonly Option<string?> _threads = CommonOptions.One(
        "--threads", "N", "How many rows are evaluated at a time; changes no byte of a report.");

    /// <summary>The instant; null for a command that has none.</summary>
    private readonly Option<string?>? _asOf;

    /// <summary>Makes them.</summary>
    /// <param name="hasAsOf">Whether the user may say at which instant ages are measured.</param>
    /// <param name="whoseAges">Whose ages these are.</param>
    public RuleOptions(bool hasAsOf = true, string whoseAges = "ages") =>
        _asOf = hasAsOf ? CommonOptions.AsOf(whoseAges) : null;

    /// <summary>Those that say by which rules.</summary>
    public IEnumerable<Option> Rules =>
        new Option?[] { _frameworks, _policies, _folder, _settings, _waivers, _ignoreWaivers, _asOf, _sets }
            .OfType<Option>();

    /// <summary>Those that name files with rules, for a command that takes all else from a report.</summary>
    public IEnumerable<Option> Files => [_folder, _settings, _waivers];

    /// <summary>Those that say whose signatures count, and how fast.</summary>
    public IEnumerable<Option> Others => [_trusted, _requireSignature, _threads];

    /// <summary>Adds options to a command.</summary>
    public static void Add(Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
    }

    /// <summary>The names of those that the command line has.</summary>
    public IEnumerable<string> GivenIn(ParseResult result) =>
        Rules.Concat(Others).Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name);

    /// <summary>What the user asks for.</summary>
    public EvaluationRequest RequestOf(ParseResult result) => new()
    {
        ToolVersion = ToolVersion.Current,
        Frameworks = CommonOptions.FrameworksOf(result.GetValue(_frameworks)),
        Policies = [.. result.GetValue(_policies) ?? []],
        AsOf = _asOf is null ? null : result.GetValue(_asOf),
        Sets = [.. result.GetValue(_sets) ?? []],
        IgnoreWaivers = result.GetValue(_ignoreWaivers),
    };

    /// <summary>The files with the rules.</summary>
    public RuleFiles FilesOf(ParseResult result) =>
        new(result.GetValue(_folder), result.GetValue(_settings), [.. result.GetValue(_waivers) ?? []]);

    /// <summary>Snapshots, with the keys whose signatures count.</summary>
    public SnapshotInputs InputsOf(ParseResult result, ImmutableArray<string> paths) =>
        new(paths, [.. result.GetValue(_trusted) ?? []], result.GetValue(_requireSignature))
        {
            Threads = ThreadsOf(result),
        };

    /// <summary>How many rows are evaluated at a time, at least 1.</summary>
    /// <exception cref="UsageException">It is no such number.</exception>
    public int ThreadsOf(ParseResult result) => result.GetValue(_threads) switch
    {
        null => Environment.ProcessorCount,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            && threads is >= 1 and <= ThreadsMax => threads,
        var text => throw UsageException.Of(
            UsageDescriptors.WrongUsage, $"--threads takes a number from 1 to {ThreadsMax}, not '{text}'"),
    };
}
