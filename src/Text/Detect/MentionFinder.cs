using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Finds the mentions of a note and what its sentences say about each.</summary>
internal sealed class MentionFinder(NoteCase note)
{
    private readonly Matcher matcher = new(note.Lexicon);

    public void Find(CancellationToken cancel)
    {
        var outline = note.Note;
        for (var s = 0; s < outline.Sentences.Count; s++)
        {
            cancel.ThrowIfCancellationRequested();
            var sentence = outline.Sentences[s];
            var scopes = new List<Scope>();
            Scopes.Find(outline, sentence, scopes);
            note.ScopesOf[s] = scopes;
            var terms = new List<TextTerm>();
            var repaired = false;
            TermReader.Read(outline.Words, sentence.From, sentence.To, (int i, out int length) => Abbreviations.At(outline.Words, i, sentence, out length) ?? Abbreviations.OwnerAt(outline.Words, i, sentence, note.Lexicon, out length), terms);
            for (var t = 0; t < terms.Count; t++)
            {
                // The pronoun is no name, though the index has a disease of His and Werner.
                // And "pre" and "declines" are no syndrome of the brain and no debility.
                // "PTSD, still in therapy" is not the disease of Still.
                // Nor is "Mr. Alder" the anomaly of Alder.
                if (terms[t].To - terms[t].From == 1 && terms[t].From > sentence.From && outline.Words[terms[t].From] is { Capital: true, Before: 0 } && outline.Words[terms[t].From - 1] is { Capitals: false, Text: "mr" or "mrs" or "ms" or "dr" or "miss" or "prof" }) { terms[t] = terms[t] with { Stem = "" }; continue; }
                if (terms[t].To - terms[t].From == 1 && (outline.Words[terms[t].From].Text is "his" or "pre" or "scared" or "calculated" or "abnormally" or "declines" or "declined" || outline.Words[terms[t].From] is { Text: "still", Capital: false } || Abbreviations.IsVetoed(outline.Words, terms[t].From, sentence))) { terms[t] = terms[t] with { Stem = "" }; continue; }
                // "In satisfactory condition, with a good urinary stream": how the patient does.
                if (outline.Words[terms[t].From].Text == "condition" && terms[t].From > sentence.From && outline.Words[terms[t].From - 1].Text is "satisfactory" or "stable" or "good" or "fair" or "excellent" or "guarded" or "critical" or "serious" or "improved") { terms[t] = terms[t] with { Stem = "" }; continue; }
                // "Oral pain medications" are no pain of the mouth.
                if (outline.Words[terms[t].From].Text == "pain" && terms[t].To < sentence.To && outline.Words[terms[t].To] is { Before: 0, Text: "control" or "management" or "clinic" or "medication" or "medications" or "medicine" or "medicines" or "med" or "meds" or "pill" or "pills" or "reliever" or "relievers" or "score" or "scale" or "specialist" }) { terms[t] = terms[t] with { Stem = "" }; continue; }
                if (Abbreviations.IsMeasure(outline.Words[terms[t].From].Text))
                {
                    var from = terms[t].From;
                    var n = terms.Count(o => o.From == from);
                    terms[t] = terms[t] with { Whole = n > 1 ? n : -1 };
                }

                // Titles say "without" where notes say "no".
                if (terms[t].Stem == "no") terms[t] = terms[t] with { Stem = "without" };
                var word = outline.Words[terms[t].From].Text;
                if ((note.Lexicon.Word(terms[t].Stem) < 0 ? note.Lexicon.Spelling.Meant(word, terms[t].From == sentence.From || !outline.Words[terms[t].From].Capital || outline.Words[terms[t].From].Capitals) : terms[t].Surface is null && (note.Lexicon.Spelling.Doubled(word) ?? note.Lexicon.Spelling.Hidden(word)) is { } other && TermReader.Forms(other).Stem != terms[t].Stem ? other : null) is not { } meant) continue;
                t += TermReader.Replace(terms, t, meant) - 1;
                repaired = true;
            }

            Histology.Widen(terms, note.Note.Words);
            note.TermsOf.Add(terms);
            Answered(s, scopes);
            var matches = matcher.Find(note.Lexicon.Diagnoses, outline.Words, terms, scopes).ToList();
            // "Abnormal liver enzymes" is a finding, and no malformation.
            matches.RemoveAll(m => note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Code[0] == 'Q' && Abnormal(outline.Words, m));
            // "PIN", "TRAPS", "CLAD" are typed large; a pin, a trap and somebody clad in something are words.
            matches.RemoveAll(m => m.Terms.Length == 1 && m.To - m.From == 1 && outline.Words[m.From] is { Capitals: false, Text.Length: <= 5 } && IsAcronym(note.Lexicon.Diagnoses.At(m.Node)[0], outline.Words[m.From].Text));
            // "A severe disorder" is not the one of Sever.
            matches.RemoveAll(m => note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under("M926") && Begins(outline.Words, m, "severe", "severi"));
            // "Hypertension and CKD" are two diagnoses that a rule joins; a hypertension is secondary only where the note says so (I.C.9.a.6).
            matches.RemoveAll(m => note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under("I15") && !Begins(outline.Words, m, "due", "secondary", "caused", "renovascular", "endocrine", "from"));
            // "Malunion of a fracture" without a place gives way to the fracture that is named.
            if (matches.Count > 1) matches.RemoveAll(m => note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under("T148") && matches.Exists(o => o.Node != m.Node && o.From < m.To && o.To > m.From && note.Codes[note.Lexicon.Diagnoses.At(o.Node)[0].Code].Code[0] == 'S'));
            // "Embolism without cor pulmonale" is no "cor pulmonale without embolism".
            matches.RemoveAll(m => WithoutOther(m, terms));
            // "Urinary tract infection due to E. coli" is one of the tract, and the organism beside it (I.C.1.b).
            if (matches.Count > 1) matches.RemoveAll(m => Array.Exists(Anywhere, note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under) && matches.Exists(o => o.From < m.From && o.To > m.From && o.To < m.To && !Array.Exists(Anywhere, note.Codes[note.Lexicon.Diagnoses.At(o.Node)[0].Code].Under)));
            // A cancer of the scar of a mastectomy is told with its site; the operation behind a cancer is no place.
            if (matches.Count > 1) matches.RemoveAll(m => note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under("C44") && Begins(outline.Words, m, "mastectomy") && note.FindWord(sentence, "site", "scar", "skin", "chest") < 0);
            if (note.Lexicon.Titles.Find(note, sentence) is var (printed, begins, ends))
            {
                note.Mentions.Add(Of(s, printed, begins, ends));
                matches.RemoveAll(m => m.From < ends && m.To > begins);
            }

            foreach (var match in Matcher.Best(matches, outline.Words, terms, matcher.RestIsPhrase))
            {
                var mention = Of(s, match, note.Lexicon.Diagnoses, repaired);
                note.Mentions.Add(mention);
                if (Array.Exists(Diabetic, mention.Entry.Under)) Parts(s, match, matches, terms, repaired);
            }

            if (sentence.Section.Kind is not (SectionKind.Family or SectionKind.Ros or SectionKind.Consent or SectionKind.Instructions))
            {
                foreach (var match in Matcher.Best(matcher.Find(note.Lexicon.External, outline.Words, terms, scopes), outline.Words, terms)) note.External.Add(Of(s, match, note.Lexicon.External, repaired));
            }
        }
    }

