using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// What a newborn's record has beside its conditions: weeks and weight of one born early (Official Guidelines I.C.16.d), and the observation for something that was then ruled
/// out (I.C.16.b), by the system that was looked at.
/// </summary>
internal static class NewbornRecord
{
    public static readonly Rule Rule = new("newborn-record", "Guidelines I.C.16.b", Apply);

    private static void Apply(NoteCase note)
    {
        if (!Newborn.Is(note)) return;
        Early(note);
        Observed(note);
    }

    // "34w5d", "34 5/7 weeks", "BW 2150 g"; the weight before the weeks is the order of the codes.
    private static void Early(NoteCase note)
    {
        if (note.Live.Any(m => (m.Entry.Under("P072") || m.Entry.Under("P073")) && m.Entry.Code is not ("P0730" or "P0720")) && note.Has("P070", "P071")) return;
        var weeks = -1;
        for (var s = 0; s < note.Note.Sentences.Count && weeks < 0; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            for (var i = sentence.From; i < sentence.To && weeks < 0; i++)
            {
                if (Weeks(note, i, sentence.To) is not (>= 20 and < 37 and var n) || !Birth(note, sentence, i)) continue;
                weeks = n;
                foreach (var m in note.Live.Where(m => m.Entry.Code is "P0730" or "P0720").ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
                if (!note.Has("P072", "P073")) note.Add(n < 23 ? "P0721" : n < 28 ? string.Create(CultureInfo.InvariantCulture, $"P072{n - 21}") : string.Create(CultureInfo.InvariantCulture, $"P073{n - 27}"), s, i, i + 1, Assertion.Present, "prematurity", "Guidelines I.C.16.d");
            }
        }

        if (note.Has("P05", "P070", "P071") || !note.Has("P07")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "bw", "birthweight", "weight", "weighing", "weighed", "wt");
            // "Girl born at 33 weeks, 1,720 g": in the sentence of the birth it needs no name.
            if (at < 0 && note.FindWord(sentence, "born", "liveborn", "delivered") is >= 0 and var birth) at = birth;
            if (at < 0 || note.Word(at) is "weight" or "wt" && note.FindWord(sentence, "birth", "born", "liveborn") < 0 && note.FindWord(sentence, "discharge", "current", "today") >= 0) continue;
            for (var i = at + 1; i < Math.Min(sentence.To, note.Word(at) is "born" or "liveborn" or "delivered" ? at + 20 : at + 5); i++)
            {
                if (Grams(note, i, sentence.To) is not (> 300 and < 2500 and var grams)) continue;
                note.Add(grams switch { < 500 => "P0701", < 750 => "P0702", < 1000 => "P0703", < 1250 => "P0714", < 1500 => "P0715", < 1750 => "P0716", < 2000 => "P0717", _ => "P0718" }, s, at, i + 1, Assertion.Present, "prematurity", "Guidelines I.C.16.d");
                return;
            }
        }
    }

    // The weeks at birth, and not those of an ultrasound or of the mother's illness.
    private static bool Birth(NoteCase note, Sentence sentence, int at)
    {
        if (note.FindWord(sentence, "corrected", "pma", "postmenstrual", "ultrasound", "admitted") >= 0) return false;
        for (var k = Math.Max(sentence.From, at - 12); k < Math.Min(sentence.To, at + 8); k++)
        {
            if (note.Word(k) is "born" or "liveborn" or "delivered" or "delivery" or "birth" or "cesarean" or "vaginal" or "vaginally" or "ga" or "gestation" or "gestational" or "weeker" or "preterm" or "premature" or "preemie" or "premie" or "infant" or "neonate" or "newborn" or "svd" or "nsvd" or "ex" or "nicu") return true;
        }

        return false;
    }

