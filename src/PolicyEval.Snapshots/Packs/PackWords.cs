using System.Diagnostics;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>The words of <c>pack.json</c> for the closed sets of the model, and the folders of a pack.</summary>
internal static class PackWords
{
    public static string Of(PackedForm form) => form switch
    {
        PackedForm.Sealed => "sealed",
        PackedForm.Folder => "folder",
        PackedForm.File => "file",
        _ => throw new UnreachableException($"Form {form}."),
    };

    public static string Of(PackedFileKind kind) => kind switch
    {
        PackedFileKind.Policies => "policies",
        PackedFileKind.Bundled => "bundled",
        PackedFileKind.Settings => "settings",
        PackedFileKind.Waivers => "waivers",
        PackedFileKind.Baseline => "baseline",
        PackedFileKind.ExpectedAccounts => "expected-accounts",
        PackedFileKind.TrustedKey => "trusted-key",
        PackedFileKind.Results => "results",
        PackedFileKind.Report => "report",
        _ => throw new UnreachableException($"Kind {kind}."),
    };

    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Older => "older",
        LeftOutReason.Timeless => "timeless",
        LeftOutReason.Copy => "copy",
        LeftOutReason.UnusableCopy => "unusable-copy",
        _ => throw new UnreachableException($"Reason {reason}."),
    };

    /// <summary>Whether a pack may hold several files of a kind.</summary>
    public static bool MayRepeat(PackedFileKind kind) => kind
        is PackedFileKind.Policies or PackedFileKind.Bundled or PackedFileKind.Settings or PackedFileKind.Waivers
        or PackedFileKind.TrustedKey;
}
