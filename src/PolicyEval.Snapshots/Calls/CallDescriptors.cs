using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What can be wrong with the log of a collection: PE609x.</summary>
public static class CallDescriptors
{
    private const string Help =
        "The collector writes this file and nobody may change it: get the snapshot again from where it was archived.";

    /// <summary>A line that is no JSON, or lacks a property, or has one of the wrong kind.</summary>
    public static SnapshotDescriptor BadLine { get; } = Error("PE6090", "No record of a call",
        "The line is no record of a call: {0}.");

    /// <summary>An operation that the collector does not have.</summary>
    public static SnapshotDescriptor UnknownOperation { get; } = Error("PE6091", "Unknown operation",
        "The collector has no operation '{0}'.");

    /// <summary>A raw page that would lie elsewhere.</summary>
    public static SnapshotDescriptor BadPage { get; } = Error("PE6092", "Not a raw page",
        "'{0}' is no raw page of {1}.");

    /// <summary>A record too many or too few.</summary>
    public static SnapshotDescriptor BadSequence { get; } = Error("PE6093", "Gap in the log",
        "The sequence is {0} where {1} was expected.");

    /// <summary>A line that says the same in other bytes.</summary>
    public static SnapshotDescriptor OtherForm { get; } = Error("PE6094", "Not as the collector writes it",
        "From here on the line differs from what the collector writes.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
        [BadLine, UnknownOperation, BadPage, BadSequence, OtherForm];

    private static SnapshotDescriptor Error(string id, string title, string message) =>
        new(id, title, message, SnapshotSeverity.Error, Help);
}
