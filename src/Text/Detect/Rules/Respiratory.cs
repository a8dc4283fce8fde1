using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Chronic obstructive disease with an acute infection of the lower airways is J44.0 with the infection beside it, and J44.1 too where the note says that the disease is worse
/// (Official Guidelines I.C.10.a; notes at J44.0 and J44.1).
/// </summary>
internal static class Respiratory
{
    public static readonly Rule Rule = new("copd-infection", "Guidelines I.C.10.a", Apply);

    private static void Apply(NoteCase note)
    {
        Failure(note);
        Influenza(note);
        Asthma(note);
        Attack(note);
        WithAsthma(note);
        foreach (var m in note.Live.Where(m => m.Entry.Under("J44")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, "bronchitis");
            if (at <= sentence.From || note.Word(at - 1) != "acute" || note.ScopeAt(m.Sentence, Assertion.Negated, at - 1, at + 1) is not null || note.Has("J20")) continue;
            note.Add("J209", m.Sentence, at - 1, at + 1, m.Assertion, Rule.Id, Rule.Source);
        }
    }

    // The index has the asthma under "with": the two in one patient are linked though nobody says so (I.A.15).
    private static void WithAsthma(NoteCase note)
    {
        if (note.First("J45") is not { Assertion: Assertion.Present } asthma || note.Has("J440", "J441", "J4489") || note.First("J449") is not { Assertion: Assertion.Present } copd || note.Codes.Find("J4489") is not { } both) return;
        copd.Recode(both, "copd-asthma", "Guidelines I.A.15");
        copd.Also.Add((asthma.From, asthma.To));
    }

    // Hypoxic and hypercapnic failure are two codes of one subcategory.
    private static void Failure(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => !m.Printed && m.Entry.Under("J96") && m.Entry.Code.Length == 5).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var (oxygen, carbon) = (note.FindWord(sentence, "hypoxic", "hypoxia", "hypoxemic", "hypoxemia"), note.FindWord(sentence, "hypercapnic", "hypercapnia", "hypercarbic", "hypercarbia"));
            if (oxygen < 0 || carbon < 0 || note.ScopesOf[m.Sentence].Exists(x => x.Kind == Assertion.Negated && (x.From <= oxygen && x.To > oxygen || x.From <= carbon && x.To > carbon))) continue;
            foreach (var (code, at) in (ReadOnlySpan<(string, int)>)[(m.Entry.Code[..4] + "1", oxygen), (m.Entry.Code[..4] + "2", carbon)])
            {
                if (!note.Has(code)) note.Add(code, m.Sentence, Math.Min(at, m.From), Math.Max(at + 1, m.To), m.Assertion, "respiratory-failure", "Tabular List, J96");
            }
        }
    }

    // "COPD with moderate persistent asthma": the type of asthma beside it (code also note at J44).
    private static void Asthma(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("J44") && m.Entry.Code == "J4489").ToList())
        {
            if (note.Has("J45") || Told.Beside(note, m, 4, "persistent", "intermittent") is not (>= 0 and var kind)) continue;
            var degree = kind > 0 ? note.Word(kind - 1) : "";
            var code = note.Word(kind) == "intermittent" ? "J4520" : degree switch { "mild" => "J4530", "moderate" or "mod" => "J4540", "severe" => "J4550", _ => null };
            if (code is not null) note.Add(code, m.Sentence, Math.Min(kind - 1, m.From), Math.Max(kind + 1, m.To), m.Assertion, "asthma-beside-copd", "Code also note at J44");
        }
    }

    // "Severe persistent asthma, status asthmaticus": the attack is one of the asthma whose degree is told.
    private static void Attack(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is "J45901" or "J45902").ToList())
        {
            // "Asthma flare, moderate persistent".
            if (Told.Beside(note, m, 4, "persistent", "intermittent") is not (> 0 and var kind) || Told.OfAnother(note, m, kind)) continue;
            var degree = note.Word(kind) == "intermittent" ? '2' : note.Word(kind - 1) switch { "mild" => '3', "moderate" or "mod" => '4', "severe" or "sev" => '5', _ => '\0' };
            if (degree != '\0' && note.Codes.Find($"J45{degree}{m.Entry.Code[^1]}") is { } graded) m.Recode(graded, "asthma-attack", "Tabular List, J45");
        }

        foreach (var m in note.Live.Where(m => m.Entry.Code is "J4520" or "J4530" or "J4540" or "J4550" && m.Assertion == Assertion.Present).ToList())
        {
            if (Told.Beside(note, m, 2, "flare", "exacerbation", "exacerbated", "attack", "flaring") is not (>= 0 and var flare) || note.FindWord(note.Note.Sentences[m.Sentence] with { From = Math.Max(note.Note.Sentences[m.Sentence].From, flare - 2), To = flare }, "last", "prior", "previous", "history", "since", "frequent") >= 0) continue;
            if (note.Codes.Find(m.Entry.Code[..4] + '1') is { } worse) m.Recode(worse, "asthma-attack", "Tabular List, J45");
        }

        if (note.First("J45901", "J45902") is not { } attack) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code is "J4520" or "J4530" or "J4540" or "J4550").ToList())
        {
            if (note.Codes.Find(m.Entry.Code[..4] + attack.Entry.Code[^1]) is not { } entry) continue;
            m.Recode(entry, "asthma-attack", "Tabular List, J45");
            m.Also.Add((attack.From, attack.To));
            attack.Reject(RejectReasons.Combined, "Tabular List, J45", entry.Display);
        }
    }

    // "Influenza A" is identified (J10), the bare word is not (J11).
    private static void Influenza(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("J11") && m.Assertion != Assertion.Uncertain).ToList())
        {
            for (var i = m.From; i + 1 < note.Note.Sentences[m.Sentence].To && i <= m.To; i++)
            {
                if (note.Word(i) is not ("influenza" or "flu") || note.Word(i + 1) is not ("a" or "b") || !note.Note.Words[i + 1].Capital) continue;
                if (note.Codes.Find("J10" + m.Entry.Code[3..]) is { } known) m.Recode(known, "influenza-type", "Guidelines I.C.10.c");
                break;
            }
        }
    }
}
