namespace PolicyEval.Testing.Fuzzing;

/// <summary>One random input, with what is done with it.</summary>
public abstract class FuzzInput
{
    /// <summary>How many bytes or UTF-16 units it has.</summary>
    public abstract int Length { get; }

    /// <summary>How many bytes the check may allocate, measured as all that is allocated, freed or not.</summary>
    public abstract long AllocationMax { get; }

    /// <summary>Gives the input to the product and asserts; returns whether the product accepted the input.</summary>
    public abstract bool Check();

    /// <summary>What tells the fault behind an exception from others: each is told once.</summary>
    public virtual string KeyOf(Exception exception) => exception.GetType().Name + exception.StackTrace?.Split('\n')
        .FirstOrDefault(line => line.Contains("PolicyEval", StringComparison.Ordinal));

    /// <summary>The input as text for the message of a failed test, exact to the byte.</summary>
    public abstract override string ToString();
}
