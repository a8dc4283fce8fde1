namespace CodingAhead.Text.Redact;

/// <summary>
/// How far a name reaches by its form, and how much its words say for it: for places where a label, a post or a line's form already says that a person follows.
/// </summary>
internal static class NameShape
{
    private const int Longest = 8;
    private const Word NoName = Word.Unit | Word.PhoneLabel | Word.Department | Word.Institution | Word.Heading | Word.Title | Word.Clinical | Word.Medical;

    /// <summary>A word that is vocabulary and hardly a name weighs so much against one.</summary>
    private const int Vocabulary = -4;

    /// <summary>
    /// Reads a name from its first word: given names, initials, particles, nicknames in quotation marks, a suffix; with <paramref name="turned"/> also the surname, a comma
    /// and the given name. Returns its last token, or -1, and the weight of its words.
    /// </summary>
    public static (int Last, int Score) Read(Note n, int first, Evidence evidence, bool turned)
    {
        var (last, score, words, initials, quoted) = (-1, 0, 0, 0, false);
        for (var k = first; k < n.T.Length && k - first < Longest && n.T[k].IsWord; k++)
        {
            ref readonly var t = ref n.T[k];
            if (k > first && !Linked(n, k) && !(quoted && n.Gap(k - 1).SequenceEqual("\" ")))
            {
                if (Quoted(n, k) is var close and >= 0)
                {
                    (last, k, quoted) = (close, close, true);
                    continue;
                }

                if (!turned || words == 0 || !Turns(n, k)) break;
                (turned, score) = (false, score + 2);
            }

            if (k > first && words > 0 && t.Big && t.Is(Word.Suffix) && !n.Equals(k, "iv"))
            {
                last = k;
                break;
            }

            if (Shortened(n, k) && n.Gap(k).SequenceEqual(". ") && k + 1 < n.T.Length && n.T[k + 1].Big) continue;
            if (t.Is(Word.Particle) && k + 1 < n.T.Length && Linked(n, k + 1) && (n.T[k + 1].Big || n.T[k + 1].Is(Word.Particle))) continue;
            if (t.Length == 1)
            {
                if (t.Form != Form.Upper) break;
                last = k;
                if (++initials == 1) score += 2;
                continue;
            }

            if (Ends(n, k, first, words)) break;
            var weight = Weigh(n, k, evidence);
            if (weight <= Vocabulary) break;
            words++;
            score += weight;
            last = k;
        }

        return words == 0 ? (-1, 0) : (last, score);
    }

    /// <summary>How much a word says for a name: its frequency as one less its frequency as vocabulary.</summary>
    public static int Weigh(Note n, int k, Evidence evidence)
    {
        ref readonly var t = ref n.T[k];
        var w = t.Weights;
        if (t.Is(Word.Brand | Word.Country) && w.Name < 6 || t.Is(Word.Demonym) && w.Name < 8 || t.Is(Word.State) && w.Given < 7) return Vocabulary;
        if (w.Packed == 0)
        {
            if (Register.Medical(n.Text(k))) return Vocabulary;
            return t.Form == Form.Upper && t.Length <= 4 || t.Form == Form.Lower ? 0 : evidence.Looks(n.Text(k)) > -8 ? 2 : 0;
        }

        if (w.Name < 2) return w.Ordinary > 0 ? Vocabulary : 1;
        return Math.Clamp(w.Name - w.Ordinary, w.Name >= 5 ? 0 : -3, 5);
    }

    /// <summary>Wm., Ma., Sta.: a name cut short, after which a point does not end the sentence.</summary>
    public static bool Shortened(Note n, int k) =>
        n.T[k].Big && (n.T[k].Is(Word.Saint) || n.T[k].Length <= 4 && n.IsAny(k, "wm", "ma", "chas", "geo", "thos", "jas", "jos", "robt", "edw"));

    /// <summary>Whether the text goes on after the name as after a name: an end, a sign, a word in lower case; not with another capital, as in a heading.</summary>
    public static bool Leaves(Note n, int last) =>
        last + 1 >= n.T.Length || !n.Spaced(last, 1) || !n.T[last + 1].Big || n.T[last + 1].Is(Word.Credential) || n.T[last + 1].Length == 1;

    // What stands between two words of one name.
    private static bool Linked(Note n, int k)
    {
        var gap = n.Gap(k - 1);
        if (gap.Length == 1) return gap[0] is ' ' or '-' or '\'' || gap[0] == '.' && n.T[k - 1].Length == 1;
        if (gap.SequenceEqual(". ")) return n.T[k - 1].Length == 1 || Shortened(n, k - 1);
        // "Maria da Costa" with a line's end before the particle.
        return gap is "\n" or "\r\n" && n.T[k] is { Form: Form.Lower } && n.T[k].Is(Word.Particle) && k + 1 < n.T.Length && n.T[k + 1].Form == Form.Capital;
    }

    // "Theo "Bud" Marlow": the last token of the nickname; -1 when none is quoted here.
    private static int Quoted(Note n, int k)
    {
        if (!n.Gap(k - 1).SequenceEqual(" \"") || !n.T[k].Big) return -1;
        for (var close = k; close < k + 2 && close + 1 < n.T.Length && n.T[close].IsWord; close++)
        {
            if (n.Gap(close) is var gap && gap.StartsWith("\" ") && gap.Length == 2) return close;
        }

        return -1;
    }

    // The comma between surname and given name.
    private static bool Turns(Note n, int k)
    {
        var gap = n.Gap(k - 1);
        // "Thomas Brown, M.D.": no given name.
        if (gap is not (", " or "," or ",  ") || !n.T[k].Big || n.T[k].Length <= 2 && n.Joined(k, '.') && n.T[k + 1].Length == 1) return false;
        return !n.T[k].Is(Word.Credential | Word.Relation | Word.Suffix | Word.StateCode) || n.T[k].Form == Form.Capital && n.T[k].Weights.Given >= 3 && !n.T[k].Is(Word.Relation);
    }

    private static bool Ends(Note n, int k, int first, int words)
    {
        ref readonly var t = ref n.T[k];
        if (!t.Big || t.Form == Form.Camel && !Names.Camel(n.Text(k))) return true;
        if (k > first && words > 0 && t.Form == Form.Upper && n.T[first].Form == Form.Capital && n.T[first].Length > 1) return true;
        if (words > 0 && t.Is(Word.Credential) && t.Form == Form.Upper || t.Is(Word.Stop) && t.Weights.Name < 7) return true;
        if (t.Is(NoName) && t.Weights.Name < 5 || t.Is(Word.EponymHead) && t.Weights.Name < 4) return true;
        if (n.CharAt(t.End) == ':' && t.Is(Word.PersonLabel | Word.Relation | Word.Post | Word.NumberLabel | Word.DateLabel)) return true;
        return t.Is(Word.Month | Word.Weekday) && n.IsNumber(k + 1) && n.Gap(k).Length <= 2;
    }
}