    private static int? Weeks(NoteCase note, int at, int end)
    {
        var word = note.Word(at);
        if (word.Length < 2 || !int.TryParse(word.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return null;
        if (word.Length is 4 && word[2] == 'w' && char.IsAsciiDigit(word[3]) || word.Length is 5 && word[2] == 'w' && word[4] == 'd' || word.Length == 3 && word[2] == 'w' || word.AsSpan(2) is "wk" or "wks" or "wker" or "weeker") return n;
        if (word.Length > 2) return null;
        for (var k = at + 1; k < Math.Min(end, at + 4); k++)
        {
            if (note.Word(k) is "weeks" or "week" or "wks" or "wk" or "weeker" or "w") return n;
            if (note.Word(k).Length != 1 || !char.IsAsciiDigit(note.Word(k)[0])) return null;
        }

        return null;
    }

    private static double? Grams(NoteCase note, int at, int end)
    {
        var word = note.Word(at);
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] == '.')) digits++;
        if (digits == 0 || !double.TryParse(word.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)) return null;
        var unit = digits < word.Length ? word[digits..] : at + 1 < end ? note.Word(at + 1) : "";
        return unit switch { "g" or "gm" or "gms" or "gram" or "grams" => n, "kg" => n * 1000, _ => null };
    }

    // Suspected, looked for and not found: the observation has the code.
    private static void Observed(NoteCase note)
    {
        if (note.Has("Z05") || !note.Speaks(Watching) && !note.Speaks("rule", "r/o")) return;
        // Suspected in one sentence, ruled out in another.
        foreach (var m in note.Mentions.Where(m => (m.Live || m.Rejected == RejectReasons.Uncertain) && m.Assertion is Assertion.Uncertain or Assertion.Present or Assertion.Hypothetical && Suspect(m.Entry)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, Watching);
            if (at < 0 || at > m.From || !Excluded(note, m)) continue;
            var code = System(m.Entry);
            foreach (var o in note.Live.Where(o => Suspect(o.Entry) && System(o.Entry) == code && (o == m || o.Assertion == Assertion.Uncertain)).ToList()) o.Reject(RejectReasons.Negated, Rule.Source, code);
            note.Add(code, m.Sentence, at, m.To, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }

        foreach (var m in note.Mentions.Where(m => m.Rejected == RejectReasons.Negated && Suspect(m.Entry)).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            var at = note.FindWord(sentence, Watching);
            if (at < 0 || note.FindWord(sentence, "ruled", "negative", "excluded", "unfounded", "found") < 0 || at > m.From || note.Live.Any(o => o.Entry.Category.SequenceEqual(m.Entry.Category))) continue;
            note.Add(System(m.Entry), m.Sentence, at, m.To, Assertion.Present, Rule.Id, Rule.Source);
            return;
        }
    }

    private static readonly string[] Watching = ["observed", "observation", "watched", "evaluated", "evaluation", "monitored", "suspected", "suspicion", "workup", "concern"];

    // A later sentence says that it is not there: it names something of the same system, or nothing but that it was ruled out.
    private static bool Excluded(NoteCase note, Mention m)
    {
        for (var s = m.Sentence; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "ruled", "excluded", "unfounded", "disproved");
            if (at < 0 || note.Word(at) == "ruled" && (at + 1 >= sentence.To || note.Word(at + 1) != "out") || note.FindWord(sentence with { From = Math.Max(sentence.From, at - 4), To = at }, "not", "cannot", "to") >= 0 || s == m.Sentence && at < m.From) continue;
            var named = note.Mentions.Where(o => o != m && o.Sentence == s && Suspect(o.Entry)).ToList();
            if (named.Count == 0 || named.Exists(o => System(o.Entry) == System(m.Entry))) return true;
        }

        return false;
    }

    // A disease; of signs only seizures and what the breath does, which are what one looks for.
    private static bool Suspect(CodeEntry entry) => entry.Code[0] is not ('R' or 'Z' or 'O') || entry.Under("R56") || entry.Under("R06");

    private static string System(CodeEntry entry) => entry.Code[0] switch
    {
        'A' or 'B' => "Z051", 'P' when entry.Under("P35") || entry.Under("P36") || entry.Under("P37") || entry.Under("P39") => "Z051", 'I' or 'P' when entry.Code[0] == 'I' || entry.Under("P29") => "Z050", 'Q' when entry.Under("Q2") => "Z050", 'G' => "Z052", 'R' when entry.Under("R56") => "Z052", 'R' => "Z053", 'P' when entry.Under("P90") || entry.Under("P91") => "Z052",
        'J' => "Z053", 'P' when entry.Under("P2") => "Z053", 'E' => "Z0542", 'P' when entry.Under("P70") || entry.Under("P74") => "Z0542", 'K' => "Z055", 'N' => "Z056", 'L' => "Z0571", 'M' => "Z0572", 'Q' when entry.Under("Q9") => "Z0541", 'Q' when entry.Under("Q65") => "Z0572", _ => "Z0589",
    };
}
