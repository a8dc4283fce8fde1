namespace CodingAhead.Text.Redact;

/// <summary>
/// What was found once is gone everywhere: the parts of names and the phrases of places are looked for in the whole text, but not where the word is a
/// catheter, a disease or, without capitals, an ordinary word.
/// </summary>
internal static class Spreading
{
    /// <summary>Notes what the finds of one part of a text say of the whole.</summary>
    public static void Learn(Note n, IReadOnlyList<Mark> found, Spread spread)
    {
        var (names, places) = (spread.Names, spread.Places);
        var at = 0;
        foreach (var mark in found)
        {
            if (mark.Type is not (PhiType.Name or PhiType.City or PhiType.Facility or PhiType.County) || mark.Rule == "name-initials") continue;
            while (at < n.T.Length && n.T[at].End <= mark.Start) at++;
            var end = at;
            while (end < n.T.Length && n.T[end].End <= mark.End) end++;
            if (mark.Type == PhiType.Name)
            {
                for (var k = at; k < end; k++)
                {
                    ref readonly var t = ref n.T[k];
                    if (t.IsWord && t.Length >= 3 && !t.Is(Word.Particle | Word.Title | Word.Suffix | Word.Credential | Word.Stop | Word.Heading | Word.Relation) || t.IsWord && t.Length == 2 && t.Weights is { Ordinary: < 3, Name: >= 3 } && !t.Is(Word.Particle | Word.Stop | Word.Credential | Word.StateCode | Word.Unit)) names.Add(t.Hash);
                }
            }
            else if (end > at && mark.Confidence >= 0.7)
            {
                var words = new ulong[end - at];
                for (var k = at; k < end; k++) words[k - at] = n.T[k].Hash;
                if (words.Length == 1 && (n.T[at].Is(Word.Stop | Word.Heading | Word.Medical | Word.Institution) || n.T[at].Weights.Ordinary >= 6)) continue;
                if (!places.TryGetValue(words[0], out var list)) places[words[0]] = list = [];
                if (!list.Exists(l => l.Words.AsSpan().SequenceEqual(words))) list.Add((words, mark.Type));
            }
        }
    }

    /// <summary>Finds in one part of a text what was found in any.</summary>
    public static void Run(Note n, Spread spread)
    {
        var (names, places) = (spread.Names, spread.Places);
        if (names.Count == 0 && places.Count == 0) return;
        for (var i = 0; i < n.T.Length; i++)
        {
            ref readonly var t = ref n.T[i];
            if (!t.IsWord) continue;
            // The Gallaghers.
            if (t.Form == Form.Capital && t.Weights.Ordinary == 0 && t.Length >= 5 && n.View[t.End - 1] == 's' && names.Contains(Stem(n.Text(i)))) n.Mark(t.Start, t.End, PhiType.Name, "name-spread", 0.8);
            if (names.Contains(t.Hash) && (Fits(n, i) || t.Big && Hyphened(n, i, names))) n.Mark(t.Start, t.End, PhiType.Name, "name-spread", t.Weights.Ordinary >= 4 ? 0.68 : 0.85);
            if (!places.TryGetValue(t.Hash, out var phrases)) continue;
            foreach (var (words, type) in phrases)
            {
                if (i + words.Length > n.T.Length) continue;
                var same = true;
                for (var k = 1; k < words.Length && same; k++) same = n.T[i + k].Hash == words[k] && n.Gap(i + k - 1).Length <= 3;
                if (!same || words.Length > 1 && Eponyms.Within(n, i) || words.Length == 1 && (!t.Big || Eponymous(n, i) || t.Weights.Ordinary >= 4 && n.Begins(i))) continue;
                n.Mark(t.Start, n.T[i + words.Length - 1].End, type, "place-spread", 0.8);
            }
        }
    }

    // The hash of a word without its last letter.
    private static ulong Stem(ReadOnlySpan<char> word)
    {
        var hash = Words.Seed;
        foreach (var c in word[..^1]) hash = Words.Add(hash, char.ToLowerInvariant(c));
        return Words.End(hash);
    }

    // Quell-Åström: an ordinary word that a hyphen ties to another part of a name is one.
    private static bool Hyphened(Note n, int i, HashSet<ulong> names) =>
        n.Joined(i, '-') && names.Contains(n.T[i + 1].Hash) || i > 0 && n.Joined(i - 1, '-') && names.Contains(n.T[i - 1].Hash);

    private static bool Fits(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Weights.Ordinary >= 4 || t.Is(Word.Month | Word.Brand | Word.Medical))
        {
            if (!t.Big || t.Form == Form.Upper && Places.UpperLine(n, i) || n.Begins(i) && !(n.CharAt(t.End) == '\'' && n.Equals(i + 1, "s")) && !(i + 1 < n.T.Length && n.Spaced(i) && n.T[i + 1].Is(Word.Speech) && n.T[i + 1].Form == Form.Lower)) return false;
        }

        return !Eponymous(n, i);
    }

    /// <summary>Whether the word names a thing here: Foley catheter, Bell's palsy, Hoffmann sign.</summary>
    internal static bool Eponymous(Note n, int i)
    {
        if (Eponyms.Within(n, i)) return true;
        var next = i + 1;
        // Circle of Willis, islets of Langerhans.
        if (i > 1 && n.Equals(i - 1, "of") && n.T[i - 2].Is(Word.Anatomy) && n.Spaced(i - 1, 1)) return true;
        if (next < n.T.Length && n.Equals(next, "s") && n.Joined(i, '\'')) next++;
        if (next >= n.T.Length) return false;
        var gap = n.Gap(next - 1);
        if (gap.Length is 0 or > 2 || gap.IndexOfAnyExcept(' ', '-', '\'') >= 0) return false;
        // What a person has is not what is named after one: "Rosen's pain".
        if (next > i + 1 && n.T[next].Is(Word.LooseHead) && !n.T[i].Is(Word.Eponym)) return false;
        if (n.T[next].Is(Word.EponymHead) && !n.T[next].Is(Word.Stop)) return true;
        if (n.T[next].Form == Form.Lower && n.T[next].Length >= 6 && gap.Length == 1 && Register.Medical(n.Text(next))) return true;
        return n.T[i].Is(Word.Eponym) && (next + 1 < n.T.Length && n.T[next].Form == Form.Capital && n.T[next].Is(Word.Eponym) && n.T[next + 1].Is(Word.EponymHead));
    }
}
