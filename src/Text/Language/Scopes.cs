using System.Collections.Frozen;

namespace CodingAhead.Text.Language;

/// <summary>The words of a sentence that a cue speaks of.</summary>
/// <param name="Kind">What it says of them.</param>
/// <param name="Cue">The cue.</param>
/// <param name="From">First word in the note.</param>
/// <param name="To">Word after the last.</param>
internal readonly record struct Scope(Assertion Kind, Cue Cue, int From, int To);

/// <summary>
/// Finds the cues of a sentence and how far each one reaches: a cue before a list reaches to the end of the sentence or to a word that turns it ("but", "presents with"), a
/// cue behind reaches back. After NegEx and ConText (Chapman, Harkema), with reach by kind of cue.
/// </summary>
internal static class Scopes
{
    /// <summary>The scopes of a sentence.</summary>
    public static void Find(NoteOutline note, Sentence sentence, List<Scope> scopes)
    {
        scopes.Clear();
        var words = note.Words;
        var found = new List<(CueList.Form Form, int From, int To)>();
        for (var i = sentence.From; i < sentence.To;)
        {
            // "?endocarditis".
            if (Queried(note.Text, words[i].Start)) scopes.Add(new Scope(Assertion.Uncertain, new Cue(Assertion.Uncertain, i, i), i, Math.Min(sentence.To, i + 5)));
            // "(-) fever, (+) cough": a sign before each.
            if (words[i].Start > 3 && note.Text.AsSpan(words[i].Start - 4, 4) is ['(', '-', ')', ' '] or [_, '(', '-', ')'])
            {
                var end = i + 1;
                while (end < sentence.To && end < i + 6 && !words[end].Has(Mark.Comma | Mark.Semicolon | Mark.Open | Mark.Close)) end++;
                scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, i, i), i, end));
            }

            // "[ ] chest pain [x] palpitations": a box that is empty, where others are ticked.
            if (words[i].Start > 3 && note.Text.AsSpan(0, words[i].Start).TrimEnd(' ').EndsWith("[ ]", StringComparison.Ordinal) && Ticked(note.Text, words[i].Start))
            {
                var end = i + 1;
                while (end < sentence.To && !words[end].Has(Mark.Open | Mark.Line)) end++;
                scopes.Add(new Scope(Assertion.Negated, new Cue(Assertion.Negated, i, i), i, end));
            }

            var longest = 0;
            foreach (var form in CueList.From(words[i].Text))
            {
                if (form.Words.Length < longest) break;
                if (!Matches(words, form.Words, i, sentence.To)) continue;
                // Side effects that are explained; those that the patient has are told without.
                if (form.Words[^1] == "effects" && form.Kind == Assertion.Instruction && !Explained(words, sentence)) continue;
                // "Ruled out for tonight" speaks of what is before it.
                if (form.Words[^1] == "for" && form.Words.Contains("out") && i + form.Words.Length < sentence.To && words[i + form.Words.Length].Text is "tonight" or "now" or "today" or "this" or "the") continue;
                // Sleepless, but "no sleep apnea".
                if (form.Words is ["no", "sleep"] && i + 2 < sentence.To && words[i + 2].Text is "apnea" or "apnoea" or "disorder" or "disorders" or "walking" or "disturbance" or "problems") continue;
                // "Drained in clinic" tells where; "anticoagulation clinic" what is to be had there.
                if (form.Words is ["clinic"] && i > sentence.From && words[i - 1].Text is "in" or "the" or "this" or "our") continue;
                // "Diabetes dx 1 year ago": since then.
                if (form.Words[^1] == "ago" && Since(words, Math.Max(sentence.From, i - 5), i)) continue;
                // "A three-month-old" tells an age.
                if (form.Words[0] == "old" && i > sentence.From && words[i - 1].Text is "year" or "years" or "month" or "months" or "week" or "weeks" or "day" or "days" or "yr" or "yrs" or "yo" or "mo" or "mos" or "wk" or "wks") continue;
                longest = form.Words.Length;
                found.Add((form, i, i + longest));
            }

            i += Math.Max(1, longest);
        }

        var kin = found.FindIndex(f => f.Form is { Kind: Assertion.Family, Words.Length: 1 });
        SentenceShapes.Find(note, sentence, kin < 0 ? -1 : found[kin].To, scopes);
        for (var f = 0; f < found.Count; f++)
        {
            var (form, from, to) = found[f];
            var cue = new Cue(form.Kind, from, to);
            switch (form.Effect)
            {
                case CueList.Effect.Pre:
                    var end = CueReach.Forward(note, sentence, found, f);
                    // "No acute distress": the distress is acute as well as absent.
                    if (end > to) scopes.Add(new Scope(form.Kind, cue, form.Kind == Assertion.Negated && form.Words[0] is "no" && form.Words.Length == 2 ? from + 1 : form.Kind == Assertion.Uncertain && CueReach.Causes.Contains(words[to].Text) ? CueReach.FirstOfList(words, to, end) : to, end));
                    break;
                case CueList.Effect.Post:
                    var begin = CueReach.Backward(note.Text, words, sentence, found, f);
                    if (begin < from) scopes.Add(new Scope(form.Kind, cue, begin, from));
                    break;
            }
        }
    }

    /// <summary>"?endocarditis", "hematochezia, ? colitis": a question mark that ends no question.</summary>
    public static bool Queried(string text, int start)
    {
        var at = start - 1;
        while (at > 0 && text[at] == ' ' && at > start - 3) at--;
        return at >= 0 && text[at] == '?' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not (')' or '"'));
    }

    // Near by, so that a text of nothing but boxes costs no more than others.
    private static bool Ticked(string text, int at)
    {
        // Nothing but empty boxes is a list too, of which nothing applies.
        if (text.AsSpan(Math.Max(0, at - 1000), Math.Min(text.Length, at + 1000) - Math.Max(0, at - 1000)).Count("[ ]") >= 3) return true;
        var from = Math.Max(0, at - 1000);
        return text.AsSpan(from, Math.Min(text.Length, at + 1000) - from).Contains("[x]", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Since(List<NoteWord> words, int from, int to)
    {
        for (var i = from; i < to; i++) if (words[i].Text is "dx" or "dx'd" or "dxd" or "diagnosed" or "onset") return true;
        return false;
    }

    private static bool Explained(List<NoteWord> words, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (words[i].Text is "counseled" or "counselled" or "counseling" or "discussed" or "explained" or "reviewed" or "warned" or "advised" or "educated" or "potential" or "possible" or "include" or "includes" or "risks" or "informed" or "discuss") return true;
        return false;
    }

    private static bool Matches(List<NoteWord> words, string[] form, int at, int end)
    {
        if (at + form.Length > end) return false;
        for (var k = 0; k < form.Length; k++)
        {
            if (words[at + k].Text != form[k] || k > 0 && (words[at + k].Before & (Mark.Comma | Mark.Colon | Mark.Semicolon | Mark.Begin)) != 0) return false;
        }

        return true;
    }
}
