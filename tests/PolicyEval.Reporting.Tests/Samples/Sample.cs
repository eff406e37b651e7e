using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Results made by hand, of invented accounts.</summary>
internal sealed record Sample(RunHeader Header, ImmutableArray<Finding> Findings, RunFooter Footer)
{
    /// <summary>The findings, under their fingerprints.</summary>
    public ImmutableArray<Finding> Findings { get; init; } =
        [.. Findings.Select(finding => finding with { Fingerprint = Fingerprint.Of(finding.Policy, finding.Resource) })];

    public const string Account = "111122223333";
    public const string File = "credential-report.csv";

    private static readonly DiagnosticDescriptor CutReport = new(
        "PE6042", "Report looks cut", "The report of account {0} has no root row", DiagnosticSeverity.Warning,
        "Collect the credential report again.");

    public static string Digest { get; } = new('a', 64);

    public static Sample Empty { get; } = new(
        HeaderOf([], []), [], FooterOf([], [], exitCode: 0));

    public static Sample Normal { get; } = MakeNormal();

    public static Sample Hostile { get; } =
        HostileNamed("[red]\u001b[31mx\u202e\u2066nimda\u0007\r\n1.4  PASS\u2028\u0085 <b>\"'&|😀漢字\ud800");

    public static Sample Errors { get; } = MakeErrors();

    /// <summary>The names of all samples.</summary>
    public static string[] Names { get; } = ["Empty", "Normal", "Hostile", "Errors", "Sealed", "Asserted", "Gated", "Few", "Many"];

    /// <summary>A waiver of every state, as a run sorts them.</summary>
    private static ImmutableArray<WaiverResult> Waivers =>
    [
        WaiverOf("break-glass") with { Waived = 1, Matched = 1, DaysLeft = 351 },
        WaiverOf("done") with { DaysLeft = 351, IsUnused = true },
        WaiverOf("next-year") with { State = WaiverState.NotYetEffective, EffectiveFrom = "2027-01-01T00:00:00Z", Expires = "2027-06-01T00:00:00Z" },
        WaiverOf("of-others") with { DaysLeft = 351, IsInScope = false },
        WaiverOf("past") with { State = WaiverState.Expired, Matched = 2, Expires = "2026-01-01T00:00:00Z", RequestedBy = "dave" },
        WaiverOf("soon") with { Matched = 1, DaysLeft = 1, ExpiresSoon = true, Expires = "2026-01-15T00:00:00Z" },
        WaiverOf("timeless") with { State = WaiverState.Unjudged, Matched = 1 },
    ];

    public static WaiverResult WaiverOf(string name) => new()
    {
        Name = name,
        File = "waivers/mfa.yaml",
        Line = 3,
        Policies = ["user-mfa"],
        Accounts = [Account],
        Resources = ["user-01"],
        Owner = "security team",
        ApprovedBy = "carol",
        ApprovedOn = "2025-12-01",
        Justification = "Sealed hardware token",
        Ticket = "SEC-1",
        EffectiveFrom = "2025-12-02T00:00:00Z",
        Expires = "2026-12-31T00:00:00Z",
        State = WaiverState.Active,
        IsInScope = true,
    };

    /// <summary>The normal result with a baseline, of snapshots of which only one is fresh.</summary>
    public static Sample Gated { get; } = Normal with
    {
        Header = Normal.Header with
        {
            Baseline = new InputFile("accepted.json", new string('9', 64)),
            Options = Normal.Header.Options with { Freshness = new Freshness("36h", "2026-01-11T12:00:00Z") },
            Snapshots =
            [
                Normal.Header.Snapshots[0] with { Age = new EvidenceAge(129_600, IsTooOld: false), Label = new SnapshotLabel(File, $"{File}#1") },
                Normal.Header.Snapshots[0] with { Age = new EvidenceAge(216_061, IsTooOld: true), Label = new SnapshotLabel(File, $"{File}#2"), Digest = new string('b', 64) },
                Normal.Header.Snapshots[0] with { Age = new EvidenceAge(null, IsTooOld: true), Label = new SnapshotLabel("other", "other"), Name = "other", Digest = new string('c', 64) },
            ],
        },
        Findings =
        [
            .. Normal.Findings.Select((finding, i) => finding.Outcome == Outcome.Fail
                ? finding with { Baseline = i % 3 == 0 ? BaselineState.New : BaselineState.Known }
                : finding),
        ],
        Footer = Normal.Footer with { GateFailures = 5, KnownFailures = 7 },
    };

    public string Write(string format, ReportStyle? style = null, ReportOptions? options = null) =>
        System.Text.Encoding.UTF8.GetString(WriteBytes(format, style, options));

    public byte[] WriteBytes(string format, ReportStyle? style = null, ReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        WriteTo(format, stream, style, options);
        return stream.ToArray();
    }

