namespace CodingAhead.Text.Redact;

/// <summary>Names without a label, a title or a relation: by how often the words are names and how often they are not, and by what the person does.</summary>
internal static class Evident
{
    /// <summary>Two or more words that are names by evidence alone: given name and surname, or given name and initial.</summary>
    public static int Plain(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        var g = t.Weights;
        if (g.Given < 3 && !(g.Packed == 0 && t.Form == Form.Capital) && !(g is { Surname: >= 3, Ordinary: 0 })) return -1;
        if (t.Is(Word.Stop | Word.Heading | Word.Month | Word.State | Word.Brand | Word.Department | Word.Weekday) && g.Given < 9 || t.Length < 2 || t.Form is Form.Lower) return -1;
        var j = i + 1;
        if (j >= n.T.Length) return -1;
        // Anna S.
        if (n.Spaced(i, 1) && n.T[j] is { Form: Form.Upper, Length: 1 } && (g.Given >= 5 && (g.Ordinary < 5 || g.Given >= 9) || g.Surname >= 8 && g.Ordinary < 5 && !n.Begins(i)) && t.Form == Form.Capital)
        {
            var dot = n.CharAt(n.T[j].End) == '.';
            var next = dot ? n.CharAt(n.T[j].End + 1) : n.CharAt(n.T[j].End);
            if ((dot || next is ',' or ')' or '?' or ';') && next is ',' or ')' or '?' or ';' or ' ' or '\n' or '\'' or '.' && !(n.Spaced(j) && Names.Surname(n, j + 1, evidence) && n.T[j + 1].Form == Form.Capital))
            {
                if (!(dot && next == ' ' && j + 1 < n.T.Length && n.T[j + 1].Form == Form.Capital && n.Gap(j).SequenceEqual(". ") && Names.Surname(n, j + 1, evidence) && n.T[j + 1].Weights is { Surname: >= 2, Ordinary: < 6 }))
                {
                    var from = i > 0 && n.Joined(i - 1, '-') && n.T[i - 1].Form == Form.Capital ? n.T[i - 1].Start : t.Start;
                    n.Mark(from, n.T[j].End, PhiType.Name, "name-initial", 0.85);
                    return j;
                }
            }
        }

        var last = Names.Run(n, i, evidence, strong: false, lower: false);
        if (last <= i || last < 0 || Spreading.Eponymous(n, last)) return -1;
        // BENCE JONES in a column of tests.
        if (t.Form == Form.Upper && last == i + 1 && t.Is(Word.Eponym) && g.Given < 7 && n.T[last].Is(Word.Eponym)) return -1;
        // "Hawkins-Kennedy +, Speed -", "Montgomery-Asberg 31": a test and its result.
        if (n.Joined(i, '-') && last == i + 1 && Result(n, last)) return -1;
        // Jackson-Pratt, Stevens-Johnson: two eponyms joined are one thing.
        if (n.Joined(i, '-') && last == i + 1 && t.Is(Word.Eponym) && n.T[last].Is(Word.Eponym)) return -1;
        ref readonly var s = ref n.T[last];
        if (s.Length == 1 || s.Form == Form.Lower || Names.Placed(n, i, last)) return -1;
        var f = s.Weights;
        if (s.Is(Word.EponymHead | Word.Institution | Word.InstitutionPart | Word.StreetSuffix | Word.Heading | Word.Department | Word.Brand | Word.Unit | Word.State | Word.Month) && f.Surname < 7) return -1;
        if (last + 1 < n.T.Length && n.Gap(last).Length <= 3 && !n.Gap(last).Contains('.') && n.T[last + 1].Is(Word.EponymHead | Word.Institution | Word.StreetSuffix) && !n.T[last + 1].Is(Word.Stop)) return -1;
        var capitals = t.Form == Form.Upper && t.Length > 1;
        var middle = last - i >= 2 && (n.T[i + 1].Length == 1 || n.T[i + 1].Is(Word.Particle));
        var weight = Math.Max(g.Given, g.Packed == 0 ? 2 : g.Surname - 2) + Math.Max(f.Surname, f.Packed == 0 ? 3 : f.Given - 2) - (g.Ordinary >= 4 ? 3 + (g.Ordinary - 4) : 0) - (f.Ordinary >= 4 ? 2 + (f.Ordinary - 4) / 2 : 0) + (middle ? 4 : 0)
            - (t.Is(Word.Eponym) ? 3 : 0) - (g.Place >= 6 && f.Place > 0 && g.Given < 6 ? 3 : 0);
        if (g.Packed == 0 && evidence.Looks(n.Text(i)) < 2 || f.Packed == 0 && evidence.Looks(n.Text(last)) < -4) weight -= 4;
        if (weight < (capitals ? 11 : 8)) return -1;
        if (capitals && (g.Ordinary >= 4 || f.Ordinary >= 4 || g.Given < 5)) return -1;
        n.Mark(t.Start, s.End, PhiType.Name, "name-evidence", weight >= 12 ? 0.9 : 0.68);
        return last;
    }

