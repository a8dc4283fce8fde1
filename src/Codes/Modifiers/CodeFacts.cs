using System.Runtime.CompilerServices;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Modifiers;

/// <summary>
/// What the book says about a procedure code on a date, as the rules of modifiers ask for it: values by fact, each with its row. A fact that no release
/// in force states is absent.
/// </summary>
internal sealed class CodeFacts
{
    private static readonly (string Fact, string Column)[] FeeSchedule =
    [
        ("status", "status"), ("global", "global"), ("pctc", "pctc"), ("multiple", "multiple"), ("bilateral", "bilateral"), ("assistant", "assistant"), ("coSurgeon", "coSurgeon"), ("team", "team"),
    ];

    private static readonly ConditionalWeakTable<Book, List<(string First, string Last, string Fact, string Value, Row Row)>> Ranges = [];

    private readonly PageReader page;
    private readonly Dictionary<string, List<Known>> known = [];
    private List<Known>? pairs;

    public CodeFacts(PageReader page)
    {
        this.page = page;
        var rvu = page.Rows("pfs-rvu");
        if (rvu.FindIndex(r => r["modifier"].Length == 0) is var whole and >= 0)
        {
            foreach (var (fact, column) in FeeSchedule) Add(fact, rvu[whole], column);
            foreach (var part in rvu)
            {
                Add("row", part, "modifier");
                // A laboratory test that a physician reads has its own indicator, 6, on the row of 26 only.
                if (part["modifier"] == "26") Add("pctc26", part, "pctc");
            }
        }
        else
        {
            foreach (var row in page.Rows("starter-indicators"))
                foreach (var fact in (string[])["status", "global", "bilateral"]) Add(fact, row, fact);
        }

        foreach (var row in page.Rows("opps")) Add("opps", row, "status");
        foreach (var row in page.Rows("clfs")) Add("clfs", row, "modifier");
        foreach (var row in page.Rows("dmepos"))
        {
            Add("dmepos", row, "modifier");
            Add("dmepos", row, "modifier2");
            Add("dmeposCategory", row, "category");
        }

        HasIndicators = known.Count > 0;
        if (page.Table("addon") is not null || page.Table("starter-addon") is not null)
        {
            var rows = page.Rows("addon").Concat(page.Rows("starter-addon")).ToList();
            if (rows.Count > 0) Add("addon", new Known("yes", rows[0], null));
            else if (page.Table("addon") is not null) Add("addon", new Known("no", null, null));
        }

        foreach (var (first, last, fact, value, row) in RangesOf(page.Book))
        {
            if (Within(page.Key.Code, first, last)) Add(fact, new Known(value, new Shown(row, false), null));
        }
    }

    /// <summary>Whether any payment file has the code on the date.</summary>
    public bool HasIndicators { get; }

    /// <summary>The values of a fact; none when it is not known.</summary>
    public IReadOnlyList<Known> this[string fact] => fact == "ptp" ? pairs ??= Pairs() : known.GetValueOrDefault(fact) ?? [];

    /// <summary>The value with which a condition holds; null when it does not, or when nothing is known.</summary>
    public Known? Meets(Condition condition)
    {
        var values = this[condition.Fact];
        foreach (var value in values)
        {
            if (condition.Values.Contains(value.Value)) return condition.Not ? null : value;
        }

        return condition.Not && values.Count > 0 ? values[0] : null;
    }

    /// <summary>Whether a code lies between two others of its own kind: 0075T is no anesthesia code, though it sorts between 00100's neighbours.</summary>
    public static bool Within(string code, string first, string last) =>
        code.Length == first.Length && Kind(code[0]) == Kind(first[0]) && Kind(code[^1]) == Kind(first[^1])
        && string.CompareOrdinal(code, first) >= 0 && string.CompareOrdinal(code, last) <= 0;

    private static char Kind(char c) => char.IsAsciiDigit(c) ? '0' : c;

    private static List<(string First, string Last, string Fact, string Value, Row Row)> RangesOf(Book book) => Ranges.GetValue(book, static b =>
        b.TableNumber(StarterImporter.CodeRange.Name) is var n and >= 0
            ? [.. b.Rows(StarterImporter.RangesKey, b.Tables[n]).Select(r => (r["first"], r["last"], r["fact"], r["value"], r))]
            : []);

    // The first pair of indicator 1 in force on each side, in the edition in force or the nearest earlier one.
    private List<Known> Pairs()
    {
        var list = new List<Known>();
        if (NcciSection.EditionFor(page.Book, page.Judged) is not { } edition) return list;
        Side("column1", page.Book.PairsWithColumn1(page.Key));
        Side("column2", page.Book.PairsWithColumn2(page.Key));
        return list;

        void Side(string name, IEnumerable<Pair> side)
        {
            foreach (var pair in side)
            {
                if (pair.Indicator != 1 || !pair.Holds(page.Judged)) continue;
                list.Add(new Known(name, null, pair.Source, edition.To < page.Judged));
                return;
            }
        }
    }

    private void Add(string fact, Shown row, string column)
    {
        if (row.Text(column) is { } text) Add(fact, new Known(text, row, null, row.Stale));
    }

    private void Add(string fact, Known value)
    {
        if (!known.TryGetValue(fact, out var list)) known.Add(fact, list = []);
        if (!list.Exists(k => k.Value == value.Value)) list.Add(value);
    }

    /// <summary>A value and where it stands.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Row">Its row; null for a pair or for what follows from absence.</param>
    /// <param name="Line">Its line, for a pair.</param>
    /// <param name="Stale">From an edition that is over on the date.</param>
    public sealed record Known(string Value, Shown? Row, SourceLine? Line, bool Stale = false)
    {
        public int? Cite(PageReader page) => Row is { } r ? page.Cite(r) : Line is { } l ? page.Cite(l) : null;
    }
}
