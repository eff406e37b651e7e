using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>
/// The ledger of what can be wrong with evidence: PE600x the input, PE601x its bytes, PE602x JSON, PE603x the report as
/// JSON, PE604x and PE605x the structure of the CSV, PE606x its rows.
/// </summary>
public static class SnapshotDescriptors
{
    private const string GetAgain =
        "Get the report again: aws iam get-credential-report --output json > credential-report.json.";

    /// <summary>There is nothing at the path.</summary>
    public static SnapshotDescriptor InputNotFound { get; } = Error("PE6001", "Input not found",
        "There is no such file or folder.",
        "Check the path; a snapshot is a sealed folder or zip, a credential report (CSV or JSON), a folder of AWS CLI "
            + "outputs, or '-'; some commands also take a folder of snapshots.");

    /// <summary>The operating system refuses to give the bytes.</summary>
    public static SnapshotDescriptor Unreadable { get; } = Error("PE6002", "Input cannot be read",
        "This cannot be read: {0}.",
        "Give the user who runs this read access, or copy the evidence to a place that can be read.");

    /// <summary>A folder, pipe or device where a file must be.</summary>
    public static SnapshotDescriptor NotAFile { get; } = Error("PE6003", "Not a regular file",
        "This is {0}, not a regular file.",
        "Save the AWS CLI's output in a regular file of this name.");

    /// <summary>A symbolic link inside a snapshot folder: it would bring in what is not part of the snapshot.</summary>
    public static SnapshotDescriptor Link { get; } = Error("PE6004", "Link in a snapshot folder",
        "This is a link, which is not followed.",
        "Copy the file that it names into the folder.");

    /// <summary>A folder without any known file.</summary>
    public static SnapshotDescriptor NoEvidence { get; } = Error("PE6005", "No evidence",
        "The folder holds none of the files {0}.",
        "Save the AWS CLI's outputs under these names; each is optional, one must be there.");

    /// <summary>A file of a folder that is not read.</summary>
    public static SnapshotDescriptor UnknownEntry { get; } = Info("PE6006", "Not part of the snapshot",
        "This is no file that a snapshot folder holds; it was not read, and the digest does not cover it.",
        "Nothing to do, unless a known file was misnamed.");

    /// <summary>A limit on bytes or entries of the input.</summary>
    public static SnapshotDescriptor TooLarge { get; } = Error("PE6007", "Input too large",
        "There are more than {0} {1} (limit {2}).",
        "Check that this is the right input; evidence of AWS stays far below.");

    /// <summary>A file of a folder whose name is almost that of a known file which is not there.</summary>
    public static SnapshotDescriptor Misnamed { get; } = Warning("PE6008", "Misnamed file",
        "A snapshot folder holds no file of this name, so it was not read: did you mean {0}?",
        "Rename the file; names count exactly, lower case and with hyphens.");

    /// <summary>Diagnostics that were counted and not kept.</summary>
    public static SnapshotDescriptor More { get; } = Info("PE6009", "More of the same",
        "And {0} more diagnostics of severity {1}.",
        "Put the first ones right and run again.");

    /// <summary>No bytes, or nothing but white space.</summary>
    public static SnapshotDescriptor Empty { get; } = Error("PE6010", "Empty file",
        "The file is empty.",
        "The command that wrote it probably failed. Run it again and look at what it says.");

    /// <summary>UTF-16 or UTF-32, as some shells write.</summary>
    public static SnapshotDescriptor Utf16 { get; } = Error("PE6011", "Not UTF-8",
        "The file is {0}, not UTF-8.",
        "Windows PowerShell's '>' writes UTF-16. Convert the file to UTF-8, or run the command in another "
        + "shell.");

    /// <summary>gzip or zip.</summary>
    public static SnapshotDescriptor Compressed { get; } = Error("PE6012", "Compressed file",
        "The file is {0}.",
        "Unpack it; of a workbook, get the original CSV from AWS, because spreadsheets change dates and names.");

    /// <summary>A web page.</summary>
    public static SnapshotDescriptor Html { get; } = Error("PE6013", "Markup saved as evidence",
        "The file holds HTML or XML, perhaps a sign-in page.",
        "The download went wrong. " + GetAgain);

