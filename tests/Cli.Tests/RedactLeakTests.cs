using System.Text.Json;
using CodingAhead.Text.Tests.Redact;

namespace CodingAhead.Cli.Tests;

/// <summary>Doors that change where temporary files go run by themselves.</summary>
[CollectionDefinition("temporary files", DisableParallelization = true)]
public sealed class TemporaryFiles;

/// <summary>Every way of the command line into redaction: whatever is not the answer (messages, manifests, files that were left behind) has no value of a note.</summary>
[Collection("temporary files")]
public sealed class RedactLeakTests : IDisposable
{
    private readonly string work = Directory.CreateTempSubdirectory("door-").FullName;
    private readonly string temporary = Directory.CreateTempSubdirectory("door-tmp-").FullName;
    private readonly string? before = Environment.GetEnvironmentVariable("TMPDIR");

    public RedactLeakTests() => Environment.SetEnvironmentVariable("TMPDIR", temporary);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TMPDIR", before);
        Directory.Delete(work, recursive: true);
        Directory.Delete(temporary, recursive: true);
    }

    [Fact]
    public Task Invented_notes_leave_no_trace_beside_the_answer() => WalkAsync(GoldNotes.Ours);

    [Fact]
    public Task Notes_of_the_corpora_leave_no_trace_beside_the_answer() => WalkAsync(GoldNotes.OfMirror(12));

    private async Task WalkAsync(IReadOnlyList<GoldNote> notes)
    {
        foreach (var note in notes)
        {
            Directory.CreateDirectory(Path.Combine(work, "in"));
            var inputs = note.Forms().Append(("txt", note.Text)).ToList();
            foreach (var (kind, content) in inputs) await File.WriteAllTextAsync(Path.Combine(work, "in", "n." + kind), content);
            var line = JsonSerializer.Serialize(new { id = note.Id, text = note.Text });
            await Quiet(note, "redact --jsonl", line + "\n" + line[..^3] + "\n", answer: true);
            await Quiet(note, "redact in --out out --column note --manifest proof", "", answer: false);
            foreach (var (kind, content) in inputs)
            {
                var how = kind == "csv" ? "redact --csv --column note" : "redact";
                await Quiet(note, $"{how} in/n.{kind}", "", answer: true);
                await Quiet(note, how, content, answer: true);
                await Quiet(note, kind == "csv" ? how : how + " --manifest proof.json", content, answer: true);
                // Refused: broken off, binary, another policy's file.
                await Quiet(note, how, content[..(content.Length / 2)] + "\0", answer: kind == "csv");
                await Quiet(note, how, content[..^3], answer: true);
                await Quiet(note, $"{how} --policy in/n.{kind}", content, answer: false);
                await Quiet(note, $"{how} --known in/n.{kind}", content, answer: true);
            }

            // What is there now: what was put there, the answers and their proofs.
            foreach (var path in Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(work, path).Replace('\\', '/');
                Assert.True(name.StartsWith("in/n.", StringComparison.Ordinal) || name.StartsWith("out/n.", StringComparison.Ordinal) || name == "proof.json", name);
                if (name.Contains("proof", StringComparison.Ordinal)) Assert.Empty(note.In(await File.ReadAllTextAsync(path)));
            }

            Assert.Empty(Directory.EnumerateFileSystemEntries(temporary));
            Directory.Delete(Path.Combine(work, "in"), recursive: true);
            if (Directory.Exists(Path.Combine(work, "out"))) Directory.Delete(Path.Combine(work, "out"), recursive: true);
        }
    }

    private async Task Quiet(GoldNote note, string command, string input, bool answer)
    {
        var ran = await Ran.RunAsync(command.Split(' '), input, work, []);
        Assert.True(!note.In(ran.Error).Any(), $"{note.Id}: {command}");
        if (!answer) Assert.Equal("", ran.Out);
    }
}
