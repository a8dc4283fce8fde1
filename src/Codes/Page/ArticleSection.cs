using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>An article of ours about one or more codes. Texts are Markdown without HTML and without links.</summary>
/// <param name="Title">In common language.</param>
/// <param name="Slug">Its address: <c>/articles/{slug}</c>.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Written">When.</param>
/// <param name="Reviewed">When it was last compared with the releases.</param>
/// <param name="Sources">What it rests on: publisher and document.</param>
/// <param name="Codes">The codes it is about.</param>
/// <param name="Summary">The opening paragraph.</param>
/// <param name="Sections">The rest by heading, in order.</param>
/// <param name="Source">Where it stands; null outside a code's page.</param>
public sealed record Article(
    string Title, string Slug, string Author, DateOnly Written, DateOnly Reviewed, IReadOnlyList<string> Sources, IReadOnlyList<CodeRef> Codes,
    string Summary, IReadOnlyList<ArticlePart> Sections, int? Source = null)
{
    /// <summary>Every article of a book by title, codes titled as on a date.</summary>
    public static IReadOnlyList<Article> All(Book book, DateOnly on) =>
        [.. Rows(book, Articles.All).Select(r => ArticleSection.Read(book, r, on)).OrderBy(a => a.Title, StringComparer.Ordinal)];

    /// <summary>The article of an address; null when the book has none.</summary>
    public static Article? Find(Book book, string slug, DateOnly on)
    {
        foreach (var row in Rows(book, Articles.All))
        {
            if (row["slug"] == slug) return ArticleSection.Read(book, row, on);
        }

        return null;
    }

    private static IEnumerable<Row> Rows(Book book, CodeKey key) => book.Rows(key, Articles.Table);
}

/// <summary>One section of an article.</summary>
/// <param name="Heading"><c>Indications</c>, <c>Procedure</c>, <c>After the procedure</c>, <c>Coding notes</c>, <c>Common errors</c>.</param>
/// <param name="Text">Markdown.</param>
public sealed record ArticlePart(string Heading, string Text);

/// <summary>The article of a code: on every date, of deleted codes too, since it says what became of them.</summary>
internal static class ArticleSection
{
    public static Article? Of(PageReader page)
    {
        foreach (var row in page.All(Articles.Table.Name)) return Read(page.Book, row, page.At) with { Source = page.Cite(row.Sources[^1]) };
        return null;
    }

    public static Article Read(Book book, Row row, DateOnly on)
    {
        var codes = List(row["codes"]).Select(c => ArticleFile.Code(c)!.Value);
        var (summary, sections) = Split(Articles.Unescape(row["text"]));
        return new Article(
            row["title"], row["slug"], row["author"], Date(row["written"]), Date(row["reviewed"]), List(row["sources"]),
            [.. codes.Select(c => new CodeRef(c.Set.Id(), c.Display, Titles.Of(book, c, on), Titles.Billable(book, c, on)))], summary, sections);
    }

    private static string[] List(string column) => Articles.Unescape(column).Split('\n');

    private static DateOnly Date(string column) => DateOnly.ParseExact(column, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (string Summary, List<ArticlePart> Sections) Split(string text)
    {
        var parts = ("\n" + text).Split("\n## ");
        return (parts[0].Trim(), [.. parts.Skip(1).Select(p => p.Split('\n', 2)).Select(p => new ArticlePart(p[0].Trim(), p.Length > 1 ? p[1].Trim() : ""))]);
    }
}
