using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A file that holds policies or frameworks.</summary>
/// <param name="Origin"><c>bundled</c>, or the path of the file as the user gave it.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Text">Its text; diagnostics cite it by the text's path.</param>
public sealed record PolicyFile(string Origin, string Sha256, SourceText Text)
{
    /// <summary>What <see cref="Origin"/> is for the files inside the program.</summary>
    public const string Bundled = "bundled";

    /// <summary>Whether the file is part of the program.</summary>
    public bool IsBundled => Origin == Bundled;
}
