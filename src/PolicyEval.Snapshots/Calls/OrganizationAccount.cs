namespace PolicyEval.Snapshots.Calls;

/// <summary>An account that Organizations ListAccounts names.</summary>
/// <param name="Id">Its twelve digits.</param>
/// <param name="Arn">Its ARN, which names the organisation too; empty where the answer has none.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Status">AWS's word, such as <c>ACTIVE</c> or <c>SUSPENDED</c>; empty where the answer has none.</param>
public sealed record OrganizationAccount(string Id, string Arn, string Name, string Status);
