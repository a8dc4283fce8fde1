using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>
/// The values an indicator can have, what each means, and which procedure codes have it on a date. The codes are gathered once for a table and an edition,
/// when first asked for, and kept with the book.
/// </summary>
public static class IndicatorValues
{
    private const int MaxKept = 64;

    private static readonly ConditionalWeakTable<Book, ConcurrentDictionary<(string Table, string Setting, DateOnly On), Dictionary<string, Dictionary<string, List<CodeKey>>>>> Kept = [];

    /// <summary>The kinds in the order of a code's page, then those of the edits.</summary>
    public static readonly IReadOnlyList<IndicatorKind> Kinds =
    [
        Fee("status", "status", "Status"), Fee("global-days", "globalDays", "Global days", "global"), Fee("pctc", "pcTc", "PC/TC", "pctc"),
        Fee("multiple", "multipleProcedures", "Multiple procedures"), Fee("bilateral", "bilateral", "Bilateral"), Fee("assistant", "assistantSurgeon", "Assistant surgeon"),
        Fee("co-surgeon", "coSurgeons", "Co-surgeons", "coSurgeon"), Fee("team", "teamSurgery", "Team surgery"),
        Fee("physician-supervision", "physicianSupervision", "Supervision", "supervision"), Fee("imaging-family", "imagingFamily", "Imaging family", "imagingFamily"),
        new("opps-status", "oppsStatus", "OPPS status", [new("opps", "status", "opps", "status indicator of OPPS Addendum B")]),
        new("asc-payment", "ascPayment", "ASC payment", [new("asc", "indicator", "asc", "payment indicator of ASC Addenda AA, BB and EE")]),
        new("hcpcs-coverage", "coverage", "Coverage", [new("hcpcs", "coverage", "hcpcs", "coverage code of the HCPCS file")]),
        new("hcpcs-pricing", "pricing", "Pricing", [new("hcpcs", "pricing", "hcpcs", "pricing indicator of the HCPCS file")]),
        new("hcpcs-type-of-service", "typeOfService", "Type of service", [new("hcpcs", "typeOfService", "hcpcs", "type of service of the HCPCS file")]),
        new("hcpcs-action", "action", "Action", [new("hcpcs", "actionCode", "hcpcs", "action code of the HCPCS file")]),
        new("mue-mai", "mai", "MUE adjudication", [
            new("mue", "mai", "ncci-mue-practitioner", "MUE adjudication indicator, practitioner file", "practitioner"),
            new("mue", "mai", "ncci-mue-outpatient-hospital", "MUE adjudication indicator, outpatient hospital file", "outpatient-hospital"),
            new("mue", "mai", "ncci-mue-dme", "MUE adjudication indicator, equipment supplier file", "dme"),
        ]),
        new("addon-type", "addOnType", "Add-on type", [new("addon", "type", "ncci-addon", "edit type of the NCCI add-on code file")]),
        new("ptp-modifier", "ptpModifier", "NCCI pair", []),
    ];

    /// <summary>The kind that an indicator of a code's page is of; null when it has no table of meanings.</summary>
    public static IndicatorKind? KindOf(string indicator) => Kinds.FirstOrDefault(k => k.Name == indicator);

    /// <summary>The values of a kind with their meaning and the number of codes that have each on a date.</summary>
    public static IReadOnlyList<IndicatorValue> Of(Book book, IndicatorKind kind, DateOnly on)
    {
        if (book.TableNumber(StarterImporter.Meaning.Name) is not (var table and >= 0)) return [];
        var codes = Codes(book, kind, on).Codes;
        return
        [
            .. book.Rows(StarterImporter.IndicatorKey(kind.Id), book.Tables[table]).Where(r => r["kind"] == kind.Id).OrderBy(r => r.Sources[0].Line)
                .Select(r => new IndicatorValue(r["value"], r["label"], r["meaning"], kind.Columns.Count == 0 ? null : codes.GetValueOrDefault(r["value"])?.Count ?? 0)),
        ];
    }

    /// <summary>The codes that have a value on a date, in order.</summary>
    public static IReadOnlyList<CodeKey> CodesWith(Book book, IndicatorKind kind, string value, DateOnly on) => Codes(book, kind, on).Codes.GetValueOrDefault(value) ?? [];

    /// <summary>The editions that the codes of a kind are taken from on a date; none when none is loaded that begins on or before it.</summary>
    public static IReadOnlyList<IndicatorEdition> Editions(Book book, IndicatorKind kind, DateOnly on) => Codes(book, kind, on).Editions;

    private static IndicatorKind Fee(string id, string name, string words, string? column = null) =>
        new(id, name, words, [new("pfs-rvu", column ?? id switch { "co-surgeon" => "coSurgeon", _ => id }, "pfs", $"{words} column of the physician fee schedule's relative value file")]);

