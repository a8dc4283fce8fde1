using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Persons by what they are here: a label of persons and its value (<c>Beneficiary: …</c>, <c>2. AKA ......... …</c>, <c>Tech = …</c>, <c>PATIENT   LAST, FIRST</c>), a post or a rank before a
/// name (<c>CRNA Boone</c>, <c>volunteer Hope</c>), a relation before a name in lower case (<c>mom joy, cell …</c>).
/// </summary>
internal static class Roles
{
    private const Word Label = Word.PersonLabel | Word.SureLabel | Word.Relation | Word.Kin | Word.Post;

    /// <summary>Whether a word is any of these.</summary>
    public const Word Any = Label;

    // What may stand between a label and its value.
    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t:=./\"*_()#");

    /// <summary>A label that ends at the word, its sign, and the name it labels.</summary>
    public static void Field(Note n, int i, Evidence evidence)
    {
        var first = Value(n, i, out var wide);
        if (first < 0) return;
        var (last, score) = NameShape.Read(n, first, evidence, turned: true);
        if (last < first || Spreading.Eponymous(n, last)) return;
        var end = Others(n, last, evidence, ref score);
        var sure = n.T[i].Is(Word.SureLabel);
        // Of a blank only as a sign: "PATIENT   MARLOW, ADA", but "Resident   Price list".
        if (wide && !sure && (last == first || score < 5)) return;
        if (score < (sure ? wide ? 2 : 0 : n.T[i].Is(Word.Relation | Word.Kin) ? 4 : n.T[i].Is(Word.Stop) && !n.T[i].Line || Ended(n, last) ? 2 : 3)) return;
        if (last == first && n.T[last].Form == Form.Upper && n.T[last].Length <= 4 && score < 4) return;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-label", 0.85);
        for (var k = last + 1; k <= end; k++)
        {
            if (n.T[k].IsWord) n.Mark(n.T[k].Start, n.T[k].End, PhiType.Name, "name-label", 0.75);
        }
    }

    // Whether the field is over after the name.
    private static bool Ended(Note n, int last) => n.CharAt(n.T[last].End) is '\n' or '\r' or '\t' or ',' or '(' || n.CharAt(n.T[last].End) == ' ' && n.CharAt(n.T[last].End + 1) == ' ' || last + 1 >= n.T.Length;

    // "Seniors: Wood & Ferrari", "Team: Quill/Bhatt/Okeke": the last token of those who are named beside the first; each says what the others are.
    private static int Others(Note n, int last, Evidence evidence, ref int score)
    {
        for (var steps = 0; steps < 5 && last + 1 < n.T.Length; steps++)
        {
            if (n.Gap(last) is not (" & " or "/" or " / " or "; " or ", " or ".; ")) break;
            var listed = n.Gap(last) is ", ";
            var next = last + 1;
            if (n.Gap(last).EndsWith("; ") && NameShape.Read(n, next, evidence, turned: true) is { Score: >= 3 } further)
            {
                (last, score) = (further.Last, score + further.Score);
                continue;
            }

            // A. Frost
            if (n.T[next] is { Length: 1, Form: Form.Upper } && n.Gap(next).SequenceEqual(". ") && next + 1 < n.T.Length) next++;
            if (n.T[next].Form != n.T[last].Form || n.T[next].Is(Word.Clinical | Word.Department | Word.Heading | Word.Stop | Word.Credential | Word.Post | Word.PersonLabel) || NameShape.Weigh(n, next, evidence) is not (var weight and >= 2) || listed && weight < 3 || n.CharAt(n.T[next].End) == ':') break;
            score += weight;
            last = next;
        }

        return last;
    }

    // The first token of a label's value: after a colon, an equals sign, a row of dots or a wide gap.
    private static int Value(Note n, int i, out bool wide)
    {
        wide = false;
        var j = i;
        // Surgeon(s):, Parent 2:, Recipient of care:
        if (n.Joined(j, '(') && n.Equals(j + 1, "s")) j++;
        if (n.Spaced(j, 1) && (n.IsNumber(j + 1, 1) || n.Equals(j + 1, "name"))) j++;
        // Insured's name (last, first):
        if (n.Equals(j, "name") && n.Gap(j).SequenceEqual(" ("))
        {
            while (j - i < 6 && j + 1 < n.T.Length && !n.Gap(j).StartsWith(")")) j++;
            return j + 1 < n.T.Length && n.Gap(j).TrimStart(')').Trim() is ":" ? j + 1 : -1;
        }

        if (n.Equals(j + 1, "of") && n.Equals(j + 2, "care")) j += 2;
        if (j + 1 >= n.T.Length || !n.T[j + 1].IsWord) return -1;
        var gap = n.Gap(j);
        if (gap.Length > 60 || gap.Contains('\n')) return -1;
        if (gap.IndexOfAnyExcept(' ', '\t') < 0)
        {
            wide = !n.T[i].Is(Word.PlaceVerb) && !n.Equals(i, "who") && (gap.Length >= 2 || gap[0] == '\t') && (n.T[i].Line || n.Gap(i - 1) is var before && (before.EndsWith("  ") || before.EndsWith("\t")));
            return wide ? j + 1 : -1;
        }

        var signed = gap.ContainsAny(':', '=') || gap.TrimStart().StartsWith("...");
        return signed && gap.IndexOfAnyExcept(Signs) < 0 ? j + 1 : -1;
    }

    /// <summary>A post or a rank and the name after it.</summary>
    public static void Before(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        if (first >= n.T.Length || n.T[i].Is(Word.Stop) || Labels(n, i)) return;
        // "rn cody took report", "RN TANISHA AT BEDSIDE": where capitals tell nothing, a given name that is nothing else.
        if (n.T[first].Form == n.T[i].Form && n.T[i].Form is Form.Lower or Form.Upper && n.T[first] is { Length: > 2, Weights: { Given: >= 5, Ordinary: 0 } } && n.Spaced(i, 1) && !n.T[first].Is(Word.Brand | Word.Stop | Word.Month | Word.Eponym | Word.Credential))
        {
            n.Mark(n.T[first].Start, n.T[first].End, PhiType.Name, "name-role", 0.7);
            return;
        }

        if (!n.T[first].Big || n.T[i].Length == 2 && n.T[i].Form != Form.Upper || n.Equals(i, "cm") && n.IsNumber(i - 1)) return;
        var posted = n.Spaced(i, 1);
        // "Her nurse, Pat, called": a name between commas after somebody's nurse.
        var aside = !posted && n.T[i].Form == Form.Lower && n.Gap(i).SequenceEqual(", ") && n.IsAny(i - 1, "s", "his", "her", "my");
        if (!posted && !aside || n.T[i].Form == Form.Upper && n.T[first].Form == Form.Upper && n.T[first].Length > 1) return;
        var (last, score) = NameShape.Read(n, first, evidence, turned: n.T[first].Form == Form.Upper && n.T[i].Form == Form.Lower);
        if (last < first || Spreading.Eponymous(n, last) || last > first && Names.Placed(n, first, last)) return;
        if (aside && n.CharAt(n.T[last].End) != ',') return;
        // RT is right, DON and SW are words of other trades: there the name must say more.
        if (score < (n.T[i].Length == 2 ? 2 : Noted(n, i, last) ? 0 : 1) || score < 4 && !NameShape.Leaves(n, last)) return;
        if (last == first && n.T[last].Form == Form.Upper) return;
        // Gunny is a name by itself where it is written like one.
        var start = n.Equals(i, "gunny") ? n.T[i].Start : n.T[first].Start;
        n.Mark(start, n.T[last].End, PhiType.Name, "name-role", score >= 4 ? 0.85 : 0.72);
    }

    // "CRNA Marsh relieved …": an unmistakable post, one word that is a surname too, and a verb.
    private static bool Noted(Note n, int i, int last) =>
        n.T[i].Form == Form.Upper && last == i + 1 && n.T[last].Form == Form.Capital && n.T[last].Weights.Surname >= 5 && n.Spaced(last, 1) && n.T[last + 1].Form == Form.Lower;

    // Words that label persons with a colon and mean something else without one: "Team Green".
    private static bool Labels(Note n, int i) => n.IsAny(i, "team", "charge", "handoff", "scrub", "call", "to");

    /// <summary>A relation, also in other languages, and the name after it, with a capital or without one.</summary>
    public static void Kin(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        if (!n.Spaced(i, 1) || first >= n.T.Length || !n.T[first].IsWord) return;
        ref readonly var t = ref n.T[first];
        if (t.Big)
        {
            // T-Bone, J-Ray: one letter and a word.
            if (t.Length == 1 && !n.Equals(first, "x") && n.Joined(first, '-') && n.T[first + 1].Form == Form.Capital && !n.T[first + 1].Is(Word.Clinical | Word.EponymHead))
            {
                n.Mark(t.Start, n.T[first + 1].End, PhiType.Name, "name-relation", 0.75);
                return;
            }

            if (!n.T[i].Is(Word.Kin) || n.T[i].Form == Form.Upper) return;
            var (end, score) = NameShape.Read(n, first, evidence, turned: false);
            if (end >= first && score >= 2 && NameShape.Leaves(n, end)) n.Mark(t.Start, n.T[end].End, PhiType.Name, "name-relation", 0.8);
            return;
        }

        if (n.T[i].Form != Form.Lower || !Lower(n, first, evidence)) return;
        var last = first;
        while (last - first < 2 && last + 1 < n.T.Length && (n.Spaced(last, 1) || n.Joined(last, '-')) && Lower(n, last + 1, evidence)) last++;
        var weight = 0;
        for (var k = first; k <= last; k++) weight += NameShape.Weigh(n, k, evidence);
        var frequent = n.Register.Flat && t.Weights.Given >= 8;
        if (weight < (n.T[i].Is(Word.Relation) ? 4 : 5) && !frequent || !Parted(n, last)) return;
        n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-relation", 0.75);
    }

    // A word without a capital that may be a given name.
    private static bool Lower(Note n, int k, Evidence evidence)
    {
        ref readonly var t = ref n.T[k];
        return t.Form == Form.Lower && t.Length > 1 && t.Weights.Given >= 3 && !t.Is(Word.Stop | Word.Speech | Word.Clinical | Word.Medical | Word.Unit | Word.Relation | Word.PhoneLabel | Word.Season | Word.Month | Word.Weekday) && (NameShape.Weigh(n, k, evidence) > 0 || n.Register.Flat && t.Weights.Given >= 8);
    }

    // A sign after the word, or a word of grammar: "mom joy, cell …", "daughter crystal for …".
    private static bool Parted(Note n, int last)
    {
        if (n.CharAt(n.T[last].End) is ',' or '.' or ';' or ')' or '(' or '\n' or '\r' or ':') return true;
        return last + 1 >= n.T.Length || n.Spaced(last) && n.T[last + 1].Is(Word.Stop | Word.Speech | Word.PhoneLabel);
    }
}
