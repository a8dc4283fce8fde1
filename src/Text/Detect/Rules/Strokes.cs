using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A cerebral infarction is coded by what closed the artery, by the artery and by the side (Tabular List, I63.0 to I63.5), and with the first score of the NIH stroke scale that
/// the note gives (Official Guidelines I.C.18.i).
/// </summary>
internal static class Strokes
{
    public static readonly Rule Rule = new("stroke", "Guidelines I.C.18.i", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("I69") && !note.Live.Any(m => m.Entry.Under("I63") && m.Entry.Code != "I639")) Infarct(note);
        // "Renal infarct, embolic": the word alone tells how, and names no artery of its own.
        foreach (var m in note.Live.Where(m => m.Entry.Code == "I749" && m.To - m.From == 1 && note.Word(m.From) == "embolic" && note.Live.Any(o => o != m && o.Sentence == m.Sentence && !o.Entry.Under("R"))).ToList())
        {
            if (!note.Live.Any(o => o.Sentence == m.Sentence && o.Entry.Under("I63"))) m.Reject(RejectReasons.Unsupported, Rule.Source);
        }

        if (!note.Has("I63", "I749")) return;
        foreach (var m in note.Live.Where(m => (m.Entry.Code is "I639" or "I749" or "I6340" or "I6330" or "I6350" || m.Entry.Under("I6319") || m.Entry.Under("I6349") || m.Entry.Under("I6339")) && m.Assertion is Assertion.Present or Assertion.Uncertain).ToList()) Artery(note, m);
        Score(note);
    }

    // "Right MCA infarct": the index has the infarct of the brain, and notes name the artery in its place.
    private static void Infarct(NoteCase note)
    {
        if (!note.Speaks("infarct", "infarcts", "infarction")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Results or SectionKind.Exam or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "infarct", "infarcts", "infarction");
            if (at < 0 || Vessel(note, sentence).At is not (>= 0 and var vessel) || Math.Abs(vessel - at) > 4 || note.Live.Any(m => m.Sentence == s && m.From <= at && m.To > at && !m.Entry.Under("I749"))) continue;
            if (note.FindWord(sentence, "old", "chronic", "remote", "prior", "previous", "evolving") >= 0 || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= at && x.To > at) || !note.Inpatient && note.ScopeAt(s, Assertion.Uncertain, at, at + 1) is not null) continue;
            var (from, to) = (Math.Min(at, vessel), Math.Max(at, vessel) + 1);
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Under("I829")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "I63");
            note.Add("I639", s, from, to, Assertion.Present, Rule.Id, "Alphabetic Index: Infarct, cerebral");
            return;
        }
    }

    private static void Artery(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        if (note.FindWord(sentence, "infarct", "infarction", "infarcts", "stroke", "cva", "strokes") < 0 || m.Entry.Code == "I749" && note.FindWord(sentence, "myocardial", "renal", "splenic") >= 0) return;
        if (Cause(note, m, sentence) is not { } cause) return;
        var (vessel, before, at) = Vessel(note, sentence);
        // A narrowed artery beside a stroke has not done it unless the note says so (I65 excludes only what causes an infarction).
        if (before && cause == '2' && note.Live.Any(o => o.Sentence == m.Sentence && o.Entry.Under("I65")) && note.FindWord(sentence, "due", "from", "secondary", "caused", "related", "attributed") < 0) return;
        // Of precerebral arteries 0 is a thrombosis, 1 an embolism, 2 an occlusion; of cerebral ones 3, 4 and 5.
        var kind = (char)(cause + (before ? 0 : 3));
        var side = Side.Of(note, m) switch { "right" => '1', "left" => '2', "bilateral" => '3', _ => '9' };
        var code = vessel == '\0' ? $"I63{kind}0" : before && vessel == '2' ? $"I63{kind}2" : $"I63{kind}{vessel}{side}";
        if (note.Codes.Find(code) is not { Billable: true } entry) return;
        m.Recode(entry, Rule.Id, "Tabular List, I63");
        if (at >= 0) m.Also.Add((at, at + 1));
        // The artery that the infarct has closed is in its code: I66.0 to I66.2 are the arteries 1 to 3 of I63.3 to I63.5.
        var closed = !before && vessel is '1' or '2' or '3' ? $"I66{(char)(vessel - 1)}{side}" : null;
        foreach (var other in note.Live.Where(o => o != m && (o.Entry.Code == closed || before && kind == '2' && o.Sentence == m.Sentence && o.Entry.Under("I65") || o.Entry.Under("I829") && note.Word(o.From) is "thrombotic" or "embolic" || o.Sentence == m.Sentence && (o.Entry.Under("I749") || o.Entry.Code == "I639"))).ToList()) other.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
    }

    // '0' thrombosis, '1' embolism, '2' occlusion or stenosis; null when the note says none.
    private static char? Cause(NoteCase note, Mention m, Sentence sentence)
    {
        bool Says(params ReadOnlySpan<string> words) => note.FindWord(sentence, words) is >= 0 and var at && !Elsewhere(note, m, at) && note.ScopeAt(m.Sentence, Assertion.Negated, at, at + 1) is null && !(note.ScopeAt(m.Sentence, Assertion.Uncertain, at, at + 1) is not null && !note.Inpatient);
        if (Says("embolic", "cardioembolic", "cardioembolism", "embolism", "embolus", "thromboembolic", "emboli")) return '1';
        if (Says("thrombotic", "thrombosis", "thrombus", "atherothrombotic")) return '0';
        if (m.Entry.Code == "I749") return '1';
        if (Says("occlusion", "stenosis", "occluded")) return '2';
        // The source may stand in the sentence behind.
        for (var s = m.Sentence + 1; s < Math.Min(note.Note.Sentences.Count, m.Sentence + 3); s++)
        {
            if (note.FindWord(note.Note.Sentences[s], "cardioembolic") is >= 0 and var at && !note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Uncertain && x.From <= at && x.To > at)) return '1';
        }

        return null;
    }

    // "Stroke, pulmonary embolism" and "stroke, aortic stenosis" name no artery of the brain.
    private static bool Elsewhere(NoteCase note, Mention m, int at) =>
        note.Touching(at, at + 1).Any(o => o != m && o.From <= at && o.To > at && o.To - o.From > 1 && !o.Entry.Under("I6") && !o.Entry.Under("I74"));

    private static (char Vessel, bool Precerebral, int At) Vessel(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var cerebral = i + 1 < sentence.To && note.Word(i + 1) is "cerebral";
            switch (note.Word(i))
            {
                case "mca": return ('1', false, i);
                case "aca": return ('2', false, i);
                case "pca": return ('3', false, i);
                case "pica" or "aica": return ('4', false, i);
                case "middle" when cerebral: return ('1', false, i);
                case "anterior" when cerebral: return ('2', false, i);
                case "posterior" when cerebral: return ('3', false, i);
                case "cerebellar": return ('4', false, i);
                case "vertebral": return ('1', true, i);
                case "basilar": return ('2', true, i);
                case "carotid" or "ica": return ('3', true, i);
            }
        }

        return ('\0', false, -1);
    }

    private static void Score(NoteCase note)
    {
        if (!note.Has("I63") || note.Has("R297") || !note.Speaks("nihss", "nih")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "nihss", "nih");
            if (at < 0 || note.Word(at) == "nih" && (at + 1 >= sentence.To || note.Word(at + 1) is not ("stroke" or "ss"))) continue;
            for (var i = at + 1; i < Math.Min(sentence.To, at + 7); i++)
            {
                if (int.TryParse(note.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var score))
                {
                    if (score <= 42) note.Add(string.Create(CultureInfo.InvariantCulture, $"R297{score:00}"), s, at, i + 1, Assertion.Present, "stroke-scale", Rule.Source);
                    return;
                }

                if (note.Word(i) is not ("score" or "of" or "was" or "is" or "stroke" or "scale" or "ss" or "initial" or "on" or "arrival" or "at" or "admission" or "presentation" or "total")) break;
            }
        }
    }
}
