using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Reads a document of kind PolicyTests.</summary>
internal sealed class TestReader
{
    private readonly DocumentScope _scope;
    private readonly PolicyFile _file;
    private readonly Policy? _policy;

    private TestReader(DocumentScope scope, PolicyFile file, Policy? policy)
    {
        _scope = scope;
        _file = file;
        _policy = policy;
    }

    /// <summary>The tests, or null where the policy does not exist. Every mistake is reported.</summary>
    public static PolicyTests? Read(PolicyFile file, DocumentHead head, PolicyLibrary library)
    {
        var (name, scope) = (head.Name, head.Spec.Scope);
        var policy = library.FindPolicy(name.Value);
        if (policy is null)
        {
            var names = library.Policies.Select(p => p.Name);
            scope.ReportName(PolicyDescriptors.UnknownPolicy, name, name.Value, names, name.Value);
        }
        var cases = new TestReader(scope, file, policy).ReadSpec(head.Spec);
        return policy is null ? null : new PolicyTests(policy, file, scope.At(name), cases);
    }

    private ImmutableArray<TestCase> ReadSpec(MappingReader spec)
    {
        var standard = new TestEvidence
        {
            Generated = ReadInstant(spec, "asOf") ?? TestEvidence.StandardTime,
            Base = spec.Mapping("row") is { } row ? ReadRow(row) : TestRow.Usual,
        };
        var result = ImmutableArray.CreateBuilder<TestCase>();
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var reader in spec.Mappings("cases"))
        {
            if (ReadCase(reader, standard) is not { } test)
                continue;
            if (!places.TryAdd(test.Name, test.Location))
                ReportDuplicate(test.Location, "case", test.Name, places[test.Name]);
            result.Add(test);
        }
        spec.Finish();
        return result.ToImmutable();
    }

    private TestCase? ReadCase(MappingReader reader, TestEvidence standard)
    {
        var name = reader.Text("name");
        var evidence = ReadEvidence(reader, standard);
        var sets = ReadParams(reader);
        var asOf = ReadInstant(reader, "asOf");
        var expected = ReadExpected(reader);
        var control = reader.OneOf<Outcome>("control");
        reader.Finish();
        return name is null
            ? null
            : new TestCase
            {
                Name = name.Value,
                Location = _scope.At(name),
                Evidence = evidence,
                Sets = sets,
                AsOf = asOf,
                Expected = expected,
                Control = control,
            };
    }

    private TestEvidence ReadEvidence(MappingReader reader, TestEvidence standard)
    {
        var (files, answers) = (ReadFiles(reader), ReadAnswers(reader));
        var result = standard with
        {
            Snapshot = ReadSnapshot(reader),
            HasReport = reader.OneOf<bool>("report") is not true && !files.Any(f => IsReport(f.Key)),
            HasRoot = reader.OneOf<bool>("root") is not true,
            Partition = TestForm.Partitions[reader.OneOf<int>("partition") ?? 0],
            Rows = ReadRows(reader),
            Without = [.. reader.Words("without").Select(column => column.Value)],
            Generated = ReadGenerated(reader, standard.Generated),
            Summary = ReadSummary(reader),
            Files = files,
            Answers = answers,
        };
        foreach (var file in files.Select(f => f.Key))
        {
            if (IsReport(file))
                ReportConflicts(reader, file, TestForm.ReportKeys);
            else if (file == EvidenceFiles.AccountSummary)
                ReportConflicts(reader, file, ["summary"]);
            else if (answers.Any(answer => answer.Key == file))
                ReportConflicts(reader, file, ["answers"]);
        }
        return result;
    }

    private static bool IsReport(string file) =>
        file is EvidenceFiles.CredentialReport or EvidenceFiles.CredentialReportAnswer;

    /// <summary>Reports every key that builds what a file gives as text.</summary>
    private void ReportConflicts(MappingReader reader, string file, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            if (reader.Peek(key) is { } node)
                _scope.Report(TestDescriptors.Conflict, node, key, file);
        }
    }

    private string? ReadSnapshot(MappingReader reader)
    {
        if (reader.Text("snapshot") is not { } path)
            return null;
        if (_file.IsBundled)
            _scope.Report(TestDescriptors.NoFolderOfTests, path);
        return path.Value;
    }

    private static ImmutableArray<TestRow>? ReadRows(MappingReader reader)
    {
        var rows = reader.Mappings("rows").Select(ReadRow).ToImmutableArray();
        if (reader.Mapping("row") is { } row)
            return [ReadRow(row)];
        return reader.Peek("rows") is null ? null : rows;
    }

    private static TestRow ReadRow(MappingReader reader)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in CredentialReportColumns.All)
        {
            if (reader.Text(column.Name) is { } text)
                cells.Add(column.Name, text.Value);
        }
        reader.Finish();
        return new TestRow(cells.ToImmutable());
    }

    private string? ReadGenerated(MappingReader reader, string? standard) =>
        reader.Text("generated") is { Value: TestForm.None }
            ? null
            : ReadInstant(reader, "generated") ?? standard;

    private string? ReadInstant(MappingReader reader, string key)
    {
        if (reader.Text(key) is not { } text)
            return null;
        if (InstantText.Parse(text.Value) is { } time)
            return Instants.ToText(time);
        _scope.Report(TestDescriptors.MalformedInstant, text, key, text.Value);
        return null;
    }

    private ImmutableArray<KeyValuePair<string, long>>? ReadSummary(MappingReader reader)
    {
        if (reader.Mapping("summary") is not { } summary)
            return null;
        var result = ImmutableArray.CreateBuilder<KeyValuePair<string, long>>();
        foreach (var name in SummaryFields.All)
        {
            if (summary.Number(name) is not { } value)
                continue;
            if (value.Number is { } number)
                result.Add(new(name, number));
            else
                _scope.Report(TestDescriptors.NotANumber, value.Scalar, name, value.Scalar.Value);
        }
        summary.Finish();
        return result.ToImmutable();
    }

    private static ImmutableArray<KeyValuePair<string, string>> ReadFiles(MappingReader reader)
    {
        if (reader.Mapping("files") is not { } files)
            return [];
        var result = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var name in EvidenceFiles.All.Select(f => f.Name))
        {
            if (files.Text(name) is { } text)
                result.Add(new(name, text.Value));
        }
        files.Finish();
        return result.ToImmutable();
    }

    private static ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> ReadAnswers(MappingReader reader)
    {
        if (reader.Mapping("answers") is not { } answers)
            return [];
        var result = ImmutableArray.CreateBuilder<KeyValuePair<string, ReadOnlyMemory<byte>>>();
        foreach (var file in AnswerForms.Files)
        {
            if (answers.Mapping(file.Name) is { } answer)
                result.Add(new(file.Name, AnswerReader.Read(answer, (MappingForm)file.Value)));
        }
        answers.Finish();
        return result.ToImmutable();
    }

    private ImmutableArray<string> ReadParams(MappingReader reader)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var (key, value) in reader.Entries("params"))
        {
            // Without the policy nobody knows its parameters; that it does not exist has been reported.
            if (reader.AsText(key.Value, value) is not { } text || _policy is null)
                continue;
            if (_policy.Param(key.Value) is not { } param)
            {
                var names = _policy.Params.Select(p => p.Name);
                _scope.ReportName(PolicyDescriptors.UnknownParam, key, key.Value, names, key.Value, _policy.Name);
            }
            else if (ParamText.Parse(param, text.Value) is null)
            {
                _scope.Report(PolicyDescriptors.BadParamValue, text, "value", param.Name, text.Value, param.Range);
            }
            else
            {
                result.Add($"{_policy.Name}.{param.Name}={text.Value}");
            }
        }
        return result.ToImmutable();
    }

    private ImmutableArray<TestExpectation> ReadExpected(MappingReader reader)
    {
        var result = ImmutableArray.CreateBuilder<TestExpectation>();
        var resources = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var item in reader.OneOrMany("expect"))
        {
            if (ReadExpectation(item) is not { } expected)
                continue;
            if (expected.Resource is { } name && !resources.TryAdd(name, expected.Location))
                ReportDuplicate(expected.Location, "expectation of", name, resources[name]);
            result.Add(expected);
        }
        return result.ToImmutable();
    }

    private TestExpectation? ReadExpectation(MappingReader reader)
    {
        var outcome = reader.OneOf<Outcome>("outcome");
        var result = new TestExpectation(_scope.At(reader.Node), outcome ?? Outcome.Error)
        {
            Resource = reader.Text("resource")?.Value,
            Reason = reader.Text("reason")?.Value,
            Message = reader.Text("message")?.Value,
            Violations = ReadNames(reader, "violations"),
            Evidence = ReadNames(reader, "evidence"),
            Missing = ReadNames(reader, "missing"),
        };
        reader.Finish();
        return outcome is null ? null : result;
    }

    /// <summary>A list of names; null where the key is missing, so that nothing is compared.</summary>
    private static ImmutableArray<string>? ReadNames(MappingReader reader, string key)
    {
        var names = reader.Texts(key).Select(text => text.Value).ToImmutableArray();
        return reader.Peek(key) is null ? null : names;
    }

    private void ReportDuplicate(Location location, string what, string name, Location earlier) =>
        _scope.Diagnostics.Report(PolicyDescriptors.DuplicateName, location, what, name, $"{earlier}");
}
