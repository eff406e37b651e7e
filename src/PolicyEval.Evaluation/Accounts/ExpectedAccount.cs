namespace PolicyEval.Evaluation.Accounts;

/// <summary>An account of a population.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Name">Its name; empty where nobody gave one.</param>
/// <param name="Status">
/// <c>ACTIVE</c>, or AWS's word for an account that nobody can collect from, such as <c>SUSPENDED</c>.
/// </param>
public sealed record ExpectedAccount(string Id, string Name, string Status = ExpectedAccount.Active)
{
    /// <summary>The status of an account that can be collected from.</summary>
    public const string Active = "ACTIVE";

    /// <summary>Whether evidence of it is expected.</summary>
    public bool IsActive => Status is Active or "";
}
