using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>
/// Settles which files speak for which dates: the forms of one edition (csv beside txt and xlsx) are compared and one is kept, a revision
/// replaces what it revises, and the rows of a full list hold until the next edition of the same data set begins.
/// </summary>
internal static class EditionCalendar
{
    private static readonly string[] Preferred = [".csv", ".txt", ".xml", ".xlsx"];

    /// <summary>For each file kept, the last day on which rows dated by their edition hold.</summary>
    public static Dictionary<FileRead, ushort> Settle(List<FileRead> reads, StringPool pool)
    {
        var kept = reads.Where(r => r.Outcome == FileOutcome.Read).ToList();
        foreach (var edition in kept.GroupBy(r => (r.Edition.Dataset, r.Edition.From, r.Edition.Revision, Tables: TableNames(r))))
        {
            if (edition.Key.Tables.Length == 0) continue;
            var forms = edition.GroupBy(r => (Order: ImporterOrder(r), Form: Form(r))).OrderBy(f => f.Key.Order).ThenBy(f => f.Key.Form).ToList();
            if (forms.Count < 2) continue;
            var first = forms[0].ToList();
            foreach (var variant in forms.Skip(1).SelectMany(f => f))
            {
                variant.Outcome = FileOutcome.Variant;
                variant.Message = Compare(first, variant, pool);
            }
        }

        kept.RemoveAll(r => r.Outcome != FileOutcome.Read);
        foreach (var revised in kept.Where(r => TableNames(r).Length > 0).GroupBy(r => (r.Edition.Dataset, r.Edition.From)))
        {
            var latest = revised.Max(r => r.Edition.Revision);
            foreach (var old in revised.Where(r => r.Edition.Revision < latest))
            {
                old.Outcome = FileOutcome.Superseded;
                old.Message = $"replaced by {revised.First(r => r.Edition.Revision == latest).File.Path}";
            }
        }

        kept.RemoveAll(r => r.Outcome != FileOutcome.Read);
        var ends = new Dictionary<FileRead, ushort>();
        foreach (var dataset in kept.GroupBy(r => r.Edition.Dataset))
        {
            var starts = dataset.Select(r => r.Edition.From).Distinct().Order().ToList();
            foreach (var read in dataset)
            {
                var next = starts.FirstOrDefault(s => s > read.Edition.From);
                var end = next != default && next <= read.Edition.To ? next.AddDays(-1) : read.Edition.To;
                ends[read] = Day.Of(end);
            }
        }

        return ends;
    }

    private static string TableNames(FileRead read) => string.Join(',', read.Sink!.TablesUsed.Select(t => t.Name).Order(StringComparer.Ordinal)) + (read.Sink.Pairs.Count > 0 ? ",pairs" : "");

    private static int ImporterOrder(FileRead read)
    {
        for (var i = 0; i < Importers.All.Count; i++)
        {
            if (Importers.All[i] == read.Importer) return i;
        }

        return int.MaxValue;
    }

    private static int Form(FileRead read) => Array.IndexOf(Preferred, Path.GetExtension(read.File.Name).ToLowerInvariant()) is var i && i < 0 ? Preferred.Length : i;

    private static string Compare(List<FileRead> kept, FileRead variant, StringPool pool)
    {
        var have = kept.SelectMany(Rows).ToHashSet();
        var rows = Rows(variant).ToList();
        var missing = rows.Count(r => !have.Contains(r));
        return missing == 0
            ? $"the same as {kept[0].File.Path} ({rows.Count} rows)"
            : $"differs from {kept[0].File.Path} in {missing} of {rows.Count} rows; the book follows the latter";
    }

    private static IEnumerable<(string Table, ulong Key, uint Value)> Rows(FileRead read) => read.Sink!.Facts.Select(f => (read.Sink.TablesUsed[f.Table].Name, f.Key, f.Value));
}
