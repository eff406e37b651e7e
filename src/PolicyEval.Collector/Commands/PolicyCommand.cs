using System.CommandLine;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Collector.Plan;

namespace PolicyEval.Collector.Commands;

/// <summary><c>policyeval-collect iam-policy</c>: the least-privilege policy as JSON, on standard output.</summary>
internal static class PolicyCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "iam-policy";

    public static Command Create()
    {
        var organization = CommonOptions.Flag(
            "--organization", "For credentials that list the organisation's accounts and assume a role in each.");
        var roleName = CommonOptions.One(
            "--role-name", "NAME", "For credentials that assume this role in each account. The role itself needs what "
            + "this command prints without it.");
        var region = CommonOptions.Region();
        var command = new Command(Name, "Print the IAM policy that collecting needs, as JSON; sends nothing.")
        {
            organization, roleName, region,
        };
        command.SetAction(result =>
        {
            var role = OptionValues.RoleName(result.GetValue(roleName));
            var partition = OptionValues.Partition(result.GetValue(region));
            if (result.GetValue(organization) && role is null)
                throw CollectException.Usage(CollectDescriptors.OptionNeeds, "--organization", "--role-name");

            result.InvocationConfiguration.Output.Write(
                role is null ? PermissionPolicy.OfAccount()
                : result.GetValue(organization) ? PermissionPolicy.OfOrganization(partition.Id, role)
                : PermissionPolicy.OfRoleUser(partition.Id, role));
            return ExitCodes.Complete;
        });
        return command;
    }
}