    /// <summary>What the AWS CLI prints when a call fails.</summary>
    public static SnapshotDescriptor CliError { get; } = Error("PE6014", "AWS CLI error text",
        "The file holds an error message of the AWS CLI ({0}).",
        "Run the command again with the permission it needs; to record the refusal as evidence, save "
        + "{\"Error\": {\"Code\": \"AccessDenied\", \"Message\": \"...\"}}.");

    /// <summary>A NUL byte.</summary>
    public static SnapshotDescriptor NulByte { get; } = Error("PE6015", "NUL byte",
        "There is a NUL byte here: this is no text file.",
        GetAgain);

    /// <summary>Bytes that are not UTF-8.</summary>
    public static SnapshotDescriptor InvalidUtf8 { get; } = Error("PE6016", "Invalid UTF-8",
        "The bytes from here on are not UTF-8 (0x{0}).",
        "Another encoding, or damage. " + GetAgain);

    /// <summary>A carriage return without line feed.</summary>
    public static SnapshotDescriptor LoneCarriageReturn { get; } = Error("PE6017", "Lone carriage return",
        "There is a carriage return without a line feed: nobody agrees whether it ends a line.",
        "Convert the line ends to LF. " + GetAgain);

    /// <summary>The report before <c>base64 -d</c>.</summary>
    public static SnapshotDescriptor StillBase64 { get; } = Error("PE6018", "Still base64",
        "The file holds the report in base64.",
        "Decode it: base64 -d < FILE > credential-report.csv.");

    /// <summary>Text that is not JSON.</summary>
    public static SnapshotDescriptor JsonSyntax { get; } = Error("PE6020", "Not JSON",
        "This is not JSON: {0}.",
        "Get the answer again with --output json, and do not edit it.");

    /// <summary>A limit of JSON.</summary>
    public static SnapshotDescriptor JsonLimit { get; } = Error("PE6021", "JSON too deep or too long",
        "There are more than {0} {1} (limit {2}).",
        "Check that this is the right file; AWS's answers stay far below.");

    /// <summary>A property that stands twice in one object.</summary>
    public static SnapshotDescriptor DuplicateProperty { get; } = Error("PE6022", "Duplicate property",
        "The property '{0}' stands in this object twice (first on line {1}).",
        "Get the answer again: AWS writes each property once.");

    /// <summary>An answer of another call.</summary>
    public static SnapshotDescriptor WrongShape { get; } = Error("PE6023", "Not the expected answer",
        "Expected {0}, found {1}.",
        "Save each answer of the AWS CLI under its own name, with --output json and without --query.");

    /// <summary>A count that is none.</summary>
    public static SnapshotDescriptor NotACount { get; } = Error("PE6024", "Not a count",
        "The value {0} is not a whole number from 0.",
        "Get the answer again, and do not edit it: AWS writes counts from 0.");

    /// <summary>An answer of which only a page was saved.</summary>
    public static SnapshotDescriptor CutAnswer { get; } = Warning("PE6025", "Cut answer",
        "'{0}' says that the answer goes on: this is not all of it.",
        "Get it again without --max-items and --no-paginate.");

    /// <summary>An error answer.</summary>
    public static SnapshotDescriptor Denied { get; } = Warning("PE6026", "Error instead of evidence",
        "There is an error instead of the evidence: {0} ({1}).",
        "What needs this evidence is incomplete. Get it again; where access was denied, with the permission that the "
        + "call needs.");

    /// <summary>The answers of one account beside the report of several.</summary>
    public static SnapshotDescriptor SeveralAccounts { get; } = Error("PE6027", "Answer of an unknown account",
        "The credential report holds {0} accounts, and this answer does not say which of them it belongs to.",
        "Make one folder for each account, or evaluate the CSV file alone.");

    /// <summary>A report and a summary that count users differently.</summary>
    public static SnapshotDescriptor UserCount { get; } = Warning("PE6028", "Report and summary disagree",
        "The account summary counts {0} users, the report {1} has {2} rows of users: one of them is cut or older.",
        "AWS may answer with a report up to four hours older than the summary. Collect both again.");

    /// <summary>JSON that is not a credential report.</summary>
    public static SnapshotDescriptor NotAReport { get; } = Error("PE6030", "JSON without a report",
        "This JSON holds no base64 'Content'.",
        "Of a single file only a credential report is read; put other answers into a folder under their names.");

    /// <summary>A content that is not base64.</summary>
    public static SnapshotDescriptor BadBase64 { get; } = Error("PE6031", "Bad base64",
        "The 'Content' is not base64.",
        GetAgain);