    // "Any chest pain? No." A question of yes or no is answered by what follows; without an answer it says nothing.
    private void Answered(int s, List<Scope> scopes)
    {
        var outline = note.Note;
        var sentence = outline.Sentences[s];
        if (sentence.To >= outline.Words.Count || !outline.Words[sentence.To].Has(Mark.Question)) return;
        var (opens, asks) = (false, false);
        for (var i = sentence.From; i < Math.Min(sentence.To, sentence.From + 5); i++)
        {
            opens |= outline.Words[i].Text is "any" or "do" or "does" or "did" or "have" or "has" or "had" or "are" or "is" or "was" or "were" or "ever";
            asks |= outline.Words[i].Text is "how" or "what" or "where" or "when" or "why" or "which" or "who";
        }

        if (asks) return;
        var at = sentence.To;
        // A speaker's name before the answer.
        if (at + 1 < outline.Words.Count && outline.Words[at + 1].Has(Mark.Colon)) at++;
        var answer = outline.Words[at].Text;
        if (answer is "yes" or "yeah" or "yep" or "yup" or "sometimes" or "sure" or "occasionally" or "definitely" or "a" or "it" or "they") return;
        var denied = answer is "no" or "nope" or "none" or "never" or "not" or "nothing" or "nah";
        if (!opens && (!denied || sentence.To - sentence.From > 6 || outline.Words[at].Has(Mark.Dash) || answer == "no" && at + 1 < outline.Words.Count && outline.Words[at + 1].Has(Mark.Dash))) return;
        var kind = denied ? Assertion.Negated : Assertion.Hypothetical;
        scopes.Add(new Scope(kind, new Cue(kind, at, at + 1), sentence.From, sentence.To));
    }

