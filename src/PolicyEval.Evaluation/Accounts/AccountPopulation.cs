using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Evaluation.Accounts;

/// <summary>Which accounts there should be evidence of. Immutable. The door of this folder.</summary>
public sealed class AccountPopulation
{
    internal AccountPopulation(
        ImmutableArray<PopulationReference> sources,
        ImmutableArray<ExpectedAccount> accounts,
        bool isWhole,
        ImmutableArray<Diagnostic> diagnostics)
    {
        Sources = sources;
        Accounts = accounts;
        IsWhole = isWhole;
        Diagnostics = diagnostics;
    }

    /// <summary>Nobody says which accounts there should be.</summary>
    public static AccountPopulation Unknown { get; } = new([], [], isWhole: true, []);

    /// <summary>What says so.</summary>
    public ImmutableArray<PopulationReference> Sources { get; }

    /// <summary>The accounts by id, none twice.</summary>
    public ImmutableArray<ExpectedAccount> Accounts { get; }

    /// <summary>Whether no account can be missing in it.</summary>
    public bool IsWhole { get; }

    /// <summary>All that is to be said about the user's file; an error forbids the run.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The user's file, or null where there is none.</summary>
    public LibraryFile? File { get; internal init; }

    /// <summary>Whether anybody says which accounts there should be.</summary>
    public bool IsKnown => !Sources.IsEmpty;

    /// <summary>
    /// All that is to be said about organisations' lists in a tree; an error leaves the rest be and ends the run in 3.
    /// </summary>
    public ImmutableArray<Diagnostic> OfTree { get; private init; } = [];

    /// <summary>Reads a list of accounts: CSV with <c>account,name</c>, or an id in each line.</summary>
    /// <param name="path">The file.</param>
    public static AccountPopulation OfFile(string path)
    {
        var diagnostics = new DiagnosticBag();
        return FolderFiles.ReadFile(path, diagnostics) is { } file
            ? ExpectedAccountsReader.Read(file, diagnostics)
            : new AccountPopulation([], [], isWhole: true, [.. diagnostics]);
    }

    /// <summary>The same of a file that somebody kept.</summary>
    public static AccountPopulation OfFile(LibraryFile file) =>
        ExpectedAccountsReader.Read(file.Source, new DiagnosticBag());

    /// <summary>The accounts of organisations. One that cannot be read leaves the population open.</summary>
    /// <param name="organizations">Their lists of accounts.</param>
    public static AccountPopulation Of(ImmutableArray<OrganizationSnapshot> organizations)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var organization in organizations)
        {
            var label = new SnapshotLabel(organization.Name, organization.Name);
            diagnostics.AddRange(organization.Diagnostics.Select(d => EvidenceDiagnostics.Of(d, label)));
            if (organization is { IsUnusable: false, IsWhole: false })
                diagnostics.Report(AccountDescriptors.PopulationCut, Location.InFile(organization.Name));
        }

        return new AccountPopulation(
            [
                .. organizations.Where(organization => !organization.IsUnusable).Select(organization =>
                    new PopulationReference(
                        IsFile: false, organization.Name, organization.Digest, organization.Accounts.Length,
                        organization.IsWhole)),
            ],
            [
                .. organizations.SelectMany(organization => organization.Accounts)
                    .DistinctBy(account => account.Id).OrderBy(account => account.Id, StringComparer.Ordinal)
                    .Select(account => new ExpectedAccount(account.Id, account.Name, account.Status)),
            ],
            organizations.All(organization => organization.IsWhole),
            [])
        {
            OfTree = [.. diagnostics],
        };
    }

    /// <summary>This population, and the names that another one has for its accounts.</summary>
    public AccountPopulation WithNamesOf(AccountPopulation other)
    {
        var names = other.Accounts.ToDictionary(account => account.Id, account => account.Name, StringComparer.Ordinal);
        return new AccountPopulation(
            Sources,
            [
                .. Accounts.Select(account => account.Name.Length > 0
                    ? account
                    : account with { Name = names.GetValueOrDefault(account.Id, "") }),
            ],
            IsWhole,
            Diagnostics)
        {
            OfTree = [.. OfTree, .. other.OfTree],
            File = File,
        };
    }
}
