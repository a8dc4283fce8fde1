using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>Places smaller than a state (B): streets, cities, counties, ZIP codes, and institutions, whose names say where.</summary>
internal static class Places
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,.>|?\n\r\t");

    /// <summary>A street that begins with the house number at token <paramref name="i"/>. Returns the last token it covers, or -1.</summary>
    public static int Street(Note n, int i)
    {
        // 48-12 Queens Boulevard: the house number has two parts.
        var from = n.Before(i) == '-' && n.IsNumber(i - 1) && n.Joined(i - 1, '-') && n.T[i - 1].Length <= 3 && n.T[i].Length <= 3 && n.Before(i - 1) is ' ' or '\n' ? i - 1 : i;
        var broken = !n.Spaced(i) && n.Near(i) && n.IsNumber(i) && (n.Equals(i - 1, "at") || n.Equals(i - 1, "address"));
        if (n.T[i].Length > 6 || from == i && n.Before(i) is '.' or '/' or '-' or '$' or ',' || !n.Spaced(i) && !broken) return -1;
        if (n.T[i].Form == Form.Mixed && n.T[i].Length > 5) return -1;
        var (suffix, allBig, words) = (-1, true, 0);
        for (var k = i + 1; k < n.T.Length && k - i <= 6; k++)
        {
            var gap = n.Gap(k - 1);
            if (k > i + 1 && !(gap.Length is 1 or 2 && !gap.Contains('\n') && gap.IndexOfAnyExcept(" .-'") < 0)) break;
            ref readonly var t = ref n.T[k];
            if (t.Is(Word.StreetSuffix) && k > i + 1 && (words > 0 || n.T[k - 1].Form == Form.Mixed))
            {
                suffix = k;
                if (!t.Big) allBig = false;
                // "Park Street", "Court Lane", "Cherry Grove Church Rd": the last suffix of the run counts.
                if (!(k + 2 < n.T.Length && allBig && n.Spaced(k, 1) && n.Spaced(k + 1, 1) && n.T[k + 1].Form == Form.Capital && !n.T[k + 1].Is(Word.Direction) && n.T[k + 2].Is(Word.StreetSuffix) && n.T[k + 2].Form == Form.Capital) && !(k + 1 < n.T.Length && n.Spaced(k, 1) && n.T[k + 1].Is(Word.StreetSuffix))) break;
            }

            if (t.Form == Form.Number && k > i + 1 || t.Is(Word.Unit) && t.Form == Form.Lower && !t.Is(Word.StreetSuffix)) break;
            if (t.IsWord && !t.Big) allBig = false;
            if (t.Is(Word.Stop) && !t.Big) break;
            if (t.IsWord && !t.Is(Word.Direction) || t.Form == Form.Mixed) words++;
        }

        if (suffix < 0)
        {
            // Calle, Via, Rue and Camino come first; Highway 12 and Route 9 have a number after.
            return -1;
        }

        var plain = n.T[suffix].Is(Word.PlainStreet);
        if (!allBig && !plain) return -1;
        // In lower case, a comma, a line's end, a unit or a place must follow, or an address label stand before.
        if (!allBig && !(n.Gap(suffix).StartsWith(",") || n.Gap(suffix).Contains('\n') || n.Gap(suffix).Contains('#') || n.WordAt(suffix + 1).HasFlag(Word.Suite) || n.Equals(i - 1, "at") || n.Equals(i - 1, "address"))) return -1;
        if (allBig && n.Equals(suffix, "ct") && n.T[suffix].Form == Form.Upper && n.T[i + 1].Form != Form.Upper) return -1;
        if (n.T[i].Length <= 2 && n.T[i + 1].Form == Form.Upper && n.T[i + 1].Is(Word.Unit)) return -1;
        var last = suffix;
        if (n.Spaced(last, 1) && n.WordAt(last + 1).HasFlag(Word.Direction) && n.T[last + 1] is { Big: true, Length: <= 2 }) last++;
        // Highway 12
        if (n.Spaced(last, 1) && n.IsNumber(last + 1) && n.T[last + 1].Length <= 4 && (n.Equals(last, "highway") || n.Equals(last, "hwy") || n.Equals(last, "route") || (n.Equals(last, "rd") || n.Equals(last, "road")) && (n.Equals(last - 1, "county") || n.Equals(last - 1, "state")))) last++;
        last = Unit(n, last);
        // Flat 2, 31 Chapel Row
        if (from > 1 && n.T[from - 1].Form is Form.Number or Form.Mixed && n.Gap(from - 1).SequenceEqual(", ") && (n.WordAt(from - 2).HasFlag(Word.Suite) || n.Equals(from - 2, "flat")) && n.Gap(from - 2).Length <= 2) from -= 2;
        n.Mark(n.T[from].Start, n.T[last].End, PhiType.Street, "street", 0.95);
        return last;
    }

    /// <summary>A street without a house number, at its last word: <c>on Harbor Avenue</c>.</summary>
    public static void Unnumbered(Note n, int i)
    {
        if (!(n.Equals(i, "street") || n.Equals(i, "avenue") || n.Equals(i, "ave") || n.Equals(i, "road") || n.Equals(i, "rd") || n.Equals(i, "boulevard") || n.Equals(i, "blvd") || n.Equals(i, "lane") || n.Equals(i, "parkway") || n.Equals(i, "highway") || n.Equals(i, "hwy") || n.Equals(i, "turnpike"))) return;
        Crossing(n, i);
        // "on 5th Ave"
        if (i > 1 && n.Spaced(i - 1, 1) && n.T[i - 1] is { Form: Form.Mixed, Length: <= 5 } && char.IsAsciiDigit(n.View[n.T[i - 1].Start]) && n.Spaced(i - 2, 1) && (n.Equals(i - 2, "on") || n.Equals(i - 2, "off") || n.Equals(i - 2, "near"))) n.Mark(n.T[i - 1].Start, n.T[i].End, PhiType.Street, "street-unnumbered", 0.75);
        var first = i;
        while (first > 0 && i - first < 4 && n.Spaced(first - 1, 1) && n.T[first - 1].Form == n.T[i].Form && n.T[first - 1].IsWord && !n.T[first - 1].Is(Word.Stop)) first--;
        if (first == i || first == 0 || !n.Spaced(first - 1, 1)) return;
        if (!(n.Equals(first - 1, "on") || n.Equals(first - 1, "off") || n.Equals(first - 1, "near") || n.Equals(first - 1, "at") || n.Equals(first - 1, "along") || n.Equals(first - 1, "down") || n.Equals(first - 1, "from"))) return;
        var last = n.Spaced(i, 1) && n.IsNumber(i + 1) && n.T[i + 1].Length <= 4 ? i + 1 : i;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Street, "street-unnumbered", 0.75);
    }

    // "E. Alder Ave & Ruby", "US 12 at Larch Rd": two streets that cross are a place as one with a number is.
    private static void Crossing(Note n, int i)
    {
        var first = i;
        while (first > 0 && i - first < 3 && (n.Spaced(first - 1, 1) || n.Gap(first - 1) is ". " && n.T[first - 1].Is(Word.Direction)) && n.T[first - 1].Form is Form.Capital or Form.Upper or Form.Mixed && !n.T[first - 1].Is(Word.Stop)) first--;
        if (first == i) return;
        if (i + 1 < n.T.Length && n.Gap(i) is " & " or "/" && n.T[i + 1].Form == Form.Capital && !n.T[i + 1].Is(Word.Stop | Word.Heading))
        {
            var last = n.Spaced(i + 1, 1) && n.WordAt(i + 2).HasFlag(Word.StreetSuffix) && n.T[i + 2].Big ? i + 2 : i + 1;
            n.Mark(n.T[first].Start, n.T[last].End, PhiType.Street, "street-crossing", 0.8);
        }

        if (first < 3 || !n.Spaced(first - 1, 1) || !(n.Equals(first - 1, "at") || n.Equals(first - 1, "and")) || !n.IsNumber(first - 2) || n.T[first - 2].Length > 3 || !(n.Spaced(first - 3, 1) || n.Joined(first - 3, '-'))) return;
        if (n.T[first - 3] is { Form: Form.Upper, Length: <= 3 } || n.Equals(first - 3, "highway") || n.Equals(first - 3, "hwy") || n.Equals(first - 3, "route") || n.Equals(first - 3, "interstate")) n.Mark(n.T[first - 3].Start, n.T[i].End, PhiType.Street, "street-crossing", 0.8);
    }

    /// <summary>Streets by their number that cross another, at the number: <c>5th &amp; Alvarez</c> after <c>at</c>. Returns the last token, or -1.</summary>
    public static int Numbered(Note n, int i)
    {
        if (n.T[i].Form != Form.Mixed || n.T[i].Length > 5 || i == 0 || !n.Spaced(i - 1, 1) || !(n.Equals(i - 1, "at") || n.Equals(i - 1, "near") || n.Equals(i - 1, "on") || n.Equals(i - 1, "of"))) return -1;
        if (!n.View.AsSpan(n.T[i].Start, n.T[i].Length).EndsWith("th", StringComparison.OrdinalIgnoreCase) && !Dates.IsDay(n, i)) return -1;
        if (!(n.Gap(i) is " & " || n.Spaced(i, 1) && n.Equals(i + 1, "and") && n.Spaced(i + 1, 1))) return -1;
        var other = n.Gap(i) is " & " ? i + 1 : i + 2;
        if (other >= n.T.Length || n.T[other].Form != Form.Capital || n.T[other].Is(Word.Stop | Word.Heading | Word.Month)) return -1;
        n.Mark(n.T[i].Start, n.T[other].End, PhiType.Street, "street-crossing", 0.75);
        return other;
    }

    // Apt 21B, Unit 51, #473, Suite 250.
    internal static int Unit(Note n, int last)
    {
        if (last + 1 >= n.T.Length || !n.SameLine(last, last + 1) && !n.WordAt(last + 1).HasFlag(Word.Suite)) return last;
        var gap = n.Gap(last);
        if (gap.Length > 24) return last;
        if (gap.Contains('#') && gap.Length <= 4 && n.T[last + 1].Form is Form.Number or Form.Mixed) return last + 1;
        if (n.WordAt(last + 1).HasFlag(Word.Suite) && gap.IndexOfAnyExcept(Between) < 0 && last + 2 < n.T.Length && n.Gap(last + 1).IndexOfAnyExcept(" .#") < 0 && (n.T[last + 2].Form is Form.Number or Form.Mixed || n.T[last + 2].Length == 1)) return last + 2;
        return last;
    }

    /// <summary>A town right after a street: a comma or a line's end between, a capital or the same lower case.</summary>
    public static void Town(Note n, int street)
    {
        var first = street + 1;
        if (first >= n.T.Length || !n.T[first].IsWord || n.T[first].Is(Word.State | Word.Country) || n.T[first].Is(Word.Stop | Word.PhoneLabel) && !n.T[first].Big) return;
        var gap = n.Gap(street);
        var lined = gap.Trim().Length == 0 && gap.Count('\n') == 1;
        // "14 Pac Hwy E Orchard.": without a comma it takes a town that is known and ends there.
        var plain = gap is " " && n.T[first] is { Form: Form.Capital, Weights: { Place: >= 4, Ordinary: < 5 } } && n.CharAt(n.T[first].End) is '.' or ',' or '\n' or '\r';
        if (!(plain || gap.SequenceEqual(", ") || gap.SequenceEqual("., ") || lined || gap.Trim().SequenceEqual(",") && gap.Length < 24)) return;
        var form = n.T[first].Form;
        var last = first;
        while (last - first < 2 && n.Spaced(last, 1) && n.T[last + 1].IsWord && n.T[last + 1].Form == form && !n.T[last + 1].Is(Word.Stop) && (form != Form.Lower || n.T[last + 1].Weights.Place > 0)) last++;
        // A new line may begin anything: it takes a state or a code after the town.
        if (lined && !(n.Gap(last).StartsWith(",") && last + 1 < n.T.Length && (n.T[last + 1].Is(Word.State | Word.StateCode)))) return;
        // "118 larkin ln, devaux bridge.": two words that end a clause, the first no vocabulary.
        if (form == Form.Lower && n.T[first].Weights is { Place: 0, Ordinary: < 2 } && gap is ", " && n.Spaced(first, 1) && n.T[first + 1].Form == Form.Lower && n.CharAt(n.T[first + 1].End) is '.' or ',' or '\n') last = first + 1;
        else if (form == Form.Lower && n.T[first].Weights.Place == 0) return;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "city-street", 0.85);
    }

    /// <summary>A place that an office is named by, after a comma or a preposition: <c>…, Riverton office</c>.</summary>
    public static void Office(Note n, int i)
    {
        if (i == 0 || !n.Spaced(i - 1, 1) || !n.T[i - 1].IsWord || n.T[i - 1].Length < 3) return;
        var first = i - 1;
        var form = n.T[first].Form;
        while (first > 0 && i - first < 3 && n.Spaced(first - 1, 1) && n.T[first - 1].IsWord && n.T[first - 1].Form == form && !n.T[first - 1].Is(Word.Stop)) first--;
        var comma = first > 0 && n.Gap(first - 1).SequenceEqual(", ");
        var w = n.T[first].Weights;
        if (n.T[first].Is(Word.Department | Word.Stop | Word.Role | Word.Title | Word.Medical | Word.PersonLabel | Word.Weekday) && w.Place < 6) return;
        if (form == Form.Lower ? !(comma && w.Place >= 1 && w.Ordinary < 6) : !(comma || n.T[i].Form == Form.Capital && first > 0 && n.T[first - 1].Is(Word.PlaceVerb)) && !(w is { Place: >= 4, Ordinary: < 4 })) return;
        n.Mark(n.T[first].Start, n.T[i - 1].End, PhiType.City, "city-office", comma ? 0.85 : 0.65);
    }

    /// <summary>P.O. Box and its number, at the word box.</summary>
    public static int Box(Note n, int i)
    {
        if (!n.Equals(i, "box") || i + 1 >= n.T.Length || n.T[i + 1].Form is not (Form.Number or Form.Mixed) || n.Gap(i).Length > 3) return -1;
        var first = n.Equals(i - 1, "po") ? i - 1 : n.Equals(i - 1, "o") && n.Equals(i - 2, "p") ? i - 2 : n.Equals(i - 1, "office") && n.Equals(i - 2, "post") ? i - 2 : -1;
        // Rural Route 3 Box 118, RR 2 Box 7
        if (first < 0 && i > 1 && n.IsNumber(i - 1) && n.T[i - 1].Length <= 3 && n.Gap(i - 1).Length <= 2) first = n.Equals(i - 2, "rr") || n.Equals(i - 2, "hc") ? i - 2 : n.Equals(i - 2, "route") ? (n.Equals(i - 3, "rural") ? i - 3 : i - 2) : -1;
        if (first < 0) return -1;
        n.Mark(n.T[first].Start, n.T[i + 1].End, PhiType.Street, "po-box", 0.97);
        Town(n, i + 1);
        return Zip(n, i + 1);
    }

    // The code after the town of a box: "P.O. Box 9, Tally 96746". Returns the last token of the address.
    private static int Zip(Note n, int box)
    {
        for (var k = box + 1; k < n.T.Length && k - box <= 4; k++)
        {
            if (n.IsNumber(k, 5) && k - box > 1)
            {
                n.Mark(n.T[k].Start, n.T[k].End, PhiType.Zip, "zip", 0.9);
                return k;
            }

            if (!n.T[k].IsWord || !n.T[k].Big || n.Gap(k - 1).IndexOfAnyExcept(" ,'") >= 0) break;
        }

        return box;
    }

    /// <summary>City and ZIP code around a state's name or abbreviation at token <paramref name="i"/>.</summary>
    public static void Around(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        var first = i;
        if (t.Is(Word.State) && i > 0 && n.Spaced(i - 1, 1) && (n.Equals(i - 1, "new") || n.Equals(i - 1, "north") || n.Equals(i - 1, "south") || n.Equals(i - 1, "west") || n.Equals(i - 1, "rhode"))) first = i - 1;
        var zip = false;
        if (i + 1 < n.T.Length && n.IsNumber(i + 1, 5) && n.Gap(i) is { Length: >= 1 and <= 24 } gap && gap.IndexOfAnyExcept(Between) < 0)
        {
            zip = true;
            var last = n.Joined(i + 1, '-') && n.IsNumber(i + 2, 4) ? i + 2 : i + 1;
            n.Mark(n.T[i + 1].Start, n.T[last].End, PhiType.Zip, "zip", 0.97);
        }

        if (first == 0) return;
        var before = n.Gap(first - 1);
        var comma = before.TrimEnd(" \n\r\t").SequenceEqual(",") && before.Length < 24;
        // "Language Farsi; interpreter ID 70418": Idaho's codes begin with 83.
        if (!comma && zip && n.Equals(i, "id") && !n.Text(i + 1).StartsWith("83", StringComparison.Ordinal)) return;
        if (Column(n, i, first)) return;
        if (!comma && !(zip && before.SequenceEqual(" ") && t.Form == Form.Upper)) return;
        if (!t.Big && !zip) return;
        var (start, known) = (-1, false);
        var lower = n.T[first - 1].Form == Form.Lower;
        for (var k = first - 1; k >= 0 && first - k <= 4; k--)
        {
            if (k < first - 1 && !(n.Gap(k) is var g && (g.SequenceEqual(" ") || g.SequenceEqual("-") || g.SequenceEqual(". ") && n.T[k].Is(Word.Saint | Word.Direction) || g.SequenceEqual("'")))) break;
            ref readonly var c = ref n.T[k];
            if (!c.IsWord || !c.Big && !lower || c.Is(Word.Stop) && !c.Big || c.Is(Word.Speech | Word.PlaceVerb) && !c.Big) break;
            if (lower && c.Big) break;
            if (Phrase(n, k, first - 1, evidence) is >= 1 and <= 14)
            {
                (start, known) = (k, true);
            }
            else if (!known && !lower) start = k;
        }

        if (start < 0 && lower && zip)
        {
            // An unknown town in lower case: what stands between the street or the line's begin and the state.
            for (var k = first - 1; k >= 0 && first - k <= 3 && n.T[k].IsWord; k--)
            {
                start = k;
                if (k == 0 || !n.Spaced(k - 1, 1)) break;
            }
        }

        if (start < 0) return;
        // "| Dunmore Falls, TN 38199": a field's words are the town, though its last word alone is one too.
        if (known && zip && start == first - 1 && start > 0 && n.Spaced(start - 1, 1) && n.T[start - 1].Form == Form.Capital && n.T[start - 1].IsWord && !n.T[start - 1].Is(Word.Stop | Word.StreetSuffix | Word.Suite | Word.Direction | Word.PlaceVerb) && !(start > 1 && n.Spaced(start - 2))) start--;
        // The words up to the comma are the town when an address surrounds them; else they need evidence, or a preposition.
        var opened = start == 0 || !n.Spaced(start - 1) || n.T[start - 1].Is(Word.PlaceVerb) || n.T[start - 1].Is(Word.Suite) || n.T[start - 1].Form is Form.Number or Form.Mixed;
        if (!known && !zip && !(opened && start > 0 && n.T[start - 1].Is(Word.PlaceVerb) && n.T[start].Form == Form.Capital)) return;
        if (!zip && t.Is(Word.StateCode) && !t.Is(Word.State) && t.Form != Form.Upper) return;
        if (!zip && t.Is(Word.StateCode) && !t.Is(Word.State) && t.Is(Word.Credential) && !n.T[start - 1 < 0 ? 0 : start - 1].Is(Word.PlaceVerb)) return;
        n.Mark(n.T[start].Start, n.T[first - 1].End, PhiType.City, "city-state", zip ? 0.96 : 0.85);
    }

    // "Clinic    Dearborn  MI" at a line's end, in columns; "Boone, Watauga Co., NC 28607": a county between.
    private static bool Column(Note n, int i, int first)
    {
        var gap = n.Gap(first - 1);
        if (gap is "., " && n.Equals(first - 1, "co") && first >= 2 && n.Spaced(first - 2, 1) && n.T[first - 2].Form == Form.Capital)
        {
            n.Mark(n.T[first - 2].Start, n.T[first - 1].End, PhiType.County, "county", 0.9);
            if (first >= 3 && n.Gap(first - 3) is ", " && n.T[first - 3].Form == Form.Capital) n.Mark(n.T[first - 3].Start, n.T[first - 3].End, PhiType.City, "city-county", 0.85);
            return true;
        }

        if (gap.Length is < 1 or > 24 || gap.Trim().Length > 0 || gap.Contains('\n') || n.T[i].Form != Form.Upper || !(i + 1 >= n.T.Length || n.Gap(i).Contains('\n')) || n.T[first - 1] is not { Form: Form.Capital, Weights: { Place: >= 5, Ordinary: < 4 } }) return false;
        if (gap.Length == 1 && !n.T[i].Is(Word.State) && n.T[i].Is(Word.Credential)) return false;
        n.Mark(n.T[first - 1].Start, n.T[first - 1].End, PhiType.City, "city-state", 0.8);
        return true;
    }

    /// <summary>A town after a preposition of place: <c>lives in</c>, <c>from</c>, <c>born in</c>.</summary>
    public static int After(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        if (first >= n.T.Length || !n.Near(i) || !n.T[first].IsWord || n.T[first].Length < 2) return -1;
        if (n.Equals(i, "of") && i > 0 && n.T[i - 1].Is(Word.Anatomy)) return -1;
        var lower = n.T[first].Form == Form.Lower;
        var homely = n.T[i - 1 < 0 ? 0 : i - 1] is var p && (p.Is(Word.Homely) && i > 0 && n.Spaced(i - 1) && (n.Equals(i, "in") || n.Equals(i, "from") || n.Equals(i, "to") || n.Equals(i, "of") && p.Is(Word.Homely) && !p.Is(Word.PlaceVerb) || n.Equals(i, "near"))
            || Elsewhere(n, i) || p.Is(Word.PlaceVerb) && !n.Equals(i - 1, "in") && !n.Equals(i - 1, "from") && i > 0 && n.Spaced(i - 1)) || n.Equals(i, "from") && (n.Equals(i - 1, "records") || n.Equals(i - 1, "moved") || n.Equals(i - 1, "referral"));
        // Without capitals a long word that is a town and nothing else needs no more than "in".
        homely |= lower && n.Register.Flat && n.Equals(i, "in") && n.T[first] is { Length: >= 6, Weights: { Place: >= 5, Ordinary: < 2 } town } && town.Name < town.Place;
        if (lower && !homely) return -1;
        if (n.T[first].Is(Word.Title | Word.PersonLabel | Word.Department) && n.T[first].Weights.Place < 6 || n.Equals(i, "of") && n.T[first].Is(Word.Eponym) || n.T[first].Is(Word.Stop | Word.Month | Word.Weekday | Word.State | Word.Country | Word.Heading | Word.Brand) && !(n.T[first].Weights.Place >= 6 && homely)) return -1;
        // The longest phrase that is a known town.
        for (var last = Math.Min(first + 3, n.T.Length - 1); last >= first; last--)
        {
            if (!Contiguous(n, first, last, lower)) continue;
            var place = Phrase(n, first, last, evidence);
            if (place is < 1 or > 14) continue;
            var w = n.T[first].Weights;
            if (last == first && (w.Ordinary >= 4 && !(homely && (w.Place >= 5 || !lower)) || w.Ordinary > 0 && place < 3 && !homely || n.T[first].Form == Form.Upper && n.T[first].Length <= 4 && !homely || lower && (w.Ordinary >= 3 || place < 4))) continue;
            if (last == first && !homely && n.T[first].Is(Word.Eponym)) continue;
            if (last + 1 < n.T.Length && n.Gap(last).Length <= 2 && n.T[last + 1].Is(Word.EponymHead) && !n.T[last + 1].Is(Word.Stop)) continue;
            if (n.T[first].Form == Form.Upper && UpperLine(n, first) && !homely && !(n.Equals(i, "in") && w is { Place: >= 5, Ordinary: < 3 } && n.T[first].Length >= 5 && !n.T[first].Is(Word.Eponym))) continue;
            // "the use of X with" is anything; "of X." may be a place.
            if (n.Equals(i, "of") && last == first && n.CharAt(n.T[last].End) is not ('.' or ',' or ';' or ')' or '\n' or '\r')) continue;
            if (n.Joined(last, '-') && n.T[last + 1].Big || n.T[first].Is(Word.Eponym) && last == first && !homely) continue;
            if (n.Spaced(last, 1) && n.Equals(last + 1, "city") && n.T[last + 1].Big) last++;
            n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "city-context", homely ? 0.9 : 0.68);
            return last;
        }

        // Upper Tansley, New Anything: a word of direction or size, then a name that is no vocabulary.
        if (homely && !lower && (n.T[first].Is(Word.Direction) || n.Equals(first, "upper") || n.Equals(first, "lower") || n.Equals(first, "new") || n.Equals(first, "old") || n.Equals(first, "great") || n.Equals(first, "little")) && n.T[first].Form == Form.Capital && n.Near(first) && first + 1 < n.T.Length && n.T[first + 1].Form == Form.Capital && n.T[first + 1].Weights.Ordinary < 4 && !n.T[first + 1].Is(Word.Demonym | Word.Country))
        {
            n.Mark(n.T[first].Start, n.T[first + 1].End, PhiType.City, "city-context", 0.7);
            return first + 1;
        }

        if (!homely || lower || n.T[first].Is(Word.Demonym) || n.T[first].Form != Form.Capital || n.T[first].Weights.Ordinary >= 4) return -1;
        var end = first;
        while (end - first < 2 && n.Spaced(end, 1) && end + 1 < n.T.Length && n.T[end + 1].Form == Form.Capital && n.T[end + 1].Weights.Ordinary < 5) end++;
        n.Mark(n.T[first].Start, n.T[end].End, PhiType.City, "city-context", 0.62);
        return end;
    }

    /// <summary>A town in brackets after where a person is: <c>near home (Troy)</c>; and one before its country: <c>Galway, Ireland</c>. Called at the town.</summary>
    public static void Beside(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (i == 0 || t.Is(Word.Stop | Word.Heading | Word.State | Word.Country | Word.Demonym | Word.Month | Word.Weekday | Word.Brand | Word.Clinical | Word.Title)) return;
        if (n.Gap(i - 1) is " (" && n.CharAt(t.End) == ')' && n.T[i - 1].Is(Word.Homely) && t.Weights is { Place: >= 4, Ordinary: < 6 }) n.Mark(t.Start, t.End, PhiType.City, "city-context", 0.8);
        else if (n.Gap(i) is ", " && n.WordAt(i + 1).HasFlag(Word.Country) && n.T[i + 1].Form == Form.Capital && !n.Begins(i) && (t.Weights.Place >= 3 || t.Weights.Ordinary < 3) && !(n.Gap(i - 1) is ", " && n.T[i - 1].Is(Word.Country))) n.Mark(t.Start, t.End, PhiType.City, "city-country", 0.75);
    }

    // "born in 1932 in X", "Home is in X", ", 41, of X": the place of a person, a few words on.
    private static bool Elsewhere(Note n, int i)
    {
        if (i < 2 || !n.Spaced(i - 1) && !n.Gap(i - 1).SequenceEqual(". ")) return false;
        if (n.Equals(i, "of")) return n.IsNumber(i - 1) && n.T[i - 1].Length <= 3 || n.CharAt(n.T[i - 1].End) == ',' && n.IsNumber(i - 1);
        // "John Q. from Boston": a name stands right before.
        // "from Ibadan to Wichita"
        if (n.Equals(i, "to") && n.Marks.Count > 0 && n.Marks[^1].Type == PhiType.City && n.T[i].Start - n.Marks[^1].End is >= 0 and <= 2) return true;
        // "at Brandt's Diner in Garner": an institution, or a person without capitals, right before.
        if (n.Equals(i, "in") && n.Marks.Count > 0 && n.T[i].Start - n.Marks[^1].End is >= 0 and <= 2 && (n.Marks[^1].Type == PhiType.Facility || n.Marks[^1].Type == PhiType.Name && n.Register.Flat)) return true;
        if (n.Equals(i, "from") && n.Marks.Count > 0 && n.Marks[^1].Type == PhiType.Name && n.T[i].Start - n.Marks[^1].End is >= 0 and <= 2) return true;
        if (!n.Equals(i, "in")) return false;
        return n.IsNumber(i - 1, 4) && (n.Equals(i - 3, "born") || n.Equals(i - 2, "born")) || n.Equals(i - 1, "is") && n.Equals(i - 2, "home") || n.Equals(i - 1, "up") && n.WordAt(i - 2).HasFlag(Word.PlaceVerb);
    }

    /// <summary>A county, parish or borough by its word at token <paramref name="i"/>.</summary>
    public static void County(Note n, int i)
    {
        if (i == 0 || !n.T[i].Big || !n.Spaced(i - 1, 1)) return;
        var first = i;
        while (first > 0 && i - first < 2 && n.Spaced(first - 1, 1) && n.T[first - 1].Form is Form.Capital or Form.Camel or Form.Upper && n.T[first - 1].IsWord && !n.T[first - 1].Is(Word.Stop) && (n.T[first - 1].Weights.Place > 0 || n.T[first - 1].Weights.Ordinary < 4)) first--;
        if (first == i || n.WordAt(i + 1).HasFlag(Word.Institution) && n.Spaced(i)) return;
        // In a sentence, "worked in Ashe County", the word stays; in an address or an affiliation all of it goes.
        var inside = first > 0 && n.Spaced(first - 1, 1) && n.T[first - 1].Is(Word.PlaceVerb | Word.Stop) && !n.T[first - 1].Big;
        n.Mark(n.T[first].Start, n.T[inside ? i - 1 : i].End, PhiType.County, "county", 0.85);
    }

    /// <summary>Whether a known phrase of several words begins at <paramref name="i"/>: an institution anywhere, a town of two words or more with capitals.</summary>
    public static int Known(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        var hash = Words.Seed;
        var best = -1;
        var kind = 0;
        var kinds = Word.None;
        var named = t.Big && t.Weights.Ordinary < 4;
        for (var k = i; k < n.T.Length && k - i < 8; k++)
        {
            ref readonly var u = ref n.T[k];
            if (!u.IsWord) break;
            if (k > i)
            {
                var gap = n.Gap(k - 1);
                if (gap.Length is 0 or > 3 || gap.IndexOfAnyExcept(" .-&'") >= 0) break;
                hash = Words.Add(hash, ' ');
            }

            if (!u.Big && t.Form != Form.Lower && !(n.Equals(k, "of") || n.Equals(k, "and") || n.Equals(k, "the") || n.Equals(k, "at") || n.Equals(k, "for") || n.Equals(k, "de"))) break;
            kinds |= u.Word;
            foreach (var c in n.Text(k))
            {
                if (c != '\'') hash = Words.Add(hash, char.ToLowerInvariant(c));
            }

            if (k == i) continue;
            var place = evidence.Of(Words.End(hash)).Place;
            named |= u.Big && u.Weights is { Ordinary: < 4 };
            if (place == 15 && ((kinds & (Word.Institution | Word.InstitutionPart | Word.Saint)) != 0 || named && u.Big) || place < 15 && place >= 4 && k - i <= 3 && u.Big && !(t.Form == Form.Upper && UpperLine(n, i))) (best, kind) = (k, place);
        }

        if (best < 0 || kind != 15 && Spreading.Eponymous(n, best)) return -1;
        if (kind == 15)
        {
            n.Mark(t.Start, n.T[best].End, PhiType.Facility, "facility-known", 0.93);
            return best;
        }

        // Two ordinary words, or a person's name, need more than to be the name of some town.
        var ordinary = 0;
        for (var k = i; k <= best; k++)
        {
            if (n.T[k].Weights.Ordinary >= 4) ordinary++;
        }

        if (ordinary == best - i + 1 && (n.Begins(i) || !n.T[i - 1].Is(Word.PlaceVerb)) || t.Is(Word.Heading | Word.Stop) || n.T[best].Is(Word.Heading | Word.EponymHead)) return -1;
        n.Mark(t.Start, n.T[best].End, PhiType.City, "city-evidence", ordinary == best - i + 1 ? 0.6 : 0.75);
        return best;
    }

    /// <summary>The weight as a place of the words from first to last.</summary>
    internal static int Phrase(Note n, int first, int last, Evidence evidence)
    {
        if (first == last) return n.T[first].Weights.Place;
        var hash = Words.Seed;
        for (var k = first; k <= last; k++)
        {
            if (k > first) hash = Words.Add(hash, ' ');
            foreach (var c in n.Text(k))
            {
                if (c != '\'') hash = Words.Add(hash, char.ToLowerInvariant(c));
            }
        }

        return evidence.Of(Words.End(hash)).Place;
    }

    internal static bool UpperLine(Note n, int i)
    {
        var (upper, all) = (0, 0);
        for (var k = Math.Max(0, i - 4); k < n.T.Length && k <= i + 4; k++)
        {
            if (k == i || !n.T[k].IsWord || n.T[k].Length < 2 || !n.SameLine(Math.Min(k, i), Math.Max(k, i))) continue;
            all++;
            if (n.T[k].Form == Form.Upper) upper++;
        }

        return all > 0 && upper * 2 > all;
    }

    private static bool Contiguous(Note n, int first, int last, bool lower)
    {
        for (var k = first; k <= last; k++)
        {
            if (!n.T[k].IsWord || !lower && !n.T[k].Big && !(k > first && k < last && n.T[k].Is(Word.Particle | Word.Stop)) || k > first && !(n.Spaced(k - 1, 1) || n.Joined(k - 1, '-') || n.Gap(k - 1).SequenceEqual(". "))) return false;
        }

        return true;
    }
}
