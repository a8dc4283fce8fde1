using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A tumour "metastatic to" a place is secondary there and primary where it came from; "metastatic" before a primary's name says that there are secondaries of unknown place
/// (Official Guidelines I.C.2, I.C.2.b). Secondaries come from the Table of Neoplasms.
/// </summary>
internal static class Neoplasms
{
    public static readonly Rule Rule = new("metastasis", "Guidelines I.C.2.b", Apply);

    private static void Apply(NoteCase note)
    {
        Secondary(note);
        Painful(note);
        Broken(note);
        Unplaced(note);
        Biopsied(note);
        Elsewhere(note);
    }

    // "Stomach biopsy, antrum: adenocarcinoma": the place of a carcinoma is what the tissue was taken from.
    private static void Biopsied(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "C801" && m.Assertion == Assertion.Present).ToList())
        {
            for (var i = m.From - 1; i > Math.Max(0, m.From - 40); i--)
            {
                if (note.Word(i) is not ("biopsy" or "biopsies" or "specimen")) continue;
                if (note.Note.Words[i - 1].Has(Mark.Line) && note.Note.Words[i].Has(Mark.Line) || note.Lexicon.Lookup("malignant neoplasm of " + note.Word(i - 1), static c => c.Under("C") && !c.Under("C77") && !c.Under("C78") && !c.Under("C79") && !c.Under("C80")) is not { } entry || (entry.Billable ? entry : Specificity.Default(note.Codes, entry)) is not { } billable) break;
                m.Recode(billable, Rule.Id, "Table of Neoplasms");
                m.Also.Add((i - 1, i + 1));
                break;
            }
        }
    }

    // Cancers whose place one sentence names and another does not are one: "melanoma of the back", "the melanoma".
    private static readonly string[] Unspecified = ["C439", "C4490", "C4491", "C4492", "C4499", "C509", "C189", "C159", "C169", "C259", "C679", "C719", "C029", "C329", "C549", "C629"];

    private static void Elsewhere(NoteCase note)
    {
        foreach (var group in note.Live.Where(m => m.Entry.Code[0] == 'C' && m.Assertion == Assertion.Present).GroupBy(m => m.Entry.Code[..3]).ToList())
        {
            var placed = group.Where(m => !Array.Exists(Unspecified, m.Entry.Under)).Select(m => m.Entry).Distinct().ToList();
            if (placed.Count != 1) continue;
            // A side that was named for the one and not for the other parts nothing; two sides do.
            foreach (var m in group.Where(m => Array.Exists(Unspecified, m.Entry.Under) && (!m.Entry.Under("C509") || m.Entry.Code.Length > 5 && placed[0].Code.Length > 5 && (m.Entry.Code[5] == placed[0].Code[5] || m.Entry.Code[5] == '9'))))
            {
                if (m.Entry.Under("C44") && m.Entry.Code[4] != placed[0].Code[^1] && m.Entry.Code[4] != '0') continue;
                m.Recode(placed[0], Rule.Id, "Guidelines I.B.2");
            }
        }
    }

    // "Neoplasm of unspecified behavior, skin of the nose": the place behind the comma (Table of Neoplasms).
    private static void Unplaced(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is "D499" or "D489" && m.To - m.From > 1).ToList())
        {
            var (name, group) = m.Entry.Code == "D499" ? ("neoplasm", "D49") : ("neoplasm uncertain behavior", "D4");
            for (var i = m.To; i < Math.Min(note.Note.Sentences[m.Sentence].To, m.To + 8); i++)
            {
                if (note.Word(i).Length < 3 || note.Lexicon.Lookup($"{name} {note.Word(i)}", c => c.Under(group) && c.Code != m.Entry.Code) is not { } found || (found.Billable ? found : Specificity.Default(note.Codes, found)) is not { } entry) continue;
                m.Recode(entry, Rule.Id, "Table of Neoplasms");
                m.Also.Add((i, i + 1));
                break;
            }
        }
    }

    // "Pain due to bone metastases", "cancer pain" (I.C.6.b.5).
    private static void Painful(NoteCase note)
    {
        if (note.Has("G893") || !note.Speaks("pain") || !note.Has("C")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'C' && m.Assertion is Assertion.Present).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            for (var i = Math.Max(sentence.From, m.From - 7); i < m.From; i++)
            {
                if (note.Word(i) != "pain" || Told.Denied(note, m.Sentence, i) || note.FindWord(sentence with { From = i, To = m.From }, "due", "from", "secondary", "related", "caused") < 0) continue;
                note.Add("G893", m.Sentence, i, m.To, Assertion.Present, Rule.Id, "Guidelines I.C.6.b.5");
                return;
            }
        }
    }

    // A bone that a tumour broke (Tabular List, M84.5), by the bone between the fracture and its cause.
    private static void Broken(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("M844")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var cause = note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.From >= m.From && (o.Entry.Under("C795") || o.Entry.Code[0] == 'C') && o.Assertion == Assertion.Present);
            var link = note.FindWord(sentence with { From = m.From }, "due", "from", "secondary", "in", "d/t", "2");
            if (cause is null || link < 0) continue;
            var (_, bone) = Array.Find(Bones, b => note.FindWord(sentence with { From = Math.Max(sentence.From, m.From - 4), To = Math.Max(link, m.To) }, b.Words) >= 0);
            if (bone is null || note.Codes.Find("M845") is not { } heading) continue;
            var named = bone is "pelvis" or "other specified site" ? bone : $"{Side.Of(note, m) ?? "unspecified"} {bone}";
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Code.EndsWith('A') && c.Title.Contains($", {named},", StringComparison.Ordinal)) is not { } entry) continue;
            m.Recode(entry, Rule.Id, "Tabular List, M84.5");
        }
    }

    // Of the spine M84.58, as of every place without its own.
    private static readonly (string[] Words, string Bone)[] Bones =
    [
        (["humerus", "humeral"], "humerus"), (["radius"], "radius"), (["ulna"], "ulna"), (["femur", "femoral", "hip"], "femur"), (["pelvis", "acetabulum", "ilium"], "pelvis"), (["tibia", "tibial"], "tibia"), (["fibula", "fibular"], "fibula"), (["clavicle", "scapula", "shoulder"], "shoulder"),
        (["ankle"], "ankle"), (["foot"], "foot"), (["hand"], "hand"), (["vertebra", "vertebral", "vertebrae", "spine", "rib", "ribs"], "other specified site"),
    ];

    private static void Secondary(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var cue = note.FindWord(sentence, "metastatic", "metastasis", "metastases", "metastasized", "mets");
            if (cue < 0) continue;
            if (note.ScopeAt(s, Assertion.Negated, cue, cue + 1) is not null || note.ScopeAt(s, Assertion.Family, cue, cue + 1) is not null) continue;
            var to = -1;
            for (var i = cue + 1; i < Math.Min(sentence.To, cue + 7) && !note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon); i++) if (note.Word(i) is "to") { to = i + 1; break; }
            if (to < 0) Joined(note, s, sentence, cue);
            if (to < 0) From(note, s, sentence, cue);
            if (to < 0 || to >= sentence.To) continue;
            var end = to;
            while (end < sentence.To && end < to + 8 && note.Word(end) is not ("from" or "with" or "status" or "on" or "who") && !(end > to && note.Note.Words[end].Has(Mark.Semicolon))) end++;
            var found = Secondaries(note, s, cue, to, end);
            if (found == 0) continue;
            // What was read across the words of the metastasis is read again without them.
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Code[0] == 'C' && !m.Kept && m.To > cue).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
            Primary(note, s, sentence, cue, to, end);
        }
    }

    // "Metastases from colon cancer": what follows is the primary, and no place of the metastases.
    private static void From(NoteCase note, int s, Sentence sentence, int cue)
    {
        var from = note.FindWord(sentence with { From = cue + 1, To = Math.Min(sentence.To, cue + 7) }, "from");
        // "Bone metastases of prostate cancer": their place stands before the word.
        if (from < 0 && cue + 1 < sentence.To && note.Word(cue + 1) == "of" && note.Live.Any(m => m.Sentence == s && (m.Entry.Under("C77") || m.Entry.Under("C78") || m.Entry.Under("C79")) && m.To <= cue + 1)) from = cue + 1;
        if (from < 0 || from + 1 >= sentence.To) return;
        var end = from + 1;
        while (end < sentence.To && end < from + 7 && note.Word(end) is not ("with" or "status" or "on" or "who" or "s/p" or "in" or "and" or "is" or "was") && !(end > from + 1 && note.Note.Words[end].Has(Mark.Semicolon | Mark.Comma | Mark.Open))) end++;
        bool Primary(CodeEntry code) => code.Under("C") && !code.Under("C77") && !code.Under("C78") && !code.Under("C79") && !code.Under("C80");
        if (note.Live.Any(m => m.Sentence == s && m.From > from && m.To <= end && Primary(m.Entry))) return;
        var words = string.Join(' ', Enumerable.Range(from + 1, end - from - 1).Select(note.Word).Where(w => w is not ("a" or "the" or "his" or "her" or "known" or "primary")));
        if (note.Lexicon.Lookup(words, Primary) is not { } entry || (entry.Billable ? entry : Specificity.Default(note.Codes, entry)) is not { } billable) return;
        foreach (var m in note.Live.Where(m => m.Sentence == s && !m.Kept && m.To > from && m.From < end && m.Entry.Code[0] == 'C').ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
        if (note.Add(billable.Code, s, from + 1, end, Assertion.Present, "primary-of-metastasis", Rule.Source) is { } added) Specificity.Refine(note, added);
    }

    // "With bone and liver mets": of places joined before the word each is one.
    private static void Joined(NoteCase note, int s, Sentence sentence, int cue)
    {
        if (note.Word(cue) == "metastatic") return;
        for (var (end, n) = (cue, 0); n < 4; n++)
        {
            Mention? added = null;
            for (var length = 2; length > 0 && added is null; length--)
            {
                var from = end - length;
                if (from < sentence.From) continue;
                var site = string.Join(' ', Enumerable.Range(from, length).Select(note.Word));
                if (note.Word(from) is "and" or "with" or "w" or "or" || length == 2 && note.Note.Words[from + 1].Has(Mark.Comma | Mark.Slash) || note.Lexicon.Lookup("secondary malignant neoplasm " + site, code => code.Under("C77") || code.Under("C78") || code.Under("C79")) is not { } entry || entry.Under("C799") || entry.Under("C7989")) continue;
                if ((entry.Billable ? entry : Specificity.Default(note.Codes, entry)) is not { } billable) continue;
                // "Pain due to bone metastases" is no pain of a bone.
                foreach (var m in note.Touching(from, end).Where(m => m.Live && m.From < end && m.To > from && m.To <= cue && m.Entry.Under("M898")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, billable.Display);
                // "Bladder cancer, bone metastases": the place of another disease is none of the metastases.
                if (note.Touching(from, end).Any(m => m.Live && m.From < end && m.To > from && !m.Entry.Under("C77") && !m.Entry.Under("C78") && !m.Entry.Under("C79"))) return;
                // The place next to the word is read with it already.
                added = note.Live.FirstOrDefault(m => m.Entry.Category.SequenceEqual(billable.Category) && m.Entry.Code[..4] == billable.Code[..4]) ?? note.Add(billable.Code, s, from, end, Assertion.Present, Rule.Id, Rule.Source);
                if (added is null) return;
                if (added.From == from && added.To == end) added.Also.Add((cue, cue + 1));
                // What was read across this place ("of lung with brain metastases") is no secondary.
                foreach (var m in note.Live.Where(m => m != added && m.Sentence == s && !m.Kept && m.From < from && m.To > cue && note.FindWord(sentence with { From = m.From, To = from }, "with") >= 0 && (m.Entry.Under("C77") || m.Entry.Under("C78") || m.Entry.Under("C79"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
                end = from;
            }

            if (added is null || end <= sentence.From) return;
            // "Bone, liver and brain": on over the joint.
            if (note.Word(end - 1) == "and") end--;
            else if (!note.Note.Words[end].Has(Mark.Comma | Mark.Slash)) return;
        }
    }

    private static int Secondaries(NoteCase note, int s, int cue, int from, int to)
    {
        var n = 0;
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && note.Word(end) is not ("and" or "or") && !note.Note.Words[end].Has(Mark.Comma)) end++;
            var site = string.Join(' ', Enumerable.Range(start, end - start).Select(note.Word));
            if (note.Lexicon.Lookup("secondary malignant neoplasm " + site, code => code.Under("C77") || code.Under("C78") || code.Under("C79")) is { } entry)
            {
                var billable = entry.Billable ? entry : Specificity.Default(note.Codes, entry);
                if (billable is not null && note.Add(billable.Code, s, start, end, Assertion.Present, Rule.Id, Rule.Source) is { } added) { added.Also.Add((cue, cue + 1)); Specificity.Refine(note, added); n++; }
            }

            start = end;
            while (start < to && note.Word(start) is "and" or "or" or "the") start++;
        }

        return n;
    }

    private static void Primary(NoteCase note, int s, Sentence sentence, int cue, int to, int end)
    {
        foreach (var (from, until) in (ReadOnlySpan<(int, int)>)[(end, sentence.To), (cue + 1, to - 1), (Math.Max(sentence.From, cue - 9), cue)])
        {
            if (until - from < 1) continue;
            var words = string.Join(' ', Enumerable.Range(from, until - from).Select(note.Word).Where(w => w is not ("from" or "with" or "known" or "a" or "primary")));
            if (note.Lexicon.Lookup(words, code => code.Under("C") && !code.Under("C77") && !code.Under("C78") && !code.Under("C79") && !code.Under("C80")) is not { } entry) continue;
            var billable = entry.Billable ? entry : Specificity.Default(note.Codes, entry);
            if (billable is null) continue;
            if (note.Add(billable.Code, s, from, until, Assertion.Present, "primary-of-metastasis", Rule.Source) is { } added) Specificity.Refine(note, added);
            return;
        }
    }
}
