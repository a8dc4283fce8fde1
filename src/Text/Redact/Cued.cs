namespace CodingAhead.Text.Redact;

/// <summary>
/// Names by the sum of what the word is and what stands around it (<see cref="NameCues"/>): neither a rare surname nor "per" suffices, both together do. And
/// names in the forms that letters and messages have: greetings, sign-offs, enumerations, initials.
/// </summary>
internal static class Cued
{
    private const Word Never = Word.Stop | Word.Brand | Word.Month | Word.Weekday | Word.State | Word.Country | Word.Heading | Word.EponymHead | Word.Institution | Word.Department | Word.Demonym
        | Word.Clinical | Word.Medical | Word.Title | Word.Relation | Word.Unit | Word.PersonLabel | Word.Speech | Word.StreetSuffix | Word.Suite | Word.Credential;

    // A find needs as much: a given name of middling frequency and one clear cue.
    private const int Needed = 8;

    /// <summary>A name that begins at the word, by cues. Returns its last token, or -1.</summary>
    public static int At(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        var lower = t.Form == Form.Lower;
        if (t.Length < 2 || lower && !n.Register.Flat || t.Is(Never) && !(t.Is(Word.Month) && t.Form == Form.Capital && t.Weights.Given >= 5 && i + 1 < n.T.Length && n.Spaced(i, 1) && n.T[i + 1].Form == Form.Capital && n.T[i + 1].Weights.Surname >= 8) && !(t.Weights.Given >= 9 && t.Form == Form.Capital && !t.Is(Word.Title | Word.Clinical | Word.Country | Word.Speech)) || t.Form == Form.Camel && char.IsLower(n.View[t.Start])) return -1;
        var name = Likely(n, i, evidence);
        if (name + 6 < Needed) return -1;
        var before = NameCues.WeightBefore(n, i);
        // Where capitals tell nothing, one given name takes a clear cue.
        var last = i;
        while (last + 1 < n.T.Length && last - i < 4 && Joins(n, i, last + 1, evidence)) last++;
        while (last > i && !n.T[last].Big && !lower && !n.Joined(last - 1, '-')) last--;
        var after = NameCues.WeightAfter(n, last);
        var cue = before + after;
        // "PT with Corinne": a given name that is nothing else.
        if (before == 2 && t.Form == Form.Capital && t.Weights is { Given: >= 6, Ordinary: 0 }) cue++;
        if (cue == 0) return -1;
        if (last > i) name = Math.Max(name, Likely(n, last, evidence)) + (n.T[last].Weights.Surname >= 3 || n.T[last].Weights.Packed == 0 ? 2 : 0);
        // V. Stokes (wife): no sentence begins after an initial.
        var initial = i > 0 && n.T[i - 1] is { Length: 1, Form: Form.Upper } && n.Gap(i - 1).SequenceEqual(". ") && t.Form == Form.Capital && cue >= 5;
        var needed = Needed + (lower ? last > i ? 1 : 2 : 0) + (n.Begins(i) && before == 0 && !initial ? 2 : 0) + (t.Form == Form.Upper ? 2 : 0) + (cue < 3 ? 3 : 0);
        if (name + cue < needed || Spreading.Eponymous(n, last)) return -1;
        if (initial) n.Mark(n.T[i - 1].Start, n.T[i - 1].End, PhiType.Name, "name-cue", 0.66);
        if (t.Form == Form.Upper && t.Length <= 4 && t.Weights.Name < 6) return -1;
        n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-cue", name + cue >= needed + 4 ? 0.8 : 0.66);
        return last;
    }

    /// <summary>How much the word itself says for a name: its frequency as one less its frequency as vocabulary; of a word never seen, its letters.</summary>
    private static int Likely(Note n, int i, Evidence evidence)
    {
        var w = n.T[i].Weights;
        if (w.Packed == 0) return n.T[i].Form == Form.Capital && n.T[i].Length > 2 && !Register.Medical(n.Text(i)) ? 3 + Math.Clamp(evidence.Looks(n.Text(i)) / 5, -3, 2) : 0;
        return w.Name - w.Ordinary - (n.T[i].Is(Word.Eponym) ? 4 : 0) - (w.Place >= 6 && w.Given < 6 ? 2 : 0);
    }

