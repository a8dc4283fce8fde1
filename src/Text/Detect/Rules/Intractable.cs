namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Epilepsy and migraine are intractable where the note says so or one of the words that the Tabular List takes for it (note at G40 and G43), and have a status only where it is
/// affirmed: "intractable, w/o status migrainosus". Focal seizures with impaired awareness are the fuller name of a focal epilepsy.
/// </summary>
internal static class Intractable
{
    public static readonly Rule Rule = new("intractable", "Tabular List, notes at G40 and G43", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("G40", "G43")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 6 && (m.Entry.Under("G40") || m.Entry.Under("G43")) && m.Entry.Code[4] is '0' or '1' && m.Entry.Code[5] is '1' or '9').ToList())
        {
            var hard = Hard(note, m) ? '1' : m.Entry.Code[4] == '1' && !Told.Says(note, m, 3, "intractable") && Told.Beside(note, m, 3, "not", "non") >= 0 ? '0' : m.Entry.Code[4];
            var status = Status(note, m) ? '1' : '9';
            if (note.Codes.Find($"G4{m.Entry.Code[2]}{Aura(note, m)}{hard}{status}") is { Billable: true } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }

        // One epilepsy, told less fully elsewhere.
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 6 && (m.Entry.Under("G40") || m.Entry.Under("G43"))).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Entry.Code.Length == 6 && o.Entry.Code != m.Entry.Code && (o.Entry.Under(m.Entry.Code[..4]) && o.Entry.Code[4] == '1' && m.Entry.Code[4] == '0' || m.Entry.Under("G401") && o.Entry.Under("G402"))) is { } fuller) m.Reject(RejectReasons.Combined, "Guidelines I.B.2", fuller.Entry.Display);
        }
    }

    // "Migraine with aura, without status": the "without" is of the status.
    private static char Aura(NoteCase note, Mention m)
    {
        var kind = m.Entry.Code[3];
        // "Chronic migraine, refractory": the chronic one is without aura unless told otherwise (inclusion terms at G43.7).
        if (m.Entry.Under("G439") && m.From > 0 && (note.Word(m.From) == "chronic" || note.Word(m.From - 1) == "chronic" && m.From > note.Note.Sentences[m.Sentence].From)) kind = '7';
        if (!m.Entry.Under("G43") || kind is not ('0' or '1' or '7' or 'E') || Told.Beside(note, m, 6, "aura") is not (> 0 and var at)) return kind;
        var without = note.Word(at - 1) is "without" or "w/o" or "no" || note.Word(at - 1) == "o" && at > 1 && note.Word(at - 2) == "w";
        return note.Word(at - 1) == "with" ? kind switch { '0' => '1', '7' => 'E', _ => kind } : without ? kind switch { '1' => '0', 'E' => '7', _ => kind } : kind;
    }

    private static bool Hard(NoteCase note, Mention m)
    {
        if (Told.Beside(note, m, 10, "intractable", "refractory", "pharmacoresistant") is >= 0 and var at && !(at > 0 && note.Word(at - 1) is "not" or "non" or "without")) return true;
        return Told.Beside(note, m, 6, "resistant") is > 0 and var drug && note.Word(drug - 1) is "drug" or "medication" or "treatment" or "pharmacologically" || Told.Beside(note, m, 6, "poorly") is >= 0 and var poor && poor + 1 < note.Note.Words.Count && note.Word(poor + 1) is "controlled";
    }

    private static bool Status(NoteCase note, Mention m)
    {
        var at = Told.Beside(note, m, 10, m.Entry.Under("G43") ? ["migrainosus"] : ["epilepticus"]);
        if (at < 1) return false;
        for (var i = Math.Max(note.Note.Sentences[m.Sentence].From, at - 4); i < at; i++) if (note.Word(i) is "without" or "w/o" or "no" or "not" or "never" or "denies" or "prior" or "previous") return false;
        return true;
    }
}
