using Xunit.Abstractions;
using Xunit.Sdk;

namespace PolicyEval.Language.Tests;

/// <summary>Writes lines that a plain <c>dotnet test</c> shows, also where all tests pass.</summary>
public sealed class PrintedReport(IMessageSink sink)
{
    /// <summary>Shows a line.</summary>
    public void Print(string line) => sink.OnMessage(new DiagnosticMessage(line));
}
