using System.Xml;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Compiles releases into a book: reads every file with the importer that recognises it, leaves out releases with errors, settles which
/// edition holds when, merges what several editions say alike, derives the reverse tables and the search index, and writes the file.
/// The same files and the same clock give the same bytes.
/// </summary>
public static class BookCompiler
{
    /// <summary>
    /// Builds. Errors in releases are in the report; throws <see cref="IOException"/> when the book cannot be written (the old one then stays)
    /// and when another build writes to the same place.
    /// </summary>
    public static BuildReport Build(BuildOptions options, TimeProvider clock, IProgress<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        using var output = BookOutput.Claim(options.Output);
        var pool = new StringPool();
        var reads = Read(options, pool, progress, cancel);
        LeaveOutBrokenReleases(reads);
        progress?.Report(new BuildProgress("Settling editions", 0, 0, null));
        var editions = EditionCalendar.Settle(reads, pool);
        progress?.Report(new BuildProgress("Merging editions", 0, 0, null));
        var content = Merge.Run(reads, editions, pool, options.Accepted, cancel);
        progress?.Report(new BuildProgress("Writing the book", 0, 0, null));
        var bytes = BookWriter.Write(output, content, options, clock.GetUtcNow(), progress, cancel);
        var files = reads.Select(r => new FileReport(
            r.File.Path, r.Outcome, r.Importer?.Name, r.Sink?.CurrentEdition, r.Outcome == FileOutcome.Read ? r.Rows : 0,
            r.Outcome == FileOutcome.Read ? r.Sink?.Withheld ?? 0 : 0, r.Message, r.Sink?.Notes ?? [])).ToList();
        return new BuildReport(files, content.Keys.Length, content.Facts.Count, content.Pairs.Length, bytes, clock.GetElapsedTime(began));
    }

    private static List<FileRead> Read(BuildOptions options, StringPool pool, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var reads = new List<FileRead>();
        foreach (var ours in StarterImporter.Files.Concat(Articles.Files).Concat(DiseaseNames.Files)) reads.Add(new FileRead(ours, null));
        if (options.Releases is not null)
        {
            progress?.Report(new BuildProgress("Listing releases", 0, 0, options.Releases));
            foreach (var file in ReleaseDirectory.Scan(options.Releases, e => reads.Add(new FileRead(new ReleaseFile(e.File, "", 0, () => Stream.Null), e)), cancel))
                reads.Add(new FileRead(file, null));
        }

        var done = 0;
        var todo = reads.Where(r => r.Outcome != FileOutcome.Refused).OrderByDescending(r => r.File.Length).ToList();
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(todo, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancel },
            read =>
            {
                ReadOne(read, pool, options.Accepted, cancel);
                progress?.Report(new BuildProgress("Reading releases", Interlocked.Increment(ref done), todo.Count, read.File.Path));
            });
        return reads;
    }

    private static void ReadOne(FileRead read, StringPool pool, Licence accepted, CancellationToken cancel)
    {
        try
        {
            var probe = new FileProbe(read.File);
            read.Importer = Importers.All.FirstOrDefault(i => i.Recognises(probe));
            if (read.Importer is null)
            {
                read.Outcome = FileOutcome.Unrecognised;
                return;
            }

            read.Sink = new FactSink(read.File, pool, accepted);
            read.Importer.Read(read.File, read.Sink, cancel);
            read.Rows = read.Sink.Facts.Count + read.Sink.Pairs.Count;
            if (read.Sink.CurrentEdition is null) throw read.File.Error(0, "no edition", "an edition in the content or the names");
        }
        catch (ReleaseFormatException e)
        {
            read.Refuse(e.Message);
        }
        catch (XmlException e)
        {
            read.Refuse($"{read.File.Path}, line {e.LineNumber}: {e.Message}");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or UnauthorizedAccessException)
        {
            read.Refuse($"{read.File.Path}: cannot be read ({e.Message})");
        }
    }

    // A release is an archive, or the files of one edition, or, when a file is too broken to say, its importer's files in one folder.
    private static void LeaveOutBrokenReleases(List<FileRead> reads)
    {
        foreach (var broken in reads.Where(r => r.Outcome == FileOutcome.Refused).ToList())
        {
            var name = $"left out because {broken.File.Path} of the same release has an error";
            foreach (var other in reads.Where(r => r.Outcome == FileOutcome.Read && SameRelease(broken, r)))
            {
                other.Outcome = FileOutcome.LeftOut;
                other.Message = name;
            }
        }
    }

    private static bool SameRelease(FileRead broken, FileRead other)
    {
        if (broken.Archive is not null && broken.Archive == other.Archive) return true;
        if (broken.Importer is null || other.Sink?.CurrentEdition is not { } edition) return false;
        return broken.Sink?.CurrentEdition is { } b
            ? b.Dataset == edition.Dataset && b.Label == edition.Label
            : broken.Importer == other.Importer && broken.Folder == other.Folder;
    }
}

/// <summary>A file on its way through a build.</summary>
internal sealed class FileRead
{
    public FileRead(ReleaseFile file, ReleaseFormatException? error)
    {
        File = file;
        var bang = file.Path.IndexOf('!', StringComparison.Ordinal);
        Archive = bang < 0 ? null : file.Path[..bang];
        var disk = Archive ?? file.Path;
        Folder = disk[..Math.Max(0, disk.LastIndexOf('/'))];
        if (error is not null) Refuse(error.Message);
    }

    public ReleaseFile File { get; }

    public string? Archive { get; }

    public string Folder { get; }

    public IImporter? Importer { get; set; }

    public FactSink? Sink { get; set; }

    public FileOutcome Outcome { get; set; }

    /// <summary>Rows and pairs read; the sink itself is emptied on the way into the book.</summary>
    public int Rows { get; set; }

    public string? Message { get; set; }

    public EditionDates Edition => Sink!.CurrentEdition!.Value;

    public void Refuse(string message)
    {
        Outcome = FileOutcome.Refused;
        Message = message;
    }
}
