using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A polyp of the colon that pathology calls an adenoma is a benign neoplasm of its part of the bowel, D12, and no polyp beside it (Alphabetic Index: Polyp, colon,
/// adenomatous; excludes note at K63.5; IV.K: an outpatient report is coded by what pathology found).
/// </summary>
internal static class Polyps
{
    public static readonly Rule Rule = new("adenomatous-polyp", "Guidelines IV.K", Apply);

    private static readonly (string Word, string Code)[] Parts =
    [
        ("cecum", "D120"), ("cecal", "D120"), ("appendix", "D121"), ("ascending", "D122"), ("transverse", "D123"), ("hepatic", "D123"), ("splenic", "D123"), ("descending", "D124"), ("sigmoid", "D125"), ("rectosigmoid", "D127"), ("rectum", "D128"), ("rectal", "D128"),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("K635", "K621", "D12") || !note.Speaks("adenoma", "adenomas", "adenomatous", "tubulovillous", "villous")) return;
        var (s, at) = Found(note);
        if (at < 0) return;
        var other = Hyperplastic(note);
        foreach (var m in note.Live.Where(m => m.Entry.Under("K635") || m.Entry.Under("K621") || m.Entry.Under("D12") && note.FindWord(note.Note.Sentences[m.Sentence], "polyp", "polyps") >= 0).ToList())
        {
            var codes = Sites(note, m);
            // "Ascending colon: adenoma. Sigmoid: hyperplastic": each part by what was found there.
            var plain = codes.Where(other.Contains).ToList();
            codes.RemoveAll(other.Contains);
            if (plain.Count > 0 && codes.Count == 0)
            {
                if (note.Codes.Find(plain[0] == "D128" ? "K621" : "K635") is { } polyp) m.Recode(polyp, Rule.Id, Rule.Source);
                m.Kept = true;
                continue;
            }

            m.Kept = true;
            if (note.Codes.Find(codes.Count > 0 ? codes[0] : m.Entry.Under("D12") ? m.Entry.Code : m.Entry.Under("K621") ? "D128" : "D126") is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Also.Add((at, at + 1));
            foreach (var code in codes.Skip(1)) if (!note.Has(code)) note.Add(code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, Rule.Source);
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code is "D369" or "D126" && m.Sentence == s && note.Has("D120", "D121", "D122", "D123", "D124", "D125", "D126", "D127", "D128")).ToList())
        {
            if (m.Entry.Code == "D369" || note.Live.Any(o => o.Entry.Under("D12") && o.Entry.Code != "D126")) m.Reject(RejectReasons.Combined, Rule.Source);
        }
    }

    // The word of pathology that is affirmed; a history of adenomas is none of today.
    private static (int Sentence, int At) Found(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            var at = note.FindWord(sentence, "adenoma", "adenomas", "adenomatous", "tubulovillous", "villous");
            if (at >= 0 && !note.ScopesOf[s].Exists(x => x.From <= at && x.To > at && x.Kind != Assertion.Uncertain)) return (s, at);
        }

        return (-1, -1);
    }

    // The parts whose polyps pathology calls something else than adenomas.
    private static HashSet<string> Hyperplastic(NoteCase note)
    {
        var (plain, adenomas) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (!note.Speaks("hyperplastic", "inflammatory")) return plain;
        var (heading, headed) = ((Sentence?)null, 0);
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            // "C. RECTUM, BIOPSY:" with its findings in the lines below.
            if (sentence.To < note.Note.Words.Count && note.Note.Words[sentence.To].Has(Mark.Colon) || note.Note.Words[sentence.From].Has(Mark.Line) && Array.Exists(Parts, p => note.FindWord(sentence, p.Word) >= 0)) (heading, headed) = (sentence, s);
            var adenoma = note.FindWord(sentence, "adenoma", "adenomas", "adenomatous", "tubulovillous", "villous") >= 0;
            var finding = note.FindWord(sentence, "adenoma", "adenomas", "adenomatous", "tubulovillous", "villous", "hyperplastic", "inflammatory");
            if (finding < 0 || note.ScopeAt(s, Assertion.Negated, finding, finding + 1) is not null) continue;
            var place = Array.Exists(Parts, p => note.FindWord(sentence, p.Word) >= 0) ? sentence : heading is { } above && s - headed <= 2 && note.Note.Words[sentence.From].Has(Mark.Line | Mark.Colon) ? above : sentence;
            for (var i = place.From; i < place.To; i++)
            {
                foreach (var (word, code) in Parts) if (note.Word(i) == word) (adenoma ? adenomas : plain).Add(code);
            }
        }

        plain.ExceptWith(adenomas);
        return plain;
    }

    private static List<string> Sites(NoteCase note, Mention m)
    {
        var sentence = note.Note.Sentences[m.Sentence];
        var found = new List<string>();
        for (var i = Math.Max(sentence.From, m.From - 6); i < Math.Min(sentence.To, m.To + 8); i++)
        {
            foreach (var (word, code) in Parts) if (note.Word(i) == word && !found.Contains(code)) found.Add(code);
        }

        return found;
    }
}
