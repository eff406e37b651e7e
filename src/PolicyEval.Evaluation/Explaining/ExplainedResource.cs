using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Why a policy came to its verdict about one resource. Immutable.</summary>
/// <param name="Finding">The verdict.</param>
/// <param name="Rules">
/// The match conditions, then the validations, all of them; none where nobody can list the resources
/// or there are none.
/// </param>
/// <param name="Variables">The variables that were evaluated, in the order of the policy.</param>
/// <param name="Messages">The messages that were evaluated.</param>
public sealed record ExplainedResource(
    Finding Finding,
    ImmutableArray<ExplainedExpression> Rules,
    ImmutableArray<ExplainedExpression> Variables,
    ImmutableArray<ExplainedExpression> Messages);
