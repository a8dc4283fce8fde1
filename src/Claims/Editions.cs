using System.Collections.Concurrent;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>Which edition of a data set answers a date: the one in force or the nearest earlier one; never a later one.</summary>
internal sealed class Editions(Book book)
{
    private readonly ConcurrentDictionary<(string, DateOnly), BookSource?> known = new();
    private readonly ConcurrentDictionary<BookSource, string> names = new();

    /// <summary>How an answer names an edition: <c>CMS ncci-ptp-practitioner 2024 Q3</c>.</summary>
    public string NameOf(BookSource file) => names.GetOrAdd(file, static f => $"{f.Publisher} {f.Dataset} {f.Edition}");

    /// <summary>The edition of a data set; null when none begins on or before the date.</summary>
    public BookSource? Of(string dataset, DateOnly on)
    {
        if (known.TryGetValue((dataset, on), out var edition)) return edition;
        if (known.Count > 65_536) known.Clear();
        return known.GetOrAdd((dataset, on), static (k, b) => FeeRow.Newest(b, k.Item1, k.Item2), book);
    }

    /// <summary>As <see cref="Of"/>, for a data set whose rows carry dates of their own: before its first edition that one answers, by those dates.</summary>
    public BookSource? Dated(string dataset, DateOnly on)
    {
        if (Of(dataset, on) is { } edition) return edition;
        if (known.TryGetValue((dataset, DateOnly.MaxValue), out var newest)) return newest;
        BookSource? first = null;
        foreach (var source in book.Sources)
        {
            if (source.Dataset == dataset && (first is null || source.From < first.From)) first = source;
        }

        return known.GetOrAdd((dataset, DateOnly.MaxValue), first);
    }
}
