using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>
/// What the policies decide of frameworks, for people: counts, then every control under the policy that decides it or
/// under what it needs. Controls of several frameworks that need the same stand together.
/// </summary>
public sealed class CoverageConsole
{
    private const int Indent = 2;
    private const int Gap = 2;

    private readonly TerminalWriter _terminal;
    private readonly Catalogue _catalogue;
    private readonly ImmutableArray<(Framework Framework, FrameworkControl Control)> _controls;
    private readonly int _headWidth;

    private CoverageConsole(TerminalWriter terminal, Catalogue catalogue)
    {
        _terminal = terminal;
        _catalogue = catalogue;
        _controls = [.. catalogue.Frameworks.SelectMany(f => f.Controls.Select(control => (f, control)))];
        _headWidth = Gap + _controls.Max(c => TextLayout.WidthOf(SafeText.Of(c.Control.Id)));
    }

    // With one framework each control has a line with its title; with several, names of controls follow each other.
    private bool HasTitles => _catalogue.Frameworks.Length == 1;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where it goes.</param>
    /// <param name="catalogue">At least one framework.</param>
    public static void Write(TerminalWriter terminal, Catalogue catalogue)
    {
        CoverageTable.Write(terminal, catalogue.Frameworks);
        var console = new CoverageConsole(terminal, catalogue);
        console.WriteDecided();
        console.WriteOpen(
            ControlCoverage.Manual, "Manual: not assessed from a snapshot, the framework leaves it to a person");
        console.WriteOpen(
            ControlCoverage.NeedsEvidence, "Needs evidence: not assessed from a snapshot, this would be needed");
    }

    private void WriteDecided()
    {
        Heading("Decided by policies");
        foreach (var policy in _catalogue.Policies)
        {
            var served = _controls.Where(c => c.Control.Policies.Any(use => use.Name == policy.Name)).ToArray();
            if (served.Length == 0)
                continue;
            _terminal.EndLine();
            _terminal.WriteWrapped(policy.Name, 0);
            WriteControls(served);
        }
    }

    private void WriteOpen(ControlCoverage coverage, string heading)
    {
        var groups = _controls.Where(c => c.Control.Coverage == coverage)
            .GroupBy(c => (c.Control.Needs, c.Control.Command)).ToArray();
        if (groups.Length == 0)
            return;
        Heading(heading);
        foreach (var group in groups)
        {
            _terminal.EndLine();
            _terminal.WriteWrapped(CatalogueWords.OneLine(group.Key.Needs), 0);
            WriteControls([.. group]);
            foreach (var command in group.Key.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                _terminal.WriteLine($"  $ {command}", Tone.Quiet);
        }
    }

    private void WriteControls(IEnumerable<(Framework Framework, FrameworkControl Control)> controls)
    {
        if (HasTitles)
        {
            foreach (var (_, control) in controls)
                _terminal.WriteWrapped(HeadOf(control) + control.Title, Indent, Tone.Quiet, hanging: _headWidth);
            return;
        }
        var names = controls.Select(c => $"{c.Framework.Name}/{c.Control.Id}");
        _terminal.WriteWrapped(string.Join(", ", names), Indent, Tone.Quiet);
    }

    private string HeadOf(FrameworkControl control) => TextLayout.PadRight(SafeText.Of(control.Id), _headWidth);

    private void Heading(string text)
    {
        _terminal.EndLine();
        _terminal.WriteWrapped(text, 0, Tone.Heading);
    }
}
