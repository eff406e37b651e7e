namespace PolicyEval.Reporting.Tests.Csv;

/// <summary>A test that needs LibreOffice; skipped by name where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpreadsheetFactAttribute : FactAttribute
{
    public SpreadsheetFactAttribute()
    {
        if (Spreadsheet.Program is null)
            Skip = "needs soffice, which is not here (Debian: apt-get install --no-install-recommends libreoffice-calc-nogui)";
    }
}
