namespace CodingAhead.Text.Redact;

/// <summary>
/// Employers, schools, churches, homes and practices (164.514(b)(2)(i) counts employers; a school or a church says where): by their last word, by a word of
/// another language that stands first, and by what a person does there.
/// </summary>
internal static class Employers
{
    private const Word Never = Word.Stop | Word.Heading | Word.Department | Word.Medical | Word.Brand | Word.Month | Word.Weekday | Word.Country | Word.State | Word.Title | Word.EponymHead | Word.PersonLabel | Word.Role | Word.Unit | Word.Demonym;

    /// <summary>An institution by a last word that is also an ordinary one: <c>Oak Valley Imaging</c>, <c>Harlow Foundry</c>. Called at it.</summary>
    public static void Tailed(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (!t.Big || i == 0 || n.CharAt(t.End) == ':' || n.Equals(i, "walk") && !(n.Joined(i, '-') && n.Equals(i + 1, "in")) || t.Is(Word.Suite) && n.T.Length > i + 1 && n.T[i + 1].Form is Form.Number or Form.Mixed) return;
        var (first, named, land, region) = (i, false, false, false);
        var (kind, loose) = (Kind(n, i), t.Is(Word.Department | Word.Clinical) || n.IsAny(i, Loose));
        for (var k = i - 1; k >= 0 && i - k <= 5; k--)
        {
            var gap = n.Gap(k);
            ref readonly var c = ref n.T[k];
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual("-") || gap.SequenceEqual("'") || gap.SequenceEqual(" & ") || gap.SequenceEqual(". ") && c.Is(Word.Saint) || gap is "/" && k == i - 1 && c.Length == 2) || !c.IsWord) break;
            if (n.Equals(k, "s") && n.Joined(k - 1, '\'')) continue;
            // Care-A-Van
            if (c.Is(Word.Stop) && n.Joined(k, '-') && n.Joined(k - 1, '-'))
            {
                region = true;
                continue;
            }

