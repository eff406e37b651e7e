using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Diagnostics;

/// <summary>What can be wrong with a command line. Evaluation checks the options that shape a result.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor UnknownTestFormat = new(
        "PE4100", "Unknown format of test results", "test has no format '{0}'", DiagnosticSeverity.Error,
        "The formats are console and junit; write NAME=FILE to send one to a file.");

    public static readonly DiagnosticDescriptor WrongUsage = new(
        "PE4101", "Wrong usage", "{0}", DiagnosticSeverity.Error,
        "Run the command with --help to see its arguments, options and examples.");

    public static readonly DiagnosticDescriptor UnknownOption = new(
        "PE4102", "Unknown option", "there is no option '{0}'", DiagnosticSeverity.Error,
        "Run the command with --help to see its options. A file whose name begins with a dash goes behind '--'.");

    public static readonly DiagnosticDescriptor UnknownCommand = new(
        "PE4103", "Unknown command", "there is no command '{0}'", DiagnosticSeverity.Error,
        "The commands are evaluate, report, pack, recheck, sample, explain, diff, period, compile, check, test, list, "
        + "coverage, show, waiver, schema, verify, seal, sign and keygen.");

    public static readonly DiagnosticDescriptor UnknownFormat = new(
        "PE4104", "Unknown format", "there is no report format '{0}'", DiagnosticSeverity.Error,
        "policyeval evaluate --help names the formats; write NAME=FILE to send one to a file.");

    public static readonly DiagnosticDescriptor UnknownSeverity = new(
        "PE4105", "Unknown severity", "there is no severity '{0}'", DiagnosticSeverity.Error,
        "The severities are info, low, medium, high and critical; any is what counts without the option.");

    public static readonly DiagnosticDescriptor SeveralToStandardOutput = new(
        "PE4106", "Several reports to standard output",
        "the formats '{0}' and '{1}' would both go to standard output", DiagnosticSeverity.Error,
        "Send all but one of them to a file: --format json=report.json.");

    public static readonly DiagnosticDescriptor SameFileTwice = new(
        "PE4107", "Two reports to one file", "two formats name the file '{0}'", DiagnosticSeverity.Error,
        "Give each format a file of its own.");

    public static readonly DiagnosticDescriptor OutputIsInput = new(
        "PE4108", "A report over its evidence", "'{0}' belongs to {1} that this run reads",
        DiagnosticSeverity.Error, "What a run reads is never overwritten: choose another file for the report.");

    public static readonly DiagnosticDescriptor OutputFolderMissing = new(
        "PE4109", "No such folder", "the folder of '{0}' does not exist", DiagnosticSeverity.Error,
        "Make the folder first, or choose another one.");

    public static readonly DiagnosticDescriptor OutputFails = new(
        "PE4110", "The output cannot be written", "the output cannot be written: {0}", DiagnosticSeverity.Error,
        "Look at the space and the permissions of the place. No half-written report is left behind.");

    public static readonly DiagnosticDescriptor StandardInputTwice = new(
        "PE4111", "Standard input twice", "'-' is given more than once, and standard input can be read once",
        DiagnosticSeverity.Error, "Give '-' once.");

    public static readonly DiagnosticDescriptor UnknownSubject = new(
        "PE4112", "Nothing of that name", "there is no policy, framework, control or resource type '{0}'",
        DiagnosticSeverity.Error,
        "'policyeval list' names them; --policies DIR adds those of a folder. A control is written as 1.4 or "
        + "cis_v130/1.4, a resource type as aws.iam.user.");

    public static readonly DiagnosticDescriptor UnknownSchema = new(
        "PE4121", "Unknown schema", "there is no schema '{0}'", DiagnosticSeverity.Error,
        "They are called policy, report, comparison, period, explanation, verification and catalogue.");

    public static readonly DiagnosticDescriptor UnknownCheckFormat = new(
        "PE4122", "Unknown format of a check", "check has no format '{0}'", DiagnosticSeverity.Error,
        "The formats are console and sarif; write NAME=FILE to send one to a file.");

    public static readonly DiagnosticDescriptor OutputIsFolder = new(
        "PE4113", "A report over a folder", "'{0}' is a folder", DiagnosticSeverity.Error,
        "Name a file in it. Of the reports only parquet is written to a folder, by account and day.");

    public static readonly DiagnosticDescriptor OutputIsNoFolder = new(
        "PE4186", "A folder of reports over a file", "'{0}' names a folder, and a file is there",
        DiagnosticSeverity.Error, "Choose another folder, or leave out the last slash to replace the file.");

    public static readonly DiagnosticDescriptor OutputExists = new(
        "PE4114", "Output exists already", "'{0}' is there already", DiagnosticSeverity.Error,
        "Nothing is ever overwritten: choose another name, or move the old file away.");

    public static readonly DiagnosticDescriptor BadAssertionTime = new(
        "PE4115", "When was it asserted?", "{0}", DiagnosticSeverity.Error,
        "policyeval looks at no clock, so that the same input gives the same bytes: say when the evidence is vouched "
        + "for, as in --asserted-at 2026-01-31T09:30:00Z.");

    public static readonly DiagnosticDescriptor NoTrustedKey = new(
        "PE4116", "No key to trust", "--require-signature needs at least one --trusted-key", DiagnosticSeverity.Error,
        "Name the signer's public key, as you got it from the signer: --trusted-key NAME.pub.pem.");

    public static readonly DiagnosticDescriptor NotInChain = new(
        "PE4118", "Not in the chain", "no snapshot of the chain has the digest of '{0}'", DiagnosticSeverity.Error,
        "Name the folder that holds all snapshots of its account: --chain snapshots/ACCOUNT.");

    public static readonly DiagnosticDescriptor NoSuchFormat = new(
        "PE4119", "Unknown format of a result", "the command has no format '{0}'", DiagnosticSeverity.Error,
        "The formats are console and json.");

    public static readonly DiagnosticDescriptor NoChainFolder = new(
        "PE4120", "No folder of snapshots", "there is no folder '{0}'", DiagnosticSeverity.Error,
        "Name the folder that holds all snapshots of its account: --chain snapshots/ACCOUNT.");

    public static readonly DiagnosticDescriptor NotAFingerprint = new(
        "PE4131", "No fingerprint", "'{0}' is no fingerprint, nor the first digits of one", DiagnosticSeverity.Error,
        "A fingerprint has 32 digits of 0 to 9 and a to f, of which 6 may be enough: \"fingerprint\" in the JSON "
        + "report. Or name a policy and a resource.");

    public static readonly DiagnosticDescriptor NoSuchFinding = new(
        "PE4132", "No such finding", "'{0}' has no finding '{1}'", DiagnosticSeverity.Error,
        "The JSON report lists every finding with policy, resource and fingerprint.");

    public static readonly DiagnosticDescriptor SeveralFindings = new(
        "PE4133", "Several findings", "'{0}' stands for several failures: {1}", DiagnosticSeverity.Error,
        "Give one fingerprint whole, or --account.");

    public static readonly DiagnosticDescriptor NotAFailure = new(
        "PE4134", "Nothing to waive", "the finding '{0}' is {1}, and only failures can be waived",
        DiagnosticSeverity.Error, "Missing evidence is collected, a fault of a policy is put right.");

    public static readonly DiagnosticDescriptor NotWaivable = new(
        "PE4136", "Nothing that a waiver can name", "{0}", DiagnosticSeverity.Error,
        "A waiver names the policy, the account by its 12 digits, and the resource as reports have it: look at a JSON "
        + "report, or give it with --report.");

    public static readonly DiagnosticDescriptor ControlNotPolicy = new(
        "PE4137", "A control instead of a policy", "'{0}' is a control, and a waiver is about a policy: {1}",
        DiagnosticSeverity.Error, "'policyeval show CONTROL' tells which policies serve a control.");

    public static readonly DiagnosticDescriptor UnknownDiffFormat = new(
        "PE4143", "Unknown format of a comparison", "diff has no format '{0}'", DiagnosticSeverity.Error,
        "The formats are console, json and markdown; write NAME=FILE to send one to a file.");

    public static readonly DiagnosticDescriptor SnapshotAgainstReport = new(
        "PE4144", "A snapshot against a report", "'{0}' is no JSON report of policyeval evaluate, and '{1}' is one",
        DiagnosticSeverity.Error,
        "Give two snapshots or two reports. A report of a snapshot: policyeval evaluate SNAPSHOT --format "
        + "json=report.json.");

    public static readonly DiagnosticDescriptor JudgedAlready = new(
        "PE4145", "Reports are judged already", "{0} says how snapshots are judged, and two reports are judged already",
        DiagnosticSeverity.Error,
        "Leave it out; or give the two snapshots, or evaluate them again with it.");

    public static readonly DiagnosticDescriptor EmptyPeriod = new(
        "PE4146", "No evidence of a period", "there is no snapshot here that can be used and is of {0} to {1}",
        DiagnosticSeverity.Error,
        "Name the folder that holds the snapshots, as --output of policyeval-collect does, and days of them. A bare "
        + "credential report does not tell its day.");

    public static readonly DiagnosticDescriptor NoPeriodFolder = new(
        "PE4147", "No folder of a period", "there is no folder '{0}'", DiagnosticSeverity.Error,
        "Name the folder that holds the snapshots, as --output of policyeval-collect does.");

    public static readonly DiagnosticDescriptor OldIsLater = new(
        "PE4148", "The old side is later", "of {0} OLD has evidence of {1}, and NEW of {2}, which is earlier",
        DiagnosticSeverity.Warning,
        "What is called new and fixed is then the other way round: exchange the two, unless you mean it so.");

    public static readonly DiagnosticDescriptor NoCommonAccount = new(
        "PE4149", "No account on both sides", "OLD is of {0} and NEW of {1}: nothing is compared with its like",
        DiagnosticSeverity.Warning,
        "Give two snapshots or reports of one account. What is called new and out of sight here is all there is.");

    public static readonly DiagnosticDescriptor NoAccountSnapshot = new(
        "PE4150", "No snapshot of an account", "this folder holds an organization's list of accounts, and no snapshot "
        + "of an account", DiagnosticSeverity.Error,
        "Name the folder that holds the snapshots, as --output of policyeval-collect does.");

    public static readonly DiagnosticDescriptor UnknownSarifProfile = new(
        "PE4170", "Unknown SARIF profile", "there is no SARIF profile '{0}'", DiagnosticSeverity.Error,
        "The profiles are full and github.");

    public static readonly DiagnosticDescriptor UnknownCsvView = new(
        "PE4172", "Unknown CSV view", "there is no view '{0}' of the CSV report", DiagnosticSeverity.Error,
        "The views are results and controls.");

    public static readonly DiagnosticDescriptor NoRegion = new(
        "PE4171", "Not a region", "'{0}' is no region of AWS", DiagnosticSeverity.Error,
        "Write it as --asff-region eu-central-1.");

    public static readonly DiagnosticDescriptor NoSuchSampledControl = new(
        "PE4173", "No findings of a control", "the report has no findings of a control '{0}'",
        DiagnosticSeverity.Error, "Name a control that policies decide, as the report names it: cis_v130/1.10.");

    public static readonly DiagnosticDescriptor NoSnapshotOfReport = new(
        "PE4174", "Report without its snapshots", "'{0}' is no pack, and no snapshot is named",
        DiagnosticSeverity.Error,
        "Name the snapshots that the report was made of behind it, or give a pack, which holds them.");

    public static readonly DiagnosticDescriptor PackIsWhole = new(
        "PE4175", "A pack holds its own rules", "a pack is checked by what it holds, and not by {0}",
        DiagnosticSeverity.Error, "Leave it out. To judge the snapshots by other rules, unpack them and evaluate.");

    public static readonly DiagnosticDescriptor PackExists = new(
        "PE4176", "Output exists already", "there is something of this name already, and no pack is ever replaced",
        DiagnosticSeverity.Error, "Give another --output, or move away what is there.");

    public static readonly DiagnosticDescriptor NotPacked = new(
        "PE4177", "Nothing was packed", "what cannot be used cannot be packed, and is not left out silently",
        DiagnosticSeverity.Error,
        "Put an intact copy in the place of each snapshot named above, or name the others one by one.");

    public static readonly DiagnosticDescriptor BinaryToTerminal = new(
        "PE4185", "A terminal cannot show it", "a report in the format '{0}' is no text, and would go to a terminal",
        DiagnosticSeverity.Error, "Write it to a file, as --format parquet=results.parquet does, or redirect it.");

    public static readonly DiagnosticDescriptor OptionWithoutEffect = new(
        "PE4180", "An option without effect",
        "{0} is about the format {1}, and no report of this run has that format", DiagnosticSeverity.Error,
        "Leave the option out, or ask for the format too: --format NAME or --format NAME=FILE, as often as needed.");

    public static readonly DiagnosticDescriptor Contradiction = new(
        "PE4181", "Options that contradict each other", "{0} leaves out what {1} asks for", DiagnosticSeverity.Error,
        "Choose one of them.");

    public static readonly DiagnosticDescriptor WrittenUnsaid = new(
        "PE4182", "Written, and not said", "this is written whole, and its digest is {0}", DiagnosticSeverity.Warning,
        "Only what standard output says of it is missing. Note the digest, and do not make it again.");

    public static readonly DiagnosticDescriptor NoReportOrPack = new(
        "PE4183", "No such report or pack", "there is no such file or folder", DiagnosticSeverity.Error,
        "Name a pack, or a JSON report of policyeval evaluate with its snapshots behind it.");

    public static readonly DiagnosticDescriptor InternalFault = new(
        "PE9002", "Internal fault", "the program failed ({0}: {1}); no result of this run counts",
        DiagnosticSeverity.Error, "This is a defect of policyeval: please report it with the command line.");
}
