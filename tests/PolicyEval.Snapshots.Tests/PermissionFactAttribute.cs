namespace PolicyEval.Snapshots.Tests;

/// <summary>A test that needs a file which its own user may not read: root may read all.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PermissionFactAttribute : FactAttribute
{
    public PermissionFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            Skip = "This user may read every file.";
    }
}
