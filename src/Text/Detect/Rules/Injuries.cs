using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The seventh character of injuries and poisonings: A while treatment is active, D in healing, S for a sequela (Official Guidelines I.C.19.a). Injuries may have external
/// causes beside them, never first (I.C.20.a); a cause without an injury is not coded.
/// </summary>
internal static class Injuries
{
    public static readonly Rule Rule = new("seventh-character", "Guidelines I.C.19.a", Apply);

    private static void Apply(NoteCase note)
    {
        var injured = false;
        foreach (var m in note.Live.ToList())
        {
            if (m.Entry.Code.Length != 7 || m.Entry.Code[0] is not ('S' or 'T' or 'M')) continue;
            injured |= m.Entry.Code[0] == 'S' || m.Entry.Under("T");
            if (m.Entry.Code[6] == 'S' && m.Why.Exists(w => w.Id == Scars.Rule.Id)) continue;
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.Printed) continue;
            var episode = Encounter(note, sentence, m);
            var wanted = m.Entry.Code[0] == 'S' ? OpenFractures.Of(note, m, episode) : episode;
            m.Found.Add("encounter:" + episode switch { 'D' => "subsequent", 'S' => "sequela", _ => "initial" });
            if (m.Entry.Code[6] == wanted || note.Codes.Find(m.Entry.Code[..6] + wanted) is not { } other) continue;
            if (m.Entry.Code[6] is 'A' or 'B' or 'C' && wanted == 'A') continue;
            m.Recode(other, Rule.Id, Rule.Source);
        }

