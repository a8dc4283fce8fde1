using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A drug taken as prescribed that harms is an adverse effect: the effect first, then T36 to T50 with fifth or sixth character 5. Wrong drug, wrong dose or intentional is
/// poisoning and goes first; less than prescribed is underdosing (Official Guidelines I.C.19.e.5).
/// </summary>
internal static class DrugEffects
{
    public static readonly Rule Rule = new("drug-effect", "Guidelines I.C.19.e.5", Apply);

    private static void Apply(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Allergies or SectionKind.Medications) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Lexicon.Drugs.StemOf(note.Word(i)) is not { } stem) continue;
                // "Cocaine abuse with cocaine-induced mood disorder" is one disorder of use.
                if (note.Live.Any(m => m.Sentence == s && m.Entry.Under("F1") && m.From <= i && m.To > i)) continue;
                var intent = Intent(note, sentence, i, out var cue);
                if (intent == '\0' || note.ScopeAt(s, Assertion.Negated, i, i + 1) is not null || note.ScopeAt(s, Assertion.Hypothetical, i, i + 1) is not null || note.ScopeAt(s, Assertion.Instruction, i, i + 1) is not null) continue;
                var effect = note.Live.Where(m => m.Sentence == s && m.From < i && (m.Entry.Code[0] is not ('T' or 'Z' or 'V' or 'W' or 'X' or 'Y') || m.Entry.Under("T78"))).OrderByDescending(m => m.To).FirstOrDefault()
                    ?? note.Live.FirstOrDefault(m => m.Sentence == s && m.Entry.Code[0] is not ('T' or 'Z'));
                if (intent == '5' && (effect is null || effect.Entry.Under("L23") || effect.Entry.Under("L24"))) continue;
                if (note.Codes.Find(stem + intent) is not { } heading) continue;
                var encounter = note.Codes.Children(heading).FirstOrDefault(c => c.Code.EndsWith('A')) ?? heading;
                if (effect is not null)
                {
                    // Rash, drug: a generalized or plain eruption from a drug taken internally.
                    if (intent == '5' && effect.Entry.Under("R21") && note.Codes.Find(note.FindWord(sentence, "localized", "local") >= 0 ? "L271" : "L270") is { } rash) effect.Recode(rash, Rule.Id, "Alphabetic Index: Rash, drug");
                    if (intent == '5' && effect.Entry.Code switch { "G629" => "G620", "L509" => "L500", "K296" or "K2970" => "K2960", "D709" when stem == "T451X" => "D701", "D649" when stem == "T451X" => "D6481", "D649" => "D6489", "D689" or "D699" when stem == "T4551" => "D6832", "I959" => "I952", "G259" => "G2570", _ => null } is { } induced && note.Codes.Find(induced) is { } named) effect.Recode(named, Rule.Id, "Alphabetic Index");
                    effect.Kept = true;
                }

                // The attempt is in the code of the poisoning.
                if (intent == '2') foreach (var m in note.Live.Where(m => m.Entry.Under("T1491")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, encounter.Display);
                // The drug's code has its words from the drug to the cue.
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From <= i && m.To > i && m.Entry.Code[0] is 'T' or 'F').ToList()) m.Reject(RejectReasons.Combined, Rule.Source, encounter.Display);
                if (note.Add(encounter.Code, s, i, i + 1, Assertion.Present, intent == '5' ? "adverse-effect" : intent == '6' ? "underdosing" : "poisoning", intent == '5' ? "Guidelines I.C.19.e.5.a" : intent == '6' ? "Guidelines I.C.19.e.5.c" : "Guidelines I.C.19.e.5.b") is { } added && cue >= 0) added.Also.Add((cue, cue + 1));
                if (intent == '6') Underdosed(note, s, sentence, i);
            }
        }
    }

    // Why less was taken (I.C.19.e.5.c).
    private static void Underdosed(NoteCase note, int s, Sentence sentence, int at)
    {
        var cost = note.FindWord(sentence, "cost", "costs", "afford", "expensive", "insurance", "money", "price", "copay", "copayment", "unaffordable");
        var forgot = note.FindWord(sentence, "forgot", "forgets", "forgetting", "unintentional", "unintentionally", "accidentally");
        var meant = note.FindWord(sentence, "intentional", "intentionally", "deliberate", "deliberately", "purpose", "own");
        var code = cost >= 0 ? "Z91120" : forgot >= 0 ? "Z91138" : meant >= 0 ? "Z91128" : null;
        if (code is null) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z911") && m.Entry.Code != code).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
        if (!note.Has(code)) note.Add(code, s, at, at + 1, Assertion.Present, "underdosing", "Guidelines I.C.19.e.5.c");
    }

    // "Stopped taking amlodipine because she could not afford it": given up by the patient, not by the physician (I.C.19.e.5.c).
    private static int Stopped(NoteCase note, Sentence sentence, int drug)
    {
        var own = note.FindWord(sentence, "afford", "cost", "costs", "copay", "copayment", "expensive", "unaffordable", "insurance", "forgot", "forgets", "forgetting");
        for (var k = 0; own < 0 && k + 2 < sentence.To - sentence.From; k++)
        {
            if (note.Word(sentence.From + k) == "on" && note.Word(sentence.From + k + 1) is "her" or "his" or "their" && note.Word(sentence.From + k + 2) == "own") own = sentence.From + k;
        }

        if (own < 0 || note.FindWord(sentence, "restart", "refill") is >= 0 and var again && again < drug) return -1;
        for (var k = Math.Max(sentence.From, drug - 5); k < drug; k++)
        {
            var word = note.Word(k);
            if (word is "stopped" or "quit" or "rationing" or "rations" or "halving" or "self-discontinued") return k;
            if (word is "taking" or "taken" or "take" or "takes" && k > sentence.From && (note.Word(k - 1) is "not" or "never" or "quit" or "without" or "forgot" or "forgets" or "to" || note.Word(k - 1) == "been" && note.Word(Math.Max(sentence.From, k - 2)) == "not") && (note.Word(k - 1) != "to" || k > sentence.From + 1 && note.Word(k - 2) is "forgot" or "forgets" or "forgetting")) return k;
            if (word == "out" && note.Word(k + 1) == "of" && k > sentence.From && note.Word(k - 1) is "ran" or "run" or "running") return k;
        }

        return -1;
    }

    // 1 poisoning by accident, 2 self-harm, 3 assault, 5 adverse effect, 6 underdosing; none when the drug is only named.
    private static char Intent(NoteCase note, Sentence sentence, int drug, out int cue)
    {
        cue = note.FindWord(sentence, "overdose", "overdosed", "poisoning", "ingested", "ingestion", "od");
        if (cue >= 0) return note.FindWord(sentence, "suicide", "suicidal", "intentional", "intentionally", "self") >= 0 ? '2' : '1';
        cue = note.FindWord(sentence, "underdosing", "skipped", "skipping");
        if (cue >= 0 && note.FindWord(sentence, "missed", "skipped", "skipping", "underdosing") >= 0) return '6';
        cue = Stopped(note, sentence, drug);
        if (cue >= 0) return '6';
        for (var k = Math.Max(sentence.From, drug - 5); k < drug; k++)
        {
            var word = note.Word(k);
            var next = note.Word(k + 1);
            // "Shock due to sepsis (norepinephrine)": the drug in brackets is what was given.
            if (note.Note.Words[k + 1].Has(Mark.Open) || k + 2 <= drug && note.Note.Words[drug].Has(Mark.Open)) continue;
            if (word is "due" or "secondary" && next == "to" || word == "caused" && next == "by" || word == "attributed" || word == "from" && k >= drug - 2 && k > sentence.From || word is "induced") { cue = k; return '5'; }
            if (word is "effect" or "reaction" or "effects" or "intolerance" or "toxicity" && next is "of" or "to" or "from") { cue = k; return '5'; }
        }

        // "amoxicillin-induced rash", "statin myopathy".
        if (drug + 1 < sentence.To && note.Word(drug + 1) is "induced" or "associated" or "related") { cue = drug + 1; return '5'; }
        return '\0';
    }
}
