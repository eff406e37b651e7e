namespace PolicyEval.Reporting.Csv;

/// <summary>What a line of the CSV report is about.</summary>
public enum CsvView
{
    /// <summary>One item that was tested for one control, passes too.</summary>
    Results,

    /// <summary>One control.</summary>
    Controls,
}