    private static Gathered Codes(Book book, IndicatorKind kind, DateOnly on)
    {
        var codes = new Dictionary<string, IReadOnlyList<CodeKey>>(StringComparer.Ordinal);
        var editions = new List<IndicatorEdition>();
        foreach (var column in kind.Columns)
        {
            if (book.TableNumber(column.Table) < 0 || Newest(book, column.Dataset, on) is not { } edition) continue;
            editions.Add(new IndicatorEdition(column.Words, edition.Edition, edition.From, edition.To, edition.To < on));
            foreach (var (value, keys) in Pass(book, column, edition, on)[kind.Id])
                codes[value] = codes.TryGetValue(value, out var others) ? [.. others.Union(keys).Order()] : keys;
        }

        return new Gathered(codes, editions);
    }

    // One pass over the codes serves all kinds of a table, and is kept: every day of an edition has the same answer, and so has every day after it. Only
    // the HCPCS and add-on files' rows carry dates of their own.
    private static Dictionary<string, Dictionary<string, List<CodeKey>>> Pass(Book book, IndicatorColumn asked, BookSource edition, DateOnly on)
    {
        var last = on < edition.To ? on : edition.To;
        var kept = Kept.GetOrCreateValue(book);
        var name = (asked.Table, asked.Setting ?? "", asked.Table is "hcpcs" or "addon" ? last : edition.From);
        if (kept.TryGetValue(name, out var known)) return known;
        var table = book.Tables[book.TableNumber(asked.Table)];
        var columns = Kinds.SelectMany(k => k.Columns.Where(c => c.Table == asked.Table && c.Setting == asked.Setting).Select(c => (k.Id, At: table[c.Column], Found: new List<(byte[] Value, List<CodeKey> Codes)>()))).ToArray();
        var modifier = Array.IndexOf(table.Columns, "modifier");
        var setting = asked.Setting is null ? -1 : table["setting"];
        foreach (var set in (CodeSet[])[CodeSet.Cpt, CodeSet.Hcpcs])
        {
            foreach (var key in book.Keys(set))
            {
                foreach (var row in book.Rows(key, table, last))
                {
                    // The row of the whole service speaks for the code.
                    if (modifier >= 0 && row.Column(modifier).Length > 0 || setting >= 0 && row[setting] != asked.Setting) continue;
                    foreach (var column in columns) Add(column.Found, row.Column(column.At), key);
                }
            }
        }

        var pass = columns.ToDictionary(c => c.Id, c => Divided(c.Id, c.Found));
        if (kept.Count >= MaxKept) kept.Clear();
        kept[name] = pass;
        return pass;

        static void Add(List<(byte[] Value, List<CodeKey> Codes)> found, ReadOnlySpan<byte> value, CodeKey key)
        {
            if (value.IsEmpty) return;
            foreach (var (known, codes) in found)
            {
                if (!value.SequenceEqual(known)) continue;
                if (codes[^1] != key) codes.Add(key);
                return;
            }

            found.Add((value.ToArray(), [key]));
        }
    }

    // Some columns hold several values in one text.
    private static Dictionary<string, List<CodeKey>> Divided(string kind, List<(byte[] Value, List<CodeKey> Codes)> found) =>
        found.SelectMany(f => IndicatorSection.Values(kind, Encoding.UTF8.GetString(f.Value)).Select(v => (Value: v, f.Codes)))
            .GroupBy(f => f.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.First().Codes : [.. g.SelectMany(f => f.Codes).Distinct().Order()], StringComparer.Ordinal);

    private static BookSource? Newest(Book book, string dataset, DateOnly on)
    {
        BookSource? newest = null;
        foreach (var s in book.Sources)
        {
            if (s.Dataset == dataset && s.From <= on && (newest is null || s.From > newest.From)) newest = s;
        }

        return newest;
    }

    private sealed record Gathered(Dictionary<string, IReadOnlyList<CodeKey>> Codes, IReadOnlyList<IndicatorEdition> Editions);
}

/// <summary>A kind of indicator.</summary>
/// <param name="Id">As in <c>data/starter/indicators.csv</c> and in addresses.</param>
/// <param name="Name">As on a code's page.</param>
/// <param name="Words">For a person.</param>
/// <param name="Columns">Where it stands; none for what is no property of one code.</param>
public sealed record IndicatorKind(string Id, string Name, string Words, IReadOnlyList<IndicatorColumn> Columns);

/// <summary>A column of a release's table.</summary>
/// <param name="Table">The book's table.</param>
/// <param name="Column">Its column.</param>
/// <param name="Dataset">The data set whose editions date it.</param>
/// <param name="Words">For a person.</param>
/// <param name="Setting">Only the rows of this setting.</param>
public sealed record IndicatorColumn(string Table, string Column, string Dataset, string Words, string? Setting = null);

/// <summary>A value.</summary>
/// <param name="Value">As the release has it.</param>
/// <param name="Label">Its name in our words.</param>
/// <param name="Meaning">Its consequence.</param>
/// <param name="Codes">How many codes have it on the date; null for what is no property of one code.</param>
public sealed record IndicatorValue(string Value, string Label, string Meaning, int? Codes);

/// <summary>An edition that a count is taken from.</summary>
/// <param name="Words">The column and its file.</param>
/// <param name="Edition">The edition.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Stale">Over on the date.</param>
public sealed record IndicatorEdition(string Words, string Edition, DateOnly From, DateOnly To, bool Stale);
