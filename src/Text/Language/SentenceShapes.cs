using System.Collections.Frozen;

namespace CodingAhead.Text.Language;

/// <summary>
/// What the shape of a sentence says of its words where no cue does: lists of what was explained, of what was looked for, of answers; other stays and other people.
/// </summary>
internal static class SentenceShapes
{
    /// <summary>Adds the scopes of a sentence; <paramref name="kin"/> is the word after the first relative in it, or -1.</summary>
    public static void Find(NoteOutline note, Sentence sentence, int kin, List<Scope> scopes)
    {
        Explained(note.Words, sentence, scopes);
        Feared(note.Words, sentence, scopes);
        Answered(note.Words, sentence, scopes);
        Headed(note, sentence, scopes);
        Elsewhere(note.Words, sentence, scopes);
        Later(note.Words, sentence, scopes);
        Bracketed(note.Words, sentence, scopes);
        Introduced(note, sentence, scopes);
        Trailing(note.Words, sentence, scopes);
        if (kin >= 0) Died(note.Words, sentence, kin, scopes);
    }

    // "Prostate cancer, history of": the words of the cue stand last, as in an index.
    private static void Trailing(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        var at = sentence.To - 2;
        if (at <= sentence.From || words[at + 1].Text != "of" || words[at].Text is not ("history" or "hx") || !words[at].Has(Mark.Comma | Mark.Dash) && !words[at - 1].Has(Mark.Comma)) return;
        scopes.Add(new Scope(Assertion.Historical, new Cue(Assertion.Historical, at, sentence.To), sentence.From, at));
    }

