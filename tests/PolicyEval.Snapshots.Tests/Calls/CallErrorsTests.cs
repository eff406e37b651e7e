using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class CallErrorsTests
{
    [Fact]
    public void Only_the_password_policy_can_be_absent()
    {
        Assert.True(CallErrors.IsAbsent(ApiOperations.GetAccountPasswordPolicy, "NoSuchEntity"));
        Assert.True(CallErrors.IsAbsent(ApiOperations.GetAccountPasswordPolicy, "NoSuchEntityException"));
        Assert.False(CallErrors.IsAbsent(ApiOperations.GetAccountPasswordPolicy, "AccessDenied"));
        Assert.False(CallErrors.IsAbsent(ApiOperations.GetAccountSummary, "NoSuchEntity"));
        Assert.True(CallErrors.IsUserGone(ApiOperations.ListMfaDevices, "NoSuchEntity"));
        Assert.False(CallErrors.IsUserGone(ApiOperations.ListUsers, "NoSuchEntity"));
    }

    [Theory]
    [InlineData("AccountNotManagementOrDelegatedAdministratorException")]
    [InlineData("OrganizationNotFoundException")]
    [InlineData("OrganizationNotInAllFeaturesModeException")]
    [InlineData("ServiceAccessNotEnabledException")]
    [InlineData("ServiceAccessNotEnabled")]
    public void An_organisation_s_question_may_not_apply(string code)
    {
        Assert.True(CallErrors.IsNotApplicable(ApiOperations.ListOrganizationsFeatures, code));
        Assert.False(CallErrors.IsNotApplicable(ApiOperations.ListUsers, code));
        Assert.False(CallErrors.IsNotApplicable(ApiOperations.ListOrganizationsFeatures, "AccessDenied"));
    }

    [Theory]
    [InlineData("AccessDenied", "iam:ListUsers")]
    [InlineData("AccessDeniedException", "iam:ListUsers")]
    [InlineData("UnauthorizedOperation", "iam:ListUsers")]
    [InlineData("Throttling", "")]
    public void A_refusal_names_the_permission(string code, string permission) =>
        Assert.Equal(permission, CallErrors.MissingPermission(ApiOperations.ListUsers, code));
}
