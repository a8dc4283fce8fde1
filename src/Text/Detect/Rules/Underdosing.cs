using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Less of a drug than was prescribed is underdosing, and why it was so has a code beside it: not affordable, forgotten, or decided, by the patient or by who cares for the patient
/// (Official Guidelines I.C.19.e.5.c). The disease that got worse goes first.
/// </summary>
internal static class Underdosing
{
    public static readonly Rule Rule = new("underdosing", "Guidelines I.C.19.e.5.c", Apply);

    /// <summary>Words that say that money was the reason.</summary>
    public static readonly string[] Cost = ["afford", "cost", "costs", "expensive", "copay", "copayment", "copays", "money", "price", "unaffordable", "uninsured", "insurance", "financial", "financially", "paycheck", "pricey"];

    private static readonly string[] Forgot = ["forgot", "forgets", "forgetting", "forgotten", "forgetful", "unintentional", "unintentionally", "accidentally", "inadvertently", "misunderstood", "misunderstanding", "misread", "mixed", "confusion", "unaware"];

    private static readonly string[] Meant = ["intentional", "intentionally", "deliberate", "deliberately", "purpose", "own", "dislikes", "disliked", "because", "better", "tired", "afraid", "fear", "worried", "unnecessary", "decided", "chose", "taste", "tasted", "need", "needed", "necessary"];

    private static readonly string[] Carers = ["mother", "father", "mom", "dad", "parent", "parents", "caregiver", "caregivers", "grandmother", "grandfather", "guardian", "foster", "nanny", "daughter", "son"];

