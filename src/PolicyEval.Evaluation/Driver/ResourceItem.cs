using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>One resource to evaluate.</summary>
/// <param name="Reference">As findings name it.</param>
/// <param name="Record">What expressions see.</param>
/// <param name="Account">Its account.</param>
internal sealed record ResourceItem(ResourceReference Reference, EvidenceRecord Record, AccountScope Account);
