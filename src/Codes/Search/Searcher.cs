namespace CodingAhead.Codes.Search;

/// <summary>Finds codes by words, codes and ranges over the index inside a book. Thread-safe; make one for each book.</summary>
public sealed class Searcher(Book book)
{
    /// <summary>The book searched.</summary>
    public Book Book => book;

    /// <summary>Searches.</summary>
    public SearchResult Find(SearchQuery query) => new(query, CodeLookup.Find(book, query), null, []);
}
