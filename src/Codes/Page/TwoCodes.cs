using CodingAhead.Codes.Modifiers;

namespace CodingAhead.Codes.Page;

/// <summary>Whether two codes may be paid together on a date of service, as far as the NCCI pairs say.</summary>
public static class TwoCodes
{
    /// <summary>The answer for two procedure codes, in whichever order they are given.</summary>
    public static PairAnswer Of(Book book, CodeKey a, CodeKey b, DateOnly on)
    {
        var reader = new PageReader(book, a, on, on);
        var edition = NcciSection.EditionFor(book, on);
        var rows = book.PairsWithColumn1(a).Where(p => p.Column2 == b).Concat(book.PairsWithColumn1(b).Where(p => p.Column2 == a))
            .OrderBy(p => p.Setting).ThenByDescending(p => p.From ?? DateOnly.MinValue).ToList();
        var stale = edition is not null && edition.To < on;
        var settings = new List<PairVerdict>();
        foreach (var setting in PairQuery.Settings)
        {
            if (edition is null)
            {
                settings.Add(new PairVerdict(setting, "not-checked", null, null, null, null, "No NCCI edition that begins on or before the date is loaded, so nothing can be said.", null, false, null));
                continue;
            }

            var found = rows.FindIndex(p => PairList.SettingOf(p) == setting && PairList.InForce(p, on));
            settings.Add(found >= 0
                ? Verdict(reader, rows[found], setting, edition.Edition, stale)
                : new PairVerdict(setting, "no-pair", null, null, null, null, "No pair of the two is in force, so this edit denies neither; other rules may.", edition.Edition, stale, null));
        }

        return new PairAnswer(
            reader.Ref(a), reader.Ref(b), on, settings,
            settings.Exists(s => s.Indicator == 1) ? Modifiers(book, settings.Find(s => s.Indicator == 1)!, on) : [],
            [.. rows.Select(p => PairList.Row(reader, p, p.Column1 == a ? p.Column2 : p.Column1, on))], reader.Cited);
    }

    private static PairVerdict Verdict(PageReader reader, Pair pair, string setting, string edition, bool stale)
    {
        var (one, two) = (pair.Column1.Display, pair.Column2.Display);
        var sentence = pair.Indicator == 0
            ? $"{one} is paid and {two} is not; no modifier opens the pair."
            : $"{one} is paid and {two} is not, unless the record documents a separate service and an NCCI-associated modifier says so.";
        return new PairVerdict(setting, "in-force", one, two, pair.Indicator, pair.From, sentence, edition, stale, reader.Cite(pair.Source));
    }

    // NCCI-associated modifiers that count on the date, without those that have no place on the only codes on which they would count.
    private static List<BypassModifier> Modifiers(Book book, PairVerdict pair, DateOnly on)
    {
        var (one, two) = (Verdicts(pair.Column1!), Verdicts(pair.Column2!));
        var list = new List<BypassModifier>();
        foreach (var modifier in NcciAssociated.All)
        {
            var columns = NcciAssociated.Columns(modifier, on);
            var (first, second) = (one.GetValueOrDefault(modifier), two.GetValueOrDefault(modifier));
            if (columns == 0 || second == "never" && (columns == 2 || first == "never")) continue;
            list.Add(new BypassModifier(modifier, Titles.Of(book, CodeKey.Of(CodeSet.Modifier, modifier), on), columns == 2 ? "column2" : "either", columns == 2 ? null : first, second));
        }

        return list;

        Dictionary<string, string> Verdicts(string code)
        {
            var key = CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code);
            return (ModifierSection.Verdicts(new PageReader(book, key, on, on)) ?? []).ToDictionary(v => v.Code, v => v.Verdict);
        }
    }
}

/// <summary>Two codes on a date.</summary>
/// <param name="A">The first asked for.</param>
/// <param name="B">The second.</param>
/// <param name="On">The date of service.</param>
/// <param name="Settings">The verdict in each setting.</param>
/// <param name="Modifiers">What may open the pair, with documentation; empty when nothing may or need.</param>
/// <param name="History">Every row of the pair in the files, in either direction, newest first in each setting.</param>
/// <param name="Sources">The lines cited.</param>
public sealed record PairAnswer(
    CodeRef A, CodeRef B, DateOnly On, IReadOnlyList<PairVerdict> Settings, IReadOnlyList<BypassModifier> Modifiers, IReadOnlyList<PairRow> History, IReadOnlyList<CitedSource> Sources);

/// <summary>A pair in one setting.</summary>
/// <param name="Setting"><c>practitioner outpatient-hospital</c>.</param>
/// <param name="State"><c>in-force no-pair not-checked</c>.</param>
/// <param name="Column1">The code that is paid.</param>
/// <param name="Column2">The code that is not.</param>
/// <param name="Indicator">0 or 1.</param>
/// <param name="Since">Its first day; null when the file leaves it blank.</param>
/// <param name="Because">In a sentence.</param>
/// <param name="Edition">The quarter.</param>
/// <param name="Stale">That quarter is over on the date.</param>
/// <param name="Source">Where the pair stands.</param>
public sealed record PairVerdict(
    string Setting, string State, string? Column1, string? Column2, int? Indicator, DateOnly? Since, string Because, string? Edition, bool Stale, int? Source);

/// <summary>A modifier that may open a pair of indicator 1.</summary>
/// <param name="Code">The modifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Columns">On which of the two codes it counts: <c>either</c>, <c>column2</c>.</param>
/// <param name="OnColumn1">What it does with the column 1 code; null when unknown, or when it does not count there.</param>
/// <param name="OnColumn2">What it does with the column 2 code; null when unknown.</param>
public sealed record BypassModifier(string Code, string Title, string Columns, string? OnColumn1, string? OnColumn2);
