using CsCheck;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Values;

public sealed class FoldingTests
{
    /// <summary>Few items and many are compared in two ways.</summary>
    [Fact]
    public void Each_item_is_left_once_in_the_order_of_the_first_ones() => Gen.Int[0, 30].Array[0, 50].Sample(
        items =>
        {
            var folded = items.ToArray();
            var count = Folding.Fold<int>(folded);
            Assert.Equal(items.Distinct(), folded.Take(count));
        },
        iter: 2_000);
}