    private static bool Joins(Note n, int first, int k, Evidence evidence)
    {
        ref readonly var t = ref n.T[k];
        var gap = n.Gap(k - 1);
        var hyphen = gap.SequenceEqual("-");
        if (!t.IsWord || !(gap.SequenceEqual(" ") || hyphen || gap.SequenceEqual("'") || gap.SequenceEqual(". ") && n.T[k - 1].Length == 1 || gap.SequenceEqual("\n") && n.T[first].Form == Form.Capital)) return false;
        if (t.Is(Word.Particle) && k + 1 < n.T.Length && (n.Spaced(k, 1) || n.Joined(k, '-')) && (n.T[k + 1].Big || n.T[k + 1].Is(Word.Particle))) return true;
        if (t.Is(Never & ~(Word.Eponym | Word.Credential)) || t.Is(Word.Credential) && t.Form == Form.Upper) return false;
        if (t.Length == 1) return t.Form == Form.Upper && gap[0] == ' ' && n.CharAt(t.End) == '.';
        if (n.T[first].Form == Form.Lower) return t.Form == Form.Lower && t.Weights.Name >= 3 && (t.Weights.Ordinary < 4 || t.Weights.Name >= 6 && t.Weights.Ordinary < 9 && (hyphen || n.T[first].Weights is { Given: >= 5, Ordinary: < 3 } && k == first + 1));
        if (hyphen && n.T[first].Form == Form.Capital && t.Form == Form.Lower) return t.Length <= 4 && (t.Weights.Ordinary < 4 || t.Weights is { Name: >= 3, Ordinary: < 7 }) && !t.Is(Word.Stop | Word.Credential);
        return t.Big && t.Form == n.T[first].Form && (gap[0] != '\n' || t.Weights is { Name: >= 3, Ordinary: < 3 }) && (t.Weights.Name >= 2 && t.Weights.Ordinary < 8 || t.Weights.Packed == 0 && evidence.Looks(n.Text(k)) > -12);
    }

    /// <summary>After a greeting: <c>Hello Marguerite,</c>.</summary>
    public static void Greeted(Note n, int i)
    {
        var k = i + 1;
        if (!n.T[i].Line || k >= n.T.Length || !(n.Spaced(i, 1) || n.Gap(i).SequenceEqual(", ")) || n.T[k].Is(Word.Title | Word.Stop | Word.Relation | Word.Institution) || !n.T[k].IsWord || n.T[k].Length < 2) return;
        var end = n.CharAt(n.T[k].End);
        var plain = n.Equals(k, "team") || n.Equals(k, "everyone") || n.Equals(k, "sir") || n.Equals(k, "colleague") || n.Equals(k, "colleagues") || n.Equals(k, "again") || n.Equals(k, "folks") || n.Equals(k, "there") || n.Equals(k, "staff");
        if (plain || n.T[k].Form == Form.Lower && !(n.Register.Flat && n.T[k].Weights is { Name: >= 5, Ordinary: < 5 })) return;
        var last = k;
        while (last - k < 2 && n.Spaced(last, 1) && n.T[last + 1].Form == n.T[k].Form && n.T[last + 1].IsWord && n.T[last + 1].Weights.Name >= 2 && !n.T[last + 1].Is(Word.Stop)) last++;
        if (last == k && end is not (',' or ':' or '!' or '.' or '\n' or '\r' or '-') && n.T[k].Weights.Name < 5) return;
        n.Mark(n.T[k].Start, n.T[last].End, PhiType.Name, "name-greeting", 0.85);
    }