    // A sign or a number after the word, and an end.
    private static bool Result(Note n, int last)
    {
        if (n.CharAt(n.T[last].End) != ' ') return false;
        if (n.CharAt(n.T[last].End + 1) is '+' or '-') return n.CharAt(n.T[last].End + 2) is ',' or '.' or ';' or '\n';
        return n.IsNumber(last + 1) && n.Spaced(last, 1) && n.T[last + 1].Length <= 2 && n.CharAt(n.T[last + 1].End) is '.' or ',' or ';' or '\n';
    }

    /// <summary>After <c>with</c> or <c>by</c>: two words with capitals that are no vocabulary, or one given name where somebody lives.</summary>
    public static int Paired(Note n, int i, Evidence evidence)
    {
        var j = i + 1;
        // "with O. March": an initial says what the word after it is.
        if (n.Near(i) && j + 1 < n.T.Length && n.T[j] is { Form: Form.Upper, Length: 1 } && n.Gap(j).SequenceEqual(". ") && n.T[j + 1].Form == Form.Capital && n.T[j + 1].Length > 2 && (n.T[j + 1].Weights.Surname >= 1 || n.T[j + 1].Weights.Packed == 0 && evidence.Looks(n.Text(j + 1)) > -6) && !n.T[j + 1].Is(Word.EponymHead | Word.Clinical | Word.Brand) && !Spreading.Eponymous(n, j + 1))
        {
            n.Mark(n.T[j].Start, n.T[j + 1].End, PhiType.Name, "name-context", 0.8);
            return j + 1;
        }

        // "lives at 12 Hill Circle with May.": whom one lives with is a person, whatever else the word is.
        if (n.Equals(i, "with") && n.Near(i) && j < n.T.Length && n.T[j].Form == Form.Capital && n.T[j].Weights.Given >= 5 && n.CharAt(n.T[j].End) is '.' or '\n' or '\r' && !n.T[j].Is(Word.Brand | Word.State))
        {
            for (var k = i - 1; k >= 0 && i - k <= 14 && n.SameLine(k, i); k--)
            {
                if (!(n.Equals(k, "lives") || n.Equals(k, "living") || n.Equals(k, "resides"))) continue;
                n.Mark(n.T[j].Start, n.T[j].End, PhiType.Name, "name-context", 0.75);
                return j;
            }
        }

        if (!n.Near(i) || j >= n.T.Length || n.T[j].Form != Form.Capital || n.T[j].Length < 2 || n.T[j].Weights.Ordinary >= 4 || n.T[j].Is(Word.Stop | Word.Brand | Word.Month | Word.Weekday | Word.State | Word.Heading | Word.Eponym)) return -1;
        var next = n.CharAt(n.T[j].End);
        if (next is '.' or ',' or '\n' or '(' || next == ' ' && n.CharAt(n.T[j].End + 1) == '(')
        {
            var lives = false;
            for (var k = i - 1; k >= 0 && i - k <= 12 && n.SameLine(k, i) && !lives; k--) lives = n.Equals(k, "lives") || n.Equals(k, "living") || n.Equals(k, "resides");
            if (!lives || n.T[j].Weights.Name < 3 && evidence.Looks(n.Text(j)) < 0) return -1;
            n.Mark(n.T[j].Start, n.T[j].End, PhiType.Name, "name-context", 0.7);
            return j;
        }

        // "with Rachel Child,": a frequent given name, then a word that is a surname too, and the end.
        if (n.Spaced(j, 1) && n.T[j].Weights is { Given: >= 8, Ordinary: < 3 } && n.T[j + 1].Form == Form.Capital && n.T[j + 1].Weights.Surname >= 3 && n.CharAt(n.T[j + 1].End) is ',' or '.' && !n.T[j + 1].Is(Word.Brand | Word.Heading | Word.EponymHead | Word.Institution))
        {
            n.Mark(n.T[j].Start, n.T[j + 1].End, PhiType.Name, "name-context", 0.75);
            return j + 1;
        }

        if (!n.Spaced(j, 1) || n.T[j + 1].Form != Form.Capital || n.T[j + 1].Weights.Ordinary >= 2 || n.T[j + 1].Is(Word.Brand | Word.Heading | Word.EponymHead | Word.Institution)) return -1;
        if (!(n.T[j].Weights.Name >= 1 || evidence.Looks(n.Text(j)) > 0) || !(n.T[j + 1].Weights.Name >= 1 || evidence.Looks(n.Text(j + 1)) > 0) || Spreading.Eponymous(n, j + 1) || Names.Placed(n, j, j + 1)) return -1;
        n.Mark(n.T[j].Start, n.T[j + 1].End, PhiType.Name, "name-context", 0.7);
        return j + 1;
    }

