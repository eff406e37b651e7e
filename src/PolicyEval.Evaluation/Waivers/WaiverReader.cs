using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Waivers;

/// <summary>
/// Reads a document of kind Waiver. The policies and controls that it names are resolved later, by the library.
/// </summary>
internal sealed class WaiverReader
{
    private readonly MappingReader _spec;
    private readonly DocumentScope _scope;

    private WaiverReader(MappingReader spec) => (_spec, _scope) = (spec, spec.Scope);

    /// <summary>The waiver; what was missing or wrong has been reported and is left empty.</summary>
    public static Waiver Read(PolicyFile file, YamlScalar name, MappingReader spec) =>
        new WaiverReader(spec).Read(file, name);

    private Waiver Read(PolicyFile file, YamlScalar name)
    {
        var target = ReadTarget();
        var (owner, requestedBy, approvedBy) =
            (_spec.Text("owner"), _spec.Text("requestedBy"), _spec.Text("approvedBy"));
        var (approvedOn, from, expires) =
            (_spec.Text("approvedOn"), _spec.Text("effectiveFrom"), _spec.Text("expires"));
        var (justification, ticket) = (_spec.TextOrEmpty("justification"), _spec.TextOrEmpty("ticket"));
        _spec.Finish();

        CheckApproval(owner, requestedBy, approvedBy);
        var (starts, ends) = (InstantOf(from), InstantOf(expires));
        CheckSpan(starts, ends, expires);
        CheckApprovedFirst(approvedOn, starts);
        return new Waiver
        {
            Name = name.Value,
            Target = target,
            Owner = owner?.Value.Trim() ?? "",
            RequestedBy = requestedBy?.Value.Trim() ?? "",
            ApprovedBy = approvedBy?.Value.Trim() ?? "",
            ApprovedOn = approvedOn?.Value ?? "",
            Justification = justification,
            Ticket = ticket,
            EffectiveFrom = starts ?? DateTimeOffset.MaxValue,
            Expires = ends ?? DateTimeOffset.MinValue,
            File = file,
            Location = _scope.At(name),
        };
    }

    private WaiverTarget ReadTarget() => new()
    {
        Policies = ReadPatterns("policy"),
        Accounts = ReadPatterns("account"),
        Resources = ReadPatterns("resource"),
        Controls = ReadPatterns("control"),
        Fingerprints = ReadPatterns("fingerprint"),
    };

    private ImmutableArray<NamePattern> ReadPatterns(string key) =>
        [.. _spec.OneOrManyTexts(key).Select(text => new NamePattern(text.Value, _scope.At(text)))];

    /// <summary>A bare date means its end; null where there is none, or after a diagnostic.</summary>
    private DateTimeOffset? InstantOf(YamlScalar? text)
    {
        if (text is null)
            return null;
        if (InstantText.ParseEnd(text.Value) is { } instant)
            return instant;
        var form = WaiverForm.Instant;
        _scope.Report(form.Refusal, text, text.Value, form.Owner, "there is no such day or time");
        return null;
    }

    private void CheckApproval(YamlScalar? owner, YamlScalar? requestedBy, YamlScalar? approvedBy)
    {
        if (approvedBy is null)
            return;
        if (IsSame(owner, approvedBy))
            _scope.Report(WaiverDescriptors.SelfApproved, approvedBy, approvedBy.Value, "owns");
        else if (IsSame(requestedBy, approvedBy))
            _scope.Report(WaiverDescriptors.SelfApproved, approvedBy, approvedBy.Value, "asked for");
    }

    /// <summary>Two names that look alike are of one person.</summary>
    private static bool IsSame(YamlScalar? one, YamlScalar other) =>
        one is not null && VisibleText.Folded(one.Value) == VisibleText.Folded(other.Value);

    private void CheckSpan(DateTimeOffset? starts, DateTimeOffset? ends, YamlScalar? expires)
    {
        if (starts >= ends)
        {
            _scope.Report(
                WaiverDescriptors.EmptySpan, expires!,
                Instants.ToText(starts!.Value), Instants.ToText(ends!.Value));
        }
    }

    /// <summary>
    /// A date of approval is any instant of that day, so that a waiver may take effect on the day of its approval.
    /// </summary>
    private void CheckApprovedFirst(YamlScalar? approvedOn, DateTimeOffset? starts)
    {
        if (InstantOf(approvedOn) is null || starts is null)
            return;
        if (InstantText.Parse(approvedOn!.Value) > starts)
        {
            _scope.Report(
                WaiverDescriptors.Backdated, approvedOn, Instants.ToText(starts.Value), approvedOn.Value);
        }
    }
}
