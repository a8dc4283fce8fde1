using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The Alphabetic Index lists conditions under "Diabetes, with": they are coded as its complications even when the note does not link them, unless it says that they have
/// another cause (Official Guidelines I.A.15, I.C.4.a). Which condition goes to which fourth and fifth character is <c>data/detect/diabetes.txt</c>.
/// </summary>
internal static class Diabetes
{
    public static readonly Rule Rule = new("diabetes-with", "Guidelines I.A.15", Apply);

    private static readonly List<(string Suffix, bool Keep, string[] Prefixes)> Linked = [.. WordLists.Read("diabetes.txt").Select(c => (c[0], c[1] == "keep", c[2].Split(' ')))];

    private static readonly string[] Types = ["E08", "E09", "E10", "E11", "E13"];

    // Diabetes after the pancreas was taken out: E89.1 before it, and what is gone (I.C.4.a.6.b.i).
    private static void Operated(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("E13")).ToList())
        {
            if (m.Entry.Code == "E13" && note.Codes.Find("E139") is { } silent) m.Recode(silent, "diabetes-type", "Guidelines I.C.4.a.6");
            var at = Told.Beside(note, m, 6, "postpancreatectomy", "post-pancreatectomy", "pancreatectomy");
            if (at < 0 || note.Has("E891")) continue;
            note.Add("E891", m.Sentence, m.From, Math.Max(m.To, at + 1), m.Assertion, Rule.Id, "Guidelines I.C.4.a.6.b.i");
            var sentence = note.Note.Sentences[m.Sentence];
            if (!note.Has("Z9041") && note.FindWord(sentence, "pancreatectomy") is >= 0 and var cut) note.Add(note.FindWord(sentence, "partial", "distal", "subtotal") >= 0 ? "Z90411" : "Z90410", m.Sentence, cut, cut + 1, Assertion.Present, Rule.Id, "Guidelines I.C.4.a.6.b.i");
        }
    }

    private static void Apply(NoteCase note)
    {
        var mentions = note.Live.Where(m => Array.Exists(Types, m.Entry.Under)).ToList();
        if (mentions.Count == 0) return;
        // The type that the note states anywhere holds for the bare word elsewhere; type 2 is the default (I.C.4.a.2).
        var type = mentions.Select(m => m.Entry.Code[..3]).FirstOrDefault(t => t is "E10") ?? mentions.Select(m => m.Entry.Code[..3]).FirstOrDefault(t => t is not "E11") ?? "E11";
        foreach (var m in mentions.Where(m => m.Entry.Under("E11") && type != "E11" && !Says(note, m, "2")))
        {
            if (note.Codes.Find(type + m.Entry.Code[3..]) is { } same) m.Recode(same, "diabetes-type", "Guidelines I.C.4.a");
        }

        foreach (var m in mentions.Where(m => m.Entry.Code.Length == 5 && m.Entry.Code[3..] == "52"))
        {
            // "Arterial disease, without gangrene".
            if (Told.Beside(note, m, 4, "gangrene", "gangrenous") is < 0 && note.FindWord(note.Note.Sentences[m.Sentence], "gangrene", "gangrenous") >= 0 && note.Codes.Find(m.Entry.Code[..4] + "1") is { } dry) m.Recode(dry, Rule.Id, Rule.Source);
        }

        Secondary(note, mentions);
        Operated(note);
        // Diabetes due to another disease is E08 (I.C.4.a.6).
        foreach (var m in mentions.Where(m => m.Entry.Under("E11")))
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.To + 1 >= sentence.To || note.Word(m.To) is not ("due" or "secondary" or "from") || !note.Live.Any(o => o.Sentence == m.Sentence && o.From > m.To && Array.Exists(Underlying, o.Entry.Under))) continue;
            if (note.Codes.Find("E08" + m.Entry.Code[3..]) is { } secondary) m.Recode(secondary, "diabetes-secondary", "Guidelines I.C.4.a.6");
        }

        mentions = [.. note.Live.Where(m => Array.Exists(Types, m.Entry.Under))];
        if (mentions.Exists(m => m.Entry.Under("E08")) && mentions.TrueForAll(m => m.Entry.Under("E08") || !Says(note, m, "2")))
        {
            type = "E08";
            // Its complications, named as diabetic without the cause, are of the same diabetes.
            foreach (var m in mentions.Where(m => m.Entry.Under("E11"))) if (note.Codes.Find(type + m.Entry.Code[3..]) is { } same) m.Recode(same, "diabetes-secondary", "Guidelines I.C.4.a.6");
        }

        // "Poorly controlled" is with hyperglycemia (Alphabetic Index), also behind a comma.
        foreach (var m in mentions.Where(m => m.Entry.Code.Length == 4 && m.Entry.Code[3] == '9' && m.Assertion == Assertion.Present))
        {
            if (Told.Beside(note, m, 4, "poorly", "inadequately") is not (>= 0 and var poorly) || poorly + 1 >= note.Note.Words.Count || note.Word(poorly + 1) != "controlled" || Told.Denied(note, m.Sentence, poorly) || note.Codes.Find(m.Entry.Code[..3] + "65") is not { } high) continue;
            m.Recode(high, Rule.Id, "Alphabetic Index: Diabetes, poorly controlled");
            m.Also.Add((poorly, poorly + 2));
        }

        var lead = mentions[0];
        DueTo(note, type, mentions);
        foreach (var other in note.Live.ToList())
        {
            if (other.Assertion == Assertion.Uncertain && !note.Inpatient) continue;
            if (Linked.FirstOrDefault(l => l.Prefixes.Any(other.Entry.Under)) is not { Suffix: not null } link || OtherCause(note, other)) continue;
            var at = mentions.FirstOrDefault(m => m.Entry.Under("E10") || m.Entry.Under("E11") || m.Entry.Under("E13") || m.Entry.Under("E08") || m.Entry.Under("E09")) ?? lead;
            // "Neuropathy" without more is no polyneuropathy.
            var code = type + (link.Suffix == "42" && other.Entry.Under("G629") && !Says(note, other, "polyneuropathy") && !Says(note, other, "peripheral") ? "40" : link.Suffix);
            if (note.Codes.Find(code) is not { } entry) continue;
            if (!entry.Billable)
            {
                // Retinopathy by stage and eye: as far as the note says.
                if (Specificity.Default(note.Codes, entry) is not { } silent) continue;
                entry = silent;
            }

            if (!note.Live.Any(m => m.Entry.Under(code)))
            {
                if (note.Add(entry.Code, at.Sentence, at.From, at.To, at.Assertion, Rule.Id, Rule.Source) is { } added) added.Also.Add((other.From, other.To));
            }

            if (!link.Keep) other.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            else other.Kept = true;
        }

        if (!note.Live.Any(m => Array.Exists(Types, m.Entry.Under) && !m.Entry.Code[3..].StartsWith('9') && !m.Entry.Under(type + "8"))) return;
        foreach (var m in note.Live.ToList())
        {
            if (Array.Exists(Types, m.Entry.Under) && (m.Entry.Code[3..].StartsWith('9') || m.Entry.Code[3..] == "8")) m.Reject(RejectReasons.Combined, Rule.Source, note.Live.First(o => Array.Exists(Types, o.Entry.Under) && o.Entry.Code[3] is not ('9' or '8')).Entry.Display);
        }
    }

    // "Erectile dysfunction due to diabetes": what the note links is another specified complication where the index has none of its own (E-.69).
    private static void DueTo(NoteCase note, string type, List<Mention> mentions)
    {
        foreach (var m in mentions)
        {
            for (var i = m.From - 1; i >= Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 5); i--)
            {
                if (note.Word(i) is not ("due" or "secondary" or "from" or "d/t") || note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Max(note.Note.Sentences[m.Sentence].From, i - 1), To = m.From }, "not", "unrelated") >= 0) continue;
                var other = note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.To <= i && i - o.To <= 1 && o.Entry.Code[0] is not ('E' or 'R' or 'Z' or 'S' or 'T' or 'O' or 'A' or 'B' or 'C' or 'D' or 'F') && o.Assertion == m.Assertion);
                if (other is null || Linked.Exists(l => l.Prefixes.Any(other.Entry.Under)) || note.Codes.Find(type + "69") is not { } entry) break;
                if (other.Entry.Code == "N529" && note.Codes.Find("N521") is { } caused) other.Recode(caused, Rule.Id, "Alphabetic Index: Dysfunction, erectile, due to");
                other.Kept = true;
                if (!note.Has(entry.Code) && note.Add(entry.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Guidelines I.C.4.a") is { } added) added.Also.Add((other.From, other.To));
                break;
            }
        }
    }

    // Diseases that cause diabetes (code first note at E08).
    private static readonly string[] Underlying = ["K86", "K85", "E84", "E24", "E83", "C25", "E22", "D35", "P350", "E40", "E41", "E42", "E43", "E44", "E45", "E46", "K903", "E72"];

    // "Cystic fibrosis-related diabetes", "CFRD", "pancreatogenic diabetes", "diabetes due to acromegaly", "hemochromatosis with diabetes due to it".
    private static void Secondary(NoteCase note, List<Mention> mentions)
    {
        foreach (var m in mentions.Where(m => m.Entry.Under("E11") && !Says(note, m, "2")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            // Without a pancreas the diabetes is another specified one, and its cause has a code beside it (I.C.4.a.6.b.i).
            if (Told.Says(note, m, 4, "pancreatectomy", "postpancreatectomy", "post-pancreatectomy") && (Told.Says(note, m, 4, "due", "after", "following", "from", "secondary", "since", "s/p") || Told.Says(note, m, 2, "postpancreatectomy", "post-pancreatectomy")) && note.Codes.Find("E13" + m.Entry.Code[3..]) is { } other)
            {
                m.Recode(other, "diabetes-secondary", "Guidelines I.C.4.a.6.b.i");
                if (!note.Has("E891")) note.Add("E891", m.Sentence, m.From, m.To, m.Assertion, "diabetes-secondary", "Guidelines I.C.4.a.6.b.i");
                continue;
            }

            var named = Told.Says(note, m, 3, "pancreatogenic", "pancreatogenous", "3c", "cfrd");
            var cause = note.Live.FirstOrDefault(o => o.Sentence == m.Sentence && o.To <= m.From && m.From - o.To <= 2 && Array.Exists(Underlying, o.Entry.Under));
            var related = cause is not null && note.FindWord(sentence with { From = cause.To, To = m.From }, "related", "induced", "associated") >= 0;
            for (var i = m.To; !related && i < Math.Min(sentence.To, m.To + 4); i++)
            {
                if (note.Word(i) is not ("due" or "secondary" or "from" or "caused" or "because")) continue;
                // Behind the link the cause, or "it", which is the disease told before.
                related = i + 2 < sentence.To && note.Word(i + 1) is "to" or "by" && note.Word(i + 2) is "it" or "this" && note.Live.Any(o => o.Sentence == m.Sentence && o.To <= m.From && Array.Exists(Underlying, o.Entry.Under))
                    || note.Live.Any(o => o.Sentence == m.Sentence && o.From > i && o.From <= i + 5 && Array.Exists(Underlying, o.Entry.Under));
            }

            if (!named && !related || note.Codes.Find("E08" + m.Entry.Code[3..]) is not { } secondary) continue;
            m.Recode(secondary, "diabetes-secondary", "Guidelines I.C.4.a.6");
            m.Kept = true;
        }

        // "CFRD" says both.
        if (note.Live.FirstOrDefault(m => m.Entry.Under("E08") && note.Word(m.From) is "cfrd" or "cystic") is { } both && !note.Has("E84")) note.Add("E848", both.Sentence, both.From, both.To, both.Assertion, "diabetes-secondary", "Code first note at E08");
        // What a cystic fibrosis does to the pancreas is its other manifestation.
        if (note.Has("E08") && note.Codes.Find("E848") is { } fibrosis) foreach (var m in note.Live.Where(m => m.Entry.Code == "E849").ToList()) m.Recode(fibrosis, "diabetes-secondary", "Code first note at E08");
    }

    private static bool Says(NoteCase note, Mention m, string number)
    {
        for (var i = m.From; i < m.To; i++)
        {
            if (note.Word(i) == number || note.Word(i) is "t2dm" or "dm2" or "dmii" or "niddm" or "ii" or "t2d" or "two") return true;
        }

        return false;
    }

    // "Neuropathy due to chemotherapy", "not diabetic", "unrelated to diabetes".
    private static bool OtherCause(NoteCase note, Mention m)
    {
        // Drugs, alcohol and toxins are the cause in the name itself.
        if (m.Entry.Code is "G620" or "G621" or "G622") return true;
        var sentence = note.Note.Sentences[m.Sentence];
        // The cause may be part of the name: "neuropathy due to chemotherapy".
        for (var i = m.From + 1; i < Math.Min(sentence.To, m.To + 4); i++)
        {
            if (note.Word(i) is "due" or "secondary" or "from" or "caused" or "attributed" or "attributable" or "because")
            {
                for (var k = i; k < Math.Min(sentence.To, i + 6); k++)
                {
                    if (note.Word(k) is "not" or "rather") return true;
                    if (note.Word(k) is "diabetes" or "diabetic" or "dm" or "t2dm" or "dm2") return false;
                }

                return true;
            }
        }

        if (note.FindWord(sentence, "unrelated", "nondiabetic") >= 0) return true;
        // "Not diabetic", "not from diabetes", "rather than diabetes", in the sentence or in the next one, which speaks of it.
        for (var s = m.Sentence; s <= Math.Min(m.Sentence + 1, note.Note.Sentences.Count - 1); s++)
        {
            var here = note.Note.Sentences[s];
            for (var i = Math.Max(here.From, s == m.Sentence ? m.From : here.From); i + 1 < here.To; i++)
            {
                if (note.Word(i) is not ("not" or "than" or "nor" or "never")) continue;
                for (var k = i + 1; k < Math.Min(here.To, i + 5); k++)
                {
                    if (note.Word(k) is "with" or "on" or "well" or "controlled" or "uncontrolled" || note.Note.Words[k].Has(Mark.Semicolon)) break;
                    if (note.Word(k) is not ("diabetes" or "diabetic" or "dm" or "t2dm" or "hyperglycemia")) continue;
                    // "The patient is not diabetic" is said of another thing than a cause.
                    // "Alcoholic neuropathy, not diabetic".
                    var named = k == i + 1 && note.Word(k) == "diabetic" && s == m.Sentence && note.Word(i - 1) is not ("is" or "are" or "was" or "were" or "patient");
                    var linked = named || k - i > 1 && note.FindWord(here with { From = i, To = k }, "due", "to", "from", "by", "because", "of", "related", "caused") >= 0 || note.Word(i) == "than" || note.FindWord(here with { To = i }, "due", "from", "to", "attributed", "caused", "secondary", "because", "blames", "related") is >= 0 and var link && (s > m.Sentence || link >= m.From);
                    if (linked && (s == m.Sentence || note.FindWord(here, "neuropathy", "kidney", "ckd", "nephropathy", "retinopathy", "it", "this", "disease", "ulcer", "cataract", "gastroparesis") >= 0)) return true;
                }
            }
        }

        return false;
    }
}