    /// <summary>The line after a sign-off: <c>Best,</c> and a line's end, then the name alone on its line.</summary>
    public static void SignedOff(Note n, int i)
    {
        if (!n.T[i].Line) return;
        var k = i;
        while (k - i < 4 && k + 1 < n.T.Length && n.SameLine(k, k + 1)) k++;
        if (k + 1 >= n.T.Length || n.SameLine(k, k + 1)) return;
        for (var j = i + 1; j <= k; j++)
        {
            // "Thanks for the refill": not a sign-off but a sentence.
            if (n.T[j].Is(Word.Clinical) || n.T[j].Form == Form.Number || n.Equals(j, "for")) return;
        }

        var first = k + 1;
        var gap = n.Gap(k);
        if (gap.Count('\n') > 3 || gap.Trim().Length > 1 || !n.T[first].IsWord || n.T[first].Is(Word.Title | Word.Heading | Word.Institution) || n.T[first].Length < 2 && n.CharAt(n.T[first].End) != '.') return;
        var last = first;
        while (last - first < 5 && last + 1 < n.T.Length && n.SameLine(last, last + 1) && n.T[last + 1].IsWord && n.CharAt(n.T[last].End) is not (',' or ';' or '|' or '(') && !n.T[last + 1].Is(Word.Credential)) last++;
        if (last - first > 3 || n.CharAt(n.T[last].End) is ':' or '.' && n.T[last].Length > 1 && last + 1 < n.T.Length && n.SameLine(last, last + 1)) return;
        for (var j = first; j <= last; j++)
        {
            if (n.T[j].Is(Word.Clinical | Word.Stop) && n.T[j].Weights.Name < 6 && !n.T[j].Is(Word.Particle)) return;
        }

        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-signed", 0.85);
    }

    /// <summary>More names after one that was found: <c>Faith, Joy and Summer</c>. Runs once over what the other rules found.</summary>
    public static void Listed(Note n, List<Mark> found, Evidence evidence)
    {
        var at = 0;
        foreach (var mark in found)
        {
            if (mark.Type != PhiType.Name || mark.Confidence < 0.6 || mark.Rule is "name-initials" or "name-spread") continue;
            var titled = mark.Rule is "name-title" or "name-last-first";
            while (at < n.T.Length && n.T[at].End < mark.End) at++;
            var k = at;
            for (var steps = 0; steps < 6 && k + 1 < n.T.Length; steps++)
            {
                var gap = n.Gap(k);
                var next = k + 1;
                // An age in brackets may stand between: Signe (12) and Leif (9).
                if (gap.SequenceEqual(" (") && n.IsNumber(next) && n.Gap(next).StartsWith(")"))
                {
                    gap = n.Gap(next)[1..];
                    next++;
                }

                if (next >= n.T.Length) break;
                var and = gap.SequenceEqual(" ") && (n.Equals(next, "and") || n.Equals(next, "y")) || gap.SequenceEqual(", ") && n.Equals(next, "and");
                if (and)
                {
                    if (!n.Spaced(next, 1)) break;
                    next++;
                }
                else if (gap.SequenceEqual(" & ")) and = true;
                else if (titled || !gap.SequenceEqual(", ")) break;
                if (next >= n.T.Length) break;
                ref readonly var t = ref n.T[next];
                if (t.Form != Form.Capital && !(t.Form == Form.Camel && char.IsUpper(n.View[t.Start])) || t.Length < 2 || t.Is(Word.Brand | Word.State | Word.Country | Word.Title | Word.Credential | Word.Heading | Word.Department | Word.Clinical | Word.Weekday | Word.Institution | Word.Stop | Word.Demonym | Word.Relation)) break;
                var w = t.Weights;
                var person = and && steps > 0 && w.Name >= 4 || w.Name >= 3 && w.Ordinary < 4 || w.Name >= 7 || w.Packed == 0 && evidence.Looks(n.Text(next)) > -4 && and;
                if (!person || Spreading.Eponymous(n, next) || w.Place >= 7 && w.Given < 6) break;
                // "Smith, Long and others": a comma alone is weak, unless the list goes on.
                var end = n.CharAt(t.End);
                var goes = and || end == ',' || end == ' ' && n.Equals(next + 1, "and") || end == ' ' && n.CharAt(t.End + 1) == '(';
                if (!goes && !(w.Name >= 7 && w.Ordinary < 4 && end != ' ')) break;
                var last = next;
                while (last - next < 2 && n.Spaced(last, 1) && n.T[last + 1].Form == Form.Capital && n.T[last + 1].Weights is { Surname: >= 2, Ordinary: < 6 }) last++;
                // "and Beverly May.": a frequent given name, then a surname that is a word too, and the end.
                if (last == next && w is { Given: >= 6, Ordinary: < 3 } && n.Spaced(last, 1) && n.T[last + 1].Form == Form.Capital && n.T[last + 1].Weights.Surname >= 4 && n.CharAt(n.T[last + 1].End) is '.' or ',' or ';' or ')' or '\n') last++;
                n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-listed", 0.66);
                k = last;
                if (and) break;
            }
        }
    }

