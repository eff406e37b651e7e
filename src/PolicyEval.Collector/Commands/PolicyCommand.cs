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
        var trust = CommonOptions.One(
            "--trust", "ARN", "Print the trust policy instead that lets this user, role or account assume the role.");
        var externalId = CommonOptions.One(
            "--external-id", "ID", "The external id that the trust policy shall demand.");
        var region = CommonOptions.Region();
        var command = new Command(Name, "Print the IAM policy that collecting needs, as JSON; sends nothing.")
        {
            organization, roleName, trust, externalId, region,
        };
        command.SetAction(result =>
        {
            var role = OptionValues.RoleName(result.GetValue(roleName));
            var external = OptionValues.ExternalId(result.GetValue(externalId));
            var partition = OptionValues.Partition(result.GetValue(region));
            var principal = OptionValues.Principal(
                result.GetValue(trust), result.GetValue(region) is null ? null : partition);
            if (external is not null && principal is null)
                throw CollectException.Usage(CollectDescriptors.OptionNeeds, "--external-id", "--trust");
            if (principal is not null && role is not null)
                throw CollectException.Usage(CollectDescriptors.OptionsExclude, "--trust", "--role-name");
            if (principal is not null && result.GetValue(organization))
                throw CollectException.Usage(CollectDescriptors.OptionsExclude, "--trust", "--organization");
            if (result.GetValue(organization) && role is null)
                throw CollectException.Usage(CollectDescriptors.OptionNeeds, "--organization", "--role-name");

            result.InvocationConfiguration.Output.Write(
                principal is not null ? TrustPolicy.Of(principal, external)
                : role is null ? PermissionPolicy.OfAccount()
                : result.GetValue(organization) ? PermissionPolicy.OfOrganization(partition.Id, role)
                : PermissionPolicy.OfRoleUser(partition.Id, role));
            return ExitCodes.Complete;
        });
        return command;
    }
}
