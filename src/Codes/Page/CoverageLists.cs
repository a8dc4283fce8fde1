using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>The whole lists of which a page shows the beginning, so that a door can page through them.</summary>
public static class CoverageLists
{
    /// <summary>
    /// The diagnoses of an article's group in the order of the article; empty for an unknown article, version or group.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="article">Its key, <c>A</c> and its number in <see cref="CodeSet.Coverage"/>.</param>
    /// <param name="verdict"><c>covered</c> or <c>noncovered</c>.</param>
    /// <param name="group">The group's number.</param>
    /// <param name="on">The date of service, which chooses the version.</param>
    public static IReadOnlyList<CodeKey> Diagnoses(Book book, CodeKey article, string verdict, string group, DateOnly on)
    {
        var rows = book.Rows(article, McdDiagnoses.Diagnoses).Where(r => r["list"] == verdict && r["group"] == group).ToList();
        var version = Version(book, article, on) ?? Newest(rows);
        return Codes(rows.Where(r => r["version"] == version), CodeSet.Icd10Cm);
    }

    /// <summary>Every procedure that an article whose version on the date accepts the diagnosis names, in order of code.</summary>
    public static IReadOnlyList<CodeKey> Procedures(Book book, CodeKey diagnosis, DateOnly on)
    {
        var procedures = new SortedSet<CodeKey>();
        foreach (var article in book.Rows(diagnosis, McdDiagnoses.Diagnosis).Where(r => r["list"] == "covered").GroupBy(r => r["document"]))
        {
            if (!CodeKey.TryParse(CodeSet.Coverage, article.Key, out var key)) continue;
            var version = Version(book, key, on) ?? Newest(article);
            if (version is not null && article.Any(r => r["version"] == version)) procedures.UnionWith(Procedures(book, key, version));
        }

        return [.. procedures];
    }

    /// <summary>The procedures that a version of a document names.</summary>
    internal static IReadOnlyList<CodeKey> Procedures(Book book, CodeKey document, string version) =>
        Codes(book.Rows(document, McdProcedures.Procedures).Where(r => r["version"] == version), CodeSet.None);

    /// <summary>The version of a document that holds on a date, or else the one that begins last; null when its versions are not loaded.</summary>
    internal static string? Version(Book book, CodeKey document, DateOnly on)
    {
        var versions = book.Rows(document, McdDocuments.Document).ToList();
        if (versions.Count == 0) return null;
        var held = versions.Where(r => r.Holds(on)).ToList();
        return held.Count > 0 ? Newest(held) : versions.MaxBy(r => r.From ?? DateOnly.MinValue)["version"];
    }

    private static string? Newest(IEnumerable<Row> rows) =>
        rows.Select(r => r["version"]).MaxBy(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);

    private static List<CodeKey> Codes(IEnumerable<Row> rows, CodeSet set)
    {
        var codes = new List<CodeKey>();
        foreach (var text in rows.SelectMany(r => r["codes"].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (set == CodeSet.None ? ProcedureCodes.TryParse(text, out var key) : CodeKey.TryParse(set, text, out key)) codes.Add(key);
        }

        return codes;
    }
}
