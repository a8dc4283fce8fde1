namespace CodingAhead.Codes.Page;

/// <summary>What is asked of a code's NCCI pairs.</summary>
/// <param name="Code">The code.</param>
/// <param name="On">The date of service.</param>
public sealed record PairQuery(CodeKey Code, DateOnly On)
{
    /// <summary>No page is longer, except an export.</summary>
    public const int MaxLimit = 500;

    /// <summary>The directions there are.</summary>
    public static readonly IReadOnlyList<string> Directions = ["both", "column1", "column2"];

    /// <summary>The settings there are.</summary>
    public static readonly IReadOnlyList<string> Settings = ["practitioner", "outpatient-hospital"];

    /// <summary><c>column1</c>: pairs in which this code is paid; <c>column2</c>: in which it is not; <c>both</c>. Default: both.</summary>
    public string Direction { get; init; } = "both";

    /// <summary>Only one setting's edits. Default: both.</summary>
    public string? Setting { get; init; }

    /// <summary>Only pairs of this modifier indicator, 0, 1 or 9. Default: all; 9 is only seen with <see cref="All"/>.</summary>
    public int? Indicator { get; init; }

    /// <summary>The beginning of the partner's code, or words of its title.</summary>
    public string Text { get; init; } = "";

    /// <summary>Pairs that are not in force on the date too. Default: only those in force.</summary>
    public bool All { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>How many to answer with.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>The NCCI pairs of a code, by partner.</summary>
public static class PairList
{
    /// <summary>
    /// The pairs asked for, sorted by partner. As everywhere, a date is answered from the edition in force or the nearest earlier one, which is then marked
    /// stale, never from a later one. Rows carry their own dates: a pair ended before the date is no longer in force although the file still lists it.
    /// </summary>
    public static PairPage Of(Book book, PairQuery query)
    {
        // A deleted code's pairs are those of its last day, as on its page.
        var found = book.Find(query.Code, query.On);
        var judged = found.Status is CodeStatus.Deleted or CodeStatus.NotYetValid ? found.Nearest ?? query.On : query.On;
        var reader = new PageReader(book, query.Code, judged, judged);
        var edition = NcciSection.EditionFor(book, judged);
        if (edition is null) return new PairPage(query.Code.Set.Id(), query.Code.Display, query.On, judged, null, false, 0, query.Offset, query.Limit, [], []);
        var matching = new List<(CodeKey Partner, Pair Pair)>();
        if (query.Direction != "column2") Collect(book.PairsWithColumn1(query.Code), p => p.Column2);
        if (query.Direction != "column1") Collect(book.PairsWithColumn2(query.Code), p => p.Column1);
        if (query.Text.Length > 0) Narrow(book, judged, query.Text.Trim(), matching);
        matching.Sort(static (x, y) => (x.Partner, x.Pair.Setting, x.Pair.From, x.Pair.Column1).CompareTo((y.Partner, y.Pair.Setting, y.Pair.From, y.Pair.Column1)));
        var rows = matching.Skip(query.Offset).Take(query.Limit).Select(m => Row(reader, m.Pair, m.Partner, judged)).ToList();
        return new PairPage(query.Code.Set.Id(), query.Code.Display, query.On, judged, edition.Edition, edition.To < judged, matching.Count, query.Offset, query.Limit, rows, reader.Cited);

        void Collect(IEnumerable<Pair> side, Func<Pair, CodeKey> partner)
        {
            foreach (var pair in side)
            {
                if (query.Setting is { } s && s != SettingOf(pair) || query.Indicator is { } i && i != pair.Indicator || !query.All && !InForce(pair, judged)) continue;
                matching.Add((partner(pair), pair));
            }
        }
    }

    /// <summary>Whether a pair denies on a date: indicator 9 marks one that was taken back to its first day.</summary>
    public static bool InForce(Pair pair, DateOnly on) => pair.Indicator != 9 && pair.Holds(on);

    internal static string SettingOf(Pair pair) => PairQuery.Settings[(int)pair.Setting];

    internal static PairRow Row(PageReader reader, Pair pair, CodeKey partner, DateOnly on) => new(
        pair.Column1.Display, pair.Column2.Display, reader.Ref(partner), SettingOf(pair), pair.Indicator, pair.From, pair.To, InForce(pair, on), pair.Rationale, reader.Cite(pair.Source));

    private static void Narrow(Book book, DateOnly on, string text, List<(CodeKey Partner, Pair Pair)> matching)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answers = new Dictionary<CodeKey, bool>();
        matching.RemoveAll(m =>
        {
            if (answers.TryGetValue(m.Partner, out var fits)) return !fits;
            fits = m.Partner.Code.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                || Titles.Of(book, m.Partner, on) is var title && words.All(w => title.Contains(w, StringComparison.OrdinalIgnoreCase));
            answers.Add(m.Partner, fits);
            return !fits;
        });
    }
}

/// <summary>Some of a code's NCCI pairs.</summary>
/// <param name="Set">The code's set.</param>
/// <param name="Code">The code.</param>
/// <param name="On">The date of service asked for.</param>
/// <param name="JudgedOn">The date judged: a deleted code's last valid day, else the date asked for.</param>
/// <param name="Edition">The quarter it is taken from; null when none began on or before the date, so that nothing can be said.</param>
/// <param name="Stale">That quarter is over on the date.</param>
/// <param name="Total">How many pairs match.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="Limit">How many at most are in <paramref name="Pairs"/>.</param>
/// <param name="Pairs">By partner, then setting.</param>
/// <param name="Sources">The lines cited.</param>
public sealed record PairPage(
    string Set, string Code, DateOnly On, DateOnly JudgedOn, string? Edition, bool Stale, int Total, int Offset, int Limit, IReadOnlyList<PairRow> Pairs, IReadOnlyList<CitedSource> Sources)
{
    /// <summary>The address of the next page; null at the end.</summary>
    public string? Next { get; init; }
}

/// <summary>A row of the NCCI files.</summary>
/// <param name="Column1">The code that is paid.</param>
/// <param name="Column2">The code that is not, unless a modifier opens the pair.</param>
/// <param name="Partner">The one of the two that was not asked for.</param>
/// <param name="Setting"><c>practitioner outpatient-hospital</c>.</param>
/// <param name="Indicator">0 never both, 1 both with an NCCI-associated modifier, 9 the pair was taken back and denies nothing.</param>
/// <param name="From">First day; null when the file leaves it blank.</param>
/// <param name="To">Last day; null when open.</param>
/// <param name="InForce">Denies on the date.</param>
/// <param name="Rationale">CMS's reason.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PairRow(string Column1, string Column2, CodeRef Partner, string Setting, int Indicator, DateOnly? From, DateOnly? To, bool InForce, string Rationale, int? Source);
