namespace PolicyEval.Snapshots.Calls;

/// <summary>One value that was taken out of a raw page before it was written.</summary>
/// <param name="Path">
/// Element names from the root, separated by <c>/</c>, with the 1-based index of repeated ones:
/// <c>ListVirtualMFADevicesResponse/ListVirtualMFADevicesResult/VirtualMFADevices/member[2]/Base32StringSeed</c>.
/// </param>
/// <param name="Reason">Why, in a few words, such as <c>seed of an MFA device</c>.</param>
public sealed record Redaction(string Path, string Reason);
