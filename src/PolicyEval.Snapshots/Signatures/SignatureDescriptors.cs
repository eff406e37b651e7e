using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// The ledger of what can be wrong with signatures: PE610x those of a snapshot, PE611x the keys of the user.
/// </summary>
public static class SignatureDescriptors
{
    private const string GetAgain =
        "Get the snapshot again from where it is archived, or let the signer sign again: policyeval sign.";

    /// <summary>A file that is neither envelope nor key.</summary>
    public static SnapshotDescriptor UnknownFile { get; } = Error("PE6100", "Unknown file beside signatures",
        "This is neither <keyid>.dsse.json nor <keyid>.pub.pem.",
        "Only signatures and their keys lie here. Remove what was added after the snapshot was sealed.");

    /// <summary>An envelope without key, or a key without envelope.</summary>
    public static SnapshotDescriptor HalfSignature { get; } = Error("PE6101", "Half a signature",
        "The file {0} that belongs to it is missing.", GetAgain);

    /// <summary>JSON that is no envelope.</summary>
    public static SnapshotDescriptor NotAnEnvelope { get; } = Error("PE6102", "Not a signature envelope",
        "This is no signature envelope: expected {0}.", GetAgain);

    /// <summary>Bytes that policyeval would not write.</summary>
    public static SnapshotDescriptor NotCanonical { get; } = Error("PE6103", "Changed signature file",
        "From here on the file differs from the one form that this {0} has.", GetAgain);

    /// <summary>A signature over something else.</summary>
    public static SnapshotDescriptor OtherPayload { get; } = Error("PE6104", "Signature over something else",
        "What was signed is not tagmanifest-sha256.txt of this snapshot.",
        "The signature belongs to another snapshot, or the tag manifest was changed. " + GetAgain);

    /// <summary>A signature that the key did not make.</summary>
    public static SnapshotDescriptor WrongSignature { get; } = Error("PE6105", "Wrong signature",
        "The key did not sign these bytes.", GetAgain);

    /// <summary>A key id that is not the file's name.</summary>
    public static SnapshotDescriptor OtherKeyId { get; } = Error("PE6106", "Key id is not the file name",
        "The {0} is {1}, not what the file's name says.", GetAgain);

    /// <summary>A limit.</summary>
    public static SnapshotDescriptor TooMany { get; } = Error("PE6107", "Signatures too many or too long",
        "There are more than {0} {1}.", GetAgain);

    /// <summary>A snapshot that somebody changed between its verification and its signature.</summary>
    public static SnapshotDescriptor ChangedMeanwhile { get; } = Error("PE6108", "Snapshot changed meanwhile",
        "The snapshot is not the one that was verified a moment ago: nothing was signed.",
        "Find out who changes it, verify it, and sign again.");

    /// <summary>A key or passphrase file that gives nothing.</summary>
    public static SnapshotDescriptor UnreadableFile { get; } = Error("PE6110", "Key file cannot be read",
        "This key or passphrase file cannot be read: {0}.",
        "Check the path and who may read it. 'policyeval keygen NAME' makes a key.");

    /// <summary>A file without PEM.</summary>
    public static SnapshotDescriptor NotPem { get; } = Error("PE6111", "Not PEM",
        "The file holds no PEM block (-----BEGIN ...-----).",
        "A key file is PEM text; 'openssl pkey -inform DER' converts the binary form.");

    /// <summary>Two keys in one file.</summary>
    public static SnapshotDescriptor SeveralBlocks { get; } = Error("PE6112", "Several PEM blocks",
        "A second PEM block begins here, and nobody says which of them counts.",
        "Give each key a file of its own.");

    /// <summary>PEM of something else.</summary>
    public static SnapshotDescriptor WrongPem { get; } = Error("PE6113", "Another kind of PEM",
        "Expected {0}, found {1}.",
        "NAME.key.pem signs, NAME.pub.pem is trusted. 'openssl x509 -pubkey -noout' takes the key out of a "
        + "certificate.");

    /// <summary>Another algorithm or curve.</summary>
    public static SnapshotDescriptor NotP256 { get; } = Error("PE6114", "Not a P-256 key",
        "This is no key of ECDSA over the named curve P-256.",
        "Signatures are ECDSA P-256 with SHA-256: 'policyeval keygen NAME' makes such a key.");

    /// <summary>A passphrase that does not open the key.</summary>
    public static SnapshotDescriptor WrongPassphrase { get; } = Error("PE6115", "Passphrase does not open the key",
        "The passphrase is not that of this key, or the key is damaged or of a kind that is not read.",
        "Check --passphrase-file or POLICYEVAL_PASSPHRASE; 'openssl pkey -in KEY -noout' asks for it as well.");

    /// <summary>A private key in the clear.</summary>
    public static SnapshotDescriptor NotEncrypted { get; } = Error("PE6116", "Private key in the clear",
        "Expected {0}, found {1}: no passphrase protects this key.",
        "Encrypt it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW; then destroy the old file.");

    /// <summary>No passphrase.</summary>
    public static SnapshotDescriptor NoPassphrase { get; } = Error("PE6117", "No passphrase",
        "A passphrase is needed, and none is given.",
        "Set the environment variable POLICYEVAL_PASSPHRASE, or name a file with --passphrase-file.");

    /// <summary>A file that holds no passphrase.</summary>
    public static SnapshotDescriptor BadPassphrase { get; } = Error("PE6118", "Not a passphrase",
        "The file does not hold exactly one line of UTF-8 text.",
        "Write the passphrase into it, and nothing else; a line end at the end does not count.");

    /// <summary>A private key that other users may read.</summary>
    public static SnapshotDescriptor OpenToOthers { get; } = new("PE6119", "Private key open to others",
        "Other users of this machine can read or change the private key.", SnapshotSeverity.Warning,
        "Take their access away: chmod 600 KEY.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        UnknownFile, HalfSignature, NotAnEnvelope, NotCanonical, OtherPayload, WrongSignature, OtherKeyId, TooMany,
        ChangedMeanwhile,
        UnreadableFile, NotPem, SeveralBlocks, WrongPem, NotP256, WrongPassphrase, NotEncrypted, NoPassphrase,
        BadPassphrase, OpenToOthers,
    ];

    private static SnapshotDescriptor Error(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Error, help);
}