            // OB/GYN and EMS are written so after any name.
            if (c.Form != t.Form && c.Form != Form.Camel && !(c.Form == Form.Capital && (n.Equals(i, "gyn") || n.Equals(i, "ems")))) break;
            if (c.Is(Word.Stop | Word.Title | Word.PersonLabel | Word.Month | Word.Country) && k < kind) break;
            first = k;
            if (k >= kind) continue;
            // "Grand Strand Imaging": a word of the land with one before it is a region.
            region |= land;
            named |= land;
            land = c.Is(Word.Land);
            // "Call EMS" begins a sentence.
            named = c.Weights.Ordinary < (loose ? 6 : 9) && !(loose && c.Weights.Ordinary >= 3 && n.Begins(k)) && !c.Is(Never | Word.Clinical | Word.Direction | Word.Eponym) && (c.Weights.Place >= 4 || c.Weights.Name >= 6 || c.Form == Form.Camel || c.Weights.Ordinary < 3 && c.Length > 2 && (!loose || kind < i) && !Register.Medical(n.Text(k))) || named && (c.Is(Word.InstitutionPart | Word.Direction) || n.T[k + 1].Is(Word.InstitutionPart | Word.Land));
        }

        // "resident of Sunrise Manor": the houses that people live in are named by any word.
        named |= first < i && t.Form == Form.Capital && !n.Begins(first) && n.IsAny(i, Houses) && !n.T[first].Is(Never | Word.Clinical | Word.Eponym);
        named |= region;
        named |= (n.Equals(i, "co") || n.Equals(i, "bros")) && t.Form == Form.Capital && n.After(i) == '.' && first < i;
        // Consultants of Ashby
        named |= n.Equals(i + 1, "of") && n.Spaced(i, 1) && n.Spaced(i + 1, 1) && i + 2 < n.T.Length && n.T[i + 2].Form == Form.Capital && (n.T[i + 2].Weights.Place >= 4 || n.T[i + 2].Weights.Packed == 0);
        if (!named || n.T[first].Is(Word.Clinical | Word.Department) && !n.T[first].Is(Word.InstitutionPart)) return;
        if (t.Form == Form.Upper && t.Length > 3 && !region && Places.UpperLine(n, i)) return;
        var last = n.Equals(i, "walk") ? i + 1 : Whole(n, i);
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Facility, "facility-tail", 0.7);
        Facilities.Town(n, last);
    }

    // The first word of a kind of two words: home health, primary care, visiting nurses.
    private static int Kind(Note n, int i) =>
        i > 0 && n.Spaced(i - 1, 1) && n.T[i - 1].Big && (n.Equals(i, "health") && (n.Equals(i - 1, "home") || n.Equals(i - 1, "family")) || n.Equals(i, "care") && (n.Equals(i - 1, "primary") || n.Equals(i - 1, "home") || n.Equals(i - 1, "urgent")) || n.Equals(i, "nurses") && n.Equals(i - 1, "visiting")) ? i - 1 : i;

    private static readonly string[] Houses = ["manor", "estates", "acres", "haven", "lodge", "villa", "oaks", "pines", "meadows", "gardens"];

    // Last words that follow vocabulary more often than a name: "Hospitalist Service", "Postanesthesia Recovery".
    private static readonly string[] Loose = ["service", "services", "recovery", "care", "health", "facility", "suite", "collective", "supply", "market", "agency", "rhythm", "ems", "gyn", "transport", "delivery"];

    /// <summary>What a label says is an institution: <c>Site: Ashdown Infusion Suite</c>, <c>PCP = Corliss Family Health</c>, <c>Employer ..... Tern Island Lumber</c>. Called at the label.</summary>
    public static void Labelled(Note n, int i)
    {
        var gap = n.Gap(i);
        if (i + 1 >= n.T.Length || gap.Contains('\n') || gap.Trim(" .:=|\t,").Length > 0 || !(gap.Contains(':') || gap.Contains('=') || gap.Contains('|') || gap.Count('.') >= 3 || gap is " " && n.Equals(i, "employer") || gap is ", " && (n.Equals(i, "church") || n.Equals(i, "school") || n.Equals(i, "employer")))) return;
        var first = i + 1;
        if (!n.T[first].Big || n.T[first].Length < 2) return;
        var last = Whole(n, first);
        if (last == first) return;
        var (named, medical) = (false, false);
        for (var k = first; k <= last; k++)
        {
            ref readonly var t = ref n.T[k];
            medical |= t.Is(Word.Medical | Word.Title | Word.Month | Word.Weekday | Word.Brand | Word.EponymHead) && !(k == last && t.Is(Word.Tail));
            named |= t.Weights.Packed == 0 && t.Length > 3 || t.Weights.Place >= 4 || t.Weights is { Name: >= 4, Ordinary: < 6 };
        }

        var kind = n.T[last].Is(Word.Tail | Word.Institution);
        if (medical || n.T[first].Is(Never & ~(Word.State | Word.Country)) || !(kind && (named || n.Equals(i, "pcp")) || named && !n.Equals(i, "pcp") && !n.Equals(i, "up"))) return;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Facility, "facility-label", 0.78);
        Facilities.Town(n, last);
    }

    /// <summary>A word of another language before the name: <c>Iglesia Nueva Esperanza</c>, <c>Hôpital du Moulin</c>.</summary>
    public static void Fronted(Note n, int i)
    {
        if (!n.T[i].Big) return;
        var last = i;
        for (var k = i + 1; k < n.T.Length && k - i <= 5 && (n.Spaced(k - 1, 1) || n.Joined(k - 1, '-') || n.Joined(k - 1, '\'')); k++)
        {
            ref readonly var c = ref n.T[k];
            if (!c.IsWord || c.Is(Word.Heading | Word.Speech)) break;
            if (c.Big) last = k;
            else if (!(c.Is(Word.Particle) || c.Length <= 3 && !c.Is(Word.Stop))) break;
        }

        // "Hospital Course" is a heading: the English word takes a saint or a word that is no vocabulary.
        if (last == i || n.Equals(i, "hospital") && !(n.T[i + 1].Is(Word.Saint) || n.T[i + 1].Weights.Ordinary == 0 && n.T[i + 1].Length > 2 && !n.T[i + 1].Is(Word.Heading))) return;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Facility, "facility-front", 0.75);
    }

    /// <summary>Where a person works, learns or prays: <c>works nights at Golden Harvest</c>, <c>attends Pierce Elementary</c>, <c>Employer: Amtrine Steel</c>.</summary>
    public static void Of(Note n, int i)
    {
        var k = i;
        for (var steps = 0; steps < 4 && k + 1 < n.T.Length; steps++)
        {
            var gap = n.Gap(k);
            if (gap.Trim() is ":" or "|" && gap.Count('\n') == 0 && (n.Equals(k, "employer") || n.Equals(k, "pharmacy") || n.Equals(k, "mortuary") || n.Equals(k, "church") || n.Equals(k, "school") || n.Equals(k, "attends")))
            {
                Mark(n, k + 1, 0.8);
                return;
            }

            if (!n.Near(k)) return;
            k++;
            if (n.Equals(k, "at") || n.Equals(k, "for"))
            {
                if (k + 1 < n.T.Length && n.Near(k)) Mark(n, n.Equals(k + 1, "the") ? k + 2 : k + 1, 0.66);
                return;
            }

            if ((n.Equals(i, "attends") || n.Equals(i, "attended") || n.Equals(i, "attend")) && n.T[k].Big)
            {
                Mark(n, k, 0.66);
                return;
            }

            if (n.T[k].Form != Form.Lower || n.T[k].Is(Word.Clinical)) return;
        }
    }

    private static void Mark(Note n, int first, double confidence)
    {
        if (first >= n.T.Length || !n.T[first].IsWord || n.T[first].Length < 2 || n.Equals(first + 1, "anonymous") || n.Equals(first + 1, "department")) return;
        ref readonly var t = ref n.T[first];
        var sure = confidence > 0.7;
        if (n.Register.Flat && t.Form == Form.Lower)
        {
            // In lower case, at most three words up to a stop, the first of them no vocabulary or the last a kind of business.
            var end = first;
            while (end - first < 2 && n.Spaced(end, 1) && n.T[end + 1].Form == Form.Lower && !n.T[end + 1].Is(Word.Stop | Word.Speech)) end++;
            if (end == first || n.T[first].Is(Word.Stop) || !(n.T[end].Is(Word.Tail) || n.T[first].Weights is { Name: >= 4, Ordinary: < 4 })) return;
            n.Mark(t.Start, n.T[end].End, PhiType.Facility, "employer", 0.62);
            return;
        }

        if (!t.Big || t.Is(Never | Word.Clinical) && !sure || t.Form == Form.Upper && Places.UpperLine(n, first) && !sure) return;
        var last = Whole(n, first);
        if (last == first && !sure && (t.Weights.Ordinary >= 3 || t.Is(Word.Eponym))) return;
        n.Mark(t.Start, n.T[last].End, PhiType.Facility, "employer", confidence);
    }

    // Words with capitals, and what links them: Tillman & Sons Feed and Grain, Bros. Lumber.
    private static int Whole(Note n, int first)
    {
        var last = first;
        for (var k = first + 1; k < n.T.Length && k - first <= 6; k++)
        {
            var gap = n.Gap(k - 1);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(" & ") || gap.SequenceEqual("-") || gap.SequenceEqual("'") || gap.SequenceEqual(". ") && n.T[k - 1].Length <= 4 && n.T[k - 1].Weights.Ordinary < 5)) break;
            ref readonly var c = ref n.T[k];
            if (!c.IsWord || c.Is(Word.PhoneLabel | Word.Month)) break;
            if (n.Equals(k, "s") && gap[0] == '\'') continue;
            if (c.Big) last = k;
            else if (!(n.Equals(k, "of") || n.Equals(k, "and") || n.Equals(k, "the") || n.Equals(k, "on") && n.Equals(k + 1, "the"))) break;
        }

        return last;
    }

    /// <summary>In a text without capitals: <c>from sunny acres snf</c>, <c>at st clare</c>. Called at the preposition.</summary>
    public static void Flat(Note n, int i)
    {
        if (!n.Register.Flat || !n.Spaced(i, 1)) return;
        var first = i + 1;
        if (n.Equals(first, "the")) first++;
        if (first >= n.T.Length || !n.T[first].IsWord || n.T[first].Is(Word.Stop | Word.Relation | Word.Department)) return;
        if (n.T[first].Is(Word.Saint) && (n.Spaced(first) || n.Gap(first).SequenceEqual(". ")) && first + 1 < n.T.Length && n.T[first + 1].IsWord && n.T[first + 1].Weights.Name >= 3)
        {
            n.Mark(n.T[first].Start, n.T[first + 1].End, PhiType.Facility, "facility-flat", 0.66);
            return;
        }

        var named = false;
        for (var k = first; k < n.T.Length && k - first <= 4 && n.T[k].IsWord; k++)
        {
            var kind = n.Equals(k, "er") && n.T[k - 1].Weights.Ordinary < 3 || n.Equals(k, "snf") || n.Equals(k, "hospital") || n.Equals(k, "rehab") || n.Equals(k, "hospice") || n.Equals(k, "care") && n.Equals(k - 1, "urgent") || n.Equals(k, "home") && n.Equals(k - 1, "nursing") || n.Equals(k, "center") && n.Equals(k - 1, "medical") || n.Equals(k, "clinic") || n.Equals(k, "manor") || n.Equals(k, "general") || n.Equals(k, "memorial");
            if (kind && k > first && named)
            {
                n.Mark(n.T[first].Start, n.T[k].End, PhiType.Facility, "facility-flat", 0.64);
                return;
            }

            if (n.T[k].Is(Word.Stop | Word.Clinical | Word.Department | Word.Medical) && !n.Equals(k, "nursing") && !n.Equals(k, "urgent") && !n.Equals(k, "medical")) return;
            named |= n.T[k].Weights is { Ordinary: < 8 } or { Place: >= 4 } or { Name: >= 4 };
            if (!n.Spaced(k, 1)) return;
        }
    }
}
