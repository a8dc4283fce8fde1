using System.Collections.Frozen;
using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

// Which phrases that reach over a comma or an "and" are read out of two names that stand beside each other.
internal sealed partial class Matcher
{
    private static readonly FrozenSet<string> Generic = new[] { "disease", "disorder", "syndrome", "condition" }.Select(Analyzer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Stage = Analyzer.Stem("stage");

    private static readonly string Neoplasm = Analyzer.Stem("neoplasm");

    // Parts of the body that two conditions may share.
    private static readonly FrozenSet<string> Parts = new[]
    {
        "foot", "toe", "ankle", "leg", "calf", "shin", "knee", "thigh", "hip", "groin", "buttock", "hand", "finger", "thumb", "wrist", "forearm", "elbow", "arm", "shoulder", "axilla", "neck", "scalp", "face", "cheek", "chin", "forehead", "lip", "nose", "ear", "eye", "eyelid", "mouth", "throat", "tongue", "jaw",
        "back", "chest", "breast", "abdomen", "abdominal", "pelvis", "pelvic", "flank", "skin", "rib", "clavicle", "femur", "tibia", "fibula", "humerus", "radius", "ulna", "spine", "sacrum", "brain", "lung", "liver", "kidney", "heel",
    }.Select(Analyzer.Stem).ToFrozenSet(StringComparer.Ordinal);

    // The entries of a list are names of their own: "atrial fibrillation, heart failure" has no fibrillation of the heart, "Parkinson disease, tobacco use" no disease of tobacco,
    // and "insomnia, TIA" no transient insomnia. A phrase that reaches over a comma or an "and" must not tear the names on its two sides apart.
    private void PartNeighbours()
    {
        List<Match>? whole = null;
        foreach (var match in found)
        {
            if (!JoinedBetween(match.Terms[0], match.Terms[^1])) (whole ??= []).Add(match);
        }

        if (whole is null || whole.Count == found.Count) return;
        // A sentence may be as long as the note: only the names near a match are looked at.
        whole.Sort(static (a, b) => a.Terms[0].CompareTo(b.Terms[0]));
        found.RemoveAll(match =>
        {
            var near = Near(whole, match.Terms[0] - 2 * Reach, match.Terms[^1] + 1);
            for (var i = 1; i < match.Terms.Length; i++)
            {
                if (JoinedBetween(match.Terms[i - 1], match.Terms[i]) && Tears(match, match.Terms[i - 1], match.Terms[i], near)) return true;
            }

            return false;
        });
    }

    // The names whose first term is one of these.
    private static ReadOnlySpan<Match> Near(List<Match> names, int from, int to)
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(names);
        var (first, last) = (FirstFrom(all, from), FirstFrom(all, to + 1));
        return all[first..last];
    }

    private static int FirstFrom(ReadOnlySpan<Match> names, int term)
    {
        var (low, high) = (0, names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].Terms[0] < term) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool Tears(Match match, int left, int right, ReadOnlySpan<Match> whole)
    {
        Match? before = null, behind = null;
        foreach (var name in whole)
        {
            if (name.Terms[0] <= left && name.Terms[^1] >= left && name.Terms[^1] < right && (before is null || name.Terms.Length > before.Value.Terms.Length)) before = name;
            if (name.Terms[0] <= right && name.Terms[^1] >= right && name.Terms[0] > left && (behind is null || name.Terms.Length > behind.Value.Terms.Length)) behind = name;
        }

        if (Torn(match, left) || Torn(match, right)) return true;
        // "Diabetic CKD, stage 3b": a stage is nothing without its disease.
        if (terms[right].Stem == Stage && behind is null) return false;
        var breaks = before is { } a && Breaks(match, a);
        if (breaks && (behind is not null || lexicon.Codes[match.First.Code].Code[0] is not ('C' or 'D') || GoesOn(match.Terms[^1])) && Head(match, before!.Value)) return true;
        // "HIV disease, heart failure": the word goes with the name right before it.
        if (Generic.Contains(terms[left].Stem) && Array.IndexOf(match.Terms, left - 1) < 0 && EndsAt(whole, terms[left].From)) return true;
        if (Generic.Contains(terms[right].Stem) && right > left + 1 && Array.IndexOf(match.Terms, right - 1) < 0 && EndsAt(whole, terms[right].From)) return true;
        if (!Light.Contains(terms[left].Stem) && Begins(whole, match, terms[left].To, right, sharing: true)) return true;
        // "Spinal cord injury, thyroid nodule": the last word of a name that has no code, and the first of another.
        if (before is null && behind is { } next && Breaks(match, next) && left > 0 && numbers[left - 1] >= 0 && terms[left - 1].To == terms[left].From && !Light.Contains(terms[left - 1].Stem) && Array.IndexOf(match.Terms, left - 1) < 0) return true;
        // "Delirium, spinal cord injury": a word out of the middle of what follows.
        if (right == match.Terms[^1] && IsInside(right)) return true;
        // "Endometriosis, uterine fibroids": what ends right before a name goes with that name.
        if (right == match.Terms[^1] && !IsSide(terms[right].Stem) && Begins(whole, match, match.To, int.MaxValue, sharing: false)) return true;
        if (behind is not { } b) return false;
        if (Breaks(match, b) && Head(match, b)) return true;
        if (before is null || !Breaks(match, b)) return breaks && before is not null && (lexicon.Codes[match.First.Code].Code == lexicon.Codes[b.First.Code].Code || !Shares(match, b));
        // Both are broken, or the one behind gives its first word or its last.
        return breaks || !Array.Exists(b.Terms, p => p < right && !Light.Contains(terms[p].Stem)) && Array.Exists(b.Terms, p => p > match.Terms[^1] && !Light.Contains(terms[p].Stem))
            || !SharesEnd(match, before.Value);
    }

