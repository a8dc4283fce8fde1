using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Codes of chapter 15 come first, their trimester follows the weeks of gestation, and the weeks have a code of their own (Official Guidelines I.C.15.a.1, a.3; I.C.21.c.11 for
/// Z3A). A routine visit without complication is Z34 (I.C.15.b.1).
/// </summary>
internal static class Pregnancy
{
    public static readonly Rule Rule = new("pregnancy", "Guidelines I.C.15.a", Apply);

    private static void Apply(NoteCase note)
    {
        var weeks = Weeks(note, out var sentence, out var from, out var to);
        var supervised = note.Live.Any(m => m.Entry.Under("O") || m.Entry.Under("Z34"));
        if (weeks is null && !supervised) return;
        if (weeks is { } w && w is >= 1 and <= 49)
        {
            var code = w < 8 ? "Z3A01" : w > 42 ? "Z3A49" : string.Create(CultureInfo.InvariantCulture, $"Z3A{w:00}");
            note.Add(code, sentence, from, to, Assertion.Present, "weeks-of-gestation", "Guidelines I.C.21.c.11");
            var trimester = w < 14 ? "first trimester" : w < 28 ? "second trimester" : "third trimester";
            foreach (var m in note.Live.Where(m => m.Entry.Title.Contains("unspecified trimester", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                if (note.Codes.Parent(m.Entry) is { } parent && note.Codes.Children(parent).FirstOrDefault(c => c.Title.Contains(trimester, StringComparison.OrdinalIgnoreCase)) is { Billable: true } entry) m.Recode(entry, "trimester", "Guidelines I.C.15.a.3");
            }
        }

        foreach (var m in note.Live.Where(m => m.Entry.Title.Contains("unspecified trimester", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            foreach (var ordinal in (ReadOnlySpan<string>)["first", "second", "third"])
            {
                var sentence2 = note.Note.Sentences[m.Sentence];
                if (note.FindWord(sentence2, "trimester") is var t && (t <= sentence2.From || note.Word(t - 1) != ordinal)) continue;
                if (note.Codes.Parent(m.Entry) is { } parent && note.Codes.Children(parent).FirstOrDefault(c => c.Title.Contains(ordinal + " trimester", StringComparison.OrdinalIgnoreCase)) is { Billable: true } entry) m.Recode(entry, "trimester", "Guidelines I.C.15.a.3");
            }
        }

        // Chapter 15 takes the woman's other conditions in; a code of another chapter for what an O code names goes.
        foreach (var m in note.Live.ToList())
        {
            if (m.Entry.Under("Z33") && note.Has("O", "Z34")) m.Reject(RejectReasons.Excludes1, "Excludes1 at Z33.1");
            if ((m.Entry.Under("E10") || m.Entry.Under("E11") || m.Entry.Under("E13")) && note.Has("O244")) m.Reject(RejectReasons.Combined, Rule.Source, "O24.4-");
        }
    }

    private static int? Weeks(NoteCase note, out int sentence, out int from, out int to)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var (first, end, section) = note.Note.Sentences[s];
            if (section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            // The weeks at which somebody was born are those of another pregnancy.
            if (note.FindWord(note.Note.Sentences[s], "born", "birth", "delivered", "delivery", "premature", "newborn", "infant", "neonate") >= 0) continue;
            for (var i = first; i + 1 < end; i++)
            {
                if (note.Word(i + 1) is not ("weeks" or "week" or "wks" or "wk" or "w") || !int.TryParse(note.Word(i).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || weeks is < 2 or > 45) continue;
                for (var k = i + 2; k < Math.Min(end, i + 7); k++)
                {
                    if (note.Word(k) is not ("pregnant" or "gestation" or "pregnancy" or "gestational" or "iup" or "ga")) continue;
                    (sentence, from, to) = (s, i, k + 1);
                    return weeks;
                }

                for (var k = Math.Max(first, i - 6); k < i; k++)
                {
                    if (note.Word(k) is not ("pregnant" or "gestation" or "pregnancy" or "gestational" or "iup" or "ga")) continue;
                    (sentence, from, to) = (s, k, i + 2);
                    return weeks;
                }
            }
        }

        (sentence, from, to) = (0, 0, 0);
        return null;
    }
}
