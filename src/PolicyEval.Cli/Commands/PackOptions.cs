namespace PolicyEval.Cli.Commands;

/// <summary>What the command line of <c>pack</c> says.</summary>
/// <param name="Run">What is judged, and how.</param>
/// <param name="Output">The zip to make.</param>
/// <param name="Key">The private key that signs it, or null.</param>
/// <param name="PassphraseFile">The file with the passphrase of the key, or null for the environment.</param>
internal sealed record PackOptions(EvaluateOptions Run, string Output, string? Key, string? PassphraseFile);
