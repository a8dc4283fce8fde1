using System.Diagnostics.CodeAnalysis;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Books;

/// <summary>
/// The book in use. Looks once a second whether its file was replaced and then swaps to the new one between two requests; a damaged new file
/// is refused with a line in the log and the old book goes on serving. A book that was swapped out is unmapped when no request reads it
/// any more, and not before <see cref="Grace"/> is over.
/// </summary>
public sealed partial class BookHolder : IDisposable
{
    /// <summary>How long a book that was swapped out stays mapped at least.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly string path;
    private readonly string? starterPath;
    private readonly TimeProvider clock;
    private readonly ILogger<BookHolder> log;
    private readonly Lock gate = new();
    private readonly List<(OpenBook Book, long Since)> retired = [];
    private readonly ITimer timer;
    private OpenBook current;
    private Stamp stamp;

    /// <summary>Opens the book, or builds and opens the starter book when there is none. Throws <see cref="BookException"/> when the file there is damaged.</summary>
    public BookHolder(SiteOptions options, TimeProvider clock, ILogger<BookHolder> log)
    {
        (this.clock, this.log) = (clock, log);
        path = Path.GetFullPath(options.Book);
        stamp = Stamp.Of(path);
        if (stamp.Exists)
        {
            current = new OpenBook(Checked(path));
        }
        else
        {
            starterPath = Path.GetFullPath(options.StarterBook);
            current = new OpenBook(Starter(starterPath));
            NoBook(log, path, starterPath);
        }

        Serving(log, current.Book.Path, current.Version, current.Book.KeyCount);
        timer = clock.CreateTimer(static state => ((BookHolder)state!).Look(), this, Every, Every);
    }

    /// <summary>The book in use now. Only for a moment: what reads it for longer calls <see cref="Take"/>.</summary>
    public OpenBook Current => Volatile.Read(ref current);

    /// <summary>Books that were swapped out and are still mapped.</summary>
    internal int Retired
    {
        get
        {
            lock (gate) return retired.Count;
        }
    }

    /// <summary>The book in use, held for a request.</summary>
    public BookInUse Take()
    {
        // The grace period covers the instant between reading the reference and entering.
        var book = Volatile.Read(ref current);
        book.Enter();
        return new BookInUse(book);
    }

    /// <summary>Looks whether the file was replaced, and swaps. Runs every second by itself; returns whether it swapped.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The book is disposed by Release.")]
    public bool Look()
    {
        if (!gate.TryEnter()) return false;
        try
        {
            Release();
            var now = Stamp.Of(path);
            if (now == stamp) return false;
            stamp = now;
            if (!now.Exists) return false;
            var next = new OpenBook(Checked(path));
            var old = Interlocked.Exchange(ref current, next);
            retired.Add((old, clock.GetTimestamp()));
            Serving(log, next.Book.Path, next.Version, next.Book.KeyCount);
            return true;
        }
        catch (Exception e) when (e is BookException or IOException or UnauthorizedAccessException)
        {
            Refused(log, e.Message, current.Version);
            return false;
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            foreach (var (book, _) in retired) book.Book.Dispose();
            retired.Clear();
            if (current.Readers == 0) current.Book.Dispose();
        }
    }

    private void Release()
    {
        foreach (var old in retired.Where(r => r.Book.Readers == 0 && clock.GetElapsedTime(r.Since) > Grace).ToList())
        {
            old.Book.Book.Dispose();
            retired.Remove(old);
        }
    }

    // The whole file is checked, not only its header: a wrong offset in a damaged section would be read outside the file.
    private static Book Checked(string path)
    {
        var book = Book.Open(path);
        if (book.Verify() is { Count: > 0 } damaged)
        {
            book.Dispose();
            throw new BookException(path, $"it is damaged: {string.Join(", ", damaged)}");
        }

        return book;
    }

    private Book Starter(string path)
    {
        try
        {
            BookCompiler.Build(new BuildOptions { Output = path, Lexicon = LexiconStore.Make }, clock);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process is building the same; the one there will do.
        }

        return Checked(path);
    }

    [LoggerMessage(LogLevel.Information, "Serving the book {Path}, version {Version}, {Keys} keys.")]
    private static partial void Serving(ILogger log, string path, string version, int keys);

    [LoggerMessage(LogLevel.Warning, "There is no book at {Path}: serving the starter book {Starter} until there is one.")]
    private static partial void NoBook(ILogger log, string path, string starter);

    [LoggerMessage(LogLevel.Error, "The new book is refused, version {Version} goes on serving: {Reason}")]
    private static partial void Refused(ILogger log, string reason, string version);

    // The time of birth tells a file renamed into place from the one before it even when length and time of writing agree.
    private readonly record struct Stamp(bool Exists, long Length, DateTime Written, DateTime Born)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(true, file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : default;
        }
    }
}

/// <summary>The book that one request reads from its first to its last byte.</summary>
public sealed class BookInUse(OpenBook book) : IDisposable
{
    private int left;

    /// <summary>The book.</summary>
    public OpenBook Open => book;

    /// <summary>The book of a request.</summary>
    public static OpenBook Of(HttpContext context) => context.Features.Get<BookInUse>()!.Open;

    /// <summary>Lets it go.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref left, 1) == 0) book.Leave();
    }
}
