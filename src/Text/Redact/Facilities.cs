namespace CodingAhead.Text.Redact;

/// <summary>
/// Named institutions (B) by grammar: words with capitals around hospital, clinic, medical center, health system. A department or a kind of clinic is not a
/// named one.
/// </summary>
internal static class Facilities
{
    /// <summary>An institution whose head is the token <paramref name="i"/>. Returns the last token it covers, or -1.</summary>
    public static int Headed(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (!t.Big || !Head(n, i)) return -1;
        if (n.Spaced(i) && n.T[i + 1].Is(Word.Heading) && n.T[i + 1].Big && !n.T[i + 1].Is(Word.InstitutionPart) || n.CharAt(t.End) == ':' && n.T[i].Line) return -1;
        // LLP and LLC are written so after any name.
        var upper = t.Form == Form.Upper && t.Length > 3;
        var first = i;
        var (named, generic) = (0, 0);
        for (var k = i - 1; k >= 0 && i - k <= 6; k--)
        {
            var gap = n.Gap(k);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual("-") || gap.SequenceEqual(" & ") || gap.SequenceEqual(". ") && n.T[k].Is(Word.Saint | Word.InstitutionPart | Word.Direction) || gap.SequenceEqual("'") || gap.SequenceEqual("/") || gap.SequenceEqual(", ") && false)) break;
            ref readonly var c = ref n.T[k];
            if (!c.IsWord) break;
            if (n.Equals(k, "s") && n.Joined(k - 1, '\'')) continue;
            if (!c.Big)
            {
                // "Nils Orr of Gradient Research LLC": a person before a company.
                if (t is { Form: Form.Upper, Length: <= 3 } && n.Equals(k, "of") && k > 0 && n.T[k - 1].Weights is { Name: >= 4, Place: < 4 }) break;
                if (!(n.Equals(k, "of") || n.Equals(k, "and") || n.Equals(k, "the") && n.Equals(k - 1, "of") || n.Equals(k, "de")) || k == 0 || !n.T[k - 1].Big) break;
                continue;
            }

            // Doctor's Memorial Hospital, Via Christi Hospital
            if (c.Is(Word.Title) && n.Equals(k + 1, "s") && n.Joined(k, '\'') || n.Equals(k, "via") && c.Form == Form.Capital && !n.Begins(k))
            {
                (first, named) = (k, named + 1);
                continue;
            }

