using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Names and places in a text that is not clinical (<see cref="Register.General"/>): there a word with a capital within a sentence that is no vocabulary, no
/// country, no day is a name or a place, and so is a word in a text without capitals that is seen as a name and never as vocabulary. Runs after all other rules,
/// on what they left; all finds are offered for review.
/// </summary>
internal static class Leaning
{
    public static void Run(Note n, Evidence evidence, bool clinical)
    {
        Scripts(n);
        if (clinical || !n.Register.General) return;
        for (var i = 0; i < n.T.Length; i++)
        {
            if (!Begins(n, i, evidence)) continue;
            var last = i;
            while (last + 1 < n.T.Length && last - i < 5 && Goes(n, i, last + 1, evidence)) last++;
            while (last > i && !n.T[last].Big && !n.Register.Flat) last--;
            if (Spreading.Eponymous(n, last)) continue;
            var place = Placed(n, i);
            n.Mark(n.T[i].Start, n.T[last].End, place ? PhiType.City : PhiType.Name, "general-capital", 0.6);
            // "in Bjert 6091": a postcode after the town.
            if (place && n.Spaced(last, 1) && n.IsNumber(last + 1) && n.T[last + 1].Length is 4 or 5 && !(n.Number(last + 1) is >= 1900 and <= 2030)) n.Mark(n.T[last + 1].Start, n.T[last + 1].End, PhiType.Zip, "postcode", 0.6);
            i = last;
        }
    }

    // A word in Cyrillic, Han, Hangul, Arabic or another script in a text of Latin letters: in a note nothing but names and addresses is written so.
    private static void Scripts(Note n)
    {
        if (Ascii.IsValid(n.View)) return;
        var foreign = 0;
        foreach (ref readonly var t in n.T.AsSpan())
        {
            if (t.IsWord && n.View[t.Start] >= '\u0400') foreign++;
        }

        if (foreign == 0 || foreign * 4 > n.T.Length) return;
        foreach (ref readonly var t in n.T.AsSpan())
        {
            if (t.IsWord && t.Length >= 2 && n.View[t.Start] >= '\u0400') n.Mark(t.Start, t.End, PhiType.Name, "foreign-script", 0.65);
        }
    }

    private const Word Never = Word.Stop | Word.Month | Word.Weekday | Word.Country | Word.State | Word.Season | Word.Demonym | Word.Title | Word.Brand | Word.Clinical;

    // Whether a name begins at the word.
    private static bool Begins(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        if (!t.IsWord || t.Length < 2 || t.Is(Never) && !(t.Is(Word.Month | Word.Title) && t.Big && t.Weights.Given >= 9 && Follows(n, i))) return false;
        var w = t.Weights;
        var looks = w.Packed == 0 ? evidence.Looks(n.Text(i)) : 0;
        if (Contracted(n.Text(i))) return false;
        if (n.Register.Flat) return w.Given >= 6 && w.Ordinary < 3 || w.Ordinary == 0 && t.Length >= 4 && (w.Name >= 3 || w.Place >= 5 || w.Packed == 0 && looks >= 4);
        if (t.Form == Form.Lower || t.Form == Form.Camel && char.IsLower(n.View[t.Start]) || Register.Medical(n.Text(i))) return false;
        if (n.Equals(i + 1, "chi") || n.Joined(i, '-') && n.T[i + 1].Form is Form.Number or Form.Mixed || t.Is(Word.Eponym) && w.Given < 5 && !(i + 1 < n.T.Length && n.T[i + 1].Is(Word.Speech) && n.T[i + 1].Form == Form.Lower)) return false;
        if (t.Form == Form.Camel && !Names.Camel(n.Text(i)) || Spoken(n, i)) return false;
        if (i > 0 && w.Name < 5 && n.T[i - 1].Is(Word.DrugVerb) && n.Spaced(i - 1) && !(i + 1 < n.T.Length && n.Spaced(i, 1) && n.T[i + 1].Form == Form.Capital && n.T[i + 1].Weights.Ordinary == 0)) return false;
        if (t.Form == Form.Upper) return t.Length >= 4 && !Places.UpperLine(n, i) && (Placed(n, i) ? w.Ordinary < 4 || w.Place > 0 : w.Ordinary == 0 && (w.Name > 0 || w.Place > 0 || looks > 0 || t.Length > 5));
        if (n.Begins(i)) return w.Ordinary == 0 && t.Length >= 3 || w.Given >= 8 && w.Ordinary < 5 || w.Name >= 8 && w.Ordinary < 9 && Follows(n, i);
        return w.Ordinary < 4 || w.Name >= 8 && w.Ordinary < 11 || w.Place >= 6 && w.Ordinary < 6;
    }