    /// <summary>A newborn by its family's name: <c>Baby Boy Cartwright</c>, at the word baby.</summary>
    public static void Newborn(Note n, int i)
    {
        // "Ada & baby boy".
        if (i > 0 && n.Gap(i - 1).SequenceEqual(" & ") && n.T[i - 1].Form == Form.Capital && !n.T[i - 1].Is(Never) && n.T[i - 1].Weights.Ordinary < 4) n.Mark(n.T[i - 1].Start, n.T[i - 1].End, PhiType.Name, "name-newborn", 0.75);
        if (!n.Spaced(i, 1) || !(n.Equals(i + 1, "boy") || n.Equals(i + 1, "girl")) || !n.Spaced(i + 1, 1) || i + 2 >= n.T.Length) return;
        ref readonly var t = ref n.T[i + 2];
        if ((n.T[i].Big ? t.Big : t.Form == Form.Capital) && t.Length > 1 && !t.Is(Word.Stop | Word.Speech | Word.Brand | Word.Clinical | Word.Demonym | Word.Medical) && (t.Weights.Name >= 2 || t.Weights.Packed == 0)) n.Mark(t.Start, t.End, PhiType.Name, "name-newborn", 0.85);
    }

    /// <summary>Initials that stand for a person: <c>J.R. is a</c>, <c>(K.M.)</c>, <c>son J.T.</c>. Called at the first letter.</summary>
    public static int Initials(Note n, int i)
    {
        if (i + 1 >= n.T.Length || n.T[i].Form != Form.Upper || !n.Joined(i, '.') || n.T[i + 1] is not { Length: 1, Form: Form.Upper } || i > 0 && n.Joined(i - 1, '.')) return -1;
        var last = i + 1;
        if (n.Joined(last, '.') && n.T[last + 1] is { Length: 1, Form: Form.Upper }) last++;
        if (n.CharAt(n.T[last].End) != '.') return -1;
        var end = n.T[last].End + 1;
        var two = n.View.AsSpan(n.T[i].Start, end - n.T[i].Start);
        if (two is "M.D." or "D.O." or "P.O." or "I.V." or "I.M." or "U.S." or "U.K." or "E.R." or "O.R." or "R.N." or "N.P." or "P.A." or "P.T." or "O.T." or "A.M." or "P.M." or "D.C." or "I.Q." or "C.T." or "B.P." or "H.R." or "L.P." or "G.I." or "Q.D." or "J.P.") return -1;
        var bracket = n.Before(i) == '(' && n.CharAt(end) == ')';
        var relation = i > 0 && n.Spaced(i - 1, 1) && (n.T[i - 1].Is(Word.Relation) || n.Equals(i - 1, "patient") || n.Equals(i - 1, "by") || n.Equals(i - 1, "named"));
        var acts = last + 1 < n.T.Length && (n.CharAt(end) == '\'' || n.CharAt(end) == ' ' && n.T[last + 1].Form == Form.Lower && n.T[last + 1].Is(Word.Speech)) && (n.Begins(i) || relation);
        if (!bracket && !relation && !acts) return -1;
        n.Mark(n.T[i].Start, end, PhiType.Name, "name-letters", 0.7);
        return last;
    }
}