            if (c.Is(Word.Stop | Word.Title | Word.PersonLabel | Word.Month | Word.Heading | Word.Speech) && !c.Is(Word.InstitutionPart) && c.Weights.Name < 6 || c.Form == Form.Upper != upper && c.Length > 5) break;
            if (c.Is(Word.Stop) && n.Begins(k)) break;
            first = k;
            if (c.Is(Word.InstitutionPart)) generic++;
            else if (c.Is(Word.Department | Word.Medical | Word.Institution)) continue;
            else if (c.Weights is { Ordinary: < 6 } || c.Weights.Name >= 5 || c.Weights.Place >= 4) named++;
        }

        // Words that only say what kind it is need two of them, as in "Community Memorial Hospital"; or one that is part of names.
        var common = first < i && (n.T[first].Is(Word.InstitutionPart) && !n.T[first].Is(Word.Department) || n.Equals(first, "university")) && !n.Equals(first, "medical") && !n.Equals(first, "surgical") && !n.Equals(first, "health") && !n.Equals(first, "the") && !n.Equals(first, "and");
        if (first == i) return University(n, i);
        if (named == 0 && !(common && (generic >= 1)) && !(n.Equals(i + 1, "of") && n.Spaced(i, 1) && Onward(n, i) > i + 1)) return -1;
        if (upper && Places.UpperLine(n, i) && named == 0 && generic < 2 && !n.T[first].Line) return -1;
        var last = Onward(n, i);
        // The number of a shop: "Harlow Pharmacy 2210".
        if (n.Equals(last, "pharmacy") && n.IsNumber(last + 1) && n.T[last + 1].Length is >= 3 and <= 5 && n.Gap(last) is " " or " #" && n.CharAt(n.T[last + 1].End) is '\n' or '\r' or '.' or ',' or ')') last++;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Facility, "facility", named > 0 ? 0.92 : 0.7);
        Town(n, last);
        return last;
    }

    /// <summary>The town after an institution: "…, Dallas".</summary>
    internal static void Town(Note n, int last)
    {
        var town = last + 1;
        if (town >= n.T.Length || !n.Gap(last).SequenceEqual(", ") || !n.T[town].Big || n.T[town].Is(Word.State | Word.Credential)) return;
        var campus = n.Equals(town + 1, "campus") && n.Spaced(town, 1);
        var ends = n.CharAt(n.T[town].End) is '.' or '\n' or '\r' or ',' || town + 1 == n.T.Length;
        if (campus || n.T[town].Weights is { Place: >= 4, Ordinary: < 4 } || n.T[town].Weights is { Place: >= 5, Ordinary: < 8 } && ends || n.T[town].Weights.Packed == 0 && n.T[town].Form != Form.Upper && n.T[town].Length > 4 && ends)
            n.Mark(n.T[town].Start, n.T[campus ? town + 1 : town].End, PhiType.City, "city-facility", 0.8);
        else if (n.Spaced(town, 1) && n.T[town].Form == Form.Capital && n.T[town + 1].Form == Form.Capital && n.T[town].Weights.Place + n.T[town + 1].Weights.Place > 0 && n.CharAt(n.T[town + 1].End) is '\n' or '\r' or '.' && !n.T[town].Is(Word.Heading | Word.Stop)) n.Mark(n.T[town].Start, n.T[town + 1].End, PhiType.City, "city-facility", 0.75);
    }

    /// <summary>A hospital by its saint, or by whom it is for, with no noun after: <c>(2018, St. Elspeth's)</c>, <c>seen at Marlow Children's</c>. Called at the possessive's word.</summary>
    public static void Possessive(Note n, int i)
    {
        if (i == 0 || n.T[i].Form != Form.Capital || !n.Joined(i, '\'') || !n.Equals(i + 1, "s") || n.CharAt(n.T[i + 1].End) is not ('.' or ',' or ';' or ')' or '\n' or '\r')) return;
        var first = i - 1;
        if (n.T[first].Is(Word.Saint) && n.T[first].Form == Form.Capital && (n.Spaced(first, 1) || n.Gap(first) is ". ")) n.Mark(n.T[first].Start, n.T[i + 1].End, PhiType.Facility, "facility-saint", 0.75);
        else if ((n.Equals(i, "children") || n.Equals(i, "women")) && n.Spaced(first, 1) && n.T[first].Form is Form.Capital or Form.Camel && !n.T[first].Is(Word.Stop | Word.Medical)) n.Mark(n.T[first].Start, n.T[i + 1].End, PhiType.Facility, "facility-saint", 0.75);
    }

    // University Hospital, Hospital San Francisco, Clinic of …: what makes it a name follows.
    private static int University(Note n, int i)
    {
        if (n.Equals(i, "university") || n.Equals(i, "institute") || n.Equals(i, "college"))
        {
            if (n.Equals(i + 1, "of") && n.Spaced(i, 1) && n.Spaced(i + 1, 1) && i + 2 < n.T.Length && n.T[i + 2].Big && !n.T[i + 2].Is(Word.Heading))
            {
                var last = Onward(n, i + 2);
                n.Mark(n.T[i].Start, n.T[last].End, PhiType.Facility, "facility", 0.85);
                return last;
            }
        }

        return -1;
    }

    // Whether the token ends the core of an institution's name.
    private static bool Head(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Is(Word.Institution))
        {
            // A company's form, a group, nursing and rehabilitation are heads only with a name before.
            return true;
        }

        if (n.Equals(i, "center") || n.Equals(i, "centre") || n.Equals(i, "ctr")) return true;
        if (n.Equals(i, "health")) return i > 0 && n.T[i - 1].Big && n.Spaced(i - 1, 1) && !n.T[i - 1].Is(Word.Department | Word.Stop) && n.T[i - 1].Weights.Ordinary < 8;
        if (n.Equals(i, "memorial")) return true;
        return (n.Equals(i, "system") || n.Equals(i, "services") || n.Equals(i, "network") || n.Equals(i, "campus") || n.Equals(i, "care")) && (n.Equals(i - 1, "health") || n.Equals(i - 1, "medical") || n.Equals(i - 1, "hospital")) && n.T[i - 1].Big;
    }

    // Hospital and Medical Center, Medical Center at Somewhere, Health Fargo.
    private static int Onward(Note n, int i)
    {
        var last = i;
        for (var k = i + 1; k < n.T.Length && k - i <= 6; k++)
        {
            var gap = n.Gap(k - 1);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(" & ") || gap.SequenceEqual("-") || gap.SequenceEqual(" - ") || gap.SequenceEqual(" -") || gap.SequenceEqual(", ") && (n.Equals(k, "inc") || n.Equals(k, "llc") || n.Equals(k, "pc") || n.Equals(k, "pa") || n.Equals(k, "ltd")) || gap.SequenceEqual(". ") && n.T[k - 1].Is(Word.Saint))) break;
            ref readonly var t = ref n.T[k];
            if (!t.IsWord) break;
            if (!t.Big)
            {
                if (!(n.Equals(k, "and") || n.Equals(k, "of") || n.Equals(k, "at") || n.Equals(k, "the") || n.Equals(k, "for")) || k + 1 >= n.T.Length || !n.T[k + 1].Big || !(n.T[k + 1].Is(Word.Institution | Word.InstitutionPart) || n.Equals(k, "of") || n.Equals(k, "at") && n.T[k + 1].Weights.Place > 0)
                    && !(n.Equals(k, "of") && n.T[k + 1].Form == Form.Capital && n.T[k + 1].Weights.Ordinary < 5 && !n.T[k + 1].Is(Word.Heading | Word.Clinical))) break;
                continue;
            }

            if (t.Is(Word.Heading) && !t.Is(Word.InstitutionPart) || t.Is(Word.Stop | Word.Department | Word.Title | Word.PersonLabel) && !t.Is(Word.Institution | Word.InstitutionPart) || n.CharAt(t.End) == ':') break;
            if (t.Is(Word.Institution | Word.InstitutionPart | Word.Direction) || t.Weights.Place >= 4 || t.Weights is { Ordinary: < 3, Name: > 0 } || t.Weights.Packed == 0) last = k;
            else break;
        }

        return last;
    }

    /// <summary>A name with capitals before a kind in lower case: <c>our Riverton clinic</c>, <c>the Langdale hospital</c>.</summary>
    public static void Lower(Note n, int i)
    {
        if (i == 0 || n.T[i].Form != Form.Lower || !n.Spaced(i - 1, 1) || !n.T[i - 1].IsWord) return;
        var first = i - 1;
        if (n.Equals(first, "downtown") || n.Equals(first, "based")) first--;
        if (first < 0 || !n.T[first].Big || !n.Spaced(first, 1) || n.T[first].Length < 2) return;
        while (first > 0 && i - first < 4 && n.Spaced(first - 1, 1) && n.T[first - 1].Big && n.T[first - 1].IsWord && !n.Begins(first)) first--;
        ref readonly var t = ref n.T[first];
        if (t.Is(Word.Stop | Word.Department | Word.Heading | Word.Medical | Word.Title | Word.Institution | Word.Brand | Word.Weekday | Word.Country) || t.Weights.Ordinary >= 4 || t.Length < 3 && first == i - 1) return;
        if (t.Form == Form.Upper && t.Length < 5 && first == i - 1 || n.Begins(first) && t.Weights.Packed == 0) return;
        n.Mark(t.Start, n.T[i - 1].End, t.Weights.Place >= 4 ? PhiType.City : PhiType.Facility, "facility-kind", 0.66);
    }

    /// <summary>An institution without a head word after <c>at</c>: <c>treated at Stanford</c>, <c>seen at Cedar Crest</c>.</summary>
    public static int At(Note n, int i)
    {
        var first = i + 1;
        if (n.Equals(first, "the") && n.Spaced(first, 1)) first++;
        if (first >= n.T.Length || !n.Spaced(i, 1) || n.T[first].Form is not (Form.Capital or Form.Camel or Form.Upper) || n.T[first].Length < 2 || n.T[first].Form == Form.Upper && Places.UpperLine(n, first)) return -1;
        var verb = i > 0 && n.T[i - 1].Is(Word.MovedVerb | Word.SiteVerb);
        var last = first;
        while (last - first < 3 && last + 1 < n.T.Length && (n.Spaced(last, 1) || n.Joined(last, '-') || n.Gap(last).SequenceEqual(". ") && n.T[last].Is(Word.Saint)) && n.T[last + 1].Big && n.T[last + 1].IsWord && !n.T[last + 1].Is(Word.Month)) last++;
        while (last > first && n.CharAt(n.T[last].End) == ':') last--;
        ref readonly var t = ref n.T[first];
        // What is followed by a day was visited: "admitted to Cedar Crest on 4/12".
        var dated = n.Spaced(last, 1) && (n.Equals(last + 1, "on") || n.Equals(last + 1, "in")) && n.Spaced(last + 1, 1) && last + 2 < n.T.Length && (n.T[last + 2].Form == Form.Number || n.T[last + 2].Is(Word.Month) && n.T[last + 2].Big || n.Equals(last + 2, "the"));
        var moved = Moved(n, i);
        var saint = t.Is(Word.Saint) && last > first;
        if ((dated || saint) && !t.Is(Word.Stop | Word.Heading | Word.Month | Word.Weekday | Word.Brand | Word.Department | Word.Medical | Word.EponymHead | Word.State | Word.Title) && (last > first || t.Weights.Ordinary < 5 && t.Length > 2 && (t.Form != Form.Upper || verb && n.Equals(i, "at") && t.Weights.Ordinary < 3 && !t.Is(Word.Clinical | Word.Credential))) && !(n.T[last].Is(Word.EponymHead) && n.T[last].Form == Form.Lower))
        {
            n.Mark(t.Start, n.T[last].End, PhiType.Facility, "facility-at", 0.8);
            return last;
        }

        // "transferred from Fox Valley Regional": a kind without its noun.
        if (moved && n.Equals(i, "from") && last > first && n.T[last].Is(Word.InstitutionPart) && !t.Is(Word.Stop | Word.Department | Word.Medical))
        {
            n.Mark(t.Start, n.T[last].End, PhiType.Facility, "facility-at", 0.7);
            return last;
        }

        if (!n.Equals(i, "at") && !(moved && n.Equals(i, "to"))) return -1;
        if (t.Length < 3 || t.Is(Word.Stop | Word.Heading | Word.Month | Word.Weekday | Word.Brand | Word.Department | Word.Medical | Word.EponymHead | Word.State) || n.T[last].Is(Word.EponymHead) || last + 1 < n.T.Length && n.Gap(last).Length <= 3 && n.T[last + 1].Is(Word.EponymHead)) return -1;
        if (t.Is(Word.Eponym) && last == first && !verb) return -1;
        var several = last > first && t.Weights.Ordinary < 9;
        // "at Maple Glen": two ordinary words with capitals are a place when neither is a department's or medicine's.
        if (!verb && n.Equals(i, "at") && last > first && t.Form == Form.Capital && n.T[last].Form == Form.Capital && t.Weights.Ordinary is >= 5 and < 11 && !n.T[last].Is(Word.Clinical | Word.Heading | Word.Department | Word.Stop | Word.Medical | Word.PersonLabel | Word.Month)
            && !t.Is(Word.Clinical | Word.Credential | Word.Title) && (n.T[last].Weights.Place >= 1 || n.T[last].Weights.Name >= 3 || n.T[last].Is(Word.Tail) && !t.Is(Word.Department | Word.Medical | Word.InstitutionPart)))
        {
            n.Mark(t.Start, n.T[last].End, PhiType.Facility, "facility-at", 0.6);
            return last;
        }

        var good = verb ? t.Weights.Ordinary < 6 || several : t is { Form: Form.Capital, Weights: { Ordinary: 0, Packed: not 0 } } || several && t.Weights.Ordinary < 5;
        if (!good || n.CharAt(n.T[last].End) == '\'' && n.T[last].End + 1 < n.View.Length && n.View[n.T[last].End + 1] == 's' && !verb) return -1;
        n.Mark(t.Start, n.T[last].End, PhiType.Facility, "facility-at", verb ? 0.75 : 0.6);
        return last;
    }

    private static bool Moved(Note n, int i) => n.WordAt(i - 1).HasFlag(Word.MovedVerb);
}
