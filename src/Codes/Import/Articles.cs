using System.Globalization;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Our own articles about codes (<c>content/*.md</c>, embedded): one row for each code of an article, all with the same text, which the book
/// therefore holds once, and one under <see cref="All"/>. Each fact they state is compared with the releases by a test.
/// </summary>
public sealed class Articles : IImporter
{
    /// <summary>An article. Lists and lines inside a column are separated by <see cref="Escape">escaped</see> line breaks; codes are <c>set:code</c>.</summary>
    public static readonly Table Table = new("article", "slug", "title", "author", "written", "reviewed", "codes", "sources", "text") { Snapshot = false };

    /// <summary>The register key under which every article lies, whatever its codes.</summary>
    public static readonly CodeKey All = CodeKey.Of(CodeSet.Register, "ARTICLE");

    /// <summary>The embedded files.</summary>
    public static IReadOnlyList<ReleaseFile> Files { get; } = Embedded.Under("content/");

    /// <inheritdoc/>
    public string Name => "article";

    /// <inheritdoc/>
    public string Publisher => "CodingAhead";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables { get; } = [Table];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Path.StartsWith("content/", StringComparison.Ordinal) && probe.FirstLines[0] == ArticleFile.Fence;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var article = ArticleFile.Read(file);
        // Not of a year: what an article says holds while its facts do, and its date of review is shown with it.
        sink.Edition(new EditionDates(StarterImporter.Dataset, "articles", new DateOnly(2000, 1, 1), DateOnly.MaxValue));
        sink.Row()
            .Column(article.Slug).Column(article.Title).Column(article.Author).Column(Date(article.Written)).Column(Date(article.Reviewed))
            .Column(Escape(string.Join('\n', article.Codes))).Column(Escape(string.Join('\n', article.Sources))).Column(Escape(article.Text));
        // The same record under each key: its text is interned once.
        foreach (var key in article.Codes.Append(All)) sink.End(Table, key, 1, from: Day.Unknown, to: Day.Open);
    }

    /// <summary>A text on one line: a line break becomes <c>\n</c>, a backslash <c>\\</c>, since a row's columns hold neither line breaks nor tabs.</summary>
    public static string Escape(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>The text as it was before <see cref="Escape"/>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) plain.Append(text[i]);
            else plain.Append(text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
