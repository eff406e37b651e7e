using System.Collections.Immutable;

namespace PolicyEval.Cli.Commands;

/// <summary>The examples of the help, by command.</summary>
internal static class Examples
{
    public static ImmutableArray<string> Of(string command) => command switch
    {
        "evaluate" =>
        [
            "policyeval evaluate credential-report.csv",
            "policyeval evaluate snapshot/ --format console --format json=report.json",
            "policyeval evaluate snapshot/ --failures-only",
            "policyeval evaluate snapshots/ --quiet --format console --format html=report.html",
            "policyeval evaluate snapshot/ --format sarif=audit.sarif --sarif-profile github",
            "policyeval evaluate credential-report.csv --as-of 2026-01-31T00:00:00Z",
            "policyeval evaluate snapshot/ --set access-key-rotation.maxAgeDays=30",
            "policyeval evaluate snapshot/ --policies my-policies --policy my-rule",
            "policyeval evaluate snapshot/ --waivers waivers/",
            "policyeval evaluate snapshot/ --baseline accepted.json",
            "policyeval evaluate snapshots/ --expected-accounts accounts.csv",
            "policyeval evaluate snapshot/ --max-age 36h --now 2026-01-31T09:30:00Z",
            "aws iam get-credential-report | policyeval evaluate - --fail-on high",
        ],
        "report" =>
        [
            "policyeval report report.json --verbose",
            "policyeval report report.json --format html=report.html",
            "policyeval report report.json --format csv=controls.csv --csv-view controls",
        ],
        "pack" =>
        [
            "policyeval pack snapshots/111122223333/2026-01-31T093000Z --output handover.zip",
            "policyeval pack snapshots/ --waivers waivers/ --output handover.zip --sign-key keys/audit.key.pem",
        ],
        "recheck" =>
        [
            "policyeval recheck handover.zip --trusted-key audit.pub.pem",
            "policyeval recheck report.json snapshots/111122223333/2026-01-31T093000Z",
            "policyeval recheck report.json snapshot/ --policies my-policies --waivers waivers/",
        ],
        "sample" =>
        [
            "policyeval sample report.json --control 1.10 --size 25 --seed 7 > sample.csv",
        ],
        "explain" =>
        [
            "policyeval explain snapshot/ --policy access-key-rotation",
            "policyeval explain snapshot/ --policy access-key-rotation --resource alice",
            "policyeval explain snapshot/ --policy root-access-key-absent --format json",
        ],
        "diff" =>
        [
            "policyeval diff snapshots/111122223333/2026-01-30T093000Z snapshots/111122223333/2026-01-31T093000Z",
            "policyeval diff yesterday.json today.json --fail-on new",
            "policyeval diff old/ new/ --framework cis_v130 --format console --format markdown=changes.md",
        ],
        "period" =>
        [
            "policyeval period snapshots/ --from 2026-01-01 --to 2026-03-31",
            "policyeval period snapshots/ --from 2026-01-01 --to 2026-03-31 --format json=first-quarter.json",
        ],
        "compile" =>
        [
            "policyeval compile --target sql --dialect duckdb --as-of-column generated_time > policies.sql",
            "policyeval compile --target sql --dialect athena --table audit.credential_reports --as-of 2026-01-31",
            "policyeval compile --target sql --dialect duckdb --policy access-key-rotation --absent-column "
                + "additional_credentials_info",
        ],
        "check" =>
        [
            "policyeval check",
            "policyeval check my-policies",
            "policyeval check --waivers waivers/",
            "policyeval check my-policies --format console --format sarif=check.sarif",
        ],
        "test" =>
        [
            "policyeval test",
            "policyeval test my-policies --coverage --min-coverage 100",
            "policyeval test my-policies --policy my-rule --case \"old key\"",
            "policyeval test my-policies --format console --format junit=tests.xml",
        ],
        "list" =>
        [
            "policyeval list",
            "policyeval list --policies my-policies",
            "policyeval list --framework cis_v700",
            "policyeval list --framework cis_v700 --format json",
        ],
        "coverage" =>
        [
            "policyeval coverage",
            "policyeval coverage --framework cis_v130",
            "policyeval coverage --framework aws_fsbp --framework pci_dss_v4 --format json",
        ],
        "show" =>
        [
            "policyeval show root-access-key-absent",
            "policyeval show 1.4",
            "policyeval show cis_v130/1.4",
            "policyeval show cis_v130",
            "policyeval show aws.iam.user",
        ],
        "waiver" or "new" =>
        [
            "policyeval waiver new 7f3a91 --report report.json > waivers/legacy-backup.yaml",
            "policyeval waiver new access-key-rotation legacy-backup --account 111122223333",
        ],
        "schema" =>
        [
            "policyeval schema > policy.schema.json",
            "policyeval schema report",
        ],
        "verify" =>
        [
            "policyeval verify snapshots/111122223333/2026-01-31T093000Z --trusted-key audit.pub.pem",
            "policyeval verify 2026-01-31T093000Z.zip --chain snapshots/111122223333",
            "policyeval verify 2026-01-31T093000Z.zip --format json",
        ],
        "seal" =>
        [
            "policyeval seal credential-report.csv --asserted-by \"audit team\" --asserted-at 2026-01-31T09:30:00Z",
            "policyeval seal evidence/ --asserted-by \"audit team\" --asserted-at 2026-01-31T09:30:00Z --zip",
        ],
        "sign" =>
        [
            "policyeval sign snapshots/111122223333/2026-01-31T093000Z --key audit.key.pem",
            "policyeval sign 2026-01-31T093000Z.zip --key audit.key.pem --passphrase-file passphrase.txt",
        ],
        "keygen" =>
        [
            "policyeval keygen audit --passphrase-file passphrase.txt",
        ],
        _ =>
        [
            "policyeval evaluate credential-report.csv",
            "policyeval show 1.4",
            "policyeval evaluate --help",
        ],
    };
}