    // What may come, as it was told.
    private static void Explained(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "Discussed nausea, insomnia, serotonin syndrome": what a new drug may do; a single disease that was discussed is there.
        if (sentence.To - sentence.From > 4 && words[sentence.From].Text is "discussed" or "explained" or "reviewed" && Commas(words, sentence) >= 2 && !Results(words, sentence))
            scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, sentence.From, sentence.From + 1), sentence.From + 1, sentence.To));
        // "Handout 'Strep throat': tell us about rash"; "ER for fever" after the treatment.
        if (sentence.To - sentence.From > 3 && (words[sentence.From].Text is "handout" or "leaflet" or "brochure" || sentence.From > 12 && words[sentence.From].Text is "er" or "ed" && words[sentence.From + 1].Text is "for" or "if" && !Past(words, sentence)))
            scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, sentence.From, sentence.From + 1), sentence.From + 1, sentence.To));

        // "Informed consent was obtained after explanation of risk factors of bleeding, perforation".
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (words[i].Text is not ("consent" or "consented")) continue;
            for (var k = i + 1; k + 1 < sentence.To; k++)
            {
                if (words[k].Text is not ("risk" or "risks" or "complications")) continue;
                scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, k, k + 1), k + 1, sentence.To));
                break;
            }

            break;
        }

        // "Tamsulosin nightly; dizziness, floppy iris warned": the part behind the semicolon.
        if (sentence.To - sentence.From > 4 && words[sentence.To - 1].Text is "warned" or "cautioned" or "reviewed" or "discussed")
        {
            var part = sentence.To - 1;
            while (part > sentence.From && !words[part].Has(Mark.Semicolon)) part--;
            if (part > sentence.From && sentence.To - part > 3 && Commas(words, sentence with { From = part }) >= 1) scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, sentence.To - 1, sentence.To), part, sentence.To - 1));
        }

        // "Rash, taste loss and liver injury reviewed": a list that ends with what was done with it; an entry of the assessment begins with its diagnosis.
        if (sentence.To - sentence.From > 3 && Ends.Contains(words[sentence.To - 1].Text) && Commas(words, sentence) >= (words[sentence.To - 1].Text is "discussed" or "reviewed" ? 2 : 1) && !words[sentence.From].Has(Mark.Bullet | Mark.Line) && !Results(words, sentence))
            scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, sentence.To - 1, sentence.To), sentence.From, sentence.To - 1));
        // "Immunotherapy discussed: itching, anaphylaxis", "warned: bleeding, fever", "counselled: rupture of the uterus".
        for (var i = sentence.From + 1; i < sentence.To; i++)
        {
            // "Considered: abscess, osteomyelitis", "considered/not diagnosed: panic disorder".
            if (words[i].Has(Mark.Colon) && (words[i - 1].Text == "considered" || words[sentence.From].Text == "considered" && i - sentence.From <= 3))
            {
                scopes.Add(new Scope(Assertion.Uncertain, new Cue(Assertion.Uncertain, i - 1, i), i, sentence.To));
                continue;
            }

            if (words[i].Has(Mark.Colon) && (words[i - 1].Text == "over" && i > sentence.From + 1 && words[i - 2].Text is "gone" or "went" || words[i - 1].Text == "effects" && i > sentence.From + 1 && words[i - 2].Text == "side" && Commas(words, sentence) >= 2))
                scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, i - 1, i), i, sentence.To));
            if (words[i].Has(Mark.Colon) && words[i - 1].Text is "discussed" or "reviewed" or "explained" or "told" or "warned" or "counseled" or "counselled" or "reminded" or "risks" or "cautions" or "advised")
                scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, i - 1, i), i, sentence.To));
        }
    }

    // "Potential complications include but are not limited to," and the lines of the list below it.
    private static void Introduced(NoteOutline note, Sentence sentence, List<Scope> scopes)
    {
        var words = note.Words;
        var at = sentence.From;
        // Up the lines of the list, to the one before the first.
        for (var lines = 0; lines < 12; lines++)
        {
            if (at == 0 || !words[at].Has(Mark.Line) || !(words[at].Has(Mark.Bullet) || words[at].Text is [>= '1' and <= '9'] or ['1', >= '0' and <= '9'])) break;
            at--;
            while (at > 0 && !words[at].Has(Mark.Line)) at--;
        }

        if (at == sentence.From || words[at].Has(Mark.Bullet)) return;
        var (first, told, opens) = (at, false, false);
        for (; at < sentence.From && !(at > first && words[at].Has(Mark.Line)); at++)
        {
            told |= words[at].Text is "complications" or "risks" or "effects";
            opens = words[at].Text is "include" or "includes" or "including" or "to" or "are" or "following" || opens && words[at].Text is "limited";
        }

        if (told && opens) scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, sentence.From, sentence.From), sentence.From, sentence.To));
    }

    private static void Feared(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "Worried, when the phone message came, that the melanoma had come back".
        for (var i = sentence.From + 1; i + 2 < sentence.To; i++)
        {
            if (words[i].Text != "that") continue;
            for (var k = Math.Max(sentence.From, i - 9); k < i - 1; k++)
            {
                if (words[k].Text is not ("worried" or "afraid" or "scared" or "frightened" or "fears" or "feared")) continue;
                var end = i + 1;
                while (end < sentence.To && !words[end].Has(Mark.Semicolon) && !(words[end].Has(Mark.Comma) && words[end].Text is "and" or "but")) end++;
                scopes.Add(new Scope(Assertion.Uncertain, new Cue(Assertion.Uncertain, k, k + 1), i + 1, end));
                break;
            }
        }
    }

    private static void Answered(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "Chest pain no, palpitations no, snoring yes": the answer behind each.
        for (var i = sentence.From + 1; i < sentence.To; i++)
        {
            if (words[i].Text != "no" || words[i].Before != 0 || i + 1 < sentence.To && !words[i + 1].Has(Mark.Comma | Mark.Semicolon | Mark.Line)) continue;
            var from = i - 1;
            while (from > sentence.From && from > i - 6 && !words[from].Has(Mark.Comma | Mark.Semicolon | Mark.Colon | Mark.Line)) from--;
            scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, i, i + 1), from, i));
        }

        // "PMH: hypothyroid? - was told so once": a mark behind the name, where nothing is asked.
        if (sentence.To < words.Count && words[sentence.To].Has(Mark.Question) && sentence.Section.Kind is SectionKind.Pmh or SectionKind.Assessment or SectionKind.Plan && words[sentence.From].Text is not ("any" or "do" or "does" or "did" or "have" or "has" or "are" or "is" or "ever"))
        {
            var entry = sentence.To - 1;
            while (entry > sentence.From && !words[entry].Has(Mark.Comma | Mark.Semicolon | Mark.Line)) entry--;
            if (sentence.To - entry <= 3) scopes.Add(new Scope(Assertion.Uncertain, new Cue(Assertion.Uncertain, sentence.To, sentence.To), entry, sentence.To));
        }

        // "Edema 0, urine prot 0": counted, and none.
        if (Zeros(words, sentence) > 1)
        {
            for (var i = sentence.From + 1; i < sentence.To; i++)
            {
                if (words[i].Text == "0" && words[i].Before == 0 && (i + 1 == sentence.To || !words[i + 1].Has(Mark.Slash | Mark.Dash))) scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, i, i + 1), i - 1, i));
            }
        }
    }

    private static void Elsewhere(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "Was admitted 2/2025 with heart failure": another stay.
        for (var i = sentence.From + 1; i + 3 < sentence.To; i++)
        {
            if (words[i].Text is not ("admitted" or "hospitalized" or "hospitalised") || words[i - 1].Text is not ("was" or "been" or "were")) continue;
            for (var k = i + 1; k < Math.Min(sentence.To, i + 4); k++)
            {
                if (words[k].Text is not { Length: 4 } year || !(year.StartsWith("20", StringComparison.Ordinal) || year.StartsWith("19", StringComparison.Ordinal)) || !int.TryParse(year, out _)) continue;
                scopes.Add(new Scope(Assertion.Historical, new Cue(Assertion.Historical, k, k + 1), k + 1, sentence.To));
                break;
            }
        }

        // "She was told at another clinic that she had asthma": by somebody, and not by who writes.
        for (var i = sentence.From + 1; i < sentence.To; i++)
        {
            if (words[i].Text != "told" || words[i - 1].Text is not ("was" or "were" or "been" or "being")) continue;
            var elsewhere = false;
            for (var k = i + 1; k + 1 < Math.Min(sentence.To, i + 9); k++)
            {
                elsewhere |= Others.Contains(words[k].Text);
                if (!elsewhere || words[k].Text is not ("he" or "she" or "they") || words[k + 1].Text is not ("had" or "has" or "have")) continue;
                var end = k + 2;
                while (end < sentence.To && !words[end].Has(Mark.Semicolon) && words[end].Text is not ("but" or "and")) end++;
                scopes.Add(new Scope(Assertion.Uncertain, new Cue(Assertion.Uncertain, i, i + 1), k + 2, end));
                break;
            }
        }
    }

    private static void Later(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "Treat H. pylori if the biopsies show it": not yet.
        for (var i = sentence.From; i + 2 < sentence.To; i++)
        {
            if (words[i].Text is not ("treat" or "treating")) continue;
            var condition = i + 2;
            while (condition < Math.Min(sentence.To, i + 6) && words[condition].Text is not ("if" or "with" or "for" or "as" or "and")) condition++;
            if (condition < sentence.To && words[condition].Text == "if") scopes.Add(new Scope(Assertion.Hypothetical, new Cue(Assertion.Hypothetical, condition, condition + 1), i + 1, condition));
        }
    }

    private static void Bracketed(List<NoteWord> words, Sentence sentence, List<Scope> scopes)
    {
        // "(Risk endophthalmitis, retinal detachment)".
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (!words[i].Has(Mark.Open)) continue;
            var end = i + 1;
            while (end < sentence.To && !words[end].Has(Mark.Close)) end++;
            // "On methotrexate (liver, marrow toxicity, pneumonitis)".
            var toxic = false;
            for (var k = i; k < end; k++) toxic |= words[k].Text is "toxicity" or "toxicities";
            if (words[i].Text is not ("risk" or "risks") && !toxic) continue;
            scopes.Add(new Scope(Assertion.Instruction, new Cue(Assertion.Instruction, i, i + 1), i, end));
        }
    }

    private static void Died(List<NoteWord> words, Sentence sentence, int kin, List<Scope> scopes)
    {
        // "His mother had colon cancer, but she died of cancer of the esophagus": it is she of whom it is told.
        for (var i = sentence.From + 1; i + 2 < sentence.To; i++)
        {
            if (words[i].Text is not ("died" or "passed") || words[i - 1].Text is not ("he" or "she" or "they")) continue;
            if (kin <= i) scopes.Add(new Scope(Assertion.Family, new Cue(Assertion.Family, i, i + 1), i + 1, sentence.To));
        }
    }

    private static readonly FrozenSet<string> Others = new[] { "clinic", "urgent", "er", "ed", "outside", "another", "walk-in", "elsewhere", "hospital", "online", "chiropractor", "friend" }.ToFrozenSet(StringComparer.Ordinal);

    // "Reviewed labs, anemia, low ferritin": what tests have shown.
    private static bool Results(List<NoteWord> words, Sentence sentence)
    {
        for (var i = sentence.From + 1; i < Math.Min(sentence.To, sentence.From + 6); i++)
            if (words[i].Text is "labs" or "lab" or "results" or "imaging" or "ct" or "mri" or "xray" or "x" or "echo" or "records" or "chart" or "notes" or "films" or "data" or "test" or "tests" or "pathology" or "report" or "reports" or "studies" or "images" or "history" or "problem" or "problems") return true;
        return false;
    }

    private static readonly FrozenSet<string> Ends = new[] { "discussed", "reviewed", "explained", "mentioned", "possible", "told", "precautions", "warned" }.ToFrozenSet(StringComparer.Ordinal);

    private static int Commas(List<NoteWord> words, Sentence sentence)
    {
        var n = 0;
        for (var i = sentence.From + 1; i < sentence.To && !words[i].Has(Mark.Semicolon); i++) n += words[i].Has(Mark.Comma) ? 1 : 0;
        return n;
    }

    // "Not present: heart failure, diabetes", "DIAGNOSES EXCLUDED: syncope, PE", "| looked for and not found | DVT |": what a line is begun with holds to its end.
    private static void Headed(NoteOutline note, Sentence sentence, List<Scope> scopes)
    {
        var words = note.Words;
        if (sentence.Section.Header is { Length: > 0 } header && words[sentence.From].Start - (sentence.Section.Start + header.Length) is >= 0 and < 4)
        {
            var last = header.TrimEnd(' ', ')', '*').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            if (last.Length > 1 && Denies(last[^1].ToLowerInvariant(), last.Any(w => w.Equals("not", StringComparison.OrdinalIgnoreCase)), last[^2].ToLowerInvariant()))
                scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, sentence.From, sentence.From), sentence.From, sentence.To));
        }

        var line = sentence.From;
        for (var i = sentence.From + 1; i < sentence.To; i++)
        {
            if (words[i].Has(Mark.Line)) line = i;
            // "Diabetic: N   Smoker: N".
            if (words[i].Text == "n" && words[i].Capital && words[i].Has(Mark.Colon) && (i + 1 == sentence.To || words[i + 1].Capital || words[i + 1].Before != 0)) scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, i, i + 1), i - 1, i));
            var row = note.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains('|');
            if (i - line > 7 || !row && !words[i].Has(Mark.Colon)) continue;
            var not = false;
            for (var k = line; k < i; k++) not |= words[k].Text == "not";
            var end = i + 1;
            while (end < sentence.To && !(row && words[end].Has(Mark.Line))) end++;
            if (Denies(words[i - 1].Text, not, i > line + 1 ? words[i - 2].Text : "") && !(i > line + 2 && words[i - 3].Text == "be")) scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, line, i), i, end));
            else if (words[line].Text == "inactive" || words[i - 1].Text == "inactive" || words[i - 1].Text == "resolved" && i - line <= 2) scopes.Add(new Scope(Assertion.Historical, new Cue(Assertion.Historical, line, i), i, end));
        }

        static bool Denies(string last, bool not, string before) => last is "excluded" or "absent" || not && last is "present" or "found" or "seen" or "identified" or "confirmed" || last == "out" && before == "ruled" || last == "negatives" && before == "pertinent";
    }

    private static bool Past(List<NoteWord> words, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (words[i].Text is "yesterday" or "ago" or "last" or "on" or "was" or "where" or "given" or "seen" || words[i].Has(Mark.Slash)) return true;
        return false;
    }

    private static int Zeros(List<NoteWord> words, Sentence sentence)
    {
        var n = 0;
        for (var i = sentence.From + 1; i < sentence.To; i++) n += words[i].Text == "0" ? 1 : 0;
        return n;
    }
}
