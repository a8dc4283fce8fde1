using CodingAhead.Claims;
using CodingAhead.Claims.Payment;
using CodingAhead.Codes;
using CodingAhead.Codes.Browse;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Search;
using CodingAhead.Site.News;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Books;

/// <summary>
/// A book that is being served, its searcher, and the number of requests that read it: it may only be unmapped when no request does,
/// as a read of unmapped memory ends the process.
/// </summary>
public sealed class OpenBook
{
    private readonly Dictionary<CodeSet, int> counts = [];
    private int readers;

    /// <summary>Takes over a book.</summary>
    public OpenBook(Book book)
    {
        Book = book;
        Searcher = new Searcher(book);
        News = new KeptChanges(book);
        Browser = new CodeBrowser(book);
        Checker = new ClaimChecker(book);
        Pricer = new ClaimPricer(book);
        Detector = new Detector(book);
        Version = book.Version;
        Editions = [.. CodeSets.Searchable.Select(s => (s, book.CoverageOf(s))).Where(e => e.Item2.Count > 0)
            .Select(e => new SetEditions(e.s, [.. e.Item2.OrderByDescending(c => c.From).ThenBy(c => c.Edition, StringComparer.Ordinal)], e.Item2.Max(c => c.To)))];
        // A key may hold an article or a fee alone; a code is one that some release or our own list knows.
        foreach (var set in CodeSets.Searchable) counts[set] = book.Keys(set).Count(k => book.Find(k, DateOnly.MinValue).Status != CodeStatus.UnknownCode);
        Starter = book.Sources.Where(s => s.Dataset == StarterImporter.Dataset).Select(s => s.Number).ToHashSet();
    }

    /// <summary>The book.</summary>
    public Book Book { get; }

    /// <summary>Searches it.</summary>
    public Searcher Searcher { get; }

    /// <summary>What its editions changed.</summary>
    public KeptChanges News { get; }
    /// <summary>Walks its trees.</summary>
    public CodeBrowser Browser { get; }

    /// <summary>Judges claims by it.</summary>
    public ClaimChecker Checker { get; }

    /// <summary>Prices claims by it.</summary>
    public ClaimPricer Pricer { get; }

    /// <summary>Reads notes by its codes.</summary>
    public Detector Detector { get; }

    /// <summary>Changes when its content does.</summary>
    public string Version { get; }

    /// <summary>The sets of which the book holds complete lists, and when.</summary>
    public IReadOnlyList<SetEditions> Editions { get; }

    /// <summary>Numbers of the sources that are our own.</summary>
    public IReadOnlySet<int> Starter { get; }

    /// <summary>Requests reading it now.</summary>
    public int Readers => Volatile.Read(ref readers);

    /// <summary>How many codes of a set the book knows, of all times and headings included.</summary>
    public int CountOf(CodeSet set) => counts.GetValueOrDefault(set);

    /// <summary>Sets whose newest edition is over on a date.</summary>
    public IEnumerable<SetEditions> OverOn(DateOnly on) => Editions.Where(e => on > e.Last);

    internal void Enter() => Interlocked.Increment(ref readers);

    internal void Leave() => Interlocked.Decrement(ref readers);
}

/// <summary>The editions of a code set in a book, newest first, and the last day that any of them holds for.</summary>
public sealed record SetEditions(CodeSet Set, IReadOnlyList<Coverage> All, DateOnly Last);
