using System.CommandLine;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Collector.Runs;

namespace PolicyEval.Collector.Commands;

/// <summary><c>policyeval-collect</c> itself: collects and seals.</summary>
internal sealed class CollectCommand
{
    private const int ParallelMax = 64;
    private const int SecondsMax = 86_400;

    private readonly Option<string?> _profile = CommonOptions.One(
        "--profile", "NAME", "The profile of the AWS configuration to use [default: as the AWS CLI finds it].");

    private readonly Option<string?> _region = CommonOptions.Region();

    private readonly Option<string?> _endpoint = CommonOptions.One(
        "--endpoint-url", "URL",
        "Another endpoint for every call: an emulator on this machine, or a VPC endpoint. AWS_ENDPOINT_URL does not "
        + "count.");

    private readonly Option<string?> _output = CommonOptions.One(
        "--output", "DIR", "The folder of all snapshots; each is <DIR>/<account>/<time> [default: snapshots].");

    private readonly Option<bool> _zip = CommonOptions.Flag("--zip", "Make each snapshot one zip file.");

    private readonly Option<string?> _roleName = CommonOptions.One(
        "--role-name", "NAME", "The role to assume in each account.");

    private readonly Option<string?> _accounts = CommonOptions.One(
        "--accounts", "FILE|ID,ID", "The accounts: ids separated by commas, or a file with one a line.");

    private readonly Option<bool> _organization = CommonOptions.Flag(
        "--organization", "All active accounts of the organisation; your own one with your own credentials.");

    private readonly Option<string?> _externalId = CommonOptions.One(
        "--external-id", "ID", "The external id that the role's trust policy demands.");

    private readonly Option<string?> _sessionName = CommonOptions.One(
        "--session-name", "NAME", "The name of the sessions, as CloudTrail shows it [default: policyeval-collect].");

    private readonly Option<string?> _parallel = CommonOptions.One(
        "--parallel", "N", "How many accounts are collected at once [default: 8].");

    private readonly Option<string?> _reportTimeout = CommonOptions.One(
        "--report-timeout", "SECONDS", "How long AWS may take for a credential report [default: 300].");

    private readonly Option<string?> _signKey = CommonOptions.One(
        "--sign-key", "FILE", "Sign each snapshot with this key (see 'policyeval keygen').");

    private readonly Option<string?> _passphraseFile = CommonOptions.One(
        "--passphrase-file", "FILE", "The file with its passphrase [default: the variable POLICYEVAL_PASSPHRASE].");

    private readonly Option<bool> _dryRun = CommonOptions.Flag(
        "--dry-run", "Print every call and the permissions that they need; send nothing.");

    private readonly Option<bool> _quiet = CommonOptions.Flag("--quiet", "Say nothing but failures and the result.");

    /// <summary>Makes the command.</summary>
    public static RootCommand Create(CollectorHost host)
    {
        var options = new CollectCommand();
        var command = new RootCommand(
            "Asks AWS for identity evidence with read-only calls, and seals the answers so that anyone can check later "
            + "that nothing was changed.")
        {
            options._profile, options._region, options._endpoint, options._output, options._zip, options._roleName,
            options._accounts, options._organization, options._externalId, options._sessionName, options._parallel,
            options._reportTimeout, options._signKey, options._passphraseFile, options._dryRun, options._quiet,
        };
        command.SetAction((result, cancellation) => options.RunAsync(host, result, cancellation));
        return command;
    }

    private async Task<int> RunAsync(CollectorHost host, ParseResult result, CancellationToken cancellation)
    {
        RefuseContradictions(result);
        var list = result.GetValue(_accounts) is { } accounts ? AccountList.Read(accounts) : null;
        var options = Read(result, list);
        host.Report(list?.Warnings ?? []);
        if (result.GetValue(_passphraseFile) is not null && result.GetValue(_signKey) is null)
            throw CollectException.Usage(CollectDescriptors.OptionNeeds, "--passphrase-file", "--sign-key");
        if (result.GetValue(_dryRun))
        {
            DryRunText.Write(options, RegionOf(host, options.Aws.Region), result.InvocationConfiguration.Output);
            return ExitCodes.Complete;
        }

        using var key = SigningKeyOption.Open(host, result.GetValue(_signKey), result.GetValue(_passphraseFile));
        OutputFolder.Prepare(options.Output);
        return await CollectAction.RunAsync(host, options, key, result.GetValue(_quiet), cancellation)
            .ConfigureAwait(false);
    }

    private CollectOptions Read(ParseResult result, AccountList? list)
    {
        var defaults = new CollectOptions { Aws = new AwsOptions(), Output = "snapshots" };
        var region = result.GetValue(_region);
        if (region is not null)
            OptionValues.Partition(region);
        return defaults with
        {
            Aws = new AwsOptions
            {
                Profile = result.GetValue(_profile),
                Region = region,
                EndpointUrl = OptionValues.Endpoint(result.GetValue(_endpoint)),
            },
            Output = result.GetValue(_output) ?? defaults.Output,
            Zip = result.GetValue(_zip),
            RoleName = OptionValues.RoleName(result.GetValue(_roleName)),
            ExternalId = OptionValues.ExternalId(result.GetValue(_externalId)),
            SessionName = OptionValues.SessionName(result.GetValue(_sessionName)) ?? defaults.SessionName,
            Accounts = list?.Ids ?? [],
            Organization = result.GetValue(_organization),
            Parallel = OptionValues.Number(result.GetValue(_parallel), "--parallel", 1, ParallelMax)
                ?? defaults.Parallel,
            ReportTimeout = OptionValues.Number(
                result.GetValue(_reportTimeout), "--report-timeout", 1, SecondsMax) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : defaults.ReportTimeout,
        };
    }

    private void RefuseContradictions(ParseResult result)
    {
        var hasRole = result.GetValue(_roleName) is not null;
        var isMany = result.GetValue(_organization) || result.GetValue(_accounts) is not null;
        if (result.GetValue(_organization) && result.GetValue(_accounts) is not null)
            throw CollectException.Usage(CollectDescriptors.OptionsExclude, "--accounts", "--organization");
        if (isMany && !hasRole)
            throw Needs(result.GetValue(_organization) ? "--organization" : "--accounts", "--role-name");
        if (hasRole && !isMany)
            throw Needs("--role-name", "--accounts or --organization");
        if (!hasRole && result.GetValue(_externalId) is not null)
            throw Needs("--external-id", "--role-name");
        if (!hasRole && result.GetValue(_sessionName) is not null)
            throw Needs("--session-name", "--role-name");
        if (!isMany && result.GetValue(_parallel) is not null)
            throw Needs("--parallel", "--accounts or --organization");
    }

    private static CollectException Needs(string option, string other) =>
        CollectException.Usage(CollectDescriptors.OptionNeeds, option, other);

    /// <summary>The region that signs, as far as it is known without the AWS configuration.</summary>
    private static string RegionOf(CollectorHost host, string? region)
    {
        var named = region ?? host.Variable("AWS_REGION") ?? host.Variable("AWS_DEFAULT_REGION");
        return named is not null && AwsPartition.OfRegion(named) is not null
            ? named
            : OptionValues.Partition(null).DefaultRegion;
    }
}
