using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>
/// A name with another in the middle of it: <c>Elizabeth (Betsy) Orr</c>, <c>William "Bill" Tanaka</c>. The brackets or quotation marks between two words of names say that all three
/// are one person's, though none of them need be sure by itself.
/// </summary>
internal static class Nicknames
{
    // What may stand between "alias" and the name.
    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t.:=\"");

    public static void Run(Note n)
    {
        for (var i = 1; i + 1 < n.T.Length; i++)
        {
            if (n.T[i].Form != Form.Capital || !Opens(n.Gap(i - 1)) || !Closes(n.Gap(i))) continue;
            ref readonly var given = ref n.T[i - 1];
            ref readonly var surname = ref n.T[i + 1];
            if (!Named(given, 2) || !Named(n.T[i], 1) || !Named(surname, 1) || given.Weights.Given < 2 && n.T[i].Weights.Given < 4) continue;
            n.Mark(given.Start, surname.End, PhiType.Name, "name-nickname", 0.9);
        }
    }

    /// <summary>What somebody is called: <c>goes by "Sky"</c>, <c>nickname  Fish</c>, <c>AKA ....... Zeb</c>, <c>plan to name him Tam</c>, <c>call the baby Noor</c>. At the word that says so.</summary>
    public static void Called(Note n, int i, Evidence evidence)
    {
        if (n.IsAny(i, "call", "calls", "called")) AsCalled(n, i);
        var (told, first) = Called(n, i);
        if (first < 0) return;
        for (var steps = 0; steps < 4 && first < n.T.Length; steps++)
        {
            var quoted = n.Before(first) == '"';
            ref readonly var t = ref n.T[first];
            if (!t.Big || t.Length < 2 || t.Is(Word.Stop | Word.Clinical | Word.Title | Word.Relation | Word.PersonLabel | Word.Heading)) return;
            var last = first;
            // In quotation marks all of it is the name.
            while (quoted && last - first < 4 && last + 1 < n.T.Length && n.CharAt(n.T[last].End) is ' ' or '-' && n.T[last + 1].Big) last++;
            if (!quoted || !n.Gap(last).TrimStart(".,").StartsWith("\""))
            {
                quoted = false;
                (last, var score) = NameShape.Read(n, first, evidence, turned: false);
                // "nickname   Bear   Age 9": the whole field, whatever its word is.
                if ((last < first || score < 0) && told && t.Form == Form.Capital && Alone(n, first)) (last, score) = (first, 0);
                if (last < first || score < (told ? 0 : 2) || Spreading.Eponymous(n, last) || last == first && t.Is(Word.Month | Word.Weekday)) return;
            }

            n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-called", 0.8);
            // ALIAS Bud, "Lil Ray": the list goes on.
            if (!told || last + 1 >= n.T.Length || n.Gap(last).Trim("\" ") is not ("," or "/")) return;
            first = last + 1;
        }
    }

    // "Zuzia, as her parents call her, was born": the name before the comma.
    private static void AsCalled(Note n, int i)
    {
        if (!n.IsAny(i + 1, "her", "him", "me", "them")) return;
        for (var k = i - 1; k > 0 && i - k < 6; k--)
        {
            if (!n.Equals(k, "as") || !n.Gap(k - 1).SequenceEqual(", ") || n.T[k - 1].Form != Form.Capital) continue;
            n.Mark(n.T[k - 1].Start, n.T[k - 1].End, PhiType.Name, "name-called", 0.8);
            return;
        }
    }

    // Whether a word is a field's whole value: a label before it, and then a wide gap, a comma or the line's end.
    private static bool Alone(Note n, int i)
    {
        if (!n.Equals(i - 1, "nickname") && !n.Equals(i - 1, "alias") || n.Gap(i - 1).Length < 2) return false;
        var gap = n.Gap(i);
        return i + 1 >= n.T.Length || gap.StartsWith("  ") || gap.StartsWith("\t") || gap[0] is ',' or '\n' or '\r' or ';';
    }

    // Whether the word names and nothing else, and where the name begins; -1 when it says nothing of the kind.
    private static (bool Told, int First) Called(Note n, int i)
    {
        if (i + 1 >= n.T.Length) return (false, -1);
        if (n.Equals(i, "goes")) return (true, n.Equals(i + 1, "by") && Follows(n.Gap(i + 1)) ? i + 2 : -1);
        if (n.IsAny(i, "nickname", "nicknamed", "alias", "aliases", "aka")) return (true, Sets(n.Gap(i)) ? i + 1 : -1);
        if (n.Equals(i, "name") && n.Equals(i + 1, "may") && n.Equals(i + 2, "be") && Follows(n.Gap(i + 2))) return (false, i + 3);
        if (n.Equals(i, "called") && n.Equals(i - 1, "be")) return (false, n.Gap(i) is " " or " \"" ? i + 1 : -1);
        if (!n.Spaced(i, 1) || !n.IsAny(i, "name", "call", "called", "calls")) return (false, -1);
        var whom = i + 1;
        if (n.Equals(whom, "the") && n.IsAny(i + 2, "baby", "infant", "child", "boy", "girl")) whom = i + 2;
        else if (!n.IsAny(whom, "him", "her", "me", "baby")) return (false, -1);
        return (false, Follows(n.Gap(whom)) ? whom + 1 : -1);
    }

    private static bool Follows(ReadOnlySpan<char> gap) => gap is " " or " \"" or ": " or ": \"" or ", ";

    private static bool Sets(ReadOnlySpan<char> gap) => gap.Length is > 0 and < 60 && gap.IndexOfAnyExcept(Signs) < 0 && !gap.SequenceEqual(". ");

    /// <summary>What stands at a found name: a nickname in brackets, the name again as surname and initials, a given name cut short before it, the initials that a legend says are its.</summary>
    public static void Around(Note n, List<Mark> found)
    {
        HashSet<ulong>? legend = null;
        foreach (var mark in found)
        {
            if (mark.Type != PhiType.Name || mark.Confidence < 0.6 || mark.Rule is "name-initials" or "name-spread") continue;
            var first = n.TokenAt(mark.Start);
            if (first >= n.T.Length) continue;
            var last = first;
            while (last + 1 < n.T.Length && n.T[last + 1].End <= mark.End) last++;
            if (first > 0 && n.Gap(first - 1).SequenceEqual(". ") && NameShape.Shortened(n, first - 1)) n.Mark(n.T[first - 1].Start, n.T[first - 1].End, PhiType.Name, "name-shortened", 0.8);
            if (last + 1 < n.T.Length) Bracketed(n, last + 1);
            if (Legend(n, first, last)) (legend ??= []).Add(n.T[first - 1].Hash);
        }

        if (legend is null) return;
        foreach (ref readonly var t in n.T.AsSpan())
        {
            if (t.Form == Form.Upper && legend.Contains(t.Hash)) n.Mark(t.Start, t.End, PhiType.Name, "name-initials", 0.75);
        }
    }

    // ("Bud"), (Marlow A B)
    private static void Bracketed(Note n, int k)
    {
        var gap = n.Gap(k - 1);
        ref readonly var t = ref n.T[k];
        if (t.Form != Form.Capital || t.Is(Word.Stop | Word.Clinical | Word.Relation)) return;
        if (gap is " (\"" && n.Gap(k).StartsWith("\")") || gap is " \"" && n.Gap(k).StartsWith("\"") && n.T[k - 1].Form == Form.Capital && t.Weights.Name >= 2)
        {
            n.Mark(t.Start, t.End, PhiType.Name, "name-nickname", 0.85);
            return;
        }

        if (gap is not " (" || t.Weights.Surname < 2) return;
        var last = k;
        while (last - k < 3 && n.Spaced(last, 1) && n.T[last + 1] is { Length: 1, Form: Form.Upper }) last++;
        if (last > k && n.CharAt(n.T[last].End) is ',' or ')' or ';') n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-nickname", 0.8);
    }

    // "AM = Ada Marlow RN": whether initials that the name begins with stand before it, which then stand for it wherever they are alone in the text.
    private static bool Legend(Note n, int first, int last)
    {
        if (first == 0 || n.T[first - 1] is not { Form: Form.Upper, Length: 2 or 3 or 4 } || n.Gap(first - 1).Trim() is not ("=" or ":" or "-")) return false;
        var initials = n.Text(first - 1);
        var at = 0;
        for (var k = first; k <= last && at < initials.Length; k++)
        {
            if (n.T[k].IsWord && n.View[n.T[k].Start] == initials[at]) at++;
        }

        return at == initials.Length;
    }

    // Seen as a name more often than as vocabulary, or never seen at all.
    private static bool Named(in Token t, int least) =>
        t.IsWord && t.Form == Form.Capital && t.Length > 1 && !t.Is(Word.Stop | Word.Clinical | Word.Heading | Word.Brand | Word.Institution | Word.EponymHead) && (t.Weights.Packed == 0 || t.Weights.Name >= least && t.Weights.Name >= t.Weights.Ordinary);

    private static bool Opens(ReadOnlySpan<char> gap) => gap is " (" or " \"" or " (\"" or " '" or " “" or " (“";

    private static bool Closes(ReadOnlySpan<char> gap) => gap is ") " or "\" " or "\") " or "' " or "” " or "”) ";
}
