namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Hypertension of which the note names the cause has two codes, the cause and I15 (Official Guidelines I.C.9.a.6): I15.0 of the renal artery, I15.1 of the kidney, I15.2 of
/// the endocrine glands, and I15.8 of anything else that the note calls a secondary hypertension.
/// </summary>
internal static class SecondaryHypertension
{
    public static readonly Rule Rule = new("secondary-hypertension", "Guidelines I.C.9.a.6", Apply);

    private static readonly string[] Artery = ["I701", "I773", "Q271", "Q272", "I722", "M317"];

    private static readonly string[] Kidney = ["N", "Q60", "Q61", "Q62", "Q63", "C64", "C65", "M3214", "M3215"];

    private static readonly string[] Glands = ["E0", "E2", "C73", "C74", "C75", "D350", "D351", "D352", "D440", "D441", "D442", "D443", "E34"];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("I10") || m.Entry.Under("I15")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var link = m.To;
            // The words of the link may be inside the mention: "hypertension secondary to".
            if (!IsLink(note, link, sentence.To) && !IsLink(note, --link, sentence.To)) continue;
            var cause = note.Live.Where(o => o != m && o.Sentence == m.Sentence && o.From > link && o.From <= link + 5).MinBy(o => o.From);
            if (cause is null) continue;
            // "Hypertension due to pain" or "to missed pills" is no disease that another one brought, unless the note says "secondary hypertension".
            var code = Array.Exists(Artery, cause.Entry.Under) ? "I150" : Array.Exists(Kidney, cause.Entry.Under) ? "I151" : Array.Exists(Glands, cause.Entry.Under) ? "I152" : m.Entry.Under("I15") && cause.Entry.Code[0] is not ('R' or 'Z') ? "I158" : null;
            if (code is null || note.Codes.Find(code) is not { } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            m.Kept = true;
            if (!m.Also.Contains((cause.From, cause.To))) m.Also.Add((cause.From, cause.To));
        }
    }

    private static bool IsLink(NoteCase note, int at, int end) =>
        at + 1 < end && (note.Word(at) is "due" or "secondary" && note.Word(at + 1) == "to" || note.Word(at) == "caused" && note.Word(at + 1) == "by" || note.Word(at) is "from" or "2/2");
}