        Unnamed(note);
        Nails(note);
        Episode(note);
        if (!injured || Caused(note)) return;
        foreach (var cause in note.External)
        {
            if (!cause.Live || cause.Section is SectionKind.Pmh or SectionKind.Social or SectionKind.Exam or SectionKind.Results || cause.Assertion != Assertion.Present || cause.Entry.Under("Y9") || cause.Terms < 2) continue;
            Specificity.Refine(note, cause);
            if (!cause.Entry.Billable || note.Mentions.Any(m => m.Entry.Code == cause.Entry.Code)) continue;
            cause.Why.Add(new Reason("rule", "external-cause", "Guidelines I.C.20.a"));
            note.Mentions.Add(cause);
            break;
        }
    }

    // "A torn cruciate ligament of the knee, injured at soccer": the injury has its name (I.C.19.b: no unspecified code beside a more specific one).
    private static void Unnamed(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] == 'S' && m.Entry.Title.StartsWith("Unspecified injury", StringComparison.Ordinal)).ToList())
        {
            if (note.Live.FirstOrDefault(o => o != m && o.Entry.Code[0] == 'S' && o.Entry.Code[1] == m.Entry.Code[1] && !o.Entry.Title.StartsWith("Unspecified injury", StringComparison.Ordinal) && Math.Abs(o.Sentence - m.Sentence) <= 1) is { } named) m.Reject(RejectReasons.Combined, "Guidelines I.C.19.b", named.Entry.Display);
        }
    }

    // An open wound of a finger or a toe with damage to the nail (Tabular List, S61.0 to S61.3, S91.1 and S91.2).
    private static void Nails(NoteCase note)
    {
        if (!note.Speaks("nail", "nailbed")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Title.Contains("without damage to nail", StringComparison.Ordinal) && m.Entry.Code.Length == 7).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "nail", "nailbed");
            if (at < 0 || Told.Denied(note, m.Sentence, at) || note.FindWord(sentence, "damage", "damaged", "avulsed", "avulsion", "through", "involving", "injury", "torn", "bed") is not (>= 0 and var how) || Told.Denied(note, m.Sentence, how) || note.FindWord(sentence, "intact") >= 0) continue;
            if (note.Codes.Find($"{m.Entry.Code[..3]}{(char)(m.Entry.Code[3] + 1)}{m.Entry.Code[4..]}") is { } damaged && damaged.Title.Contains("with damage to nail", StringComparison.Ordinal)) m.Recode(damaged, Rule.Id, "Tabular List, S61 and S91");
        }
    }

    // One injury is in one stage, wherever the note names it: what a later sentence says of its healing or its late effect holds for all.
    private static void Episode(NoteCase note)
    {
        foreach (var same in note.Live.Where(m => !m.Printed && m.Entry.Code.Length == 7 && m.Entry.Code[0] is 'S' or 'T').GroupBy(m => m.Entry.Code[..6]).ToList())
        {
            var stage = same.Select(m => m.Entry.Code[6]).FirstOrDefault(c => c == 'S') is var sequela and not '\0' ? sequela : same.Select(m => m.Entry.Code[6]).FirstOrDefault(c => c is not ('A' or 'B' or 'C')) is var later and not '\0' ? later : same.Max(m => m.Entry.Code[6]);
            if (stage == '\0') continue;
            foreach (var m in same.Where(m => m.Entry.Code[6] is 'A' or 'B' or 'C' || stage == 'S').ToList())
            {
                if (note.Codes.Find(m.Entry.Code[..6] + stage) is { } other) m.Recode(other, Rule.Id, Rule.Source);
            }
        }
    }

    // The next sentences tell how a fracture heals: "cast off, good callus".
    private static bool Heals(NoteCase note, Mention m)
    {
        for (var s = m.Sentence; s < Math.Min(note.Note.Sentences.Count, m.Sentence + 3); s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "callus", "callous", "healing", "healed");
            if (at >= 0 && note.ScopeAt(s, Assertion.Negated, at, at + 1) is null && note.ScopeAt(s, Assertion.Hypothetical, at, at + 1) is null) return true;
            at = note.FindWord(sentence, "cast", "splint", "casts");
            if (at >= 0 && at + 1 < sentence.To && note.Word(at + 1) is "off" or "removed" or "discontinued" or "removal") return true;
        }

        return false;
    }

    // A cause of the table; the index of external causes is asked when there is none.
    private static bool Caused(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Pmh or SectionKind.Social or SectionKind.Exam or SectionKind.Results or SectionKind.Family or SectionKind.Instructions) continue;
            if (Collisions.Add(note, s)) return true;
            foreach (var (row, from, to) in Causes.Find(note, sentence))
            {
                if (note.ScopesOf[s].Exists(x => x.From <= from && x.To >= to && x.Kind is not Assertion.Uncertain) || note.Codes.Find(row.Code) is not { } heading) continue;
                // Who stumbles and catches himself has not fallen.
                if (row.Code.StartsWith("W01", StringComparison.Ordinal) && note.FindWord(sentence, "fall", "fell", "falling") < 0 && note.FindWord(sentence with { From = to }, "caught") is >= 0 and var caught && caught + 1 < sentence.To && note.Word(caught + 1) is "himself" or "herself" or "themselves" or "myself" or "his" or "her" && note.Codes.Find("W1840") is { } stumble) heading = stumble;
                if ((Specificity.Default(note.Codes, heading) ?? note.Codes.Below(heading).FirstOrDefault(c => c.Billable)) is not { } entry) continue;
                note.Add(entry.Code, s, from, to, Assertion.Present, "external-cause", "Guidelines I.C.20.a");
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseTable Causes = new("externals.txt");

    private static char Encounter(NoteCase note, Sentence sentence, Mention m)
    {
        var isFracture = m.Entry.Title.Contains("racture", StringComparison.Ordinal);
        if (isFracture && FractureHealing.Of(note, m) is not '\0' and var failed) return failed;
        // "Scar due to old laceration": the old injury is the cause of something now (I.B.10).
        for (var i = Math.Max(sentence.From + 2, m.From - 4); i < m.From; i++)
        {
            if (note.Word(i) is "old" or "previous" or "prior" or "remote" && note.Live.Any(o => o.Sentence == m.Sentence && o != m && o.To <= i && o.Entry.Code[0] != 'S') && note.FindWord(sentence, "due", "from", "after", "following", "secondary") is >= 0 and var link && link < i) return 'S';
        }

        if (note.FindWord(sentence, "sequela", "sequelae", "residual") >= 0) return 'S';
        if (note.FindWord(sentence, "late") is >= 0 and var old && old + 1 < sentence.To && note.Word(old + 1) is "effect" or "effects" && old < m.To) return 'S';
        if (isFracture && Heals(note, m)) return 'D';
        // A drug's effect is treated as long as it is there.
        if (string.CompareOrdinal(m.Entry.Code, "T36") >= 0 && string.CompareOrdinal(m.Entry.Code, "T51") < 0) return 'A';
        var healing = note.FindWord(sentence, "healing", "recheck", "aftercare") >= 0 || note.FindWord(sentence, "followup") is >= 0 and var visit && !(visit > m.From && visit + 1 < sentence.To && note.Word(visit + 1) is "in" or "with") || note.FindWord(sentence, "f/u") is >= 0 and var again && again < m.From || note.FindWord(sentence, "weeks") >= 0 && note.FindWord(sentence, "follow", "post", "after", "since") is >= 0 and var told && !(told > m.From && told + 2 < sentence.To && note.Word(told) == "follow" && note.Word(told + 2) is "in" or "with");
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            // "PT visit 4", "suture removal".
            if (note.Word(i) == "pt" && note.Word(i + 1) is "visit" or "session" || note.Word(i) is "suture" or "sutures" or "staple" or "staples" or "stitches" && note.Word(i + 1) is "removal" or "removed" or "out") healing = true;
            if (note.Word(i) == "follow" && note.Word(i + 1) == "up" && i < m.From) healing = true;
            if (note.Word(i) is "status" && note.Word(i + 1) is "post" && i + 3 < sentence.To && i > m.From) healing = true;
        }

        return healing ? 'D' : 'A';
    }
}
