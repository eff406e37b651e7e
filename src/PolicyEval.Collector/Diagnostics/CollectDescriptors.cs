namespace PolicyEval.Collector.Diagnostics;

/// <summary>
/// The ledger of PE42xx: what the program says besides what AWS answered. A number is never used again.
/// </summary>
internal static class CollectDescriptors
{
    public static readonly CollectDescriptor WrongUsage = Error(
        "PE4201", "Wrong usage of policyeval-collect", "{0}",
        "Run policyeval-collect --help to see its commands, options and examples.");

    public static readonly CollectDescriptor UnknownOption = Error(
        "PE4202", "Unknown option of policyeval-collect", "there is no option '{0}'",
        "Run the command with --help to see its options.");

    public static readonly CollectDescriptor UnknownCommand = Error(
        "PE4203", "Unknown command of policyeval-collect", "there is no command '{0}'",
        "Without a command it collects; 'policyeval-collect iam-policy' prints the permissions that this needs.");

    public static readonly CollectDescriptor OptionNeeds = Error(
        "PE4204", "An option that needs another one", "{0} needs {1}",
        "Give both, or neither. 'policyeval-collect --help' shows an example of each way to collect.");

    public static readonly CollectDescriptor OptionsExclude = Error(
        "PE4205", "Options that exclude each other", "{0} and {1} exclude each other",
        "Give one of the two. Accounts are given with --accounts, or AWS lists those of the organisation with "
        + "--organization; a trust policy (iam-policy --trust) is printed by itself.");

    public static readonly CollectDescriptor BadValue = Error(
        "PE4206", "A value that cannot be", "{0} takes {1}, not '{2}'",
        "Correct the value; nothing was sent to AWS.");

    public static readonly CollectDescriptor BadAccount = Error(
        "PE4207", "No account id", "'{0}' is no account id",
        "An id has twelve digits. A file has one a line; what follows # is a comment.");

    public static readonly CollectDescriptor AccountTwice = Warning(
        "PE4208", "An account twice", "the account {0} is named before; it is collected once",
        "Remove one of the two lines.");

    public static readonly CollectDescriptor NoAccounts = Error(
        "PE4209", "No accounts", "'{0}' names no account",
        "Write one twelve-digit id a line, or give the ids themselves: --accounts 111122223333,444455556666.");

    public static readonly CollectDescriptor AccountsUnreadable = Error(
        "PE4210", "The accounts cannot be read", "'{0}' is neither a list of ids nor a file that can be read: {1}",
        "Give a file of UTF-8 text, at most 1 MiB, or the ids separated by commas.");

    public static readonly CollectDescriptor OutputNotWritable = Error(
        "PE4211", "The output folder cannot be written", "'{0}' cannot be written: {1}",
        "Choose another folder with --output. Nothing was sent to AWS.");

    public static readonly CollectDescriptor BadSigningKey = Error(
        "PE4212", "The signing key cannot be used", "the key '{0}' cannot be used: {1}",
        "Make a key with 'policyeval keygen'; its passphrase is read from --passphrase-file or from the variable "
        + "POLICYEVAL_PASSPHRASE. Nothing was sent to AWS.");

    public static readonly CollectDescriptor NoIdentity = Error(
        "PE4213", "The credentials cannot be used", "AWS does not say who these credentials are: {0}",
        "Sign in, or name a profile with --profile; 'aws sts get-caller-identity' should answer with the same "
        + "environment. --region decides the partition.");

    public static readonly CollectDescriptor NoPopulation = Error(
        "PE4214", "The organisation's accounts are not known", "the organisation's accounts cannot be listed: {0}",
        "Run with credentials of the management account or of a delegated administrator that may call "
        + "organizations:ListAccounts, or name the accounts with --accounts.");

    public static readonly CollectDescriptor OutputFails = Error(
        "PE4215", "The result cannot be written", "the result cannot be written: {0}",
        "Look at the space and the permissions of the place. Snapshots that were named are whole.");

    public static readonly CollectDescriptor NoActiveAccount = Error(
        "PE4216", "The organisation has no active account",
        "the organisation has no active account that could be collected: AWS lists {0}",
        "Look at the list with 'aws organizations list-accounts', or name the accounts with --accounts. The list of "
        + "accounts itself was sealed.");

    public static readonly CollectDescriptor BadPassphrase = Error(
        "PE4217", "The passphrase file cannot be used", "the passphrase file '{0}' cannot be used: {1}",
        "Write the passphrase of the key into it, in UTF-8, on one line and nothing else, and give it with "
        + "--passphrase-file. Nothing was sent to AWS.");

    public static readonly CollectDescriptor InternalFault = Error(
        "PE9003", "Internal fault of policyeval-collect", "the program failed ({0}: {1})",
        "This is a defect of policyeval-collect: please report it with the command line. Snapshots that were named "
        + "are whole.");

    private static CollectDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, CollectSeverity.Error, help);

    private static CollectDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, CollectSeverity.Warning, help);
}
