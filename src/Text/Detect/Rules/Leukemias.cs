using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A lymphoid or myeloid leukemia is acute or chronic by the word before it: where the remission told behind it led to the unspecified code, the course still counts (Alphabetic
/// Index: Leukemia, lymphoid and myeloid).
/// </summary>
internal static class Leukemias
{
    public static readonly Rule Rule = new("leukemia-course", "Alphabetic Index: Leukemia", Apply);

    private static void Apply(NoteCase note)
    {
        Lymphomas(note);
        foreach (var m in note.Has("C919", "C929") ? note.Live.Where(m => m.Entry.Code.Length == 5 && (m.Entry.Under("C919") || m.Entry.Under("C929"))).ToList() : [])
        {
            var course = '\0';
            for (var i = Math.Max(note.Note.Sentences[m.Sentence].From, m.From - 2); i < m.To && course == '\0'; i++) course = note.Word(i) switch { "acute" => '0', "chronic" or "chr" => '1', _ => '\0' };
            if (course != '\0' && note.Codes.Find($"{m.Entry.Code[..3]}{course}{m.Entry.Code[4]}") is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }

    // Where a lymphoma is: nodes by region, the spleen, or an organ (Tabular List, C81 to C88: the fifth character).
    private static readonly (char Site, string[] Words)[] Sites =
    [
        ('9', ["lung", "lungs", "liver", "stomach", "gastric", "bowel", "colon", "intestine", "bone", "bones", "marrow", "skin", "kidney", "testis", "testicular", "breast", "thyroid", "orbit", "pancreas", "adrenal", "brain", "cns", "parotid", "tonsil"]),
        ('7', ["spleen", "splenic"]), ('4', ["axillary", "axilla"]), ('5', ["inguinal", "groin"]), ('1', ["cervical", "supraclavicular", "neck"]), ('2', ["mediastinal", "intrathoracic", "hilar", "mediastinum"]), ('3', ["retroperitoneal", "mesenteric", "intra-abdominal", "para-aortic"]), ('6', ["pelvic", "iliac"]),
    ];

    private static void Lymphomas(NoteCase note)
    {
        foreach (var m in note.Has("C81", "C82", "C83", "C84", "C85") ? note.Live.Where(m => m.Entry.Code.Length == 5 && m.Entry.Code[4] == '0' && (m.Entry.Under("C81") || m.Entry.Under("C82") || m.Entry.Under("C83") || m.Entry.Under("C84") || m.Entry.Under("C85")) && m.Assertion == Assertion.Present).ToList() : [])
        {
            var found = Sites.Select(s => (s.Site, At: Told.Beside(note, m, 8, s.Words))).Where(s => s.At >= 0 && !(s.Site is '1' or '4' or '5' or '6' && !Nodal(note, m))).ToList();
            if (found.Count == 0) continue;
            var site = found.Exists(f => f.Site == '9') ? '9' : found.Count > 1 ? '8' : found[0].Site;
            var code = m.Entry.Code[..4] + site;
            if (note.Codes.Find(code) is not { } entry) continue;
            if (!entry.Billable) entry = note.Codes.Find(code + (Told.Says(note, m, 8, "brain", "cns") && m.Entry.Under("C833") ? "0" : "98")) ?? note.Codes.Find(code + (Told.Says(note, m, 8, "brain", "cns") ? "0" : "8")) ?? entry;
            if (!entry.Billable) continue;
            m.Recode(entry, "lymphoma-site", "Tabular List, C81 to C85");
            m.Also.Add((found[0].At, found[0].At + 1));
        }
    }

    private static bool Nodal(NoteCase note, Mention m) => Told.Says(note, m, 10, "node", "nodes", "nodal", "lymphadenopathy", "adenopathy");
}
