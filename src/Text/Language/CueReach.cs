using System.Collections.Frozen;

namespace CodingAhead.Text.Language;

/// <summary>How far a cue reaches: before a list to the end of the sentence or to a word that turns it, behind a word back to where its entry begins.</summary>
internal static class CueReach
{
    // Cues that speak only of the words next to them, and how many.
    private static readonly FrozenDictionary<string, int> Near = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["non"] = 1, ["not"] = 6, ["negative"] = 4, ["neg"] = 4, ["nonreactive"] = 4, ["nr"] = 4, ["normal"] = 1, ["nl"] = 1, ["screening"] = 4, ["screen"] = 3, ["avoid"] = 3, ["prior"] = 4, ["previous"] = 4, ["old"] = 4, ["remote"] = 4, ["former"] = 3, ["formerly"] = 4, ["known"] = 4, ["past"] = 3, ["post"] = 3,
        ["previously"] = 5, ["childhood"] = 3, ["distant"] = 3, ["healed"] = 7, ["absent"] = 4, ["apparent"] = 4, ["possible"] = 8, ["likely"] = 8, ["probable"] = 8, ["prophylactic"] = 2, ["prn"] = 5,
        ["potential"] = 5, ["unlikely"] = 8, ["exclude"] = 8, ["excluded"] = 6, ["resolved"] = 8, ["was not"] = 6, ["were not"] = 6, ["is not"] = 6, ["are not"] = 6, ["vs"] = 6, ["versus"] = 6, ["favor"] = 6, ["favors"] = 6,
        ["presumed"] = 6, ["suspected"] = 8, ["questionable"] = 6, ["history"] = 6, ["none"] = 6, ["declined"] = 4, ["apparently"] = 6, ["such as"] = 8, ["screen for"] = 6, ["screening for"] = 6, ["consider"] = 8, ["until"] = 5, ["never"] = 7, ["borderline possible"] = 4,
        ["no current"] = 6, ["rules"] = 2, ["as needed"] = 5, ["when needed"] = 5, ["not believe"] = 12, ["not think"] = 12, ["against"] = 6, ["differential"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // A relative is the experiencer when something is said of his health, and not when he speaks or helps.
    private static readonly FrozenSet<string> HealthVerbs = new[]
    {
        "has", "had", "have", "having", "w", "w/", "got", "gets", "carries", "carried", "with", "died", "dies", "deceased", "diagnosed", "suffers", "suffered", "suffering", "was", "is", "tested", "passed", "developed", "positive", "history", "hx",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Speaks = new[]
    {
        "reports", "reported", "states", "stated", "says", "said", "brought", "noticed", "noted", "notes", "called", "thinks", "believes", "feels", "helps", "helping", "lives", "present", "bedside", "accompanied", "here", "translating", "concerned", "worried",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PatientAgain = new[] { "patient", "he", "she", "but", "here", "i", "pt", "we", "his", "her" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FamilyHeaders = new[] { "family", "fam", "fhx", "famhx", "fh", "runs", "mgm", "mgf", "pgm", "pgf", "mat", "pat" }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Causes = new[] { "etiologies", "causes", "diagnoses", "explanations", "considerations", "differentials", "possibilities" }.ToFrozenSet(StringComparer.Ordinal);

    // "Possible causes of her cough include ...": the cough is there, what is listed may be.
    public static int FirstOfList(List<NoteWord> words, int from, int end)
    {
        for (var i = from; i < end; i++) if (words[i].Text is "include" or "includes" or "are" or "including" || i > from && words[i].Has(Mark.Colon)) return i;
        return from;
    }

    /// <summary>The word after the last that a cue before its words speaks of.</summary>
    public static int Forward(NoteOutline note, Sentence sentence, List<(CueList.Form Form, int From, int To)> found, int f)
    {
        var words = note.Words;
        var (form, from, to) = found[f];
        var kin = form.Kind is Assertion.Family or Assertion.OtherPerson;
        var end = sentence.To;
        var named = form.Words.Length == 1 ? form.Words[0] : string.Join(' ', form.Words);
        if (kin) to = AfterClause(words, to, end);
        if (Near.TryGetValue(named, out var near)) end = Math.Min(end, to + near);
        // "Concerns from teacher and mom: inattention", "per dad: cough": a relative who tells of the patient.
        if (kin && form.Words.Length == 1 && to < sentence.To && words[to].Has(Mark.Colon | Mark.Dash) && Tells(words, sentence.From, from)) return to;
        // "Possible causes of the fever include abscess, lymphoma and a drug": the whole list.
        if (form.Kind == Assertion.Uncertain && to < end && (form.Words[0] == "ddx" || form.Words[0] == "differential" && form.Words.Length > 1 || form.Words[^1] is "include" or "includes" || form.Words[^1] == "differential" && FirstOfList(words, to, Math.Min(end, to + 4)) > to) || form.Kind == Assertion.Uncertain && to < end && Causes.Contains(words[to].Text))
        {
            for (var i = to; i < sentence.To; i++) if (words[i].Text is "but" or "however" || words[i].Has(Mark.Semicolon)) return i;
            return sentence.To;
        }

        // "Rule out vasculitis, lupus, polyarthritis and moyamoya": the whole list.
        if (form.Words is ["rule", "out"] or ["to", "rule", "out"] && from <= sentence.From + 1 && Listing(words, to, sentence.To)) return sentence.To;
        // "HELLP ruled out; mild pre-eclampsia".
        if (form.Words[^1] == "out" && to < end && words[to].Has(Mark.Semicolon)) return to;
        // "HER2 negative, bone metastases": what it says is behind it.
        if (named is "negative" or "neg" && to < end && (words[to].Has(Mark.Comma | Mark.Semicolon | Mark.Close) || Dotted(note.Text, words[from]))) return to;
        if (kin && sentence.Section.Kind != SectionKind.Family && !FamilyHeaders.Contains(form.Words[0]) && !SaysHealth(words, to, sentence.To))
        {
            // "Dad's early infarct" is his; of "her brother's clonidine, drowsy" only the drug.
            if (!words[to - 1].Owner) return to;
            end = Math.Min(end, to + 3);
        }

        for (var g = f + 1; g < found.Count && found[g].From < end; g++)
        {
            if (found[g].Form.Effect != CueList.Effect.Stop || found[g].From < to) continue;
            if (kin) continue;
            // "Never diagnosed with": what follows the cue at once belongs to it; "negative except for" does not.
            if (form.Kind == Assertion.Negated && found[g].From == to && found[g].Form.Words[^1] is "with" or "have" or "of" or "for" && found[g].Form.Words[0] is not ("except" or "exception")) continue;
            // "If she develops a fever" is one thought to its end, and so is the cause of something possible.
            if (form.Kind is Assertion.Hypothetical or Assertion.Instruction && found[g].Form.Words[0] is not ("but" or "however" or "today" or "currently")) continue;
            if (form.Kind == Assertion.Uncertain && (found[g].Form.Words[^1] is "to" or "of" || (found[g].From == to || found[g].From == to + 1 && words[to].Text is "that" or "if" or "whether") && found[g].Form.Words[0] is "has" or "had" or "patient" or "there" or "it" or "this" or "he" or "she")) continue;
            end = Math.Min(end, found[g].From);
            break;
        }

        for (var i = to; i < end; i++)
        {
            if (i > to && words[i].Has(Mark.Semicolon)) return i;
            // "Esophagitis (no bleed), NASH": what is denied in brackets.
            if (i > to && words[i].Has(Mark.Close) && words[from].Has(Mark.Open) && form.Kind is Assertion.Negated or Assertion.Uncertain) return i;
            // "No blisters = first-degree burn": what the finding comes to.
            if (i > to && form.Kind == Assertion.Negated && note.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains('=')) return i;
            if (words[i].Has(Mark.Colon) && i > to && form.Kind is not (Assertion.Hypothetical or Assertion.Instruction)) return i;
            // "Her sister has lupus, and Ms. Hill was anxious".
            if (kin && i > to + 1 && words[i] is { Capital: true, Capitals: false, Text: "ms" or "mr" or "mrs" } && i + 1 < end && words[i + 1].Capital) return i;
            if (kin && i > to && PatientAgain.Contains(words[i].Text) && !words[i].Has(Mark.Open) && !(words[i].Text is "he" or "she" or "his" or "her" && i > from + 1 && (words[i - 1].Text is "when" or "while" or "in" or "at" or "after" or "told" or "learned" || words[i].Text is "his" or "her" && !words[i].Has(Mark.Comma) && HealthVerbs.Contains(words[i - 1].Text)))) return i;
            if (i > to && near > 0 && words[i].Has(Mark.Comma) && form.Kind != Assertion.Negated) return i;
            // "Exposure to asbestos, hypertension", "quit in 2012, with COPD": two entries.
            if (form.Words[0] is "exposure" or "quit" && i > to && words[i].Has(Mark.Comma)) return i;
            // What may be so ends with its phrase; an enumeration joined by "or" goes on.
            if (form.Kind == Assertion.Uncertain && i > to && words[i].Has(Mark.Comma) && !OrFollows(words, i, end)) return i;
            // "Migraine without aura, anemia": the next entry of a list, unless the denial goes on to an "or".
            if (form.Words[0] is "without" or "w/o" or "wo" && i > to && words[i].Has(Mark.Comma) && !OrFollows(words, i, end)) return i;
            // "No personal history of polyps, mother had colon cancer": somebody else; "no organ damage, in a patient with".
            if (form.Kind == Assertion.Negated && i > to && words[i].Has(Mark.Comma) && (words[i].Text is "mother" or "father" or "brother" or "sister" or "mom" or "dad" or "son" or "daughter" or "husband" or "wife" || words[i].Text == "in" && i + 2 < end && words[i + 1].Text is "a" or "the" && words[i + 2].Text is "patient" or "setting" or "context")) return i;
            // "Stroke 2017, no deficits, CABG 2018": the next entry of a list has its own year.
            if (form.Kind == Assertion.Negated && i > to && words[i].Has(Mark.Comma) && Dated(words, i, end)) return i;
            // A new statement after a comma: "no fever, she is well"; and an affirmed entry after a negated list.
            if (form.Kind == Assertion.Negated && i > to && words[i].Has(Mark.Comma) && words[i].Text is "she" or "he" or "patient" or "it" or "they" or "i" or "we" or "has" or "had" or "is" or "was" or "with" or "positive" or "his" or "her" or "will" or "so" or "after" or "following" or "since" or "runs" or "lives" or "takes" or "uses" or "needs" or "smokes" or "drinks" or "works") return i;
        }

        return end;
    }

    private static bool Listing(List<NoteWord> words, int from, int end)
    {
        var (commas, joined) = (0, false);
        for (var i = from + 1; i < end; i++)
        {
            if (words[i].Has(Mark.Semicolon | Mark.Colon) || words[i].Text is "but" or "however") return false;
            commas += words[i].Has(Mark.Comma) ? 1 : 0;
            joined |= commas > 0 && words[i].Text is "and" or "or";
        }

        return commas >= 2 && joined;
    }

    private static bool Dated(List<NoteWord> words, int from, int end)
    {
        for (var i = from + 1; i < Math.Min(end, from + 4); i++)
        {
            if (words[i].Has(Mark.Comma | Mark.Semicolon)) return false;
            if (words[i].Text.Length == 4 && int.TryParse(words[i].Text, out var year) && year is > 1950 and < 2100) return true;
        }

        return false;
    }

    private static bool Alone(string word) => word is "alcoholic" or "hypothyroid" or "hyperthyroid" or "bipolar" or "diabetic" or "asthmatic" or "epileptic" or "hypertensive" or "schizophrenic" or "depressed" || word.EndsWith("itis", StringComparison.Ordinal) || word.EndsWith("osis", StringComparison.Ordinal) || word.EndsWith("emia", StringComparison.Ordinal) || word.EndsWith("cancer", StringComparison.Ordinal);

    private static bool Tells(List<NoteWord> words, int begin, int kin)
    {
        for (var i = kin - 1; i >= Math.Max(begin, kin - 3); i--)
        {
            if (words[i].Text is "from" or "per" or "by" or "via") return true;
            if (i < kin - 1 && words[i + 1].Text is not ("and" or "or")) return false;
        }

        return false;
    }

    // "Her husband, who comes with her, has a pacemaker".
    private static int AfterClause(List<NoteWord> words, int from, int end)
    {
        if (from >= end || words[from].Text != "who" || !words[from].Has(Mark.Comma)) return from;
        for (var i = from + 1; i < Math.Min(end, from + 9); i++) if (words[i].Has(Mark.Comma)) return i;
        return from;
    }

    private static bool SaysHealth(List<NoteWord> words, int from, int end)
    {
        // "Mom on sertraline for anxiety".
        if (from + 2 < end && words[from].Text is "on" or "takes" or "taking" or "uses")
        {
            for (var i = from + 2; i < Math.Min(end, from + 6) && !words[i].Has(Mark.Comma | Mark.Semicolon); i++) if (words[i].Text == "for") return true;
        }

        for (var i = from; i < Math.Min(end, from + 5); i++)
        {
            if (words[i].Text == "on" && i + 1 < end && words[i + 1].Text is "dialysis" or "hemodialysis" or "insulin" or "oxygen" or "hospice" or "chemo" or "chemotherapy" or "warfarin") return true;
            if (Speaks.Contains(words[i].Text) || words[i].Text is "that" or "to" or "about") return false;
            if (HealthVerbs.Contains(words[i].Text) || words[i].Has(Mark.Colon)) return true;
        }

        // "Dad alcoholic, mom bipolar": a relative and what he has, between commas.
        if (from < end && words[from].Before == 0 && !Speaks.Contains(words[from].Text) && words[from].Text.Length > 4)
        {
            for (var i = from + 1; i <= Math.Min(end, from + 3); i++)
            {
                if (i < end && words[i].Text is "of" or "at" or "in" or "and" or "who" or "to" or "for" or "with") break;
                if ((i >= end || words[i].Has(Mark.Comma | Mark.Semicolon)) && Alone(words[from].Text)) return true;
            }
        }

        // "Mother ovarian ca at 60", "brother MI age 52": the age at which it came.
        for (var i = from + 1; i < Math.Min(end, from + 6) && !words[i].Has(Mark.Semicolon); i++)
        {
            if (words[i - 1].Text is "at" or "age" or "aged" && char.IsAsciiDigit(words[i].Text[0]) && int.TryParse(words[i].Text, out var age) && age is > 0 and < 110) return true;
        }

        // "Mother breast cancer 62": the age alone, at the end of the entry.
        for (var i = from + 1; i < Math.Min(end, from + 6) && !words[i].Has(Mark.Semicolon | Mark.Comma); i++)
            if (words[i].Text.Length == 2 && int.TryParse(words[i].Text, out var old) && old >= 20 && (i + 1 >= end || words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Stop))) return true;
        if (from < end && words[from].Text == "d") return true;
        // "Sister pre-eclampsia." is all that is said of her.
        var stop = from;
        while (stop < end && !words[stop].Has(Mark.Semicolon | Mark.Comma | Mark.Line)) stop++;
        if (from > 0 && stop - from is > 0 and <= 3 && words[from].Before == 0 && words[from - 1].Before != 0 && !Speaks.Contains(words[from].Text) && words[from].Text is not ("and" or "or" or "to" or "at" or "in" or "for" or "of" or "from" or "will" or "who" or "not")) return true;
        // "Mother: asthma", "Mother - asthma", "mother's asthma".
        return from < end && words[from].Has(Mark.Dash);
    }

    private static bool OrFollows(List<NoteWord> words, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
        {
            if (words[i].Text is "or" or "versus" or "vs") return true;
        }

        return false;
    }

    // "E. coli pyelonephritis, sepsis ruled out": two entries of which the last is denied; a list has more commas or an "and".
    private static int Pair(List<NoteWord> words, int begin, int cue)
    {
        var at = -1;
        for (var i = cue - 1; i > begin; i--)
        {
            if (words[i].Text is "and" or "or" or "nor" || words[i].Has(Mark.Semicolon | Mark.Colon)) return -1;
            if (!words[i].Has(Mark.Comma)) continue;
            if (at >= 0) return -1;
            at = i;
        }

        // A name of one word before the comma is as well an entry of a list of what is not there.
        return at - begin >= 2 ? at : -1;
    }

    // "Flu, RSV and COVID negative": one list of short entries up to its "and".
    private static bool Listed(List<NoteWord> words, int at, int cue)
    {
        var entry = 0;
        for (var i = at; i < cue; i++)
        {
            if (words[i].Text is "and" or "or" or "&") return cue - i <= 4;
            // "HIV, RPR NR": tests by their letters.
            if (words[i].Has(Mark.Comma) && i > 0 && words[i].Capitals && words[i - 1].Capitals && cue - i <= 4) return true;
            if (words[i].Has(Mark.Comma)) entry = 0;
            if (++entry > 3) return false;
        }

        return false;
    }

    private static readonly FrozenSet<string> Tests = new[]
    {
        "cth", "ct", "cta", "ctpa", "mri", "mra", "mrcp", "cxr", "xr", "xray", "xrays", "x", "kub", "ekg", "ecg", "trop", "trops", "troponin", "troponins", "us", "ultrasound", "doppler", "dopplers", "duplex", "echo", "tte", "ua", "ucx", "bcx", "cultures", "hcg", "upt",
        "lp", "dimer", "egd", "imaging", "films", "biopsy", "bx", "labs", "workup", "vq", "stress", "holter", "eeg", "cardiac", "ddimer",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "Covid neg. monospot positive": the full stop of what may be an abbreviation.
    private static bool Dotted(string text, NoteWord word) => word.End < text.Length && text[word.End] == '.';

    /// <summary>The first word that a cue behind its words speaks of.</summary>
    public static int Backward(string text, List<NoteWord> words, Sentence sentence, List<(CueList.Form Form, int From, int To)> found, int f)
    {
        var (form, from, to) = found[f];
        var one = form.Words.Length == 1;
        var word = form.Words[0];
        var colon = words[from].Has(Mark.Colon);
        var kin = form.Kind is Assertion.Family or Assertion.OtherPerson;
        // "diabetes (father)": a relative behind counts only in brackets, after a dash or after a preposition of the form itself.
        if (kin && one && !words[from].Has(Mark.Open) && !(sentence.Section.Kind == SectionKind.Family && words[from].Has(Mark.Dash))) return from;
        if (one && word is "no" or "none" or "absent" or "never" && !colon && !words[from].Has(Mark.Dash) && word is not "absent" && !(word == "none" && to == sentence.To)) return from;
        if (one && word is "negative" or "neg" or "normal" or "nl" && to < sentence.To && !Dotted(text, words[from]) && (words[to].Before & (Mark.Comma | Mark.Semicolon | Mark.Close | Mark.Stop)) == 0 && words[to].Text is not ("and" or "or" or "by" or "on" or "but" or "in" or "at" or "today" or "then" or "there" or "here" or "elsewhere" or "previously" or "with" or "x" or "last" or "this" or "again" or "twice" or "now" or "recently" or "yesterday" or "since" or "per" or "except")) return from;
        // "Weakness; differential lies between two diseases": of what follows.
        if (form.Kind == Assertion.Uncertain && words[from].Has(Mark.Semicolon)) return from;
        // "negative for DVT" speaks forward; a bare "negative" behind a word speaks of it.
        var begin = sentence.From;
        if (one && Near.TryGetValue(word, out var near)) begin = Math.Max(begin, from - (word is "negative" or "neg" && words[from - 1].Text is "2" or "19" or "pcr" or "swab" or "swabs" or "test" or "tests" or "antigen" or "antigens" or "culture" or "cultures" or "panel" ? 2 * near : near));
        // "Erectile dysfunction: sildenafil prn": only what stands beside it may be what it is taken for.
        if (word is "prn" || form.Words is ["as", "needed"]) begin = Math.Max(begin, from - 1);
        // "Colon polyps and screening", "headache, normal": two statements; "colon cancer screening", "head ultrasound normal" are one.
        if (one && word is "screening" or "screen" or "normal" or "nl" && (words[from].Has(Mark.Comma | Mark.Semicolon) || from > sentence.From && words[from - 1].Text is "and" or "or")) return from;
        if (one && form.Kind == Assertion.Uncertain && words[from].Has(Mark.Comma) && word != "pending") return from;
        if (one && word is "pending" or "probable" or "questionable" or "likely" or "possible" or "suspected" or "presumed" && to < sentence.To && (words[to].Before & (Mark.Comma | Mark.Close | Mark.Semicolon)) == 0 && word != "pending") return from;
        for (var g = f - 1; g >= 0; g--)
        {
            if (found[g].Form.Effect == CueList.Effect.Stop && found[g].To > begin && found[g].To <= from && found[g].Form.Words[^1] is not ("to" or "of" or "which" or "who")) { begin = found[g].To; break; }
        }

        var pair = form.Kind == Assertion.Negated && form.Words[^1] == "out" ? Pair(words, begin, from) : -1;
        if (pair >= 0) return pair;
        for (var i = from - 1; i > begin; i--)
        {
            if (words[i].Has(Mark.Semicolon)) return i;
            // "Numbness, CTH neg": of the test.
            if (one && word is "negative" or "neg" && words[i].Has(Mark.Comma) && Tests.Contains(words[i].Text)) return i;
            // "Foot drop ?peroneal palsy vs radiculopathy": one or the other of the two behind the sign.
            // "Fainted: seizure versus vasovagal episode".
            if (word is "vs" or "versus" && words[i].Has(Mark.Colon)) return i;
            if (word is "vs" or "versus" && Scopes.Queried(text, words[i].Start)) return i;
            // "Fibroid - discuss myomectomy vs embolization": the choice is between treatments.
            if (word is "vs" or "versus" && words[i].Text is "discuss" or "discussed" or "discussing" or "offer" or "offered" or "options" or "option" or "plan" or "recommend") return i;
            if ((colon || one || kin || word is "test" or "tested") && words[i].Has(Mark.Comma) && !(word is "negative" or "neg" or "nonreactive" or "nr" or "excluded" && Listed(words, i, from))) return i;
            if (kin && words[i].Has(Mark.Close)) return i;
            // "Asthma, alcohol dependence in remission": the remission is that of the last, unless nothing else stands between.
            if (word == "in" && form.Words[^1] == "remission" && (words[i].Has(Mark.Comma) || words[i].Text == "and") && i < from) return i;
        }

        return begin;
    }
}
