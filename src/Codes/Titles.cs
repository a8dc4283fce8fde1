using System.Text;

namespace CodingAhead.Codes;

/// <summary>The title a code is shown under, and whether it may stand on a claim.</summary>
public static class Titles
{
    /// <summary>
    /// The best title on a date, or of the nearest edition: the official long text, else our own label, else the official short text,
    /// else a statement that the book has none.
    /// </summary>
    public static string Of(Book book, CodeKey key, DateOnly on)
    {
        var day = Day.Of(on);
        string? best = null;
        var rank = int.MaxValue;
        var distance = int.MaxValue;
        var chosen = default(Row);
        foreach (var row in book.Rows(key))
        {
            var (text, r) = Candidate(row);
            if (string.IsNullOrEmpty(text) || r > rank) continue;
            var d = Distance(row, day);
            if (r == rank && (d > distance || d == distance && !Later(row, chosen, on))) continue;
            (best, rank, distance, chosen) = (text, r, d, row);
        }

        return best ?? (key.Set is CodeSet.Icd9Cm or CodeSet.Icd9Proc ? "ICD-9-CM code (the loaded releases hold its mappings, not its title)" : key.Set == CodeSet.Cpt && !book.Accepted.HasFlag(Licence.Ama) ? "CPT text not shown: no AMA licence is accepted" : "No descriptor in the loaded releases");
    }

    /// <summary>
    /// False for headings: an ICD code that needs more characters, a PCS table. The Medicare Code Editor lists complete codes only, to the day: a code that became a heading
    /// within a fiscal year is billable until then, though the year's order file is that of its last update.
    /// </summary>
    public static bool Billable(Book book, CodeKey key, DateOnly on)
    {
        if (key.Set is not (CodeSet.Icd10Cm or CodeSet.Icd10Pcs)) return key.Set is not (CodeSet.Modifier or CodeSet.Pos);
        var day = Day.Of(on);
        var billable = key.Set == CodeSet.Icd10Pcs ? key.Code.Length == 7 : false;
        var distance = int.MaxValue;
        foreach (var row in book.Rows(key))
        {
            if (row.Table.Name is not ("icd10cm-order" or "icd10pcs-order"))
            {
                if (row.Table.Name == "mce-validity" && row.Holds(on)) return true;
                if (distance == int.MaxValue && row.Table.Name == "starter-code") billable = key.Code.Length > 3 || !book.KeysUnder(key).Skip(1).Any();
                continue;
            }

            var d = Distance(row, day);
            if (d >= distance) continue;
            (billable, distance) = (row.Column(0).SequenceEqual("1"u8), d);
        }

        return billable;
    }

    // Rows with dates of their own stay beside those of later editions that word them otherwise: the edition of the date speaks, not the oldest.
    private static bool Later(Row row, Row chosen, DateOnly on) => row.SourceOn(on).File.From is var from && from <= on && from > chosen.SourceOn(on).File.From;

    private static (string? Text, int Rank) Candidate(Row row)
    {
        switch (row.Table.Name)
        {
            case "icd10cm-order" or "icd10pcs-order":
                return (row[2], 0);
            case "hcpcs":
                return (row[0], 0);
            case "pos":
                return (row[0], 0);
            case "icd10cm-tabular":
                return (row["title"], 1);
            case "descriptor":
                return row[0] switch { "long" => (row[1], 0), "medium" => (row[1], 3), "short" => (row[1], 4), _ => (null, 9) };
            case "starter-label":
                return (row[0], 2);
            default:
                return (null, 9);
        }
    }

    private static int Distance(Row row, ushort day)
    {
        var from = row.From is { } f ? Day.Of(f) : Day.Unknown;
        var to = row.To is { } t ? Day.Of(t) : Day.Open;
        return day < from ? from - day : day > to ? day - to : 0;
    }
}
