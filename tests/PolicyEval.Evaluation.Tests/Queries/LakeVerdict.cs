namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>What is said of a resource by a policy, by SQL or by the evaluator.</summary>
internal sealed record LakeVerdict(
    string AsOf, string Account, string Type, string Resource, string Arn, string Policy, string Outcome, string Reason);
