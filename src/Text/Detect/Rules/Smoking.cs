using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Who smokes has a nicotine dependence (Alphabetic Index: Smoker, see Dependence, drug, nicotine), and who smoked a history of it: told by the verb, with what is smoked or how much
/// ("smokes one pack per day", "smoked for 20 years and quit in 2010").
/// </summary>
internal static class Smoking
{
    public static readonly Rule Rule = new("smoking", "Alphabetic Index: Smoker", Apply);

    /// <summary>What is smoked, chewed or inhaled, where the note names it; one pack a day is cigarettes.</summary>
    public static readonly Rule Products = new("tobacco-product", "Alphabetic Index: Dependence, drug, nicotine", Named);

    private static readonly string[] Cigarettes = ["pack", "packs", "ppd", "1ppd", "2ppd", "0.5ppd", "1.5ppd", "cigarette", "cigarettes", "cigs"];

    private static readonly string[] Chewed = ["chewing", "chews", "smokeless", "snuff", "dips", "snus"];

    private static readonly string[] OtherProducts = ["cigar", "cigars", "pipe", "pipes", "vape", "vapes", "vaping", "e-cigarette", "e-cigarettes", "hookah"];

    private static void Named(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("F17200")).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            bool Here(string[] words) => note.FindWord(sentence, words) >= 0;
            var code = Here(Cigarettes) || note.Speaks("cigarettes", "cigarette", "ppd") && !note.Speaks(Chewed) && !note.Speaks(OtherProducts) ? "F17210" : Here(Chewed) ? "F17220" : Here(OtherProducts) ? "F17290" : null;
            if (code is not null && note.Codes.Find(code) is { } product) m.Recode(product, Products.Id, Products.Source);
        }
    }

    private static readonly FrozenSet<string> Amount = "pack packs ppd cigarette cigarettes cigs daily day week tobacco year years".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Over = "quit stopped ceased former formerly until previously smoked ago".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Something else is smoked, or somebody else smokes, or it is only spoken of.
    private static readonly FrozenSet<string> Other = "marijuana cannabis weed thc pot crack meth cocaine vape vapes vaping e-cigarettes secondhand second-hand alarm detector inhalation fire exposure exposed around husband wife partner parents mother father roommate mom dad grandmother grandfather household home outside cessation should avoid risk pipe cigar cigars".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "Quit cigs in 2012, 30 pack-years".
    private static void Quit(NoteCase note)
    {
        if (note.Has("Z87891") || !note.Speaks("quit", "stopped")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Plan) continue;
            var at = note.FindWord(sentence, "quit", "stopped");
            var what = at < 0 ? -1 : note.FindWord(sentence with { From = at, To = Math.Min(sentence.To, at + 4) }, "cigs", "cigarettes", "tobacco", "smoking");
            if (what < 0 || Told.Denied(note, s, at) || note.FindWord(sentence, "wants", "trying", "try", "plans", "date", "ready", "not", "never", "will", "help") >= 0) continue;
            note.Add("Z87891", s, at, what + 1, Assertion.Historical, Rule.Id, Rule.Source);
            return;
        }
    }

    // "History of smoking", "history of cigarette smoking": told as history, by itself.
    private static void OfHistory(NoteCase note)
    {
        if (note.Has("Z87891") || !note.Speaks("history", "hx", "h/o")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Plan or SectionKind.Consent) continue;
            for (var i = sentence.From; i + 1 < sentence.To; i++)
            {
                if (note.Word(i) != "of" && note.Word(i) != "h/o" || note.Word(i) == "of" && (i == sentence.From || note.Word(i - 1) is not ("history" or "hx"))) continue;
                var at = i + 1 < sentence.To && note.Word(i + 1) is "cigarette" or "tobacco" or "heavy" or "past" ? i + 2 : i + 1;
                if (at >= sentence.To || note.Word(at) != "smoking" && !(note.Word(at) is "use" or "abuse" && note.Word(at - 1) == "tobacco") || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Family or Assertion.OtherPerson && x.From <= at && x.To > at)) continue;
                note.Add("Z87891", s, i, at + 1, Assertion.Historical, Rule.Id, Rule.Source);
                return;
            }
        }
    }

    // "Wants help to quit smoking", "tried twice to quit smoking": who would like to stop has not.
    private static void StillSmokes(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code == "Z87891" && note.Word(m.From) is "quit" or "stop" or "quitting" or "stopping").ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var before = sentence with { From = Math.Max(sentence.From, m.From - 5), To = m.From };
            if (note.FindWord(before, "help", "helps", "want", "wants", "wish", "wishes", "like", "try", "tries", "trying", "tried", "interested", "ready", "motivated", "unable", "plans", "attempt", "attempts", "attempting") < 0 || note.FindWord(before, "helped") >= 0) continue;
            if (note.Codes.Find("F17200") is not { } smokes) continue;
            if (note.Has("F17")) m.Reject(RejectReasons.Combined, Rule.Source, smokes.Display);
            else { m.Recode(smokes, Rule.Id, Rule.Source); m.Assertion = Assertion.Present; }
        }
    }

    private static readonly string[] Now = ["currently", "still", "continues", "current", "presently"];

    private static void Apply(NoteCase note)
    {
        StillSmokes(note);
        if (note.Has("F17")) return;
        // "Former cigarette smoker": the dependence is past.
        if (!note.Has("Z87891") && note.Mentions.Find(m => m.Rejected == RejectReasons.Historical && m.Entry.Under("F17")) is { } past) note.Add("Z87891", past.Sentence, past.From, past.To, Assertion.Historical, Rule.Id, Rule.Source);
        Quit(note);
        OfHistory(note);
        if (!note.Speaks("smokes", "smoked", "smoking", "smoke")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Plan) continue;
            var at = note.FindWord(sentence, "smokes", "smoked", "smoking", "smoke");
            if (at < 0 || note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Family or Assertion.OtherPerson or Assertion.Hypothetical or Assertion.Instruction && x.From <= at && x.To > at)) continue;
            var (much, over, other) = (-1, false, false);
            // What is smoked now outweighs what was smoked before.
            var now = Array.Exists(Now, w => note.FindWord(sentence, w) >= 0);
            if (!now && note.Has("Z87891")) continue;
            for (var i = Math.Max(sentence.From, at - 8); i < Math.Min(sentence.To, at + 12); i++)
            {
                if (Amount.Contains(note.Word(i)) && i > at && much < 0) much = i;
                over |= Over.Contains(note.Word(i));
                other |= Other.Contains(note.Word(i)) && !(note.Word(i) is "vapes" or "vaping" && note.FindWord(sentence, "tobacco", "cigarettes", "pack", "packs", "ppd") >= 0) || note.Word(i) is "never" or "not" or "no" or "denies" or "without";
            }

            if (other || note.Word(at) != "smokes" && much < 0 || note.Word(at) == "smoking" && much > at + 5) continue;
            over &= !now;
            var code = over ? "Z87891" : much >= 0 && note.FindWord(sentence, "pack", "packs", "ppd", "cigarette", "cigarettes", "cigs") >= 0 ? "F17210" : "F17200";
            if (note.Add(code, s, at, Math.Max(at, much) + 1, over ? Assertion.Historical : Assertion.Present, Rule.Id, Rule.Source) is null) continue;
            // Use is what dependence is coded instead of (Excludes1 at Z72.0).
            foreach (var use in note.Live.Where(m => m.Entry.Code == "Z720" || m.Entry.Code == "Z87891" && !over).ToList()) use.Reject(RejectReasons.Combined, Rule.Source, code);
            return;
        }
    }
}
