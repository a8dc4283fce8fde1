using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An infarction is acute for four weeks, however it is told; a second one within that time is a subsequent infarction, I22, beside the first (Official Guidelines I.C.9.e.1,
/// I.C.9.e.4).
/// </summary>
internal static class Infarctions
{
    public static readonly Rule Rule = new("infarction", "Guidelines I.C.9.e", Apply);

    private static void Apply(NoteCase note)
    {
        // "Head CT: old lacunar infarct": of the brain.
        foreach (var m in note.Live.Where(m => m.Entry.Code == "I219" && m.To - m.From <= 3 && note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "infarct", "infarcts", "infarction", "infarctions") >= 0).ToList())
        {
            if (note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.From, To = m.To }, "myocardial", "heart", "cardiac") < 0 && Told.Says(note, m, 6, Brain) && note.Codes.Find("I639") is { } stroke) m.Recode(stroke, "infarct-of-brain", "Alphabetic Index: Infarct, cerebral");
        }

        // "Acute STEMI, culprit lesion of the LAD": the artery decides (Tabular List, I21.0 to I21.2).
        foreach (var m in note.Live.Where(m => m.Entry.Code is "I213" or "I2109" or "I2119" or "I2129").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "culprit", "occlusion", "occluded") < 0) continue;
            var artery = note.FindWord(sentence, "lad") >= 0 || note.FindWord(sentence, "descending") is > 0 and var d && note.Word(d - 1) == "anterior" ? "I2102" : note.FindWord(sentence, "rca") >= 0 || note.FindWord(sentence, "coronary") is > 0 and var c && note.Word(c - 1) == "right" ? "I2111" : note.FindWord(sentence, "circumflex", "lcx") >= 0 ? "I2121" : null;
            if (artery is null || note.Codes.Find(artery) is not { } entry) continue;
            m.Recode(entry, Rule.Id, "Tabular List, I21");
            foreach (var o in note.Live.Where(o => o.Entry.Code is "I213" or "I2109" or "I2119" or "I2129").ToList()) o.Reject(RejectReasons.Combined, "Tabular List, I21", entry.Display);
            break;
        }

        var recent = new List<Mention>();
        foreach (var m in note.Mentions.Where(m => m.Live && m.Entry.Under("I21") && !m.Entry.Under("I21A")).ToList())
        {
            if (DaysAgo(note, m) is not { } days) continue;
            if (days > 28) { m.Assertion = Assertion.Historical; continue; }
            // Told as past, but still acute.
            m.Assertion = Assertion.Present;
            m.Cue = null;
            m.Kept = true;
            recent.Add(m);
        }

        // "STEMI nine days after an NSTEMI": the second of the two.
        foreach (var m in note.Live.Where(m => m.Entry.Under("I21") && !m.Entry.Under("I21A")).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.From > m.To && o.Entry.Under("I21") && !o.Entry.Under("I21A")) is not { } first || After(note, m.To, first.From) is not { } days) continue;
            if (days > 28) { first.Assertion = Assertion.Historical; continue; }
            (first.Assertion, first.Cue) = (Assertion.Present, null);
            first.Kept = true;
            if (Subsequent(note, m.Entry) is { } entry) m.Recode(entry, "subsequent-infarction", "Guidelines I.C.9.e.4");
        }

        foreach (var m in note.Live.Where(m => m.Entry.Under("I21") && !m.Entry.Under("I21A") && Told.Says(note, m, 9, "microvascular")).ToList())
        {
            if (note.Codes.Find("I21B") is not { } small) continue;
            foreach (var o in note.Live.Where(o => o.Sentence == m.Sentence && (o.Entry.Code == "I2510" || o.Entry.Code == "I2585" || o.Entry.Code == "I2089")).ToList()) o.Reject(RejectReasons.Combined, "Tabular List, I21.B", "I21.B");
            m.Recode(small, "microvascular", "Tabular List, I21.B");
        }

        if (recent.Count == 0) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("I21") && !m.Entry.Under("I21A") && !recent.Contains(m) && m.Assertion != Assertion.Historical).ToList())
        {
            if (Subsequent(note, m.Entry) is { } entry) m.Recode(entry, "subsequent-infarction", "Guidelines I.C.9.e.4");
        }
    }

    private static CodeEntry? Subsequent(NoteCase note, CodeEntry entry) =>
        note.Codes.Find(entry.Code switch { "I214" => "I222", "I219" or "I213" => "I229", var c when c.StartsWith("I210", StringComparison.Ordinal) => "I220", var c when c.StartsWith("I211", StringComparison.Ordinal) => "I221", _ => "I228" });

    // The days of "nine days after" between two words.
    private static int? After(NoteCase note, int from, int to)
    {
        for (var i = from + 2; i < to; i++)
        {
            if (note.Word(i) is not ("after" or "following" or "post" or "since")) continue;
            var unit = note.Word(i - 1) switch { "day" or "days" or "d" => 1, "week" or "weeks" or "wk" or "wks" => 7, "month" or "months" => 30, _ => 0 };
            return unit == 0 ? null : Number(note.Word(i - 2)) * unit;
        }

        return null;
    }

    private static readonly string[] Brain = ["corona", "radiata", "lacunar", "lacune", "cerebellar", "cerebellum", "cerebral", "basal", "ganglia", "thalamic", "thalamus", "pontine", "pons", "occipital", "parietal", "frontal", "temporal", "mca", "pca", "aca", "pica", "cortical", "subcortical", "brain", "brainstem", "caudate", "capsule", "centrum", "head", "hemispheric"];

    // "Two weeks ago", "10 days ago", "3 months ago", near the mention.
    private static int? DaysAgo(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        for (var i = m.To; i < Math.Min(sentence.To, m.To + 6); i++)
        {
            // "MI (2011), quit smoking 12 years ago" tells of something else behind the comma.
            if (i > m.To && note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon)) return null;
            if (note.Word(i) is not ("ago" or "earlier" or "prior") || i < m.To + 1) continue;
            var unit = note.Word(i - 1) switch { "day" or "days" or "d" => 1, "week" or "weeks" or "wk" or "wks" => 7, "month" or "months" or "mo" or "mos" => 30, "year" or "years" or "yr" or "yrs" => 365, _ => 0 };
            if (unit == 0) return null;
            var count = i - 2 >= sentence.From ? Number(note.Word(i - 2)) : 1;
            return count * unit;
        }

        return null;
    }

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : word switch { "two" or "couple" => 2, "three" or "few" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10, _ => 1 };
}