    public void WriteTo(string format, Stream stream, ReportStyle? style = null, ReportOptions? options = null)
    {
        var sink = ReportFormats.Find(format)!.Create(stream, style ?? ReportStyle.Plain, options ?? ReportOptions.Default);
        sink.Begin(Header);
        foreach (var finding in Findings)
            sink.Add(finding);
        sink.End(Footer);
        (sink as IDisposable)?.Dispose();
    }

    public static Sample Named(string name) => name switch
    {
        "Empty" => Empty,
        "Normal" => Normal,
        "Hostile" => Hostile,
        "Errors" => Errors,
        "Sealed" => SealedBy(new SealReference
        {
            IsCollected = true,
            At = "2026-01-10T00:00:00Z",
            IsComplete = false,
            Signatures = [new SignatureReference(new string('a', 64), IsTrusted: true)],
        }),
        "Asserted" => SealedBy(new SealReference
        {
            IsCollected = false,
            At = "2026-01-10T00:00:00Z",
            AssertedBy = "the audit team",
            IsComplete = true,
        }),
        "Gated" => Gated,
        "Few" => OrganizationSample.Few,
        "Many" => OrganizationSample.Many,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>The normal result over a snapshot that is sealed.</summary>
    public static Sample SealedBy(SealReference seal) => Normal with
    {
        Header = Normal.Header with { Snapshots = [Normal.Header.Snapshots[0] with { Seal = seal }] },
    };

    public static RunHeader HeaderOf(ImmutableArray<PolicyReference> policies, ImmutableArray<string> accounts) => new()
    {
        ToolVersion = "0.1.0",
        Options = new RunOptions(["cis_v130"], [], null, [], null, Strict: false),
        Snapshots =
        [
            new SnapshotReference
            {
                Name = "credential-report.csv",
                Digest = Digest,
                Account = accounts is [var only] ? only : "",
                Accounts = accounts,
                Partition = accounts.IsEmpty ? "" : "aws",
                Sources = [new SourceReference(File, File, Digest, 512, 2, "given")],
            },
        ],
        Frameworks =
        [
            new FrameworkReference(
                "cis_v130", "CIS Amazon Web Services Foundations Benchmark", "1.3.0", new string('f', 64), "bundled"),
        ],
        Policies = policies,
    };

    public static RunFooter FooterOf(
        ImmutableArray<ControlResult> controls, ImmutableArray<Finding> findings, int exitCode) => new()
        {
            Controls = controls,
            Diagnostics = [],
            Findings = findings.Aggregate(OutcomeCounts.None, (c, f) => c.Add(f.Outcome, f.Waiver is not null)),
            GateFailures = findings.Count(f => f.Outcome == Outcome.Fail && f.Waiver is null),
            ExitCode = exitCode,
        };

    public static Finding FindingOf(string policy, string control, string id, Outcome outcome) => new()
    {
        Policy = policy,
        Title = policy,
        Controls = [$"cis_v130/{control}"],
        Snapshot = Digest,
        Resource = new ResourceReference("aws.iam.user", id, $"arn:aws:iam::{Account}:user/{id}", Account),
        Outcome = outcome,
        Severity = Severity.Medium,
        Fingerprint = "",
    };

    public static ControlResult ControlOf(string id, string title, Outcome outcome, params Outcome[] findings) => new()
    {
        Framework = "cis_v130",
        Id = id,
        Title = title,
        Section = "IAM",
        Levels = [1],
        Assessment = "automated",
        Outcome = outcome,
        Counts = findings.Aggregate(OutcomeCounts.None, (counts, each) => counts.Add(each)),
        Severity = findings.Length == 0 ? null : Severity.Medium,
        Policies = findings.Length == 0 ? [] : ["a-policy"],
    };

    public static EvidenceCell CellOf(int line, int column, string field, string value) =>
        new(File, Digest, line, column, field, value);

    private static Sample MakeNormal()
    {
        var root = FindingOf("root-access-key-absent", "1.4", "<root_account>", Outcome.Fail) with
        {
            Title = "No access key of the root user",
            Resource = new ResourceReference(
                "aws.iam.root", "<root_account>", $"arn:aws:iam::{Account}:root", Account),
            Severity = Severity.High,
            Reason = "ActiveKey",
            Message = "An access key of the root user is active.",
            Violations = [new Violation("ActiveKey", "An access key of the root user is active.")],
            Evidence = [CellOf(2, 151, "access_key_1_active", "true")],
            Trace =
            [
                new RuleTrace(
                    RuleRole.Validation, "ActiveKey",
                    "Fails because root.access_key_1_active is true (credential-report.csv:2:151).",
                    [
                        new TraceRow(0, "!root.access_key_1_active && !root.access_key_2_active", "false"),
                        new TraceRow(1, "!root.access_key_1_active", "false"),
                        new TraceRow(2, "root.access_key_1_active", "true")
                        {
                            Note = "credential-report.csv:2:151 access_key_1_active = true",
                        },
                        new TraceRow(1, "!root.access_key_2_active", "") { Skipped = SkipReason.Decided },
                    ]),
            ],
        };
        ImmutableArray<Finding> users =
        [
            FindingOf("user-mfa", "1.10", "alice", Outcome.Pass) with
            {
                Evidence = [CellOf(3, 120, "mfa_active", "true")],
            },
            .. Enumerable.Range(1, 12).Select(n => FindingOf("user-mfa", "1.10", $"user-{n:00}", Outcome.Fail) with
            {
                Reason = "NoMfa",
                Message = "The user has a password and no MFA device.",
                Violations = [new Violation("NoMfa", "The user has a password and no MFA device.")],
                Evidence = [CellOf(3 + n, 118, "password_enabled", "true"), CellOf(3 + n, 140, "mfa_active", "false")],
                Waiver = n == 1
                    ? new WaiverReference("break-glass", "security team", "Sealed hardware token", "2026-12-31T00:00:00Z")
                    : null,
            }),
            FindingOf("user-mfa", "1.10", "odd", Outcome.Incomplete) with
            {
                Reason = "MissingEvidence",
                Message = "The evidence does not tell whether MFA is on.",
                Missing =
                [
                    new MissingEvidence(File, "mfa_active", "not_supported", "aws iam get-credential-report")
                    {
                        Cell = CellOf(16, 139, "mfa_active", "not_supported"),
                    },
                ],
            },
        ];
        var param = new ParamReference("maxAgeDays", "int", "30", "90") { Source = "--set" };
        ImmutableArray<Finding> rotation =
        [
            FindingOf("access-key-rotation", "1.14", "bob", Outcome.Pass) with
            {
                Message = "The key is 12 days old.",
                Params = [param],
                Evidence = [CellOf(3, 160, "access_key_1_active", "true"), CellOf(3, 165, "access_key_1_last_rotated", "2026-01-01T00:00:00+00:00")],
            },
        ];
        var header = HeaderOf(
            [
                new PolicyReference("root-access-key-absent", "No access key of the root user", Severity.High, new string('1', 64), "bundled", [])
                {
                    Controls = ["cis_v130/1.4"],
                    Resource = "aws.iam.root",
                    File = "policies/iam/root-access-key-absent.yaml",
                    Line = 4,
                    Guide = new PolicyGuide
                    {
                        Description = "The root user has no access key at all.\n\nA second paragraph\nof two lines.",
                        Rationale = "No policy limits the root user.",
                        Audit = "Find the row of <root_account>:\n  1. access_key_1_active is false.",
                        Console = "Sign in as root and delete the key.",
                        Cli = "aws iam delete-access-key --access-key-id AKIA...",
                        References = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"],
                    },
                    Rules =
                    [
                        new RuleReference(RuleRole.Validation, "ActiveKey", "!root.access_key_1_active && !root.access_key_2_active", 40),
                    ],
                },
                new PolicyReference("access-key-rotation", "Keys are rotated", Severity.Medium, new string('2', 64), "bundled", [param])
                {
                    Controls = ["cis_v130/1.14"],
                },
            ],
            [Account]);
        var projected = header.Snapshots[0] with
        {
            GeneratedTime = "2026-01-10T00:00:00Z",
            AsOf = "2026-01-13T00:00:00Z",
            Projected = true,
        };
        header = header with
        {
            Snapshots = [projected],
            Options = header.Options with { AsOf = "2026-01-13T00:00:00Z", Sets = ["access-key-rotation.maxAgeDays=30"] },
        };
        ImmutableArray<Finding> findings = [root, .. users, .. rotation];
        ImmutableArray<ControlResult> controls =
        [
            ControlOf("1.1", "Maintain current contact details", Outcome.Manual) with
            {
                Assessment = "manual",
                Needs = "the account's contact page",
            },
            ControlOf("1.4", "Ensure no root user account access key exists", Outcome.Fail, Outcome.Fail) with
            {
                Severity = Severity.High,
                Policies = ["root-access-key-absent"],
            },
            ControlOf("1.8", "Ensure IAM password policy requires minimum length of 14 or greater", Outcome.NotAssessed) with
            {
                Needs = "account-password-policy.json",
                Command = "aws iam get-account-password-policy",
            },
            ControlOf("1.9", "Ensure IAM password policy prevents password reuse", Outcome.NotAssessed) with
            {
                Needs = "account-password-policy.json",
                Command = "aws iam get-account-password-policy",
            },
            ControlOf(
                "1.10",
                "Ensure multi-factor authentication (MFA) is enabled for all IAM users that have a console password",
                Outcome.Fail,
                [.. users.Select(f => f.Outcome)]) with
            {
                Counts = users.Aggregate(OutcomeCounts.None, (c, f) => c.Add(f.Outcome, f.Waiver is not null)),
            },
            ControlOf("1.14", "Ensure access keys are rotated every 90 days or less", Outcome.Pass, Outcome.Pass),
        ];
        header = header with
        {
            Settings = new InputFile("policies/policyeval.yaml", new string('8', 64)),
            Policies =
            [
                header.Policies[0] with { Severity = Severity.Low, StandardSeverity = Severity.High, SeveritySource = "policies/policyeval.yaml:9" },
                .. header.Policies[1..],
                header.Policies[1] with
                {
                    Params = [param with { Value = "365", Source = "policies/policyeval.yaml:12" }],
                    Accounts = ["444455556666", "444455556667", "444455556668", "444455556669", "444455556670"],
                },
            ],
        };
        header = header with { WaiverFiles = [new InputFile("waivers/mfa.yaml", new string('7', 64))] };
        return new Sample(header, findings, FooterOf(controls, findings, exitCode: 1) with { Waivers = Waivers });
    }

    /// <summary>A failure in which everything that may be named has one name.</summary>
    public static Sample HostileNamed(string name)
    {
        var finding = FindingOf("hostile", "1.4", name, Outcome.Fail) with
        {
            Reason = "[/]",
            Message = $"User {name} fails.",
            Violations = [new Violation("[/]", $"User {name} fails."), new Violation("Second", "{0} %s")],
            Evidence = [CellOf(2, 1, "user", name), CellOf(2, 9, "empty", ""), CellOf(2, 10, "long", new string('x', 400))],
            Trace = [new RuleTrace(RuleRole.Validation, name, name, [new TraceRow(0, name, name) { Note = name }])],
        };
        var control = ControlOf("1.4", $"Title [bold]{name}", Outcome.Fail, Outcome.Fail) with { Policies = ["hostile"] };
        var policy = new PolicyReference("hostile", name, Severity.High, new string('1', 64), name, [])
        {
            Controls = ["cis_v130/1.4"],
            Resource = name,
            File = name,
            Line = 1,
            Guide = new PolicyGuide
            {
                Description = name,
                Rationale = name,
                Audit = name,
                Console = name,
                Cli = name,
                Iac = name,
                References = [name, "javascript:alert(1)"],
            },
            Rules = [new RuleReference(RuleRole.MatchCondition, name, name, 1)],
        };
        var header = HeaderOf([policy], [Account, "\u001b]0;title\u0007"]);
        var waiver = WaiverOf("w") with { Owner = name, ApprovedBy = name, Ticket = name, File = name, Justification = name };
        return new Sample(header, [finding], FooterOf([control], [finding], exitCode: 1) with { Waivers = [waiver] });
    }

    private static Sample MakeErrors()
    {
        ImmutableArray<Finding> findings =
        [
            FindingOf("crashes", "1.12", "alice", Outcome.Error) with { Reason = "EvaluationError", Message = "division by zero" },
            FindingOf("gap", "1.13", "<root_account>", Outcome.Incomplete) with
            {
                Reason = "MissingEvidence",
                Message = "No row for the root user.",
                Missing = [new MissingEvidence(File, "access_key_1_active", "no row for root", "aws iam get-credential-report")],
            },
            .. Enumerable.Range(1, 3).Select(n => FindingOf("ages", "1.13", $"user-{n}", Outcome.Incomplete) with
            {
                Reason = "MissingEvidence",
                Message = "asOf: no time is known",
                Missing = [new MissingEvidence("credential-report.json", "asOf", "no time is known", "aws iam get-credential-report")],
            }),
            FindingOf("loose", "9.9", "carol", Outcome.Pass) with { Controls = [] },
        ];
        var footer = FooterOf(
            [
                ControlOf("1.12", "Ensure credentials unused for 90 days or greater are disabled", Outcome.Error, Outcome.Error),
                ControlOf("1.13", "Ensure there is only one active access key", Outcome.Incomplete, Outcome.Incomplete),
            ],
            findings,
            exitCode: 2);
        footer = footer with
        {
            Diagnostics =
            [
                Diagnostic.Create(CutReport, Location.InFile(File), Account),
                Diagnostic.Create(CutReport, Location.At(File, 3, 7) with { Field = "user" }, "444455556666"),
            ],
        };
        var loose = new PolicyReference(
            "loose", "A rule of our own", Severity.Low, new string('3', 64), "rules/loose.yaml", []);
        return new Sample(HeaderOf([loose], []), findings, footer);
    }
}
