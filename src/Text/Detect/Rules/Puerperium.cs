using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// After a delivery: what a note of those weeks calls hemorrhoids, mastitis or an abscess of the breast is one of lactation or of the puerperium (Alphabetic Index: Mastitis, obstetric;
/// Official Guidelines I.C.15.a.1, I.C.15.o), and no trimester and no weeks of gestation are told (I.C.15.a.3).
/// </summary>
internal static class Puerperium
{
    public static readonly Rule Rule = new("puerperium", "Guidelines I.C.15.o", Apply);

    private static readonly string[] Counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "few"];

    private static readonly string[] Nursing = ["breastfeeding", "lactating", "lactation", "lactational", "breastfeeds"];

    private static void Apply(NoteCase note)
    {
        if (note.Patient.Sex == 'M' || note.Patient.Days is < 9 * 365) return;
        if (note.Has("A40", "A41")) Septic(note);
        // "Retained fragments, no hemorrhage": O73, and not O72.
        foreach (var m in note.Has("O720", "O722") ? note.Live.Where(m => m.Entry.Code is "O720" or "O722").ToList() : [])
        {
            var bleeding = note.FindWord(note.Note.Sentences[m.Sentence], "hemorrhage", "haemorrhage", "bleeding");
            if (bleeding < 0 || bleeding >= m.From && bleeding < m.To && !Told.Denied(note, m.Sentence, bleeding) || !Told.Denied(note, m.Sentence, bleeding) && note.Word(Math.Max(0, bleeding - 1)) is not ("without" or "no")) continue;
            if (note.Codes.Find(m.Entry.Code == "O720" ? "O730" : "O731") is { } dry) m.Recode(dry, Rule.Id, "Tabular List, O73");
        }

        if (!note.Has("N61", "K64", "D62")) return;
        if (note.Has("K64") && Is(note) && note.Codes.Find("O872") is { } piles) foreach (var m in note.Live.Where(m => m.Entry.Under("K64")).ToList()) m.Recode(piles, Rule.Id, Rule.Source);
        // The anemia that a delivery leaves (Alphabetic Index: Anemia, postpartum).
        if (note.Has("D62") && Is(note) && note.Codes.Find("O9081") is { } pale) foreach (var m in note.Live.Where(m => m.Entry.Code == "D62").ToList()) m.Recode(pale, Rule.Id, "Alphabetic Index: Anemia, postpartum");
        var nursing = Affirmed(note, Nursing);
        if (!nursing && !Is(note)) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("N61")).ToList())
        {
            // An abscess has pus; "mastitis" alone, or "nonpurulent", has none.
            var sentence = note.Note.Sentences[m.Sentence];
            var pus = m.Entry.Under("N611") || note.FindWord(sentence, "purulent", "pus") is >= 0 and var at && note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is null && note.Word(Math.Max(sentence.From, at - 1)) is not ("not" or "non");
            if (note.Codes.Find((pus ? "O911" : "O912") + (nursing ? '3' : '2')) is { } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    // Sepsis of the puerperium is O85, with the germ beside it (I.C.15.k).
    private static void Septic(NoteCase note)
    {
        if (note.Has("O85") || note.Codes.Find("O85") is not { } fever) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("A40") || m.Entry.Under("A41")).ToList())
        {
            if (!Told.Says(note, m, 3, "puerperal", "postpartum") && !Is(note)) continue;
            var germ = Array.Find(Germs, g => m.Entry.Under(g.Sepsis)).Germ;
            m.Recode(fever, Rule.Id, "Guidelines I.C.15.k");
            m.Kept = true;
            if (germ is not null && !note.Has(germ)) note.Add(germ, m.Sentence, m.From, m.To, m.Assertion, "organism", "Guidelines I.C.15.k");
        }
    }

    private static readonly (string Sepsis, string Germ)[] Germs =
    [
        ("A400", "B950"), ("A401", "B951"), ("A403", "B953"), ("A40", "B955"), ("A4101", "B9561"), ("A4102", "B9562"), ("A411", "B957"), ("A412", "B958"), ("A413", "B963"), ("A4151", "B9620"), ("A4152", "B965"),
    ];

    /// <summary>Whether the note is of the weeks after a delivery: "3 weeks postpartum", "postpartum day 2", "5 weeks s/p vaginal delivery".</summary>
    public static bool Is(NoteCase note)
    {
        if (note.Has("Z39", "F53") || note.Live.Any(m => m.Entry.Code[0] == 'O' && After(m.Entry.Title))) return true;
        if (!note.Speaks("postpartum", "puerperal", "puerperium", "nsvd", "svd", "delivery", "cesarean", "ltcs", "partum", "ppd") && !note.Note.Words.Exists(w => w.Text.Length is 4 or 5 && w.Text.StartsWith("ppd", StringComparison.Ordinal) && char.IsAsciiDigit(w.Text[3]))) return false;
        // PPD9.
        if (note.Note.Words.Exists(w => w.Text.Length is 4 or 5 && w.Text.StartsWith("ppd", StringComparison.Ordinal) && char.IsAsciiDigit(w.Text[3]))) return true;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions or SectionKind.Plan) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                // "PPD 10, bottle feeding": no packs per day, and no millimetres of a skin test.
                if (note.Word(i) == "ppd" && i + 1 < sentence.To && note.Word(i + 1) is { Length: <= 2 } day && char.IsAsciiDigit(day[0]) && !(i > sentence.From && char.IsAsciiDigit(note.Word(i - 1)[0])) && !(i + 2 < sentence.To && note.Word(i + 2) is "mm" or "cm" or "x")) return true;
                if (!(note.Word(i) is "weeks" or "week" or "wks" or "wk" or "days" or "day" or "months") || i + 1 >= sentence.To) continue;
                if (i > sentence.From && note.Word(i - 1) == "postpartum") return true;
                if (i == sentence.From || !char.IsAsciiDigit(note.Word(i - 1)[0]) && Array.IndexOf(Counts, note.Word(i - 1)) < 0) continue;
                if (note.Word(i + 1) == "postpartum" || note.Word(i + 1) == "post" && i + 2 < sentence.To && note.Word(i + 2) == "partum") return true;
                if (note.Word(i + 1) is "s/p" or "status" or "after" or "since" or "sp" && note.FindWord(sentence with { From = i + 1, To = Math.Min(sentence.To, i + 7) }, "nsvd", "svd", "delivery", "cesarean", "ltcs", "birth", "vavd", "vbac") >= 0) return true;
            }
        }

        return false;
    }

    private static bool After(string title) => title.Contains("postpartum", StringComparison.OrdinalIgnoreCase) || title.Contains("puerperi", StringComparison.OrdinalIgnoreCase) && !title.Contains("pregnancy", StringComparison.OrdinalIgnoreCase) || title.Contains("with lactation", StringComparison.OrdinalIgnoreCase);

    private static bool Affirmed(NoteCase note, string[] words)
    {
        if (!note.Speaks(words)) return false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            if (note.Note.Sentences[s].Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = note.FindWord(note.Note.Sentences[s], words);
            if (at >= 0 && !note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= at && x.To > at)) return true;
        }

        return false;
    }
}
