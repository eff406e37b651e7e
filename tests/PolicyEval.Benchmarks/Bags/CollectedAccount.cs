using System.Text.Json.Nodes;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Testing;
using PolicyEval.Testing.Organizations;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>What a collector is answered by a generated account, call by call in the order of its plan.</summary>
internal static class CollectedAccount
{
    private const string Complete = "<IsTruncated>false</IsTruncated>";

    /// <summary>The answers.</summary>
    public static SampleCollection Of(GeneratedAccount account)
    {
        var files = account.Files().ToDictionary(
            file => file.Key, file => JsonNode.Parse(file.Value)!.AsObject(), StringComparer.Ordinal);
        var answers = new SampleCollection()
            .Answer(
                ApiOperations.GetCallerIdentity,
                $"<Arn>arn:aws:sts::{account.Id}:assumed-role/audit/policyeval-collect</Arn>"
                + $"<UserId>AROAEXAMPLE:policyeval-collect</UserId><Account>{account.Id}</Account>")
            .Answer(ApiOperations.GenerateCredentialReport, "<State>COMPLETE</State>");
        Answer(answers, ApiOperations.GetCredentialReport, files["credential-report.json"]);
        answers.Answer(ApiOperations.ListUsers, QueryXml.Element("Users", UsersOf(account)) + Complete);
        answers.Answer(
            ApiOperations.GetAccountSummary,
            QueryXml.Map("SummaryMap", files["account-summary.json"]["SummaryMap"]!.AsObject()));
        Answer(answers, ApiOperations.GetAccountPasswordPolicy, files["account-password-policy.json"]);
        Answer(
            answers, ApiOperations.GetAccountAuthorizationDetails, files["account-authorization-details.json"],
            Complete);
        Answer(answers, ApiOperations.ListVirtualMfaDevices, files["virtual-mfa-devices.json"], Complete);
        Answer(answers, ApiOperations.ListServerCertificates, files["server-certificates.json"], Complete);
        answers.Answer(
            ApiOperations.ListAccountAliases,
            $"<AccountAliases><member>{account.Name}</member></AccountAliases>{Complete}");
        Answer(answers, ApiOperations.ListSamlProviders, files["saml-providers.json"]);
        Answer(answers, ApiOperations.ListOpenIdConnectProviders, files["open-id-connect-providers.json"]);
        foreach (var user in account.UserEntries)
            AnswerUser(answers, account, (string)user!["UserName"]!);
        Answer(answers, ApiOperations.ListOrganizationsFeatures, files["organizations-features.json"]);
        return answers;
    }

    private static JsonArray UsersOf(GeneratedAccount account) =>
    [
        .. account.UserEntries.Select(user => new JsonObject(
            new[] { "Path", "UserName", "UserId", "Arn", "CreateDate" }
                .Select(name => KeyValuePair.Create(name, user![name]?.DeepClone())))),
    ];

    private static void Answer(
        SampleCollection answers, ApiOperation operation, JsonObject file, string end = "")
    {
        if (file["Error"] is { } error)
            answers.Refusal(operation, (string)error["Code"]!, "Refused");
        else
            answers.Answer(operation, QueryXml.Properties(file) + end);
    }

    /// <summary>The calls that the collector sends for each user.</summary>
    private static void AnswerUser(SampleCollection answers, GeneratedAccount account, string user)
    {
        var devices = account.VirtualDevices.Where(device => (string?)device!["User"]?["UserName"] == user)
            .Select(device => (JsonNode)new JsonObject
            {
                ["UserName"] = user,
                ["SerialNumber"] = (string)device!["SerialNumber"]!,
                ["EnableDate"] = (string)device["EnableDate"]!,
            });
        answers.Answer(
            ApiOperations.ListMfaDevices, QueryXml.Element("MFADevices", new JsonArray([.. devices])) + Complete,
            ("UserName", user));
        answers.Answer(
            ApiOperations.ListAccessKeys,
            QueryXml.Element("AccessKeyMetadata", BagAccounts.KeysOf(user)) + Complete,
            ("UserName", user));
    }
}
