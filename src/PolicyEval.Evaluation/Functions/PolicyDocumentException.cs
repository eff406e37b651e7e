namespace PolicyEval.Evaluation.Functions;

/// <summary>A policy document that cannot be understood; where it is read, this becomes an error value.</summary>
internal sealed class PolicyDocumentException(string message) : Exception(message);
