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
                if (StemAt(note, sentence, i, out var end) is not { } stem) continue;
                // "NSAID (naproxen)": the name in brackets says which of the class.
                if (end < sentence.To && note.Note.Words[end].Has(Mark.Open) && StemAt(note, sentence, end, out _) is not null) continue;
                // "Metoprolol tablets" names the drug; "tablets" alone is one that is not known.
                if (stem == "T5090" && Enumerable.Range(Math.Max(sentence.From, i - 8), Math.Min(sentence.To, i + 9) - Math.Max(sentence.From, i - 8)).Any(k => k != i && note.Lexicon.Drugs.StemOf(note.Word(k)) is { } named && named != stem)) continue;
                // "Cocaine abuse with cocaine-induced mood disorder" is one disorder of use.
                if (note.Live.Any(m => m.Sentence == s && m.Entry.Under("F1") && m.From <= i && m.To > i)) continue;
                var intent = Intent(note, sentence, i, end, stem, out var cue);
                if (intent == '\0' || note.ScopeAt(s, Assertion.Negated, i, i + 1) is not null || note.ScopeAt(s, Assertion.Hypothetical, i, i + 1) is not null || !note.Inpatient && note.ScopeAt(s, Assertion.Uncertain, i, i + 1) is { } doubt && note.Word(doubt.Cue.From) == "either" || note.ScopeAt(s, Assertion.Instruction, i, i + 1) is not null) continue;
                var effect = Effect(note, s, i, cue);
                if (intent == '5' && (effect is null || effect.Entry.Under("L23") || effect.Entry.Under("L24"))) continue;
                if (note.Codes.Find(stem + intent) is not { } heading) continue;
                var encounter = note.Codes.Children(heading).FirstOrDefault(c => c.Code.EndsWith('A')) ?? heading;
                if (effect is not null)
                {
                    if (intent == '5')
                    {
                        // Rash, drug: a generalized or plain eruption from a drug taken internally.
                        if (effect.Entry.Under("R21") && note.Codes.Find(note.FindWord(sentence, "localized", "local") >= 0 ? "L271" : "L270") is { } rash) effect.Recode(rash, Rule.Id, "Alphabetic Index: Rash, drug");
                        foreach (var m in Joined(note, s, effect)) DrugInduced.Recode(note, m, stem, note.Word(i));
                    }

                    effect.Kept = true;
                }

                // "Hematuria due to warfarin coagulopathy": between the drug and the effect stands what the drug did.
                if (intent == '5' && Beside(note, i, end, stem) is { } between) { DrugInduced.Recode(note, between, stem, note.Word(i)); between.Kept = true; }

                // What the poison did is coded beside it (I.C.19.e.5.b): no sign of a poisoning is part of its code.
                if (intent is '1' or '2') foreach (var m in note.Live.Where(m => m.Sentence >= s && m.Sentence <= s + 1 && m.Assertion == Assertion.Present && m.Entry.Code[0] == 'R' && m.Section is not (SectionKind.Instructions or SectionKind.Ros))) m.Kept = true;
                // The attempt is in the code of the poisoning.
                if (intent == '2') foreach (var m in note.Live.Where(m => m.Entry.Under("T1491")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, encounter.Display);
                // The drug's code has its words from the drug to the cue.
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From <= i && m.To > i && (m.Entry.Code[0] == 'F' || m.Entry.Code[0] == 'T' && !m.Entry.Under("T8"))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, encounter.Display);
                if (note.Add(encounter.Code, s, i, end, Assertion.Present, intent == '5' ? "adverse-effect" : intent == '6' ? "underdosing" : "poisoning", intent == '5' ? "Guidelines I.C.19.e.5.a" : intent == '6' ? "Guidelines I.C.19.e.5.c" : "Guidelines I.C.19.e.5.b") is { } added && cue >= 0) added.Also.Add((cue, cue + 1));
                if (intent == '6') Underdosed(note, s, sentence, i);
            }
        }

        WithAlcohol(note);
        // What one place calls self-harm is no accident in another.
        foreach (var meant in note.Live.Where(m => m.Entry.Code[0] == 'T' && m.Entry.Code.Length == 7 && m.Entry.Code[5] == '2').ToList())
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 7 && m.Entry.Code[5] == '1' && m.Entry.Code[..5] == meant.Entry.Code[..5]).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, meant.Entry.Display);
        }
    }

    // A drug's name, or that of a class of two words ("beta blocker").
    private static string? StemAt(NoteCase note, Sentence sentence, int at, out int end)
    {
        var word = note.Word(at);
        end = at + 1;
        if (end < sentence.To && word is "ace" or "beta" or "calcium" or "loop" or "checkpoint" or "aromatase" or "carbon" or "ethylene" or "drain" or "rat" or "rubbing" && note.Lexicon.Drugs.StemOf(word + '-' + note.Word(end)) is { } two)
        {
            end++;
            return two;
        }

        // 5-FU.
        if (word == "5" && end < sentence.To && note.Word(end) == "fu" && note.Lexicon.Drugs.StemOf("fluorouracil") is { } five)
        {
            end++;
            return five;
        }

        // "From thyroid cancer": the gland.
        if (end < sentence.To && note.Word(end) is "cancer" or "carcinoma" or "tumor" or "gland" or "nodule" or "disease") return null;
        return note.Lexicon.Drugs.StemOf(word);
    }

    // What the drug did: behind "induced", or before the drug; else what the sentence tells first.
    private static Mention? Effect(NoteCase note, int s, int drug, int cue)
    {
        if (cue > drug && note.Live.Where(m => m.Sentence == s && m.From > drug && m.From <= cue + 4 && Harm(m)).MinBy(m => m.From) is { } behind) return behind;
        return note.Live.Where(m => m.Sentence == s && m.From < drug && (m.Entry.Code[0] is not ('T' or 'Z' or 'V' or 'W' or 'X' or 'Y') || m.Entry.Under("T78"))).OrderByDescending(m => m.To).FirstOrDefault()
            ?? note.Live.FirstOrDefault(m => m.Sentence == s && m.Entry.Code[0] is not ('T' or 'Z'));
    }

    // The condition that stands right behind the drug's name and that the drug is known to cause.
    private static Mention? Beside(NoteCase note, int drug, int end, string stem)
    {
        if (end >= note.Note.Words.Count || (note.Note.Words[end].Before & (Mark.Comma | Mark.Semicolon | Mark.Colon | Mark.Open | Mark.Close | Mark.Dash | Mark.Begin)) != 0) return null;
        return note.Touching(drug, end).FirstOrDefault(m => m.Live && m.To > end && (m.From == end || m.From == drug) && DrugInduced.SaysCause(m.Entry, stem, note.Word(drug)));
    }

    private static bool Harm(Mention m) => m.Entry.Code[0] is not ('T' or 'Z' or 'V' or 'W' or 'X' or 'Y');

    // "Hyponatremia and constipation due to": all that is joined to the effect by "and".
    private static List<Mention> Joined(NoteCase note, int s, Mention effect)
    {
        var all = new List<Mention> { effect };
        foreach (var m in note.Live.Where(m => m.Sentence == s && m.To <= effect.From && Harm(m)).OrderByDescending(m => m.To))
        {
            if (all[^1].From - m.To == 1 && note.Word(m.To) == "and") all.Add(m);
        }

        return all;
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
            if (word is "stopped" or "quit" or "rationing" or "rations" or "halving" or "self-discontinued" or "off" or "afford") return k;
            if (word is "taking" or "taken" or "take" or "takes" && k > sentence.From && (note.Word(k - 1) is "not" or "never" or "quit" or "without" or "forgot" or "forgets" or "to" || note.Word(k - 1) == "been" && note.Word(Math.Max(sentence.From, k - 2)) == "not") && (note.Word(k - 1) != "to" || k > sentence.From + 1 && note.Word(k - 2) is "forgot" or "forgets" or "forgetting")) return k;
            if (word == "out" && note.Word(k + 1) == "of" && k > sentence.From && note.Word(k - 1) is "ran" or "run" or "running") return k;
        }

        return -1;
    }

    private static bool Earlier(NoteCase note, Sentence sentence, int cue)
    {
        for (var i = Math.Max(sentence.From, cue - 4); i < Math.Min(sentence.To, cue + 6); i++)
            if (note.IsPastYear(i)) return true;
        return false;
    }

    // 1 poisoning by accident, 2 self-harm, 3 assault, 5 adverse effect, 6 underdosing; none when the drug is only named.
    private static char Intent(NoteCase note, Sentence sentence, int drug, int end, string stem, out int cue)
    {
        cue = note.FindWord(sentence, "overdose", "overdosed", "poisoning", "ingested", "ingesting", "ingestion", "od");
        // The right eye is no overdose.
        if (cue >= 0 && note.Word(cue) == "od" && (note.Note.Words[cue].Capitals && note.Live.Any(m => m.Entry.Code[0] == 'H' || m.Entry.Title.Contains("eye", StringComparison.OrdinalIgnoreCase)))) cue = -1;
        // "One admission 2011, overdose of acetaminophen".
        if (cue >= 0 && Earlier(note, sentence, cue)) { cue = -1; return '\0'; }
        if (cue >= 0) return note.FindWord(sentence, "suicide", "suicidal", "intentional", "intentionally", "self", "self-harm", "deliberately") >= 0 ? '2' : '1';
        // "Intentionally swallowed 40 tablets of acetaminophen".
        cue = note.FindWord(sentence, "swallowed", "took", "drank", "ate");
        if (cue >= 0 && cue < drug && note.FindWord(sentence, "suicide", "suicidal", "intentional", "intentionally", "self-harm", "deliberately", "deliberate") >= 0) return '2';
        cue = Swallowed(note, sentence, drug);
        if (cue >= 0) return '1';
        cue = Misdosed(note, sentence, drug);
        if (cue >= 0) return '1';
        cue = note.FindWord(sentence, "underdosing", "underdose", "underdosed", "skipped", "skipping");
        if (cue >= 0 && note.FindWord(sentence, "missed", "skipped", "skipping", "underdosing", "underdose", "underdosed") >= 0) return '6';
        cue = Stopped(note, sentence, drug);
        if (cue >= 0) return note.FindWord(sentence with { To = cue }, "if", "unless", "when") >= 0 ? '\0' : '6';
        if (Blameless(note, sentence, drug, end)) return '\0';
        // "Nausea and weight gain on the pill (taking as prescribed)".
        if (drug > sentence.From + 1 && note.Word(drug - 1) == "on" && AsPrescribed(note, sentence) is >= 0 and var correct && note.Live.Any(m => m.To <= drug - 1 && m.From >= sentence.From && m.Entry.Code[0] == 'R' && m.Assertion == Assertion.Present)) { cue = correct; return '5'; }
        // "Hyperkalemia, drug related (spironolactone)".
        if (note.Note.Words[drug].Has(Mark.Open) && drug - 2 > sentence.From && note.Word(drug - 1) is "related" or "induced" or "associated" && note.Word(drug - 2) is "drug" or "medication" or "med" or "treatment") { cue = drug - 1; return '5'; }
        // "Diabetes due to chronic pancreatitis, on insulin": what is taken for it.
        if (drug > sentence.From && note.Word(drug - 1) == "on" && note.Note.Words[drug - 1].Has(Mark.Comma)) return '\0';
        for (var k = Math.Max(sentence.From, drug - 5); k < drug; k++)
        {
            var word = note.Word(k);
            var next = note.Word(k + 1);
            // "Shock due to sepsis (norepinephrine)": the drug in brackets is what was given, unless the brackets tell which of a class.
            if (note.Note.Words[k + 1].Has(Mark.Open) || k + 2 <= drug && note.Note.Words[drug].Has(Mark.Open) && StemAt(note, sentence, drug - 1, out _) is null) continue;
            // "Rhinitis due to pollen - restart cetirizine".
            if (Dashed(note, k + 1, drug)) continue;
            if (word is "due" or "secondary" or "sec" && next == "to" || word is "caused" && next == "by" || word == "attributed" || word == "from" && k >= drug - 2 && k > sentence.From || word == "induced" && next == "by") { cue = k; return '5'; }
            // "2/2 lisinopril".
            if (word == "2" && next == "2" && note.Note.Words[k + 1].Has(Mark.Slash) && k + 2 <= drug) { cue = k; return '5'; }
            if (word is "effect" or "reaction" or "effects" or "intolerance" or "toxicity" && next is "of" or "to" or "from") { cue = k; return '5'; }
        }

        // "amoxicillin-induced rash", "statin myopathy".
        if (end < sentence.To && note.Word(end) is "induced" or "associated" or "related") { cue = end; return '5'; }
        if (end < sentence.To && Beside(note, drug, end, stem) is not null) { cue = end; return '5'; }
        return '\0';
    }

    private static int AsPrescribed(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From + 1; i < sentence.To; i++) if (note.Word(i) is "prescribed" or "directed" or "rxd" or "ordered" or "rx" && note.Word(i - 1) == "as") return i;
        return -1;
    }

    private static bool Dashed(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++) if (note.Note.Words[i].Has(Mark.Dash) && note.Note.Text[note.Note.Words[i].Start - 1] == ' ') return true;
        return false;
    }

    // "Due to low testosterone", "due to insulin resistance": the substance itself is the trouble, not what it did as a drug.
    private static bool Blameless(NoteCase note, Sentence sentence, int drug, int end) =>
        drug > sentence.From && note.Word(drug - 1) is "low" or "high" or "elevated" or "decreased" or "increased" or "inadequate" or "insufficient" or "missed" or "missing" or "stopping" or "without" or "no" or "off"
        || end < sentence.To && note.Word(end) is "deficiency" or "resistance" or "resistant" or "refractory" or "failure" or "naive" or "withdrawal" or "level" or "levels" or "excess" or "nonadherence" or "noncompliance" or "nonresponse";

    // A dose or a drug that was given in error is a poisoning, not an effect of the right one (I.C.19.e.5.b): "double the intended dose", "the wrong bottle", "a dispensing error".
    private static int Misdosed(NoteCase note, Sentence sentence, int drug)
    {
        if (note.FindWord(sentence, "given", "received", "administered", "infused", "took", "taken", "gave", "injected", "dispensed", "dosed", "dose", "doses") < 0) return -1;
        for (var i = Math.Max(sentence.From, drug - 12); i < Math.Min(sentence.To, drug + 13); i++)
        {
            var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
            var dose = note.FindWord(sentence with { From = i, To = Math.Min(sentence.To, i + 8) }, "dose", "doses", "amount", "rate", "concentration", "quantity") >= 0;
            switch (note.Word(i))
            {
                case "times" or "fold" or "tenfold" or "twofold" or "double" or "triple" or "twice" or "10-fold" or "ten-fold" or "10x" when dose && note.FindWord(sentence, "ordered", "prescribed", "intended", "error", "mistake", "mistakenly", "accidentally", "inadvertently", "wrong", "recommended", "instead", "correct") >= 0: return i;
                case "wrong" when next is "dose" or "drug" or "medication" or "route" or "rate" or "patient" or "patient's" or "concentration" or "strength" or "pill" or "bottle" or "medicine": return i;
                case "error" when i > sentence.From && note.Word(i - 1) is "programming" or "dosing" or "medication" or "pharmacy" or "dispensing" or "calculation" or "administration" or "pump" or "drug" or "in" or "compounding" or "conversion" or "nursing" or "transcription": return i;
            }
        }

        return -1;
    }

    private static readonly string[] Drinks = ["alcohol", "wine", "beer", "beers", "vodka", "whiskey", "whisky", "liquor", "etoh", "rum", "gin", "tequila", "cocktails", "bourbon", "champagne"];

    // A prescribed drug with alcohol, and what they did together: both are poisons (I.C.19.e.5.b.iv).
    private static void WithAlcohol(NoteCase note)
    {
        if (!note.Speaks(Drinks) || !note.Speaks("interaction", "combination", "combined", "mixed", "together", "mixing", "combining", "interacting") && !(note.Speaks("after") && note.Speaks("with", "plus", "on"))) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Plan) continue;
            var link = note.FindWord(sentence, "interaction", "combination", "combined", "mixed", "mixing", "combining", "together", "interacting");
            // "Drowsy after drinking beer with her lorazepam".
            if (link < 0 && note.FindWord(sentence, "after") is >= 0 and var after && note.FindWord(sentence with { From = after }, Drinks) is >= 0 and var glass && note.FindWord(sentence with { From = glass, To = Math.Min(sentence.To, glass + 4) }, "with", "plus", "on") is >= 0 and var joined) link = joined;
            // "Drowsy after zolpidem with two beers".
            if (link < 0 && note.FindWord(sentence, "after") is >= 0 and var taken && note.FindWord(sentence with { From = taken }, Drinks) is >= 0 and var last && note.FindWord(sentence with { From = Math.Max(taken, last - 4), To = last }, "with", "plus", "and") is >= 0 and var beside && StemBefore(note, sentence, taken, beside)) link = beside;
            if (link < 0 || Told.Denied(note, s, link)) continue;
            // The drink and the drug in this sentence or in the ones before it.
            var (drink, drug, stem, drinkIn, drugIn) = (-1, -1, (string?)null, s, s);
            for (var k = s; k >= Math.Max(0, s - 2); k--)
            {
                var here = note.Note.Sentences[k];
                if (drink < 0 && note.FindWord(here, Drinks) is >= 0 and var poured && !Told.Denied(note, k, poured)) (drink, drinkIn) = (poured, k);
                for (var i = here.From; stem is null && i < here.To; i++)
                {
                    if (Array.IndexOf(Drinks, note.Word(i)) < 0 && StemAt(note, here, i, out _) is { } named && named != "T5090" && !named.StartsWith("T51", StringComparison.Ordinal) && !Told.Denied(note, k, i)) (drug, drugIn, stem) = (i, k, named);
                }
            }

            if (drink < 0 || stem is null || !note.Live.Any(m => m.Sentence >= s - 2 && m.Sentence <= s + 1 && Harm(m))) continue;
            var self = false;
            for (var k = Math.Max(0, s - 2); k <= s; k++) if (note.FindWord(note.Note.Sentences[k], "suicide", "suicidal", "intentional", "intentionally", "self-harm", "deliberately") is >= 0 and var meant && !Told.Denied(note, k, meant)) self = true;
            var intent = self ? '2' : '1';
            foreach (var m in note.Live.Where(m => m.Entry.Code.Length == 7 && m.Entry.Code[0] == 'T' && m.Entry.Code.StartsWith(stem, StringComparison.Ordinal) && m.Entry.Code[5] == '5').ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.C.19.e.5.b");
            if (!note.Has(stem + intent) && note.Codes.Find(stem + intent) is { } poisoned && note.Codes.Children(poisoned).FirstOrDefault(c => c.Code.EndsWith('A')) is { } first) note.Add(first.Code, drugIn, drug, drug + 1, Assertion.Present, "poisoning", "Guidelines I.C.19.e.5.b");
            if (!note.Has("T510")) note.Add($"T510X{intent}A", drinkIn, drink, drink + 1, Assertion.Present, "poisoning", "Guidelines I.C.19.e.5.b");
            foreach (var m in note.Live.Where(m => m.Sentence >= s - 2 && m.Sentence <= s + 1 && m.Assertion == Assertion.Present && m.Entry.Code[0] == 'R')) m.Kept = true;
            return;
        }
    }

    private static bool StemBefore(NoteCase note, Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++) if (StemAt(note, sentence, i, out _) is { } stem && stem != "T5090") return true;
        return false;
    }

    private static readonly string[] Mistaken = ["accident", "accidental", "accidentally", "mistake", "mistakenly", "inadvertently", "inadvertent", "unintentionally", "wrong", "erroneously"];

    private static readonly string[] Others = ["grandma", "grandmother", "grandpa", "grandfather", "mother", "mom", "mommy", "father", "dad", "sister", "brother", "sibling", "husband", "wife", "spouse", "roommate", "friend", "neighbor", "someone", "somebody", "parent", "parents", "grandparent", "grandparents", "aunt", "uncle"];

    // A drug that was not meant for the patient, or taken by mistake, is an accidental poisoning (I.C.19.e.5.b); pills that were prescribed are swallowed too.
    private static int Swallowed(NoteCase note, Sentence sentence, int drug)
    {
        for (var k = Math.Max(sentence.From, drug - 7); k < drug; k++)
        {
            var eaten = note.Word(k) is "swallowed" or "swallowing" or "swallow" or "ate" or "eaten" or "eating" or "drank" or "drunk" or "chewed" or "consumed";
            if (!eaten && note.Word(k) is not ("took" or "taken" or "taking" or "given" or "inhaled" or "inhaling")) continue;
            if (note.FindWord(sentence, Mistaken) >= 0 || eaten && (note.FindWord(sentence with { From = k, To = drug }, Others) >= 0 || note.Patient.Days is < 6 * 365 && note.FindWord(sentence, "prescribed", "dose", "doses", "his", "her", "their") < 0)) return k;
        }

        return -1;
    }
}