    private static void Apply(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Allergies or SectionKind.Pmh) continue;
            var cue = Less(note, s, sentence);
            if (cue < 0 || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Instruction && x.From <= cue && x.To > cue && x.Cue.From > cue + 1 | x.Cue.To <= cue - 2)) continue;
            var (drug, stem) = Drug(note, s, sentence, cue);
            if (stem is null) continue;
            var reason = Reason(note, s, out var carer);
            // Why is not told: what was skipped may have been skipped on advice.
            if (reason == '\0' && !note.Has("T36", "T37", "T38", "T39") && note.FindWord(sentence, "skipping", "skipped", "skips", "missed", "missing", "misses", "rationing", "halving") < 0) continue;
            if (note.Codes.Find(stem + '6') is not { } heading) continue;
            var entry = note.Codes.Children(heading).FirstOrDefault(c => c.Code.EndsWith('A')) ?? heading;
            if (!note.Has(stem + '6') && note.Add(entry.Code, s, Math.Min(drug, cue), Math.Max(drug, cue) + 1, Assertion.Present, Rule.Id, Rule.Source) is null) continue;
            foreach (var m in note.Live.Where(m => m.Sentence == s && m.Entry.Code[0] == 'T' && m.Entry.Code.Length == 7 && m.Entry.Code[5] == '5' && m.Entry.Code.StartsWith(stem, StringComparison.Ordinal)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            // The word "underdosing" tells no reason.
            foreach (var m in note.Live.Where(m => m.Entry.Under("Z9114") && m.To - m.From == 1 && note.Word(m.From).StartsWith("underdos", StringComparison.Ordinal)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            if (reason == '\0') continue;
            var code = (reason, carer) switch { ('$', true) => "Z91A20", ('f', true) => "Z91A3", ('m', true) => "Z91A28", ('$', _) => "Z91120", ('a', _) => "Z91130", ('f', _) => "Z91138", _ => "Z91128" };
            foreach (var m in note.Live.Where(m => (m.Entry.Under("Z911") || m.Entry.Under("Z91A")) && m.Entry.Code != code && !m.Entry.Under("Z9115") && !m.Entry.Under("Z9111")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, code);
            if (!note.Has(code)) note.Add(code, s, cue, cue + 1, Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    // "Every other day", "half a tablet", "skips doses", "ran out of": the word that says that less was taken.
    private static int Less(NoteCase note, int s, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            string At(int k) => k >= sentence.From && k < sentence.To ? note.Word(k) : "";
            switch (note.Word(i))
            {
                case "skipping" or "skipped" or "skips" or "rationing" or "rations" or "rationed" or "underdosing" or "underdosed" or "halving" or "halved" or "stretching" or "stretched": return i;
                case "missed" or "misses" or "missing" when Near(note, sentence, i, 4, "dose", "doses", "pill", "pills", "tablet", "tablets", "days", "injections", "medication", "medications", "meds"): return i;
                case "cutting" or "cut" or "cuts" or "splitting" or "splits" or "split" or "breaking" when Near(note, sentence, i, 5, "half", "pills", "tablets", "dose", "doses", "pill"): return i;
                case "half" when At(i + 1) is "dose" or "doses" or "of" or "the" or "a" or "his" or "her" or "pill" or "tablet" or "tablets" && Near(note, sentence, i, 6, "taking", "took", "takes", "take", "gave", "giving", "gives", "using", "used", "uses"): return i;
                case "every" when At(i + 1) is "other" or "second" or "third" && At(i + 2) is "day" or "dose" or "week" && Took(note, sentence, i) && Reason(note, s, out _) is not '\0': return i;
                case "instead" when At(i + 1) == "of" && Near(note, sentence, i, 6, "once", "twice", "daily", "one", "half", "less") && Reason(note, s, out _) is not '\0' && Took(note, sentence, i): return i;
                case "ran" or "run" or "running" when At(i + 1) == "out" && Reason(note, s, out _) is not '\0': return i;
                case "stopped" or "quit" or "discontinued" or "self-discontinued" or "weaned" when Reason(note, s, out _) is '$' or 'f' or 'a' && Own(note, sentence, i): return i;
                case "without" when Reason(note, s, out _) is '$' or 'f' or 'a': return i;
                case "not" when At(i + 1) is "taking" or "taken" or "filled" or "fill" or "refill" or "refilled" or "picked" or "been" or "take" or "give" or "given" or "use" or "using" && Reason(note, s, out _) is not '\0' && !(i > sentence.From && note.Word(i - 1) is "is" or "was" && At(i + 1) is "given" or "been"): return i;
                case "forgot" or "forgets" or "forgetting" or "forgotten" when At(i + 1) is "to" or "his" or "her" or "their" or "the" or "doses" or "several" or "many" or "about" or "half": return i;
                case "afford" when !Near(note, sentence, i, 8, "food", "housing", "rent"): return i;
            }
        }

        return -1;
    }

    private static bool Own(NoteCase note, Sentence sentence, int at) => !(at > sentence.From && note.Word(at - 1) is "was" or "were" or "been");

    private static bool Took(NoteCase note, Sentence sentence, int at) => note.FindWord(sentence with { To = at }, "taking", "took", "takes", "take", "gave", "giving", "gives", "given", "using", "used", "uses", "only", "injecting", "injects") >= 0;

    private static bool Near(NoteCase note, Sentence sentence, int at, int reach, params ReadOnlySpan<string> words) => note.FindWord(sentence with { From = Math.Max(sentence.From, at - reach), To = Math.Min(sentence.To, at + reach + 1) }, words) >= 0;

    // The drug of the sentence nearest to the cue; else the last that the sentence before named.
    private static (int At, string? Stem) Drug(NoteCase note, int s, Sentence sentence, int cue)
    {
        for (var d = 0; d < sentence.To - sentence.From; d++)
        {
            foreach (var i in (ReadOnlySpan<int>)[cue + d, cue - d])
            {
                if (i >= sentence.From && i < sentence.To && note.Lexicon.Drugs.StemOf(note.Word(i)) is { } stem && stem != "T5090") return (i, stem);
            }
        }

        // "Ran out of BP meds": a class by what it is for.
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (note.Word(i + 1) is not ("med" or "meds" or "medication" or "medications" or "medicine" or "medicines" or "pill" or "pills" or "drugs" or "pressure") || note.Word(i + 1) == "pressure" && (i + 2 >= sentence.To || note.Word(i + 2) is not ("med" or "meds" or "medication" or "medications" or "medicine" or "pill" or "pills"))) continue;
            var kind = Classes.FirstOrDefault(c => Array.IndexOf(c.Words, note.Word(i)) >= 0).Stem;
            if (kind is not null) return (i, kind);
        }

        if (s == 0) return (-1, null);
        var before = note.Note.Sentences[s - 1];
        if (before.Section.Kind != sentence.Section.Kind) return (-1, null);
        for (var i = before.To - 1; i >= before.From; i--)
        {
            if (note.Lexicon.Drugs.StemOf(note.Word(i)) is { } stem && stem != "T5090" && note.FindWord(sentence, "it", "them", "doses", "dose", "pills", "tablets", "medication", "medicine", "meds", "refill", "refills") >= 0) return (cue, stem);
        }

        return (-1, null);
    }

    private static readonly (string[] Words, string Stem)[] Classes =
    [
        (["bp", "blood", "antihypertensive", "hypertension"], "T465X"), (["seizure", "epilepsy", "antiepileptic", "anticonvulsant", "antiseizure"], "T426X"), (["cholesterol", "lipid", "statin"], "T466X"), (["thyroid"], "T381X"), (["diabetes", "sugar", "diabetic"], "T383X"), (["hiv", "antiretroviral"], "T375X"),
    ];

    // $ cost, a age, f forgotten, m meant; in the sentence or in the next.
    private static char Reason(NoteCase note, int s, out bool carer)
    {
        carer = false;
        for (var k = s; k <= Math.Min(s + 1, note.Note.Sentences.Count - 1); k++)
        {
            var sentence = note.Note.Sentences[k];
            if (k > s && sentence.Section.Kind != note.Note.Sentences[s].Section.Kind) break;
            carer |= note.Patient.IsChild && note.Patient.Days is not null && note.FindWord(sentence, Carers) >= 0;
            if (note.FindWord(sentence, Cost) is >= 0 and var cost && !(note.Word(cost) == "insurance" && note.FindWord(sentence, "lost", "no", "lapsed", "without", "denied", "cover", "covered", "covers", "ended", "stopped", "lapse", "change") < 0)) return '$';
            if (k == s && note.FindWord(sentence, Forgot) >= 0) return note.FindWord(sentence, "dementia", "memory", "elderly", "age-related", "frail") >= 0 && note.Patient.Days is > 65 * 365 ? 'a' : 'f';
            if (k == s && Decided(note, sentence)) return 'm';
        }

        return '\0';
    }

    private static bool Decided(NoteCase note, Sentence sentence)
    {
        var at = note.FindWord(sentence, Meant);
        if (at < 0) return false;
        if (note.Word(at) == "own") return at > sentence.From + 1 && note.Word(at - 2) == "on" || at > sentence.From && note.Word(at - 1) is "their" or "her" or "his";
        return note.Word(at) is not ("better" or "because" or "need" or "needed" or "necessary") || note.FindWord(sentence, "felt", "feels", "feel", "feeling", "made", "makes", "believes", "thought", "thinks", "tasted", "tastes", "worried", "afraid", "wanted") >= 0;
    }
}
