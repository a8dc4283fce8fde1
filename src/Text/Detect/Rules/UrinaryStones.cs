using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>A stone that lies in the ureter is N20.1, whatever it is called (Tabular List, N20: by where the stone is): "kidney stone in the proximal ureter", "nephrolithiasis, 4 mm stone at the UVJ".</summary>
internal static class UrinaryStones
{
    public static readonly Rule Rule = new("urinary-stone", "Tabular List N20", Apply);

    private static void Apply(NoteCase note)
    {
        // "Kidney stone in the ureter" names one stone, though both places stand in it.
        foreach (var m in note.Live.Where(m => m.Entry.Code == "N202" && note.FindWord(note.Note.Sentences[m.Sentence], "and", "both", "bilateral", "kidneys") is var joint && (joint < m.From || joint >= m.To)).ToList())
        {
            if (note.Codes.Find("N201") is { } one) m.Recode(one, Rule.Id, Rule.Source);
        }

        if (note.First("N200") is null || note.Codes.Find("N201") is not { } ureter) return;
        var stones = note.Live.Where(m => m.Entry.Code == "N200").ToList();
        var found = stones.Find(m => Place(note, m) >= 0);
        if (found is null) return;
        // Stones of both places are told as such: "renal and ureteral stones".
        var both = stones.Exists(m => note.Note.Sentences[m.Sentence] is var s && note.FindWord(s, "kidneys", "bilateral", "additional", "other", "nonobstructing", "renal") >= 0);
        foreach (var m in stones)
        {
            if (m == found || !both) m.Recode(ureter, Rule.Id, Rule.Source);
        }
    }

    private static int Place(NoteCase note, Mention m) => Told.Beside(note, m, 10, "ureter", "ureteral", "ureteric", "ureters", "uvj", "ureterovesical");
}