    // What is used, discussed, followed by a noun that no dictionary lists, is a thing: "use of Wallstent", "Gottron papules".
    private static bool Spoken(Note n, int i)
    {
        if (n.Equals(i - 1, "of") && n.Equals(i - 2, "use")) return true;
        if (i + 2 >= n.T.Length || !n.Spaced(i, 1) || n.T[i + 1].Form != Form.Lower) return false;
        if (n.T[i + 1].Length >= 5 && (n.T[i + 1].Weights is { Ordinary: 1 or 2 or 3, Name: 0 } || n.T[i + 1].Weights.Packed == 0) && n.T[i].Weights.Given < 6) return true;
        return n.Equals(i + 1, "was") && (n.Equals(i + 2, "discussed") || n.Equals(i + 2, "used") || n.Equals(i + 2, "noted") || n.Equals(i + 2, "recorded") || n.Equals(i + 2, "reviewed") || n.Equals(i + 2, "placed") || n.Equals(i + 2, "performed") || n.Equals(i + 2, "applied"));
    }

    // They're, don't, c'mon.
    internal static bool Contracted(ReadOnlySpan<char> text) =>
        text.Contains('\'') && (text.EndsWith("'t") || text.EndsWith("'re") || text.EndsWith("'ve") || text.EndsWith("'ll") || text.EndsWith("'m") || text.EndsWith("'d") || text.EndsWith("'mon"));

    // "Mary White": a surname, whatever it also means, after a given name.
    private static bool Follows(Note n, int i) => i + 1 < n.T.Length && n.Spaced(i, 1) && n.T[i + 1].Form == Form.Capital && n.T[i + 1].Weights.Surname >= 1 && n.T[i + 1].Weights.Ordinary < 6;

    private static bool Goes(Note n, int first, int k, Evidence evidence)
    {
        var gap = n.Gap(k - 1);
        ref readonly var t = ref n.T[k];
        var joined = gap.SequenceEqual("-") || gap.SequenceEqual("'");
        if (!(gap.SequenceEqual(" ") || joined || gap.SequenceEqual(". ") && n.T[k - 1].Length == 1) || !t.IsWord || t.Is(Word.Country | Word.Weekday | Word.Month) && !joined) return false;
        if (t.Is(Word.Particle) && k + 1 < n.T.Length && n.Spaced(k, 1) && (n.T[k + 1].Big || n.T[k + 1].Is(Word.Particle) || n.Register.Flat && n.T[k + 1].Weights.Ordinary < 3)) return true;
        if (t.Length == 1) return (t.Form == Form.Upper || n.Register.Flat && n.CharAt(t.End) == '.') && !n.Equals(k, "i");
        if (n.Register.Flat) return !t.Is(Never) && t.Weights.Ordinary < 4 && (t.Weights.Name >= 2 || t.Weights.Place >= 4 || t.Weights.Packed == 0);
        return t.Big && !t.Is(Never & ~Word.Title) && (t.Form == n.T[first].Form || joined || t.Form == Form.Camel) && (t.Weights.Ordinary < 6 || t.Weights.Name >= 5);
    }

    private static bool Placed(Note n, int i) => i > 0 && n.Spaced(i - 1) && (n.Equals(i - 1, "in") || n.Equals(i - 1, "from") || n.Equals(i - 1, "to") || n.Equals(i - 1, "at") || n.Equals(i - 1, "near"));
}
