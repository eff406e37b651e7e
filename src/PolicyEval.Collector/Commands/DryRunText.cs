using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Plan;
using PolicyEval.Collector.Runs;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Commands;

/// <summary>
/// What a run would ask, in order, and the permissions that it needs. Sends nothing and needs no credentials.
/// </summary>
internal sealed class DryRunText
{
    private static readonly ImmutableArray<PlannedCall> WhoAmI =
        [new(ApiOperations.GetCallerIdentity, "names the caller, and with it the partition of the role")];

    private readonly CollectOptions _options;
    private readonly AwsPartition _partition;
    private readonly string _region;
    private readonly TextWriter _output;
    private int _number;

    private DryRunText(CollectOptions options, string region, TextWriter output)
    {
        _options = options;
        _region = region;
        _partition = OptionValues.Partition(region);
        _output = output;
    }

    /// <summary>Writes it.</summary>
    /// <param name="options">The run.</param>
    /// <param name="region">The region that would sign for STS.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CollectOptions options, string region, TextWriter output) =>
        new DryRunText(options, region, output).Write();

    private void Write()
    {
        _output.WriteLine("Nothing is sent. These are the calls, in order; all of them only read.");
        if (_options.RoleName is not { } role)
        {
            WriteCalls("With your own credentials", CollectionPlan.Account);
            WritePolicy("The policy that your credentials need", PermissionPolicy.OfAccount());
            return;
        }

        if (_options.Organization)
        {
            WriteCalls("With your own credentials, for the list of accounts", CollectionPlan.Organization);
            WriteCalls("With your own credentials, for your own account", CollectionPlan.Account);
            WriteRole("For each other active account of the organisation", role, ["<account>"]);
        }
        else
        {
            WriteCalls("With your own credentials, once", WhoAmI);
            WriteRole("For each account", role, _options.Accounts);
        }

        WriteCalls($"With the role {role} in each of these accounts", CollectionPlan.Account);
        WritePolicy(
            "The policy that your own credentials need",
            _options.Organization
                ? PermissionPolicy.OfOrganization(_partition.Id, role)
                : PermissionPolicy.OfRoleUser(_partition.Id, role));
        WriteTrust(role);
        WritePolicy($"The policy that the role {role} needs in each account", PermissionPolicy.OfAccount());
    }

    private void WriteTrust(string role)
    {
        // The external id itself is kept out of whatever is printed about a run.
        var externalId = _options.ExternalId is null ? "" : " --external-id ID";
        _output.WriteLine();
        _output.WriteLine($"The role {role} must trust whoever collects. This prints its trust policy for your ARN");
        _output.WriteLine("(which `aws sts get-caller-identity` names):");
        _output.WriteLine($"  policyeval-collect iam-policy --trust ARN{externalId}");
    }

    private void WriteRole(string title, string role, ImmutableArray<string> accounts)
    {
        _output.WriteLine();
        _output.WriteLine($"{title}, with your own credentials:");
        foreach (var account in accounts)
        {
            WriteCall(new PlannedCall(ApiOperations.AssumeRole, RoleRequest.ArnOf(_partition.Id, account, role)));
        }
    }

    private void WriteCalls(string title, ImmutableArray<PlannedCall> plan)
    {
        _output.WriteLine();
        _output.WriteLine($"{title}:");
        foreach (var call in plan)
            WriteCall(call);
    }

    private void WriteCall(PlannedCall call)
    {
        var operation = call.Operation;
        var number = (++_number).ToString(CultureInfo.InvariantCulture).PadLeft(3);
        var endpoint = _options.Aws.EndpointUrl?.GetLeftPart(UriPartial.Authority)
            ?? _partition.EndpointOf(operation.Service, _region).Endpoint.GetLeftPart(UriPartial.Authority);
        var file = operation == ApiOperations.AssumeRole ? "kept nowhere"
            : operation.File is null ? "data/raw only"
            : $"data/{operation.File}";
        var repeats = (operation.Scope == CallScope.User ? ", for each user" : "")
            + (operation.Paging == Paging.None ? "" : ", to the last page");
        _output.WriteLine($"{number}  {operation.Permission,-37} {endpoint}  {file}");
        _output.WriteLine($"     {call.Reason}{repeats}");
    }

    private void WritePolicy(string title, string policy)
    {
        _output.WriteLine();
        _output.WriteLine($"{title}:");
        _output.Write(policy);
    }
}
