using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Long-term use of a drug is coded where the note says that the patient takes it, for anticoagulants, insulin and the like (Official Guidelines I.C.21.c.3, Z79; insulin
/// and oral drugs of diabetes I.C.4.a.3). A drug that is being started, or given once, is not.
/// </summary>
internal static class LongTermUse
{
    public static readonly Rule Rule = new("long-term-use", "Guidelines I.C.21.c.3", Apply);

    private static void Apply(NoteCase note)
    {
        // Not beside gestational diabetes, whose code names what controls it (I.C.15.i).
        var diabetes = note.Has("E08", "E09", "E10", "E11", "E13", "O240", "O241", "O243", "O248", "O249");
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Allergies) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Lexicon.Drugs.UseOf(note.Word(i)) is not { } code) continue;
                if (code is "Z794" or "Z7984" or "Z7985" && !diabetes) continue;
                // Opioids that somebody depends on, or the treatment of that, are no analgesic (excludes note at Z79.891).
                if (code == "Z79891" && note.Has("F111", "F112", "F119")) continue;
                // Insulin is not coded for type 1, which cannot do without; oral drugs beside insulin are.
                if (code == "Z794" && note.Has("E10") && !note.Has("E11")) continue;
                // "Insulin pump", "DM2 x18 yrs, insulin + metformin": what a diabetic has.
                var pump = code == "Z794" && i + 1 < sentence.To && note.Word(i + 1) == "pump" && note.FindWord(sentence, "discussed", "considering", "consider", "candidate", "interested", "referral", "trial") < 0;
                // "INR check, coumadin".
                if (!Takes(note, sentence, i, out var cue) && !(code == "Z7901" && note.Has("Z5181") && note.FindWord(sentence, "inr") >= 0) && !pump && !Immunosuppressed(note, sentence, code, ref cue) && !(sentence.Section.Kind == SectionKind.Medications && code is "Z794" or "Z7901" or "Z7984")) continue;
                if (code is "Z7952" or "Z79891" && note.FindWord(sentence, "long", "chronic", "chronically", "longterm", "daily", "years", "year", "months") < 0) continue;
                // "No retinopathy, on insulin": the comma ends what is denied.
                if (note.ScopeAt(s, Assertion.Negated, i, i + 1) is { } denied && !(cue >= denied.From && cue > denied.Cue.To && (note.Word(denied.Cue.From) == "without" || Parted(note, denied.Cue.To, cue))) || note.ScopeAt(s, Assertion.Hypothetical, i, i + 1) is not null || note.ScopeAt(s, Assertion.Family, i, i + 1) is not null || note.ScopeAt(s, Assertion.OtherPerson, i, i + 1) is not null) continue;
                if (note.Add(code, s, i, i + 1, Assertion.Present, Rule.Id, code.StartsWith("Z798", StringComparison.Ordinal) || code == "Z794" ? "Guidelines I.C.4.a.3" : Rule.Source) is { } added && cue >= 0) added.Also.Add((cue, cue + 1));
            }
        }
    }

    // "Immunosuppression: tacrolimus and mycophenolate" is taken for good.
    private static bool Immunosuppressed(NoteCase note, Sentence sentence, string code, ref int cue)
    {
        if (!code.StartsWith("Z7962", StringComparison.Ordinal)) return false;
        var at = note.FindWord(sentence, "immunosuppression", "immunosuppressive", "immunosuppressant", "immunosuppressants", "immunosuppressed");
        if (at >= 0) cue = at;
        return at >= 0 && note.FindWord(sentence, "start", "starting", "initiate", "hold", "held", "stopped", "off") < 0;
    }

    private static bool Parted(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++) if (note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon)) return true;
        return false;
    }

    private static bool OnlyDrugs(NoteCase note, int from, int to)
    {
        for (var i = from; i < to; i++) if (note.Word(i) is not ("and" or "plus") && note.Lexicon.Drugs.UseOf(note.Word(i)) is null) return false;
        return true;
    }

    private static bool Takes(NoteCase note, Sentence sentence, int drug, out int cue)
    {
        for (cue = drug - 1; cue >= Math.Max(sentence.From, drug - 6); cue--)
        {
            var word = note.Word(cue);
            // "Long term clopidogrel and aspirin".
            if (word == "longterm" || word == "term" && cue > sentence.From && note.Word(cue - 1) == "long") return true;
            if (word is "start" or "starting" or "initiate" or "begin" or "off" or "stopped" or "stop" or "discontinue" or "discontinued" or "prescribe" or "hold" or "held" or "no" or "not" or "never" or "given" or "received" or "home") return false;
            // "Stopped taking metformin".
            if (word is "taking" or "using" && cue > sentence.From && note.Word(cue - 1) is "stopped" or "quit" or "not" or "been" && (note.Word(cue - 1) != "been" || cue > sentence.From + 1 && note.Word(cue - 2) is "not" or "never")) return false;
            // "Chronic ASA + Plavix".
            if (word == "chronic" && OnlyDrugs(note, cue + 1, drug)) return true;
            // "Has taken prednisone every day for two years".
            if (word == "taken" && cue > sentence.From && note.Word(cue - 1) is "has" or "have" && note.FindWord(sentence, "daily", "day", "night", "years", "months", "since", "weekly") > drug) return true;
            // "Ten years of prednisone", "second year of methotrexate": and nobody says that it is over.
            if (word == "of" && cue == drug - 1 && cue > sentence.From && note.Word(cue - 1) is "years" or "year" or "months" && note.FindWord(sentence, "still", "continues", "currently", "daily", "ongoing", "now", "remains") >= 0 && note.FindWord(sentence, "stopped", "off", "completed", "until", "previously", "finished") < 0) return true;
            // "Start him on enoxaparin".
            if (word == "on" && note.FindWord(sentence with { From = Math.Max(sentence.From, cue - 3), To = cue }, "start", "starting", "begin", "put", "initiate") >= 0) return false;
            // "Under adjuvant treatment with anastrozole".
            if (word == "with" && cue > sentence.From + 1 && note.Word(cue - 1) is "treatment" or "therapy" or "treated" && note.FindWord(sentence with { To = cue }, "under", "still", "currently", "ongoing", "receiving") >= 0) return true;
            if (word is "on" or "cont" or "takes" or "taking" or "continue" or "continues" or "continued" or "uses" or "using" or "use" or "maintained" or "anticoagulated" or "increase" or "requires" or "requiring" || word == "with" && cue > sentence.From && note.Word(cue - 1) == "treated" && note.FindWord(sentence with { To = cue }, "was", "were", "been", "previously", "prior", "previous", "history", "past") < 0) return true;
        }

        // "Metformin and semaglutide long term".
        for (cue = drug + 1; cue < Math.Min(sentence.To, drug + 5); cue++)
        {
            if (note.Note.Words[cue].Has(Mark.Semicolon)) break;
            if (note.Word(cue) == "long" && cue + 1 < sentence.To && note.Word(cue + 1) == "term" || note.Word(cue) is "longterm" or "chronically" or "indefinitely" or "lifelong") return true;
        }

        cue = -1;
        return Dosed(note, sentence, drug);
    }

    // "Metformin 1000 BID", "insulin glargine 22 u HS": a dose and how often, where nobody says that it begins now.
    private static bool Dosed(NoteCase note, Sentence sentence, int drug)
    {
        if (note.Lexicon.Drugs.UseOf(note.Word(drug)) is not ("Z794" or "Z7984" or "Z7985" or "Z7901") || sentence.Section.Kind is SectionKind.Plan or SectionKind.Instructions) return false;
        if (note.FindWord(sentence, "start", "starting", "started", "begin", "initiate", "increase", "stop", "stopped", "stopping", "hold", "held", "discontinue", "discontinued", "given", "will", "add", "adding", "off", "switch", "previously", "prior") >= 0) return false;
        var dose = false;
        for (var i = drug + 1; i < Math.Min(sentence.To, drug + 7) && !note.Note.Words[i].Has(Mark.Comma | Mark.Semicolon | Mark.Colon); i++)
        {
            if (char.IsAsciiDigit(note.Word(i)[0])) dose = true;
            else if (dose && note.Word(i) is "bid" or "tid" or "qd" or "daily" or "hs" or "qhs" or "nightly" or "weekly" or "twice" or "od" or "qam" or "qpm" or "bedtime") return true;
        }

        return false;
    }
}
