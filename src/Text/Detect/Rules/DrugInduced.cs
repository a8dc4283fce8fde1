using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The form of a disease that a drug causes, where the classification has one: "myopathy due to a statin" is a drug-induced myopathy (Alphabetic Index, "drug-induced" and "due to
/// drugs"; <c>data/detect/drug-induced.txt</c>).
/// </summary>
internal static class DrugInduced
{
    private sealed record Row(string Code, string[] Prefixes, string[] Drugs, bool Beside);

    private static readonly List<Row> Table = [.. WordLists.Read("drug-induced.txt").Select(c => new Row(c[0], c[1].Split(' '), c[2].Length == 0 ? [] : c[2].Split(' '), c[3] == "beside"))];

    /// <summary>Whether the drug's name right before the condition says that the one caused the other: "cisplatin neuropathy", but not "levothyroxine hypothyroidism".</summary>
    public static bool SaysCause(CodeEntry general, string stem, string name) => RowOf(general, stem, name) is { Beside: true } || Table.Exists(r => r.Beside && r.Code == general.Code);

    /// <summary>Gives a mention the code of its drug-induced form, if there is one.</summary>
    public static void Recode(NoteCase note, Mention m, string stem, string name)
    {
        if (RowOf(m.Entry, stem, name) is not { } row) return;
        // A diabetic's low sugar has its code among those of diabetes, and a diabetes whose type is told keeps it.
        if (m.Entry.Under("E162") && note.Has("E08", "E09", "E10", "E11", "E13") || m.Entry.Under("E11") && Typed(note, m)) return;
        var code = row.Code.EndsWith('*') ? row.Code[..^1] + m.Entry.Code[row.Prefixes[0].Length..] : row.Code;
        if (note.Codes.Find(code) is not { } entry) return;
        m.Recode(entry, DrugEffects.Rule.Id, "Alphabetic Index");
        if (entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase)) Specificity.Refine(note, m);
    }

    private static Row? RowOf(CodeEntry general, string stem, string name) =>
        Table.Find(r => Array.Exists(r.Prefixes, general.Under) && (r.Drugs.Length == 0 || Array.Exists(r.Drugs, d => d[0] == 'T' ? stem.StartsWith(d, StringComparison.Ordinal) : d == name)));

    private static bool Typed(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++)
        {
            if (note.Word(i) is "type" or "2" or "ii" or "t2dm" or "dm2" or "dmii" or "t2d" or "niddm") return true;
        }

        return false;
    }
}