    /// <summary>A report that is not CSV.</summary>
    public static SnapshotDescriptor BadFormat { get; } = Error("PE6032", "Unknown report format",
        "The report's format is {0}, not \"text/csv\".",
        GetAgain);

    /// <summary>A GeneratedTime that is no instant.</summary>
    public static SnapshotDescriptor BadTime { get; } = Error("PE6033", "Bad GeneratedTime",
        "{0} is neither an ISO 8601 instant nor seconds since 1970.",
        GetAgain);

    /// <summary>A report as JSON without its time.</summary>
    public static SnapshotDescriptor NoTime { get; } = Warning("PE6034", "No GeneratedTime",
        "The answer does not say when the report was generated.",
        "Give --as-of, or get the report again.");

    /// <summary>Two different reports in one folder.</summary>
    public static SnapshotDescriptor TwoReports { get; } = Error("PE6035", "Two different reports",
        "The report differs from the 'Content' of {0}: {1}.",
        "Keep the one that is the evidence, and delete the other.");

    /// <summary>JSON under the name of the CSV.</summary>
    public static SnapshotDescriptor JsonInCsv { get; } = Error("PE6036", "JSON saved as CSV",
        "The file holds JSON.",
        "Rename it to credential-report.json.");

    /// <summary>The answer of another call where a report must be.</summary>
    public static SnapshotDescriptor OtherAnswer { get; } = Error("PE6037", "Answer of another call",
        "This is the answer that belongs in {0}; it holds no credential report.",
        "Put it into a folder under that name, and evaluate the folder.");

    /// <summary>The answer of GenerateCredentialReport.</summary>
    public static SnapshotDescriptor OnlyState { get; } = Error("PE6038", "State of a report",
        "This is the answer of generate-credential-report ({0}): the report is not in it.",
        "When the state is COMPLETE, get the report: aws iam get-credential-report --output json > "
        + "credential-report.json.");

    /// <summary>A header that lacks what every report has.</summary>
    public static SnapshotDescriptor MissingColumn { get; } = Error("PE6040", "Missing column",
        "The header has no column '{0}': this is no credential report.",
        GetAgain);

    /// <summary>A column that stands twice.</summary>
    public static SnapshotDescriptor DuplicateColumn { get; } = Error("PE6041", "Duplicate column",
        "The header has the column '{0}' twice (first as column {1}).",
        GetAgain);

    /// <summary>A column whose name is empty.</summary>
    public static SnapshotDescriptor UnnamedColumn { get; } = Error("PE6042", "Column without name",
        "Column {0} of the header has no name.",
        GetAgain);

    /// <summary>A known column in another spelling.</summary>
    public static SnapshotDescriptor ColumnSpelling { get; } = Warning("PE6043", "Column in another spelling",
        "'{0}' is read as '{1}'.",
        "Somebody changed the header. " + GetAgain);

    /// <summary>A limit of the CSV.</summary>
    public static SnapshotDescriptor CsvLimit { get; } = Error("PE6044", "Report too large",
        "There are more than {0} {1} (limit {2}).",
        "Check that this is the right file; credential reports of AWS stay far below.");

    /// <summary>A quote where CSV allows none.</summary>
    public static SnapshotDescriptor BadQuote { get; } = Error("PE6045", "Malformed quotes",
        "{0}.",
        "In CSV, quotes enclose a whole cell, and a quote inside is doubled. " + GetAgain);

    /// <summary>A row with more or fewer cells than the header.</summary>
    public static SnapshotDescriptor CellCount { get; } = Error("PE6046", "Wrong number of cells",
        "The row has {0} cells, the header {1}.",
        "The file was cut off, or a cell holds a comma without quotes. " + GetAgain);

    /// <summary>A blank line between rows.</summary>
    public static SnapshotDescriptor BlankLine { get; } = Error("PE6047", "Blank line",
        "There is a blank line before the last row.",
        GetAgain);

    /// <summary>A header without rows.</summary>
    public static SnapshotDescriptor NoRows { get; } = Error("PE6048", "No rows",
        "The report has a header and no rows.",
        "Every account has at least its root user's row. " + GetAgain);

    /// <summary>A column that nobody documented.</summary>
    public static SnapshotDescriptor UnknownColumn { get; } = Info("PE6049", "Unknown column",
        "The column '{0}' is not known; it is kept.",
        "Nothing to do: no policy reads it.");

