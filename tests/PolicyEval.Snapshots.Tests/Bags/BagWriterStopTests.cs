using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>The writer stopped at every step: by a failing disk, by the user, by a kill.</summary>
public sealed class BagWriterStopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_writer_killed_at_any_step_leaves_a_whole_bag_or_none_that_is_accepted(BagForm form)
    {
        var steps = StepsOf(form);
        var whole = 0;
        for (var step = 1; step <= steps; step++)
        {
            var target = Target(form, step);
            var result = BagWriter.Write(
                SampleBag.Sealed, target, form, new StoppingDisk(step, isKilled: true), CancellationToken.None);

            Assert.False(result.IsWritten, $"step {step}");
            Assert.Equal("PE6071", result.Diagnostics[0].Id);
            foreach (var left in Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(target)!))
                Assert.Equal("", Accepted(left));

            // The next run is not held up by what the killed one left, and does not touch it.
            var before = Contents(Path.GetDirectoryName(target)!);
            var again = BagWriter.Write(SampleBag.Sealed, target, form);
            whole += again.IsWritten ? 1 : 0;
            if (again.IsWritten)
                Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(target).Digest);
            else
                Assert.Equal("PE6070", Assert.Single(again.Diagnostics).Id);
            Assert.Superset(before, Contents(Path.GetDirectoryName(target)!));
        }

        // Only a zip's name is taken before it is given: killed in between, an empty file keeps it.
        Assert.Equal(form == BagForm.Zip ? steps - 1 : steps, whole);
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_failure_at_any_step_leaves_nothing(BagForm form)
    {
        var steps = StepsOf(form);
        for (var step = 1; step <= steps; step++)
        {
            var target = Target(form, step);
            var disk = new StoppingDisk(step, isKilled: false, new IOException("full", 28));
            var result = BagWriter.Write(SampleBag.Sealed, target, form, disk, CancellationToken.None);

            Assert.False(result.IsWritten, $"step {step}");
            var only = Assert.Single(result.Diagnostics);
            Assert.Equal("PE6071", only.Id);
            Assert.Equal("there is no space left on the disk", Assert.Single(only.Arguments));
            Assert.Empty(Contents(Path.GetDirectoryName(target)!));
        }
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_failure_removes_the_folders_above_that_it_made_and_no_others(BagForm form)
    {
        var mine = Path.GetDirectoryName(Target(form, 0))!;
        var target = Path.Combine(mine, "out", "444455556666", SampleBag.Name + ".zip");
        var steps = StepsOf(form);
        for (var step = 1; step <= steps; step++)
        {
            var disk = new StoppingDisk(step, isKilled: false, new IOException("full", 28));
            var result = BagWriter.Write(SampleBag.Sealed, target, form, disk, CancellationToken.None);

            Assert.Equal("PE6071", Assert.Single(result.Diagnostics).Id);
            Assert.Empty(Contents(mine));
        }

        Assert.True(Directory.Exists(mine));
    }

    [Fact]
    public void A_folder_above_in_which_somebody_else_wrote_meanwhile_stays()
    {
        var mine = Path.GetDirectoryName(Target(BagForm.Folder, 0))!;
        var account = Path.Combine(mine, "out", "444455556666");
        var disk = new StoppingDisk(failingStep: 4, isKilled: false)
        {
            BeforeStep = step =>
            {
                if (step == 3)
                    File.WriteAllText(Path.Combine(account, "theirs"), "");
            },
        };
        var result = BagWriter.Write(
            SampleBag.Sealed, Path.Combine(account, SampleBag.Name), BagForm.Folder, disk, CancellationToken.None);

        Assert.Equal("PE6071", Assert.Single(result.Diagnostics).Id);
        Assert.Equal([Path.Combine(account, "theirs")], Directory.GetFiles(mine, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void A_user_who_cancels_at_any_step_finds_the_whole_bag_or_nothing(BagForm form)
    {
        var steps = StepsOf(form);
        var written = 0;
        for (var step = 1; step <= steps; step++)
        {
            using var cancellation = new CancellationTokenSource();
            var at = step;
            var disk = new StoppingDisk(failingStep: 0, isKilled: false)
            {
                BeforeStep = now =>
                {
                    if (now == at)
                        cancellation.Cancel();
                },
            };
            var target = Target(form, step);
            var result = BagWriter.Write(SampleBag.Sealed, target, form, disk, cancellation.Token);
            if (result.IsWritten)
            {
                written++;
                Assert.Equal(SampleBag.Sealed.Digest, SampleBag.Check(target).Digest);
                continue;
            }

            Assert.Equal("PE6073", Assert.Single(result.Diagnostics).Id);
            Assert.Empty(Contents(Path.GetDirectoryName(target)!));
        }

        Assert.InRange(written, 1, 2);
    }

    [Fact]
    public void What_cannot_be_removed_is_named()
    {
        var target = Target(BagForm.Folder, 1);
        var disk = new StoppingDisk(6, isKilled: true);
        var result = BagWriter.Write(SampleBag.Sealed, target, BagForm.Folder, disk, CancellationToken.None);

        Assert.Equal("PE6071", result.Diagnostics[0].Id);
        Assert.All(result.Diagnostics.Skip(1), d => Assert.Equal("PE6072", d.Id));
        Assert.Contains(result.Diagnostics, d => d.Id == "PE6072" && d.Arguments[0] == SampleBag.Name + ".partial");
        Assert.All(result.Diagnostics, d => Assert.DoesNotContain(_folder.Path, d.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Of_many_writers_for_one_target_exactly_one_wins(BagForm form)
    {
        for (var round = 0; round < 20; round++)
        {
            var target = Target(form, round);
            var bags = Enumerable.Range(0, 8)
                .Select(i => SampleBag.Content(SampleBag.File("data/users.json", $"{{\"writer\": {i}}}\n")).Seal())
                .ToArray();
            var results = new BagWriteResult[bags.Length];
            var threads = bags.Select((bag, i) => new Thread(() => results[i] = BagWriter.Write(bag, target, form))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());

            var winner = Assert.Single(results, result => result.IsWritten);
            Assert.Equal(winner.Digest, SampleBag.Check(target).Digest);
            Assert.All(
                results.Where(result => !result.IsWritten),
                result => Assert.Equal("PE6070", Assert.Single(result.Diagnostics).Id));
            Assert.Equal(target, Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(target)!)));
        }
    }

    [Fact]
    public void A_folder_that_comes_up_at_the_last_moment_is_not_replaced()
    {
        var target = Target(BagForm.Folder, 1);
        var steps = StepsOf(BagForm.Folder);
        var disk = new StoppingDisk(failingStep: 0, isKilled: false)
        {
            BeforeStep = step =>
            {
                if (step == steps)
                    Directory.CreateDirectory(target);
            },
        };
        var result = BagWriter.Write(SampleBag.Sealed, target, BagForm.Folder, disk, CancellationToken.None);

        Assert.Equal("PE6070", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(Directory.EnumerateFileSystemEntries(target));
        Assert.Equal(target, Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(target)!)));
    }

    private static string Accepted(string path) =>
        path.EndsWith(".partial", StringComparison.Ordinal) || BagReader.IsBag(path) ? SampleBag.Check(path).Digest : "";

    private static HashSet<string> Contents(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)];

    private int StepsOf(BagForm form)
    {
        var disk = new StoppingDisk(failingStep: 0, isKilled: false);
        Assert.True(BagWriter.Write(SampleBag.Sealed, Target(form, -1), form, disk, CancellationToken.None).IsWritten);
        return disk.Steps;
    }

    private string Target(BagForm form, int number)
    {
        var parent = Directory.CreateDirectory(Path.Combine(_folder.Path, $"{form}{number}")).FullName;
        return Path.Combine(parent, form == BagForm.Zip ? SampleBag.Name + ".zip" : SampleBag.Name);
    }
}
