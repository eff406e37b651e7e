namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// The text of <c>VERIFY.txt</c>: how anyone checks a snapshot with the tools of the operating system alone. The same
/// for all snapshots of an origin.
/// </summary>
public static class VerifyInstructions
{
    private const string Title =
        """
        HOW TO VERIFY THIS SNAPSHOT

        With policyeval:  policyeval verify FOLDER-OR-ZIP --trusted-key KEY.pub.pem

        """;

    private const string PackTitle =
        """
        HOW TO VERIFY THIS PACK

        With policyeval:  policyeval recheck PACK.zip --trusted-key KEY.pub.pem

        """;

    private const string Files =
        """
        Without it: run these commands in this folder (of a zip, unpack it first). macOS: shasum -a 256 for sha256sum.

        1. Nothing changed or lost: every line ends in OK.
            sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt
        2. Nothing added, which sha256sum does not see: these print nothing.
            { cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; echo tagmanifest-sha256.txt
              find . ! -type d ! -path './signatures/*' | cut -c3-; } | sort | uniq -u
            LC_ALL=C find . -name '*[!A-Za-z0-9._-]*'

        """;

    private const string Digest =
        """
        3. The snapshot digest, which every report names and which your notes should hold:

        """;

    private const string PackDigest =
        """
        3. The digest of the pack, which your notes should hold:

        """;

    private const string Rest =
        """
            sha256sum tagmanifest-sha256.txt
        4. The signature, if signatures/ holds any. KEYID is the name of its files. Take as KEY a copy of the signer's
           public key that reached you by another way: a key that lies beside a signature proves nothing.
            openssl pkey -pubin -in KEY -outform DER | sha256sum     # gives KEYID
            sed -n 's/.*"sig": "\(.*\)".*/\1/p' signatures/KEYID.dsse.json | base64 -d > "${TMPDIR:-/tmp}/KEYID.der"
            { printf 'DSSEv1 38 application/vnd.policyeval.tagmanifest %d ' "$(wc -c < tagmanifest-sha256.txt)"
              cat tagmanifest-sha256.txt; } | openssl dgst -sha256 -verify KEY -signature "${TMPDIR:-/tmp}/KEYID.der"
           It prints "Verified OK".

        Windows PowerShell, for steps 1 to 3 (the first two print nothing, the third the digest):
            Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { $hash, $path = $_ -split '  ', 2
              if ((Get-FileHash -LiteralPath $path).Hash -ne $hash) { "CHANGED OR MISSING: $path" } }
            $listed = Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { $_.Substring(66) }
            Get-ChildItem -Recurse -File -Force | Resolve-Path -Relative |
              ForEach-Object { $_.Substring(2).Replace('\', '/') } | Where-Object { $_ -notin $listed -and
              $_ -ne 'tagmanifest-sha256.txt' -and $_ -notlike 'signatures/*' }
            (Get-FileHash tagmanifest-sha256.txt).Hash.ToLower()

        What this proves: steps 1 to 3 that these are the files whose digest you noted; without a noted digest or a
        signature, anyone may have made them anew. A signature proves that who held the private key vouched for exactly
        these bytes. It does not prove when they signed, nor that the bytes came from AWS.

        """;

    private const string Collected =
        """
        In data/collection.jsonl, "sha256" and "bytes" are of each body as received. Where the line lists "redactions",
        the raw page is that body without these values, and its sha256 in the manifest is another one. The digest under
        "previous" in snapshot.json is that of the tagmanifest-sha256.txt of the account's snapshot before this one.
        To ask AWS itself: data/collection.jsonl has the request id of every call, and CloudTrail of the account keeps
        management events, read calls too, for 90 days. By a call's name and time (IAM's region is us-east-1,
        us-gov-west-1 or cn-north-1):
            aws cloudtrail lookup-events --region us-east-1 --start-time TIME --end-time TIME \
              --lookup-attributes AttributeKey=EventName,AttributeValue=GetCredentialReport \
              --query "Events[?contains(CloudTrailEvent, 'REQUEST-ID')].CloudTrailEvent" --output text

        """;

    private const string Asserted =
        """
        This evidence was gathered by hand. No program recorded where it came from: who vouches for it, and when they
        did, stands in snapshot.json under "assertion", in their own words.

        """;

    private const string Pack =
        """
        What is in it: data/results.json, the results; data/report.html, the same for people, which needs no network;
        data/snapshots, the evidence; data/policies and data/bundled, the rules that judged it, and where there were
        any data/settings, data/waivers, data/baseline and data/expected-accounts. pack.json says which file is what.
        A sealed snapshot is a zip with manifests and a VERIFY.txt of its own: unpack it, and the commands that the
        report gives for a cell run in its folder. Those for bare files run in the folder that holds them.
        "policyeval recheck PACK.zip" does all of it: it verifies the pack and every snapshot in it, looks every cell
        up that the results cite, and derives every result again from what is in the pack, by these rules.

        """;

    /// <summary>The text of a pack, with LF.</summary>
    public static string PackText() =>
        (PackTitle + Files + PackDigest + Rest + Pack).ReplaceLineEndings("\n");

    /// <summary>The text, with LF.</summary>
    /// <param name="isCollected">Whether the collector asked AWS; else somebody gathered the evidence by hand.</param>
    public static string Text(bool isCollected) =>
        (Title + Files + Digest + Rest + (isCollected ? Collected : Asserted)).ReplaceLineEndings("\n");
}
