using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>A stone that lies in the ureter is N20.1, whatever it is called (Tabular List, N20: by where the stone is): "kidney stone in the proximal ureter", "nephrolithiasis, 4 mm stone at the UVJ".</summary>
internal static class UrinaryStones
{
    public static readonly Rule Rule = new("urinary-stone", "Tabular List N20", Apply);

    private static readonly string[] Dilated = ["hydronephrosis", "hydroureteronephrosis", "hydroureter", "hydroureteronephroses", "ureterohydronephrosis", "hydronephrotic", "caliectasis", "pelvicaliectasis", "pelviectasis"];

    private static readonly string[] Stones = ["stone", "stones", "calculus", "calculi", "nephrolithiasis", "urolithiasis", "ureterolithiasis"];

    private static readonly string[] Places = ["ureter", "ureteral", "ureteric", "ureters", "uvj", "ureterovesical", "upj", "ureteropelvic", "kidney", "renal", "vesicoureteric", "vesicoureteral", "pelviureteric", "staghorn"];

    // A stone and the dilatation that it makes are one code, N13.2, with infection N13.6 (Excludes1 at N20).
    private static void Obstructing(NoteCase note)
    {
        if (!note.Speaks(Dilated) || !note.Speaks(Stones)) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh) continue;
            var wide = note.FindWord(sentence, Dilated);
            if (wide < 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= wide && x.To > wide)) continue;
            // The stone in the same sentence, or in the one before or behind.
            foreach (var near in (ReadOnlySpan<int>)[s, s - 1, s + 1])
            {
                if (near < 0 || near >= note.Note.Sentences.Count) continue;
                var here = note.Note.Sentences[near];
                var stone = note.FindWord(here, Stones);
                if (stone < 0 || note.ScopesOf[near].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= stone && x.To > stone) || here.Section.Kind is SectionKind.Pmh or SectionKind.Family or SectionKind.Instructions) continue;
                if (note.FindWord(here, "gallbladder", "gallstone", "bladder", "biliary", "cbd", "salivary") >= 0 || note.FindWord(here, Places) < 0 && note.Word(stone) is "stone" or "stones" or "calculus" or "calculi" && note.FindWord(sentence, Places) < 0) continue;
                var code = note.Has("N10", "N11", "N12", "N136", "N390") ? "N136" : "N132";
                var from = near == s ? Math.Min(stone, wide) : wide;
                if (!note.Has("N132", "N136") && note.Add(code, s, from, near == s ? Math.Max(stone, wide) + 1 : wide + 1, Assertion.Present, Rule.Id, "Tabular List, N13.2") is { } added)
                {
                    if (near != s) added.Also.Add((stone, stone + 1));
                    if (code == "N136") foreach (var m in note.Live.Where(m => m.Entry.Under("N12") || m.Entry.Under("N10")).ToList()) m.Kept = true;
                }

                foreach (var m in note.Live.Where(m => m.Entry.Under("N20") || m.Entry.Under("N133") || m.Entry.Under("N134") || m.Entry.Code is "N2882" or "N2889").ToList()) m.Reject(RejectReasons.Combined, "Excludes1 at N20", code);
                return;
            }
        }
    }

    private static void Apply(NoteCase note)
    {
        Obstructing(note);
        // "Kidney stone in the ureter" names one stone, though both places stand in it.
        foreach (var m in note.Live.Where(m => m.Entry.Code == "N202" && note.FindWord(note.Note.Sentences[m.Sentence], "and", "both", "bilateral", "kidneys") is var joint && (joint < m.From || joint >= m.To)).ToList())
        {
            if (note.Codes.Find("N201") is { } one) m.Recode(one, Rule.Id, Rule.Source);
        }

        if (note.First("N200") is null || note.Codes.Find("N201") is not { } ureter) return;
        var stones = note.Live.Where(m => m.Entry.Code == "N200").ToList();
        var found = stones.Find(m => Place(note, m) >= 0);
        if (found is null && Elsewhere(note) is { } seen)
        {
            // "Kidney stone" of the assessment is the one that the film shows in the ureter.
            foreach (var m in stones)
            {
                m.Recode(ureter, Rule.Id, Rule.Source);
                m.Also.Add(seen);
            }
        }

        if (found is null) return;
        // Stones of both places are told as such: "renal and ureteral stones".
        var both = stones.Exists(m => note.Note.Sentences[m.Sentence] is var s && note.FindWord(s, "kidneys", "bilateral", "additional", "other", "nonobstructing", "renal") >= 0);
        foreach (var m in stones)
        {
            if (m == found || !both) m.Recode(ureter, Rule.Id, Rule.Source);
        }
    }

    // Words that put the only stone of the note into a ureter; null where one is told to be in a kidney.
    private static (int From, int To)? Elsewhere(NoteCase note)
    {
        if (!note.Speaks("ureter", "ureteral", "ureteric", "uvj", "ureterovesical")) return null;
        (int From, int To)? only = null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh or SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Plan) continue;
            var stone = note.FindWord(sentence, "stone", "stones", "calculus", "calculi", "calcification");
            if (stone < 0 || note.ScopesOf[s].Exists(x => x.From <= stone && x.To > stone)) continue;
            var near = sentence with { From = Math.Max(sentence.From, stone - 8), To = Math.Min(sentence.To, stone + 14) };
            if (note.FindWord(near, "pole", "calyx", "caliceal", "calyceal", "intrarenal", "staghorn", "kidneys", "nonobstructing", "non-obstructing") >= 0) return null;
            var at = note.FindWord(near, "ureter", "ureteral", "ureteric", "uvj", "ureterovesical");
            if (at >= 0) only ??= (Math.Min(at, stone), Math.Max(at, stone) + 1);
        }

        return only;
    }

    private static int Place(NoteCase note, Mention m) => Told.Beside(note, m, 10, "ureter", "ureteral", "ureteric", "ureters", "uvj", "ureterovesical");
}
