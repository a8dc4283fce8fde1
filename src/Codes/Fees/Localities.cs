using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CodingAhead.Codes.Fees;

/// <summary>
/// Medicare payment localities on a date: from a ZIP code (CMS, ZIP5 file, by quarter) to contractor and locality, and from those to the geographic
/// indices (Addendum E of the physician fee schedule). A place that no file has is a distinct answer.
/// </summary>
public static class Localities
{
    // Parsed once a book and edition: a page with amounts of every locality asks for all of them.
    private static readonly ConditionalWeakTable<Book, ConcurrentDictionary<(int Edition, bool Stale), IReadOnlyList<Locality>>> Lists = [];
    private static readonly ConditionalWeakTable<Book, ConcurrentDictionary<int, IReadOnlyDictionary<string, int>>> ZipCounts = [];

    /// <summary>Every locality of the index file that answers the date, by state and name; none when no such file is loaded.</summary>
    public static IReadOnlyList<Locality> All(Book book, DateOnly on)
    {
        if (FeeRow.Newest(book, "gpci", on) is not { } edition) return [];
        return Lists.GetOrCreateValue(book).GetOrAdd((edition.Number, edition.To < on), _ =>
            [.. book.Keys(CodeSet.Locality).SelectMany(k => FeeRow.Of(book, "gpci", k, on).Select(r => Of(k, r)))
                .OrderBy(l => l.State, StringComparer.Ordinal).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Number, StringComparer.Ordinal)]);
    }

    /// <summary>A contractor and locality on a date; null when the index file does not have it.</summary>
    public static Locality? Of(Book book, string mac, string number, DateOnly on) =>
        CodeKey.TryParse(CodeSet.Locality, mac + number, out var key) && FeeRow.Of(book, "gpci", key, on) is [var row, ..] ? Of(key, row) : null;

    /// <summary>What the ZIP code file says of five digits (or nine, where the ZIP+4 file is loaded); null when it does not have them.</summary>
    public static ZipArea? Zip(Book book, string zip, DateOnly on)
    {
        if (!CodeKey.TryParse(CodeSet.Zip, zip, out var key) || FeeRow.Of(book, "zip", key, on) is not [var row, ..]) return null;
        return new ZipArea(zip, row["state"], row["carrier"], row["locality"], row["rural"], row["plusFour"] == "1" && zip.Length == 5, row.Stale, row.Source);
    }

    /// <summary>The locality of a place.</summary>
    public static Located Find(Book book, Place place, DateOnly on)
    {
        if (place.Error is { } error) return new Located(PlaceStatus.Unreadable, error, null, null);
        ZipArea? zip = null;
        if (place.Zip is { } five)
        {
            if (FeeRow.Newest(book, "zip", on) is null && FeeRow.Newest(book, "zip9", on) is null)
                return new Located(PlaceStatus.NoEdition, "No ZIP code file for this date or an earlier one is loaded.", null, null);
            zip = (place.PlusFour is { } four ? Zip(book, five + four, on) : null) ?? Zip(book, five, on);
            if (zip is null) return new Located(PlaceStatus.UnknownZip, "The ZIP code file that answers this date does not have this ZIP code, so it has no locality and no amount.", null, null);
        }

        if (FeeRow.Newest(book, "gpci", on) is null)
            return new Located(PlaceStatus.NoEdition, "No file of geographic indices for this date or an earlier one is loaded.", null, zip);
        return Of(book, zip?.Mac ?? place.Mac!, zip?.Number ?? place.Number!, on) is { } found
            ? new Located(PlaceStatus.Found, null, found, zip)
            : new Located(PlaceStatus.UnknownLocality, "The file of geographic indices that answers this date does not have this contractor and locality.", null, zip);
    }

    /// <summary>How many five-digit ZIP codes the file that answers the date gives to each locality, by contractor and number (<c>0610216</c>).</summary>
    public static IReadOnlyDictionary<string, int> ZipCodes(Book book, DateOnly on)
    {
        if (FeeRow.Newest(book, "zip", on) is not { } edition) return new Dictionary<string, int>();
        return ZipCounts.GetOrCreateValue(book).GetOrAdd(edition.Number, _ =>
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var key in book.Keys(CodeSet.Zip))
            {
                if (key.Code.Length != 5) continue;
                foreach (var row in FeeRow.Of(book, "zip", key, on))
                {
                    var locality = row["carrier"] + row["locality"];
                    counts[locality] = counts.GetValueOrDefault(locality) + 1;
                }
            }

            return counts;
        });
    }

    private static Locality Of(CodeKey key, FeeRow row) => new(
        key.Code[..5], key.Code[5..], row["state"], row["name"], row.Number("work") ?? 0, row.Number("pe") ?? 0, row.Number("mp") ?? 0, row["floor"] == "yes", row.Stale, row.Source);
}