    // The kidney disease, ulcer or gastroparesis inside the name of a diabetic complication has a code of its own beside it.
    private void Parts(int s, Match whole, List<Match> matches, List<TextTerm> terms, bool repaired)
    {
        var inside = matches.Where(m => m.From >= whole.From && m.From < whole.To && (m.To > whole.To ? m.From > whole.From : m.Terms.Length < whole.Terms.Length) && Array.Exists(Beside, note.Codes[note.Lexicon.Diagnoses.At(m.Node)[0].Code].Under)).ToList();
        foreach (var part in Matcher.Best(inside, note.Note.Words, terms)) note.Mentions.Add(Of(s, part, note.Lexicon.Diagnoses, repaired));
    }

    private static bool Begins(List<NoteWord> words, Match match, params ReadOnlySpan<string> beginnings)
    {
        for (var w = match.From; w < match.To; w++)
        {
            foreach (var beginning in beginnings) if (words[w].Text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private bool WithoutOther(Match match, List<TextTerm> terms)
    {
        var without = Array.FindIndex(match.Terms, t => terms[t].Stem == "without");
        if (without < 0 || without + 1 >= match.Terms.Length || note.Lexicon.Diagnoses.At(match.Node)[0] is not { Fact: >= 0 } phrase) return false;
        var text = note.Lexicon.Why(phrase) is { Kind: "index" or "title" or "inclusion" } why ? why.Id : "";
        var at = text.IndexOf("without ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var behind = new List<TextTerm>();
        TermReader.Phrase(text[(at + 8)..], behind);
        var next = terms[match.Terms[without + 1]].Stem;
        return behind.Count > 0 && !behind.Exists(b => b.Stem == next);
    }

    private bool IsAcronym(in LexiconPhrase phrase, string word)
    {
        if (phrase.Fact < 0) return false;
        var source = note.Lexicon.Why(phrase).Id;
        var letters = word.EndsWith('s') && word.Length > 2 ? word[..^1] : word;
        return !source.Contains(letters, StringComparison.Ordinal) && !source.Contains(char.ToUpperInvariant(letters[0]) + letters[1..], StringComparison.Ordinal) && source.Contains(letters.ToUpperInvariant(), StringComparison.Ordinal);
    }

    private static bool Abnormal(List<NoteWord> words, Match match)
    {
        for (var w = match.From; w < match.To; w++)
        {
            if (words[w].Text is "abnormal" or "abnormality" or "abnormalities") return true;
        }

        return false;
    }

    // Infections of no place.
    private static readonly string[] Anywhere = ["A49", "B34", "B49", "B99"];

    private static readonly string[] Diabetic = ["E08", "E09", "E10", "E11", "E13"];

    private static readonly string[] Beside = ["N18", "K3184", "L97", "L984"];

    private Mention Of(int s, Match match, PhraseTree tree, bool repaired)
    {
        var phrases = tree.At(match.Node);
        var best = phrases[0];
        var codes = note.Codes;
        var sentence = note.Note.Sentences[s];
        var mention = new Mention
        {
            Entry = codes[best.Code],
            Sentence = s,
            From = match.From,
            To = match.To,
            Section = sentence.Section.Kind,
            Assertion = Assertion.Present,
            Kind = best.Kind,
            Score = match.Score,
            Gap = match.Gap,
            Terms = match.Terms.Length,
            Repaired = repaired,
            Second = note.Lexicon.Manifestation(best),
            Titular = sentence.To - sentence.From <= match.To - match.From + 4 || Numbered(note.Note.Words, sentence, match),
        };
        foreach (var other in phrases[1..Math.Min(phrases.Length, 6)]) mention.Alternatives.Add(codes[other.Code]);
        mention.Why.Add(note.Lexicon.Why(best));
        Assert(mention, sentence);
        return mention;
    }

    private Mention Of(int s, CodeEntry printed, int from, int to)
    {
        var sentence = note.Note.Sentences[s];
        var mention = new Mention
        {
            Entry = printed, Sentence = s, From = from, To = to, Section = sentence.Section.Kind, Assertion = Assertion.Present, Kind = TermKind.Title, Score = 40, Terms = to - from, Titular = true, Printed = true,
        };
        mention.Why.Add(new Reason("title", printed.Title, "Tabular List"));
        Assert(mention, sentence);
        return mention;
    }

    // "1) Atypical chest pain, 2) hypertension": an entry of a numbered list in one line.
    private static bool Numbered(List<NoteWord> words, Sentence sentence, Match match)
    {
        var at = match.From - 1;
        if (at < sentence.From || words[at].Text is not [>= '1' and <= '9'] || !words[match.From].Has(Mark.Close | Mark.Stop)) return false;
        return match.To >= sentence.To || words[match.To].Has(Mark.Comma | Mark.Semicolon | Mark.Stop | Mark.Dash) || words[match.To].Text is [>= '1' and <= '9'];
    }

    private bool OfPatient(Sentence sentence)
    {
        var at = note.FindWord(sentence, "patient", "pt");
        return at >= 0 && !note.Note.Words[at].Owner && note.FindWord(sentence, "family", "mother", "father", "brother", "sister", "son", "daughter", "aunt", "uncle", "grandmother", "grandfather", "grandparents", "parents", "siblings", "cousin", "relative", "relatives", "fhx", "fh") < 0;
    }

    private void Assert(Mention m, Sentence sentence)
    {
        Scope? At(Assertion kind) => note.ScopeAt(m.Sentence, kind, m.From, m.To);
        m.HistoryCue = At(Assertion.Historical)?.Cue;
        foreach (var kind in (ReadOnlySpan<Assertion>)[Assertion.Negated, Assertion.Instruction, Assertion.Family, Assertion.OtherPerson, Assertion.Hypothetical, Assertion.Uncertain])
        {
            if (At(kind) is not { } scope) continue;
            (m.Assertion, m.Cue) = (kind, scope.Cue);
            // "Father's side: no diabetes" is negated; so is everything else that is negated.
            break;
        }

        var header = sentence.Section.Kind;
        if (m.Assertion is Assertion.Negated) return;
        // "Biopsy on the patient now also confirms celiac disease", run on behind the relatives.
        if (header == SectionKind.Family && !OfPatient(sentence)) m.Assertion = Assertion.Family;
        else if (header is SectionKind.Instructions or SectionKind.Consent) m.Assertion = Assertion.Instruction;
        else if (m.Assertion == Assertion.Present && m.HistoryCue is { } cue) (m.Assertion, m.Cue) = (Assertion.Historical, cue);
    }
}
