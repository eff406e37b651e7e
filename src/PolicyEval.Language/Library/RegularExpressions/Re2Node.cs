using System.Collections.Immutable;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>A regular expression as a tree. Flags are already applied: folding to sets, lines to places.</summary>
internal abstract record Re2Node
{
    private Re2Node()
    {
    }

    /// <summary>How large an automaton the node asks for, in states; capped so that it does not overflow.</summary>
    public abstract int Weight { get; }

    /// <summary>The largest product of nested counted repetitions.</summary>
    public virtual int Repetitions => 1;

    /// <summary>Matches the empty string.</summary>
    internal sealed record Empty : Re2Node
    {
        public override int Weight => 1;
    }

    /// <summary>One code point of a set: a literal, a class, or the dot.</summary>
    internal sealed record One(CodePointSet Set) : Re2Node
    {
        public override int Weight => 1;
    }

    /// <summary>A place in the text.</summary>
    internal sealed record Place(Re2Place Kind) : Re2Node
    {
        public override int Weight => 1;
    }

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(ImmutableArray<Re2Node> Items) : Re2Node
    {
        public override int Weight { get; } = Sum(Items);

        public override int Repetitions { get; } = Items.Max(i => i.Repetitions);
    }

    /// <summary>One of several.</summary>
    internal sealed record Choice(ImmutableArray<Re2Node> Items) : Re2Node
    {
        public override int Weight { get; } = Sum(Items);

        public override int Repetitions { get; } = Items.Max(i => i.Repetitions);
    }

    /// <summary>
    /// Several times; <paramref name="Most"/> is -1 for any number. A lazy one takes as few as it can.
    /// </summary>
    internal sealed record Repeat(Re2Node Item, int Least, int Most, bool IsLazy) : Re2Node
    {
        public override int Weight { get; } =
            (int)Math.Min(Cap, (long)Item.Weight * Math.Max(1, Math.Max(Least, Most)));

        public override int Repetitions { get; } =
            (int)Math.Min(Cap, (long)Item.Repetitions * Math.Max(1, Math.Max(Least, Most)));
    }

    /// <summary>A capturing group; the first one is number 1.</summary>
    internal sealed record Group(int Number, Re2Node Item) : Re2Node
    {
        public override int Weight => Item.Weight;

        public override int Repetitions => Item.Repetitions;
    }

    private const int Cap = int.MaxValue / 2;

    private static int Sum(ImmutableArray<Re2Node> items) => (int)Math.Min(Cap, items.Sum(i => (long)i.Weight));
}
