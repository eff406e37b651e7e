using System.Collections.Immutable;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>One body's redaction: fields by their names, then what looks like a secret, wherever it stands.</summary>
internal sealed class BodyRedaction(ApiOperation operation, ReadOnlyMemory<byte> body)
{
    // Wider than the scan's window: indented JSON keeps words farther apart than the answer does.
    private const int Window = 256;

    private readonly List<BodyEdit> _edits = [];
    private readonly bool _isJson = body.Span.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8);

    public RedactedBody Run()
    {
        var text = body.Span;
        if (text.Contains((byte)0))
        {
            // No answer in UTF-8: secrets could hide between the zeros of another encoding.
            return new RedactedBody(
                Encoding.ASCII.GetBytes(SecretMask.Whole), [new Redaction("", "the body is no text in UTF-8")]);
        }

        var fields = _isJson ? JsonFields.Find(text) : XmlFields.Find(text);
        for (var i = 0; i < fields.Count; i++)
        {
            TakeNamed(fields[i]);
            if (fields[i].Node.Name == "Value" && (IsKey(fields, i - 1, i) || IsKey(fields, i + 1, i)))
                TakeTag(fields[i]);
        }

        TakePatterns(fields);
        var edits = WithHidden(fields);
        return edits.Count == 0 ? new RedactedBody(body, []) : Apply(edits);
    }

    private void TakeNamed(BodyField field)
    {
        if (SecretNames.ReasonOf(field.Node.Name) is not { } reason)
            return;
        var value = FieldText.Decode(Of(field), _isJson).Text;
        // The second time, everything is masked already.
        if (string.IsNullOrWhiteSpace(value) || value.StartsWith('*') || value == SecretMask.Whole)
            return;
        var mask = SecretNames.IsKeyId(field.Node.Name) ? SecretMask.OfKeyId(value) : SecretMask.Whole;
        _edits.Add(new(field.Start, field.End, FieldText.Encode(mask, _isJson, percent: false), field.Node, reason));
    }

    /// <summary>Whether a field is the key of the tag whose value another field is, and tells a secret.</summary>
    private bool IsKey(List<BodyField> fields, int index, int value) =>
        index >= 0 && index < fields.Count
        && fields[index].Node.Name == "Key"
        && fields[index].Node.IsBeside(fields[value].Node)
        && SecretNames.IsSecretTag(FieldText.Decode(Of(fields[index]), _isJson).Text);

    /// <summary>Takes out a tag's value that holds forty characters as if the word secret stood beside them.</summary>
    private void TakeTag(BodyField field)
    {
        var text = Encoding.UTF8.GetBytes("secret " + FieldText.Decode(Of(field), _isJson).Text);
        if (!SecretFinder.Find(text, Window).Exists(span => span.Kind == SecretKind.SecretKey))
            return;
        var mask = FieldText.Encode(SecretMask.Whole, _isJson, percent: false);
        _edits.Add(new(field.Start, field.End, mask, field.Node, SecretMask.ReasonOf(SecretKind.SecretKey)));
    }

    private void TakePatterns(List<BodyField> fields)
    {
        var index = 0;
        var taken = _edits.Count;
        var edit = 0;
        foreach (var span in SecretFinder.Find(body.Span, Window))
        {
            while (index < fields.Count && fields[index].End <= span.Start)
                index++;
            var field = index < fields.Count && fields[index].Start <= span.Start ? fields[index] : default;
            while (edit < taken && _edits[edit].End <= span.Start)
                edit++;
            if ((edit < taken && _edits[edit].Start < span.End) || IsReport(field.Node))
                continue;
            var end = field.Node is null ? span.End : Math.Min(span.End, field.End);
            var mask = SecretMask.Of(span.Kind, Encoding.UTF8.GetString(body.Span[span.Start..end]));
            _edits.Add(new(
                span.Start, end, Encoding.UTF8.GetBytes(mask), field.Node, SecretMask.ReasonOf(span.Kind)));
        }

        _edits.Sort((left, right) => left.Start.CompareTo(right.Start));
    }

    /// <summary>
    /// What looks like a secret only when comments, CDATA and encodings are undone: the value is written anew.
    /// </summary>
    private List<BodyEdit> WithHidden(List<BodyField> fields)
    {
        var all = new List<BodyEdit>(_edits.Count);
        var at = 0;
        foreach (var field in fields)
        {
            while (at < _edits.Count && _edits[at].End <= field.Start)
                all.Add(_edits[at++]);
            var inside = new List<BodyEdit>();
            while (at < _edits.Count && _edits[at].Start < field.End)
                inside.Add(_edits[at++]);
            if (FindHidden(field, inside) is { } rewritten)
                all.Add(rewritten);
            else
                all.AddRange(inside);
        }

        all.AddRange(_edits.Skip(at));
        return all;
    }

    /// <summary>
    /// The rewriting of a field in which secrets are left when what was found is taken out; else null.
    /// </summary>
    private BodyEdit? FindHidden(BodyField field, List<BodyEdit> inside)
    {
        var isTaken = inside is [var whole] && whole.Start <= field.Start && whole.End >= field.End;
        if (isTaken || !FieldText.IsEncoded(Of(field)) || IsReport(field.Node))
            return null;
        var (value, wasPercent) = FieldText.Decode(Splice(Of(field), field.Start, inside), _isJson);
        var text = Encoding.UTF8.GetBytes(value);
        var found = SecretFinder.Find(text, Window);
        if (found.Count == 0)
            return null;
        var masks = found.ConvertAll(span => new BodyEdit(
            span.Start, span.End,
            Encoding.UTF8.GetBytes(SecretMask.Of(span.Kind, Encoding.UTF8.GetString(text[span.Start..span.End]))),
            field.Node, SecretMask.ReasonOf(span.Kind)));
        var masked = Encoding.UTF8.GetString(Splice(text, 0, masks));
        return new BodyEdit(
            field.Start, field.End, FieldText.Encode(masked, _isJson, wasPercent), field.Node, masks[0].Reason);
    }

    /// <summary>The credential report is kept byte for byte, and its base64 says nothing by its looks.</summary>
    private bool IsReport(BodyNode? field) =>
        operation == ApiOperations.GetCredentialReport && field?.Name == "Content";

    private ReadOnlySpan<byte> Of(BodyField field) => body.Span[field.Start..field.End];

    private RedactedBody Apply(List<BodyEdit> edits) => new(
        Splice(body.Span, 0, edits),
        [.. edits.Select(edit => new Redaction(edit.Field?.Path() ?? "", edit.Reason))]);

    private static byte[] Splice(ReadOnlySpan<byte> text, int offset, List<BodyEdit> edits)
    {
        using var spliced = new MemoryStream(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            spliced.Write(text[at..(edit.Start - offset)]);
            spliced.Write(edit.Bytes);
            at = edit.End - offset;
        }

        spliced.Write(text[at..]);
        return spliced.ToArray();
    }
}
