using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Secondaries of lymph nodes by the region that the note names (Table of Neoplasms: lymph gland, by region; Official Guidelines I.B.2).</summary>
internal static class LymphNodes
{
    public static readonly Rule Rule = new("lymph-nodes", "Table of Neoplasms", Apply);

    private static readonly (string Code, string[] Words)[] Regions =
    [
        ("C771", ["mediastinal", "hilar", "intrathoracic", "thoracic", "subcarinal", "paratracheal", "bronchopulmonary"]), ("C770", ["cervical", "supraclavicular", "neck", "submandibular"]), ("C773", ["axillary", "axilla", "epitrochlear"]),
        ("C772", ["retroperitoneal", "paraaortic", "periaortic", "mesenteric", "celiac", "portocaval", "abdominal"]), ("C774", ["inguinal", "femoral", "groin"]), ("C775", ["pelvic", "iliac", "obturator", "hypogastric"]),
    ];

    private static void Apply(NoteCase note)
    {
        Lymphomas(note);
        Involved(note);
        Enlarged(note);
        // "Cancer of the breast with axillary node metastasis": the nodes have it, not another breast.
        foreach (var m in note.Live.Where(m => (m.Entry.Under("C78") || m.Entry.Under("C79")) && NamesNode(note, m) && note.Live.Any(o => o.Sentence == m.Sentence && o.Entry.Under("C77"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, "C77");
        foreach (var m in note.Live.Where(m => m.Entry.Under("C779")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            foreach (var (code, words) in Regions)
            {
                if (!Beside(note, sentence, m, words) || note.Codes.Find(code) is not { } entry) continue;
                m.Recode(entry, Rule.Id, Rule.Source);
                break;
            }
        }
    }

    // "Enlarged lymph nodes in the neck": of one region they are localized (Alphabetic Index: Enlargement, lymph gland or node, localized).
    private static void Enlarged(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "R599" && (Told.Says(note, m, 4, "neck", "cervical", "axilla", "axillary", "armpit", "groin", "inguinal", "supraclavicular", "submandibular", "occipital", "epitrochlear", "popliteal", "hilar", "mediastinal", "preauricular", "postauricular") || NamesRegion(note, m))).ToList())
        {
            if (note.Codes.Find(Told.Says(note, m, 4, "generalized", "diffuse") ? "R591" : "R590") is { } entry) m.Recode(entry, Rule.Id, "Alphabetic Index: Enlargement, lymph gland or node");
        }
    }

    private static bool NamesRegion(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++) if (note.Word(i) is "neck" or "cervical" or "axilla" or "axillary" or "groin" or "inguinal" or "supraclavicular" or "submandibular") return true;
        return false;
    }

    private static bool NamesNode(NoteCase note, Mention m)
    {
        for (var i = m.From; i < m.To; i++) if (note.Word(i) is "node" or "nodes" or "nodal") return true;
        return false;
    }

    // "Axillary node positive for metastatic carcinoma", "3 of 14 axillary nodes positive": a metastasis in the nodes, not in a place unknown.
    private static void Involved(NoteCase note)
    {
        if (!note.Speaks("node", "nodes", "nodal") || !note.Speaks("metastasis", "metastases", "metastatic", "mets", "malignancy", "malignant", "carcinoma", "cancer", "positive", "involved", "involvement", "disease")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Psh or SectionKind.Instructions or SectionKind.Consent or SectionKind.Plan) continue;
            var node = note.FindWord(sentence, "node", "nodes", "nodal");
            if (node < 0) continue;
            var sign = note.FindWord(sentence with { From = node }, "metastasis", "metastases", "metastatic", "mets");
            if (sign < 0) sign = note.FindWord(sentence with { From = Math.Max(sentence.From, node - 3), To = node }, "metastatic", "metastasis", "metastases");
            var positive = note.FindWord(sentence with { From = node, To = Math.Min(sentence.To, node + 3) }, "positive", "involved");
            // "Positive for malignancy", or a count of nodes that are positive, of a cancer that the note names.
            if (sign < 0 && positive >= 0 && note.Has("C") && (note.Word(positive) == "involved" || positive + 1 >= sentence.To || note.Note.Words[positive + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Open) || note.FindWord(sentence with { From = positive, To = Math.Min(sentence.To, positive + 5) }, "malignancy", "malignant", "carcinoma", "cancer", "disease") >= 0)) sign = positive;
            if (sign < 0 || Math.Abs(sign - node) > 8 || Parted(note, Math.Min(node, sign), Math.Max(node, sign)) || note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Present && x.From <= sign && x.To > sign)) continue;
            var at = sentence with { From = Math.Max(sentence.From, node - 4), To = Math.Min(sentence.To, node + 5) };
            var region = Array.Find(Regions, r => note.FindWord(at, r.Words) >= 0).Code ?? "C779";
            foreach (var m in note.Live.Where(m => m.Sentence == s && (m.Entry.Under("C799") || m.Entry.Under("C80") || m.Entry.Under("C7989") || m.Entry.Under("C779")) && m.From >= node - 6 && m.From <= sign + 3 && !(m.Entry.Under("C80") && note.FindWord(sentence with { From = m.From, To = m.To }, "unknown", "primary") >= 0)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, region);
            if (note.Has(region) || region == "C779" && note.Has("C77")) continue;
            note.Add(region, s, Math.Min(node, sign), Math.Max(node, sign) + 1, Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    private static bool Parted(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++) if (note.Note.Words[i].Has(Mark.Semicolon)) return true;
        return false;
    }

    // A lymphoma by the nodes in which it is (fifth character of C81 to C85).
    private static void Lymphomas(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 5 && m.Entry.Code[4] == '0' && m.Entry.Title.EndsWith("unspecified site", StringComparison.Ordinal) && (m.Entry.Under("C81") || m.Entry.Under("C82") || m.Entry.Under("C83") || m.Entry.Under("C84") || m.Entry.Under("C85"))).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (note.FindWord(sentence, "nodes", "node", "lymphadenopathy", "adenopathy") < 0) continue;
            foreach (var (code, words) in Regions)
            {
                if (note.FindWord(sentence, words) < 0 || note.Codes.Find(m.Entry.Code[..4] + (char)(code[3] + 1)) is not { Billable: true } entry) continue;
                m.Recode(entry, Rule.Id, "Tabular List C81 to C85");
                break;
            }
        }
    }

    private static bool Beside(NoteCase note, Sentence sentence, Mention m, string[] words)
    {
        for (var i = Math.Max(sentence.From, m.From - 3); i < Math.Min(sentence.To, m.To + 3); i++) if (Array.IndexOf(words, note.Word(i)) >= 0) return true;
        return false;
    }
}