    /// <summary>Semicolons or tabs.</summary>
    public static SnapshotDescriptor WrongSeparator { get; } = Error("PE6050", "Wrong separator",
        "The cells are separated by {0}, not by commas.",
        "A spreadsheet program rewrote the file. " + GetAgain);

    /// <summary>An ARN that no row of a report can have.</summary>
    public static SnapshotDescriptor BadArn { get; } = Error("PE6060", "Bad ARN",
        "'{0}' is not the ARN of an IAM user or a root user.",
        "Expected arn:PARTITION:iam::ACCOUNT:user/NAME or arn:PARTITION:iam::ACCOUNT:root. " + GetAgain);

    /// <summary>A row that is only half the root user's.</summary>
    public static SnapshotDescriptor HalfRoot { get; } = Error("PE6061", "Half a root row",
        "The user is '{0}', but the ARN is '{1}'.",
        "The root user is <root_account> and its ARN ends in ':root', both. " + GetAgain);

    /// <summary>Two root rows of one account.</summary>
    public static SnapshotDescriptor TwoRoots { get; } = Error("PE6062", "Two root rows",
        "Account {0} has another root row on line {1}.",
        "Two reports were joined: evaluate each by itself.");

    /// <summary>Two rows of one user.</summary>
    public static SnapshotDescriptor DuplicateUser { get; } = Error("PE6063", "Duplicate user",
        "'{0}' has another row on line {1}.",
        "Two reports were joined: evaluate each by itself.");

    /// <summary>An account without root row.</summary>
    public static SnapshotDescriptor NoRoot { get; } = Warning("PE6064", "No root row",
        "Account {0} has no root row: the report looks cut.",
        "What is asked of the root user is incomplete. " + GetAgain);

    /// <summary>More credentials than a report has columns for.</summary>
    public static SnapshotDescriptor MoreCredentials { get; } = Warning("PE6065", "More credentials than columns",
        "The user has credentials that the report does not show: {0}.",
        "List them: aws iam list-access-keys --user-name NAME; aws iam list-signing-certificates "
        + "--user-name NAME.");

    /// <summary>A date that does not exist or has no zone.</summary>
    public static SnapshotDescriptor BadDate { get; } = Error("PE6066", "Impossible date",
        "'{0}' is not an ISO 8601 instant with a zone.",
        "A spreadsheet program may have rewritten the dates. " + GetAgain);

    /// <summary>A token that AWS does not document.</summary>
    public static SnapshotDescriptor UnknownToken { get; } = Warning("PE6067", "Unknown value",
        "'{0}' is no value that this column has.",
        "What needs this cell is incomplete.");

    /// <summary>A row whose name is not that of its ARN.</summary>
    public static SnapshotDescriptor NameMismatch { get; } = Warning("PE6068", "Name and ARN differ",
        "The user is '{0}', but the ARN is '{1}'.",
        "The row was changed by hand. " + GetAgain);

    /// <summary>A large file that was read twice and differs.</summary>
    public static SnapshotDescriptor ChangedWhileRead { get; } = Error("PE6176", "Changed while it was read",
        "The file was changed while it was read: no verdict on it can stand.",
        "Let no other program write there, and run again.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        InputNotFound, Unreadable, NotAFile, Link, NoEvidence, UnknownEntry, TooLarge, Misnamed, More,
        Empty, Utf16, Compressed, Html, CliError, NulByte, InvalidUtf8, LoneCarriageReturn, StillBase64,
        JsonSyntax, JsonLimit, DuplicateProperty, WrongShape, NotACount, CutAnswer, Denied, SeveralAccounts,
        UserCount, NotAReport, BadBase64, BadFormat, BadTime, NoTime, TwoReports, JsonInCsv, OtherAnswer, OnlyState,
        MissingColumn, DuplicateColumn, UnnamedColumn, ColumnSpelling, CsvLimit, BadQuote, CellCount, BlankLine, NoRows,
        UnknownColumn, WrongSeparator,
        BadArn, HalfRoot, TwoRoots, DuplicateUser, NoRoot, MoreCredentials, BadDate, UnknownToken, NameMismatch,
        ChangedWhileRead,
    ];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);

    private static SnapshotDescriptor Info(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Info, help);
}
