using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Page;

/// <summary>Gathers a locality's page from the book. Pure, as <see cref="CodePageBuilder"/>.</summary>
public static class LocalityPageBuilder
{
    /// <summary>The page of a place's locality on a date of service; one that is not found has its status and reason.</summary>
    public static LocalityPage Build(Book book, Place place, DateOnly on)
    {
        var located = Localities.Find(book, place, on);
        var at = located.Locality;
        var (mac, number) = (at?.Mac ?? located.Zip?.Mac ?? place.Mac ?? "", at?.Number ?? located.Zip?.Number ?? place.Number ?? "");
        if (at is null) return new LocalityPage { Mac = mac, Locality = number, On = on, Status = located.StatusId, Because = located.Because };
        var reader = new PageReader(book, at.Key, on, on);
        if (at.Stale) reader.Over(at.Source.File);
        var indices = reader.Cite(at.Source);
        var page = new LocalityPage
        {
            Mac = mac,
            Locality = number,
            On = on,
            Status = located.StatusId,
            Zip = located.Zip is { } z ? new ZipLine(z.Zip, z.State, z.Rural.Length > 0 ? z.Rural : null, z.Spans, z.Source.File.Edition, z.Stale, Cite(reader, z.Source, z.Stale)) : null,
            Name = at.Name,
            State = at.State,
            Edition = at.Source.File.Edition,
            Stale = at.Stale,
            Counties = FeeRow.Of(book, "locality-county", at.Key, on) is [var c, ..] ? new LocalityCounties(c["area"], c["counties"], c.Stale, PaymentSection.Cite(reader, c)) : null,
            ZipCodes = FeeRow.Newest(book, "zip", on) is { } zips ? new ZipCount(Localities.ZipCodes(book, on).GetValueOrDefault(mac + number), zips.Edition, zips.To < on) : null,
            Indices =
            [
                new("work", at.Work, Meaning(at.Work, "The physician's work"), indices),
                new("practiceExpense", at.PracticeExpense, Meaning(at.PracticeExpense, "Practice expense (rent, staff, supplies)"), indices),
                new("malpractice", at.Malpractice, Meaning(at.Malpractice, "Malpractice insurance"), indices),
            ],
            WorkFloor = at.WorkFloor,
            Anesthesia = AnesthesiaFees.At(book, at, on) is { } factor ? new AnesthesiaLine(factor.ConversionFactor, AnesthesiaFees.National(book, on)?.ConversionFactor, factor.Row.Stale, PaymentSection.Cite(reader, factor.Row)) : null,
            History = [.. History(book, reader)],
        };
        return page with { StaleEditions = reader.StaleEditions, Sources = reader.Cited };
    }

    /// <summary>Every locality that the index file which answers the date has, by state and name.</summary>
    public static IReadOnlyList<LocalityLine> List(Book book, DateOnly on) =>
        [.. Localities.All(book, on).Select(l => new LocalityLine(l.Mac, l.Number, l.State, l.Name, l.Work, l.PracticeExpense, l.Malpractice, l.Source.File.Edition, l.Stale))];

    private static IEnumerable<LocalityYear> History(Book book, PageReader reader) =>
        reader.All("gpci").SelectMany(r => r.Sources.Select(s => (Row: r, Source: s))).OrderByDescending(e => e.Source.File.From).Select(e =>
        {
            var row = new FeeRow(e.Row, e.Source.File.From, false);
            var factor = FeeRow.Of(book, "anes-cf", reader.Key, e.Source.File.From) is [{ Stale: false } f, ..] ? f.Number("conversionFactor") : null;
            return new LocalityYear(e.Source.File.Edition, e.Source.File.From, row["name"], row.Number("work") ?? 0, row.Number("pe") ?? 0, row.Number("mp") ?? 0, factor, reader.Cite(e.Source));
        });

    private static string Meaning(decimal index, string what)
    {
        var percent = (index - 1) * 100;
        return percent == 0
            ? $"{what} counts as in the nation."
            : string.Create(CultureInfo.InvariantCulture, $"{what} counts {Math.Abs(percent):0.#} percent {(percent > 0 ? "more" : "less")} than in the nation.");
    }

    private static int Cite(PageReader reader, SourceLine source, bool stale)
    {
        if (stale) reader.Over(source.File);
        return reader.Cite(source);
    }
}
