using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>
/// Rows of a table that answer a date of service, for tables that hold several data sets (limits of three settings) or rows with dates of their own (add-on
/// edits, Medicare Code Editor). The edition in force answers; else the nearest earlier one, marked; a later one only where its row states that it held on the date.
/// </summary>
internal static class DatedRows
{
    // Full lists whose rows carry dates of their own: where editions word a row otherwise, the latest one speaks.
    private static readonly string[] FullLists = ["hcpcs", "addon"];

    public static List<FeeRow> Of(Book book, string table, CodeKey key, DateOnly on)
    {
        var answers = new List<FeeRow>();
        foreach (var t in book.Tables)
        {
            if (t.Name != table) continue;
            foreach (var set in book.Rows(key, t).GroupBy(r => r.Sources[^1].File.Dataset))
            {
                var newest = FeeRow.Newest(book, set.Key, on);
                var stale = newest is not null && newest.To < on;
                var before = answers.Count;
                foreach (var row in set)
                {
                    if (row.Holds(on) && (newest is not null || row.From is not null)) answers.Add(new FeeRow(row, on, stale));
                }

                if (answers.Count - before > 1 && FullLists.Contains(table))
                {
                    var latest = answers.Skip(before).Max(a => a.Source.File.From);
                    answers.RemoveAll(a => a.Source.File.From != latest && a.Source.File.Dataset == set.Key);
                }

                if (answers.Count > before || !stale) continue;
                foreach (var row in set)
                {
                    if (row.Holds(newest!.To)) answers.Add(new FeeRow(row, on, true));
                }
            }
        }

        return answers;
    }
}
