using System.Security;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>Builds the XML that AWS's Query protocol answers, without layout.</summary>
internal static class StubXml
{
    public static string Element(string name, params ReadOnlySpan<string> content) =>
        $"<{name}>{string.Concat(content)}</{name}>";

    public static string Text(string name, string? value) =>
        value is null ? "" : $"<{name}>{SecurityElement.Escape(value)}</{name}>";

    public static string Bool(string name, bool value) => Text(name, value ? "true" : "false");

    /// <summary>A list: <c>member</c> elements.</summary>
    public static string List(string name, IEnumerable<string> members) =>
        $"<{name}>{string.Concat(members.Select(member => $"<member>{member}</member>"))}</{name}>";

    /// <summary>An answer of that action.</summary>
    public static string Answer(string action, string space, string result, string requestId) =>
        $"<{action}Response xmlns=\"{space}\"><{action}Result>{result}</{action}Result>"
        + $"<ResponseMetadata><RequestId>{requestId}</RequestId></ResponseMetadata></{action}Response>\n";

    /// <summary>An error.</summary>
    public static string Error(string space, string code, string message, string requestId) =>
        $"<ErrorResponse xmlns=\"{space}\"><Error><Type>Sender</Type>{Text("Code", code)}{Text("Message", message)}"
        + $"</Error><RequestId>{requestId}</RequestId></ErrorResponse>\n";
}
