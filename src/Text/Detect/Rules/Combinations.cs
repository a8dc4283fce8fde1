using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Two conditions that the classification joins in one code (Official Guidelines I.B.9), by <c>data/detect/combinations.txt</c>: when both are in the note, the combination
/// replaces the first, and the second or not. Coronary disease with angina is assumed to be linked (I.C.9.b).
/// </summary>
internal static class Combinations
{
    public static readonly Rule Rule = new("combination", "Guidelines I.B.9", Apply);

    private sealed record Pair(string[] First, string[] Second, string Code, bool DropFirst, bool DropSecond, string Source, bool Near, bool Linked);

    private static readonly List<Pair> Pairs = [.. WordLists.Read("combinations.txt").Select(c => new Pair(c[0].Split(' '), c[1].Split(' '), c[2], !c[3].Contains("keep1", StringComparison.Ordinal), c[3].Contains("drop2", StringComparison.Ordinal), "Guidelines " + c[4], c[3].Contains("near", StringComparison.Ordinal), c[3].Contains("due", StringComparison.Ordinal)))];

    private static void Apply(NoteCase note)
    {
        Join(note);
        // Retention with an enlarged prostate as its cause (note at R33.8).
        if (note.Has("N401") && note.Codes.Find("R338") is { } caused) foreach (var m in note.Live.Where(m => m.Entry.Code == "R339").ToList()) m.Recode(caused, Rule.Id, "Code first note at R33.8");
    }

    // A word of the sentence makes the combination: "diverticulitis with abscess".
    private static void Worded(NoteCase note, Pair pair, List<Mention> firsts)
    {
        if (note.Codes.Find(pair.Code) is not { } entry) return;
        foreach (var first in firsts)
        {
            foreach (var word in pair.Second)
            {
                var at = note.FindWord(note.Note.Sentences[first.Sentence], word[1..]);
                if (at < 0 || note.ScopesOf[first.Sentence].Exists(x => x.Kind == Assertion.Negated && x.From <= at && x.To > at)) continue;
                first.Recode(entry, Rule.Id, pair.Source);
                first.Also.Add((at, at + 1));
                break;
            }
        }
    }

    private static void Join(NoteCase note)
    {
        foreach (var pair in Pairs)
        {
            if (!note.Has(pair.First)) continue;
            var firsts = note.Live.Where(m => m.Assertion != Assertion.Family && Array.Exists(pair.First, m.Entry.Under)).ToList();
            if (pair.Second[0][0] == '"') { Worded(note, pair, firsts); continue; }
            var second = note.Live.FirstOrDefault(m => m.Assertion != Assertion.Family && Array.Exists(pair.Second, m.Entry.Under) && !firsts.Contains(m));
            if (firsts.Count == 0 || second is null || note.Codes.Find(pair.Code) is not { } found) continue;
            // "Coronary disease without angina": the angina told elsewhere is past.
            if (pair.Code.StartsWith("I2511", StringComparison.Ordinal) && note.Mentions.Exists(d => d.Rejected == RejectReasons.Negated && d.Entry.Under("I20") && firsts.Exists(f => f.Sentence == d.Sentence)))
            {
                foreach (var m in note.Live.Where(m => Array.Exists(pair.Second, m.Entry.Under)).ToList()) m.Reject(RejectReasons.Historical, pair.Source);
                continue;
            }

            if (pair.Near && !firsts.Any(f => f.Sentence == second.Sentence)) continue;
            if (pair.Linked && !firsts.Any(f => note.FindWord(note.Note.Sentences[f.Sentence], "due", "secondary", "in", "from", "related", "associated") is >= 0 and var at && at >= f.To)) continue;
            var entry = found.Billable ? found : Specificity.Default(note.Codes, found);
            if (entry is null) continue;
            foreach (var first in firsts)
            {
                if (pair.DropFirst)
                {
                    first.Recode(entry, Rule.Id, pair.Source);
                    if (entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase)) Specificity.Refine(note, first);
                }

                if (pair.DropFirst && second.Entry.Code[0] == 'S' && Bones.Broken(note, first.Entry, second) is { } bone) first.Recode(bone, Rule.Id, pair.Source);
                // Two symptoms that are one code are no less symptoms of a disease.
                first.Kept |= first.Entry.Code[0] != 'R';
                if (!first.Also.Contains((second.From, second.To))) first.Also.Add((second.From, second.To));
            }

            if (!pair.DropFirst && !note.Has(entry.Code) && note.Add(entry.Code, firsts[0].Sentence, firsts[0].From, firsts[0].To, firsts[0].Assertion, Rule.Id, pair.Source) is { } added) added.Also.Add((second.From, second.To));
            if (!pair.DropSecond) continue;
            foreach (var m in note.Live.Where(m => Array.Exists(pair.Second, m.Entry.Under) && m.Entry.Code != entry.Code).ToList()) m.Reject(RejectReasons.Combined, pair.Source, entry.Display);
        }
    }
}