    /// <summary>Two words with capitals that are no vocabulary and do what only a patient does: <c>Fanta Keïta presents</c>, <c>Tenzin Dorje was seen</c>.</summary>
    private static bool Presenting(Note n, int i, Evidence evidence)
    {
        var (j, verb) = (i + 1, i + 2);
        if (verb + 1 >= n.T.Length || !n.Spaced(i, 1) || !n.Spaced(j, 2) || n.T[j].Form != Form.Capital || n.T[verb].Form != Form.Lower || n.T[i].Length < 2 || n.T[j].Length < 2) return false;
        var does = n.Equals(verb, "presents") || n.Equals(verb, "presented") || n.Equals(verb, "denies") || n.Equals(verb, "complains") || n.Equals(verb, "underwent") || n.Equals(verb, "returns") || n.Equals(verb, "states")
            || n.Equals(verb, "was") && (n.Equals(verb + 1, "seen") || n.Equals(verb + 1, "admitted") || n.Equals(verb + 1, "brought") || n.Equals(verb + 1, "evaluated") || n.Equals(verb + 1, "transferred") || n.Equals(verb + 1, "discharged"));
        if (!does) return false;
        return Rare(n, i, evidence) && Rare(n, j, evidence) && !Names.Placed(n, i, j);
    }

    private static bool Rare(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        return t.Weights.Ordinary < 2 && !t.Is(Word.Stop | Word.Heading | Word.Brand | Word.Month | Word.Weekday | Word.State | Word.Country | Word.Institution | Word.Department | Word.EponymHead | Word.Eponym | Word.Title | Word.Credential | Word.Medical | Word.Clinical)
            && (t.Weights.Name >= 1 || t.Weights.Packed == 0 && evidence.Looks(n.Text(i)) > 0);
    }

    /// <summary>A given name alone that does what a person does: <c>Chidi states that</c>.</summary>
    public static int Acting(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        if (i + 1 < n.T.Length && n.T[i + 1].Form == Form.Capital && Presenting(n, i, evidence))
        {
            n.Mark(t.Start, n.T[i + 1].End, PhiType.Name, "name-acting", 0.75);
            return i + 1;
        }

        if (t.Form != Form.Capital || t.Length < 2 || t.Is(Word.Stop | Word.Heading | Word.Brand | Word.Month | Word.Weekday | Word.State | Word.Country | Word.Institution | Word.Department | Word.EponymHead | Word.Title | Word.Credential | Word.Relation | Word.Medical)) return -1;
        var w = t.Weights;
        if (!n.Spaced(i, 2) || i + 1 >= n.T.Length || n.T[i + 1].Form != Form.Lower || !n.T[i + 1].Is(Word.Speech)) return -1;
        var said = n.T[i + 1].Is(Word.Said);
        var enough = said ? w.Ordinary == 0 && (w.Name > 0 || evidence.Looks(t.Length > 1 ? n.Text(i) : "x") > 0) || w.Given >= 5 && w.Ordinary < 7 || w.Name >= 4 && w.Ordinary < 5
            : w is { Given: >= 7, Ordinary: < 3 } && w.Place < 8;
        if (!enough || Spreading.Eponymous(n, i)) return -1;
        n.Mark(t.Start, t.End, PhiType.Name, "name-acting", 0.72);
        return i;
    }

    /// <summary>A frequent given name alone, in the middle of a sentence.</summary>
    public static int Alone(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Form != Form.Capital || t.Weights is not { Given: >= 7, Ordinary: < 3 } || t.Is(Word.Eponym | Word.Brand | Word.State | Word.Month | Word.Heading) || n.Begins(i)) return -1;
        if (t.Weights.Place >= 6 && t.Weights.Given < 9 || Spreading.Eponymous(n, i)) return -1;
        if (i + 1 < n.T.Length && n.Gap(i).Length <= 3 && (n.T[i + 1].Is(Word.EponymHead | Word.Institution | Word.StreetSuffix) || n.CharAt(t.End) == '-' || n.CharAt(t.End) == '\'' && n.WordAt(i + 2).HasFlag(Word.EponymHead))) return -1;
        n.Mark(t.Start, t.End, PhiType.Name, "name-alone", 0.6);
        return i;
    }
}