    // A name ends right before a word.
    private bool EndsAt(ReadOnlySpan<Match> names, int word)
    {
        foreach (var name in names) if (name.To == word && words[word].Before == 0) return true;
        return false;
    }

    // A name that the match does not take begins right at a word, and ends before a term.
    private bool Begins(ReadOnlySpan<Match> names, Match match, int word, int end, bool sharing)
    {
        foreach (var name in names)
        {
            if (name.From == word && name.Terms[^1] < end && words[word].Before == 0 && Array.IndexOf(match.Terms, name.Terms[0]) < 0 && !(sharing && Shares(match, name))) return true;
        }

        return false;
    }

    // It takes some words of a name, and not all.
    private bool Breaks(Match match, Match name) => Array.Exists(name.Terms, p => Array.IndexOf(match.Terms, p) < 0 && !Light.Contains(terms[p].Stem));

    // Some of the words that an abbreviation stands for, and not the others. A kind of cancer is read as more words than any name of it has.
    private bool Torn(Match match, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && terms[first - 1].From == terms[at].From) first--;
        while (last + 1 < terms.Count && terms[last + 1].From == terms[at].From) last++;
        var optional = tree.Optional(match.First);
        var torn = false;
        for (var t = first; t <= last; t++)
        {
            if (terms[t].Stem == Neoplasm) return false;
            torn |= Unused(match.Terms, t, optional);
        }

        return torn;
    }

    // The last word of a name, without the one right before it: "disease" of "Parkinson disease".
    private bool Head(Match match, Match name)
    {
        var last = name.Terms[^1];
        // A word may be read as several: "cancer".
        var first = Array.FindLast(name.Terms, p => terms[p].From != terms[last].From && p < last);
        return terms[first].From < terms[last].From && Array.IndexOf(match.Terms, last) >= 0 && Array.IndexOf(match.Terms, first) < 0 && !Light.Contains(terms[first].Stem) && terms[first].To == terms[last].From;
    }

    // Words right before it and right behind it that are no mere qualifiers.
    private bool IsInside(int at)
    {
        var before = at - 1;
        return GoesOn(at) && before >= 0 && terms[before].To == terms[at].From && words[terms[at].From].Before == 0 && numbers[before] >= 0 && !Light.Contains(terms[before].Stem);
    }

    private bool GoesOn(int at) =>
        at + 1 < terms.Count && terms[at].To == terms[at + 1].From && words[terms[at + 1].From].Before == 0 && numbers[at + 1] >= 0 && !Light.Contains(terms[at + 1].Stem) && words[terms[at + 1].From].Text is not ("origin" or "only" or "source");

    // "Foot ulcer, cellulitis": a part of the body may be said once for two of its conditions, where the one has a name of one word.
    private bool SharesEnd(Match match, Match name) => lexicon.Codes[match.First.Code].Code[0] is 'C' or 'D' or 'K' or 'L' or 'M' or 'R' or 'S' or 'T' && IsOneWord(name) && Array.Exists(match.Terms, p => Parts.Contains(terms[p].Stem));

    private bool IsOneWord(Match name) => name.Terms.All(p => terms[p].From == terms[name.Terms[0]].From || Light.Contains(terms[p].Stem));

    private bool Shares(Match match, Match name) =>
        lexicon.Codes[match.First.Code].Code[0] is 'C' or 'D' or 'L' or 'M' or 'R' or 'S' or 'T' && IsOneWord(name) && Array.Exists(match.Terms, p => Parts.Contains(terms[p].Stem));
}
