using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>
/// Writes the waiver of one failure with everything that can be known; the rest is left empty, so that it is refused
/// until a person has completed it. The keys and what is said of them come from the form that the reader goes by.
/// </summary>
public static partial class WaiverSkeleton
{
    private const int NameLengthMax = 80;
    private const int CommentWidth = 100;

    /// <summary>
    /// Why no waiver can be about that, within a sentence; null where one can. What is not known is no fault.
    /// </summary>
    public static string? FaultOf(WaiverSubject subject)
    {
        foreach (var key in WaiverForm.Document.Spec.Keys)
        {
            if (ValueOf(key, subject) is not { Length: > 0 } value
                || key.Value is not OneOrManyForm { Item: TextForm form })
            {
                continue;
            }
            if ((VisibleText.IsEmpty(value) ? "it says nothing" : form.Fault(value)) is { } fault)
                return $"{YamlQuote.Of(value)} is not the name of {form.Owner}: {fault}";
        }
        return null;
    }

    /// <summary>The document: YAML with LF.</summary>
    public static string Of(WaiverSubject subject)
    {
        var text = new StringBuilder();
        Comment(
            text, "", "A waiver of one failure, to be completed: it is refused while a key that it needs is empty.");
        Comment(text, "", About(subject));
        text.Append("apiVersion: ").Append(DocumentForm.ApiVersion).Append('\n');
        text.Append("kind: ").Append(WaiverForm.Document.Kind).Append("\nmetadata:\n");
        text.Append("  name: ").Append(NameOf(subject)).Append("\nspec:\n");
        foreach (var key in WaiverForm.Document.Spec.Keys)
            Write(text, key, subject);
        return text.ToString();
    }

    private static void Write(StringBuilder text, KeyForm key, WaiverSubject subject)
    {
        var value = ValueOf(key, subject);
        if (value.Length > 0)
        {
            text.Append("  ").Append(key.Name).Append(": ").Append(YamlQuote.Of(value)).Append('\n');
            return;
        }

        // What the target says already needs no second key.
        if (key.Name is "control" or "fingerprint")
            return;
        var optional = key.Presence == Presence.Optional ? " May stay empty." : "";
        var example = key.Example.Length > 0 ? $" For example: {key.Example}" : "";
        text.Append('\n');
        Comment(text, "  ", key.Documentation + optional + example);
        text.Append("  ").Append(key.Name).Append(":\n");
    }

    private static string ValueOf(KeyForm key, WaiverSubject subject) => key.Name switch
    {
        "policy" => subject.Policy,
        "account" => subject.Account,
        "resource" => subject.Resource,
        _ => "",
    };

    private static string About(WaiverSubject subject)
    {
        if (subject.Fingerprint.Length == 0)
            return $"It is about {subject.Policy} and {subject.Resource}. "
                + "Whether that fails, a report says (--report).";
        var about = $"{subject.Policy} fails for {subject.Resource}";
        if (subject.AsOf.Length > 0)
            about += $", judged at {subject.AsOf}";
        if (subject.Message.Length > 0)
            about += $": {subject.Message}";
        return $"{about} (finding {subject.Fingerprint})";
    }

    /// <summary>A text in lines of a comment. What could end a line or hide in it is escaped.</summary>
    private static void Comment(StringBuilder text, string indent, string comment)
    {
        var line = new StringBuilder();
        foreach (var word in YamlQuote.Escape(comment).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > CommentWidth)
            {
                text.Append(indent).Append('#').Append(line).Append('\n');
                line.Clear();
            }
            line.Append(' ').Append(word);
        }
        text.Append(indent).Append('#').Append(line).Append('\n');
    }

    /// <summary>A name that the form allows: policy and resource, the last part of an ARN.</summary>
    private static string NameOf(WaiverSubject subject)
    {
        var resource = subject.Resource[(subject.Resource.LastIndexOfAny([':', '/']) + 1)..];
        var name = NotOfNames().Replace($"{subject.Policy}-{resource}".ToLowerInvariant(), "-").Trim('-');
        return name[..Math.Min(name.Length, NameLengthMax)].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfNames();
}
