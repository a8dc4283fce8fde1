namespace CodingAhead.Text.Redact;

/// <summary>
/// Addresses of other countries (B): a street by its kind (<c>rue des Tanneurs 18</c>, <c>ul. Polna 4</c>), by its ending (<c>Lindenstrasse 47</c>), or by the
/// postcode after it; and what follows a street until the address ends.
/// </summary>
internal static class Abroad
{
    // Endings that words for streets have, by language family. A word must be longer than its ending and be no English vocabulary.
    private static readonly string[] Endings =
    [
        "strasse", "strase", "strabe", "straat", "gasse", "platz", "allee", "damm", "ufer", "steig", "weg", "ring", "markt", "graben", "berg", "hof",           // German
        "laan", "gracht", "kade", "plein", "dijk", "singel", "steeg", "dreef",                                                                                  // Dutch
        "gata", "gatan", "gaten", "gade", "vagen", "veien", "veg", "vegen", "vej", "vei", "alle", "stien", "bakken", "torget", "torg", "vangen", "stigen", "gränd", "grand",   // Scandinavian
        "katu", "tie", "kuja", "polku", "tanav", "pold", "kaari",                                                                                              // Finnish, Estonian
        "utca", "korut", "koz", "setany",                                                                                                                       // Hungarian
        "gotu", "gata", "braut", "vegur", "stigur",                                                                                                             // Icelandic
    ];

    /// <summary>A street whose kind stands first, at the kind: <c>Via Roma 3</c>, <c>12, rue de Lille</c>.</summary>
    public static int Kind(Note n, int i)
    {
        var first = i + 1;
        if (first >= n.T.Length || !(n.Spaced(i, 1) || n.Gap(i).SequenceEqual(". "))) return -1;
        var flat = n.Register.Flat;
        // RUE is the right upper extremity; an ICP catheter may be a Camino.
        if (n.T[i].Form == Form.Upper && !Places.UpperLine(n, i)) return -1;
        var last = i;
        var named = false;
        for (var k = first; k < n.T.Length && k - i <= 6; k++)
        {
            var gap = n.Gap(k - 1);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(". ") && (k == first || n.T[k - 1].Length <= 3) || gap.SequenceEqual("-") || gap.SequenceEqual("'"))) break;
            ref readonly var t = ref n.T[k];
            if (!t.IsWord || t.Is(Word.Suite) && !t.Is(Word.StreetSuffix)) break;
            var link = t.Is(Word.Particle | Word.StreetKind) || t.Length <= 2 || n.Equals(k, "des") || n.Equals(k, "degli") || n.Equals(k, "dei") || n.Equals(k, "d");
            if (!t.Big && !link && !flat) break;
            if (!link) named = t.Form != Form.Upper || n.T[i].Form == Form.Upper;
            last = k;
        }

        while (last > i && n.T[last].Form == Form.Lower && !flat) last--;
        if (last == i) return -1;
        var start = Numbers(n, i);
        var housed = start < i;
        if (House(n, last) is var house and >= 0)
        {
            housed = true;
            last = house;
        }

        // Without a number it takes a kind that English has not, and a name after it.
        if (!housed && !(named && n.T[i].Is(Word.StreetKind) && !n.T[i].Is(Word.StreetSuffix | Word.Stop) && n.T[i].Length >= 3 && n.T[i].Weights.Ordinary < 5)) return -1;
        if (n.T[i].Form == Form.Lower && n.T[i].Is(Word.Stop) && !flat) return -1;
        return Marked(n, start, last, 0.85);
    }

    /// <summary>A street by its ending, with its number: <c>Alte Lindenstrasse 47</c>. Called at the word before a number, or after one.</summary>
    public static int Ending(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Length < 6 || !t.Big && !n.Register.Flat || t.Weights.Ordinary >= 3 || t.Is(Word.Brand | Word.Month)) return -1;
        var house = House(n, i);
        var start = Numbers(n, i);
        if (house < 0 && start == i || !Ends(n.Text(i))) return -1;
        while (start == i && i > 0 && start > 0 && n.Spaced(start - 1, 1) && n.T[start - 1].Form == Form.Capital && !n.T[start - 1].Is(Word.Title | Word.Stop | Word.Heading | Word.PersonLabel) && i - start < 2) start--;
        if (start < i) start = Numbers(n, start);
        return Marked(n, start, Math.Max(house, i), 0.85);
    }

    /// <summary>A street's kind as a word of its own after the name: <c>Kossuth Lajos utca 12</c>. Called at the kind.</summary>
    public static int Tail(Note n, int i)
    {
        var house = House(n, i);
        if (house < 0) return -1;
        var first = i;
        while (first > 0 && i - first < 4 && n.Spaced(first - 1, 1) && n.T[first - 1].IsWord && n.T[first - 1].Form == Form.Capital && !n.T[first - 1].Is(Word.Stop | Word.Heading)) first--;
        return first == i || n.T[first].Weights.Ordinary >= 5 && first == i - 1 ? -1 : Marked(n, Numbers(n, first), house, 0.8);
    }

    /// <summary>
    /// In a text that is not clinical, words with capitals between or before numbers, where an address may end: <c>31401 Arenales 94</c>. Called at the last number.
    /// </summary>
    public static int Numbered(Note n, int i)
    {
        if (!n.Register.General || i == 0 || n.T[i].Length > 5 || n.CharAt(n.T[i].End) is '%' or ':' or '/' || n.Before(i) is '#' or '$') return -1;
        var (first, known, big, capital) = (i, false, 0, 0);
        for (var k = i - 1; k >= 0 && i - k <= 6; k--)
        {
            var gap = n.Gap(k);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(". ") && n.T[k].Length <= 4 || gap.SequenceEqual("-") || gap.SequenceEqual("'"))) break;
            ref readonly var t = ref n.T[k];
            if (!t.IsWord || t.Is(Word.Suite | Word.PhoneLabel | Word.Month | Word.Weekday)) break;
            var link = t.Form == Form.Lower && (t.Is(Word.Particle) || t.Length <= 2 && gap[0] == '.' || t.Is(Word.StreetKind | Word.StreetSuffix) || Ends(n.Text(k)));
            if (!t.Big && !link && !(n.Register.Flat && t.Weights.Ordinary < 3 && !t.Is(Word.Stop))) break;
            // C. Beerninckstraat 88
            if (t.Is(Word.Stop) && k == i - 1 || t.Is(Word.Stop) && n.Begins(k)) break;
            known |= t.Weights.Ordinary < 4 && t.Length > 2 || t.Is(Word.StreetKind);
            if (!link) big++;
            if (t.Form == Form.Capital) capital++;
            first = k;
        }

        if (first == i || big == 0) return -1;
        var start = Numbers(n, first);
        if (start == first && (!known || capital == 0 && !n.Register.Flat)) return -1;
        var c = n.CharAt(n.T[i].End);
        if (c == '.' && char.IsAsciiDigit(n.CharAt(n.T[i].End + 1)) || n.T[first].Form == Form.Upper && n.T[first].Length <= 4 && first == i - 1) return -1;
        var year = n.IsNumber(i, 4) && n.Number(i) is >= 1900 and <= 2030;
        var ended = c is ',' or '\n' or '\r' or '.' or '?' or ';' || i + 1 >= n.T.Length || n.WordAt(i + 1).HasFlag(Word.Suite) || n.Equals(i + 1, "and") || n.WordAt(i + 1).HasFlag(Word.StreetSuffix) || start < first;
        if (!ended || year && start == first) return -1;
        return Marked(n, start, i, 0.65);
    }

    /// <summary>A postcode and a town after a comma or a line's end, at the number; and the street with its number before them.</summary>
    public static int Postcode(Note n, int i)
    {
        if (i == 0 || n.T[i].Length is < 2 or > 6) return -1;
        var gap = n.Gap(i - 1);
        if (!(gap.SequenceEqual(", ") || gap.Contains('\n') && gap.Length < 24 && gap.IndexOfAnyExcept(Loose) < 0)) return -1;
        var town = Code(n, i);
        if (town < 0 || !Townlike(n, town)) return -1;
        // What stands before is a house's number with the name of a street, or was found as a street.
        var number = i - 1;
        if (n.T[number].Length > 5 || n.T[number].Form is not (Form.Number or Form.Mixed)) return -1;
        var first = number;
        while (first > 0 && number - first < 4 && n.Spaced(first - 1, 1) && n.T[first - 1].IsWord && n.T[first - 1].Form == Form.Capital && !n.T[first - 1].Is(Word.Stop)) first--;
        if (first == number) return -1;
        if (number - first == 1 && n.T[first].Weights.Ordinary >= 5) return -1;
        if (n.T[first].Is(Word.Month | Word.Title) && number - first == 1) return -1;
        n.Mark(n.T[first].Start, n.T[number].End, PhiType.Street, "street-postcode", 0.8);
        return Onward(n, number);
    }

    /// <summary>A British or Canadian postcode, whose form nothing else has: <c>CF83 1XY</c>, <c>G8Y 2M4</c>; and a Dutch one: <c>1016 GV</c>. Its town stands before or after.</summary>
    public static int Lettered(Note n, int i)
    {
        if (!n.Spaced(i, 1) || i + 1 >= n.T.Length || n.Before(i) is '-' or '/') return -1;
        var a = n.Text(i);
        var b = n.Text(i + 1);
        var dutch = false;
        if (!(British(a, b) || Shape(a, "A9A") && Shape(b, "9A9")))
        {
            dutch = n.IsNumber(i, 4) && Shape(b, "AA") && n.Spaced(i + 1, 2) && i + 2 < n.T.Length && n.T[i + 2].Form == Form.Capital && !n.T[i + 1].Is(Word.StateCode | Word.Unit | Word.Credential) && (n.T[i + 2].Weights.Place >= 4 || n.T[i + 2].Weights.Packed == 0);
            if (!dutch) return -1;
        }
        else if (n.T[i + 1].Length == 3 && (n.T[i + 1].Is(Word.Unit) || n.View.AsSpan(n.T[i + 1].Start + 1, 2) is "ST" or "ND" or "RD" or "TH" or "HR" or "WK" or "YR" or "LB" or "GY")) return -1;

        n.Mark(n.T[i].Start, n.T[i + 1].End, PhiType.Zip, "postcode", 0.9);
        if (dutch)
        {
            n.Mark(n.T[i + 2].Start, n.T[i + 2].End, PhiType.City, "city-postcode", 0.85);
            return i + 2;
        }

        var last = i - 1;
        if (last >= 0 && n.T[last].Is(Word.StateCode) && n.T[last].Form == Form.Upper || last >= 0 && n.Equals(last, "on") && n.T[last].Form == Form.Upper || last >= 0 && n.T[last].Form == Form.Upper && n.T[last].Length == 2) last--;
        if (last < 0 || n.T[last].Form is Form.Number or Form.Mixed or Form.Lower || n.Gap(last).IndexOfAnyExcept(Loose) >= 0) return i + 1;
        var first = last;
        while (first > 0 && last - first < 3 && (n.Spaced(first - 1, 1) || n.Joined(first - 1, '-')) && n.T[first - 1].IsWord && n.T[first - 1].Big) first--;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "city-postcode", 0.8);
        return i + 1;
    }

    /// <summary>What follows a street until its address ends: flats, postcode, town, country. Returns the last token it covers.</summary>
    public static int Onward(Note n, int street, int depth = 0)
    {
        var last = street;
        for (var steps = 0; steps < 3 && Places.Unit(n, last) is var unit && unit > last; steps++) last = unit;
        if (last > street) n.Mark(n.T[street + 1].Start, n.T[last].End, PhiType.Street, "street-unit", 0.85);
        var next = last + 1;
        if (next >= n.T.Length || n.Gap(last).Length > 24 || n.Gap(last).IndexOfAnyExcept(Loose) >= 0 || n.Gap(last).Count('\n') > 2) return last;
        var comma = n.Gap(last).IndexOfAny(',', '\n') >= 0;
        if (comma && n.T[next].Form is Form.Number or Form.Mixed && Code(n, next) is var town and >= 0 && (Townlike(n, town) || n.Register.Flat && n.T[town].IsWord))
        {
            n.Mark(n.T[next].Start, n.T[town - 1].End, PhiType.Zip, "postcode", 0.85);
            var end = Town(n, town);
            n.Mark(n.T[town].Start, n.T[end].End, PhiType.City, "city-postcode", 0.85);
            return Country(n, end, next);
        }

        // Town, then a code, a country or both: each confirms the other.
        if (!n.T[next].IsWord || !n.T[next].Big && !n.Register.Flat || n.T[next].Is(Word.Stop | Word.Heading | Word.PhoneLabel | Word.PersonLabel) && !(n.T[next].Weights.Place >= 4 && n.T[next].Big)) return last;
        if (n.T[next].Is(Word.Country)) return Country(n, last, next);
        var close = Town(n, next);
        var after = Country(n, close, next);
        if (after > close)
        {
            n.Mark(n.T[next].Start, n.T[close].End, PhiType.City, "city-address", 0.85);
            return after;
        }

        // "Cleveland, OH 44101" is found at the state.
        if (close + 1 < n.T.Length && n.Gap(close).Length <= 3 && (n.T[close + 1].Is(Word.StateCode) && n.T[close + 1].Form == Form.Upper || n.T[close + 1].Is(Word.State))) return last;
        if (n.Register.General && (n.T[next].Form is Form.Capital or Form.Upper || n.Register.Flat) && !n.T[next].Is(Word.StreetSuffix) && (Townlike(n, next) || n.Register.Flat && n.T[next].Weights.Ordinary < 4))
        {
            // A region's code and a postcode may follow: "Gossau, nan 65662".
            var end = close;
            if (Zip(n, end) is var near and >= 0) end = near;
            else if (end + 2 < n.T.Length && n.T[end + 1].Length is 2 or 3 && n.T[end + 1].IsWord && n.Gap(end).Length <= 4 && n.Gap(end).IndexOfAnyExcept(Loose) < 0 && Zip(n, end + 1) is var far and >= 0) end = far;
            n.Mark(n.T[next].Start, n.T[end].End, PhiType.City, "city-address", 0.65);
            return depth < 3 ? Onward(n, end, depth + 1) : end;
        }

        if (comma && Zip(n, close) >= 0)
        {
            n.Mark(n.T[next].Start, n.T[close].End, PhiType.City, "city-address", 0.85);
            n.Mark(n.T[close + 1].Start, n.T[Zip(n, close)].End, PhiType.Zip, "postcode", 0.85);
            return Zip(n, close);
        }

        return last;
    }

    /// <summary><c>the corner of Fifth and Alder</c>, at the word corner.</summary>
    public static int Corner(Note n, int i)
    {
        if (!n.Equals(i + 1, "of") || !n.Spaced(i, 1) || !n.Spaced(i + 1, 1)) return -1;
        var (last, both) = (-1, false);
        for (var k = i + 2; k < n.T.Length && k - i < 14; k++)
        {
            var gap = n.Gap(k - 1);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(". ") && n.T[k - 1].Length <= 3 || gap.SequenceEqual("-"))) break;
            ref readonly var t = ref n.T[k];
            var link = n.Equals(k, "and") || t.Is(Word.Particle) || n.Equals(k, "the");
            if (n.Equals(k, "and")) both = true;
            if (!t.Big && t.IsWord && !link && !(n.Register.Flat && n.Register.General && k - i < 8)) break;
            if (!link) last = k;
        }

        if (last < 0 || !both) return -1;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Street, "street-corner", 0.8);
        return last;
    }

    /// <summary>Military post (USPS Publication 28, 225.1): <c>PSC 12, Box 34, APO AE 09012</c>, at APO, FPO or DPO.</summary>
    public static int Military(Note n, int i)
    {
        if (!(n.Equals(i + 1, "aa") || n.Equals(i + 1, "ae") || n.Equals(i + 1, "ap")) || !n.IsNumber(i + 2, 5)) return -1;
        var first = i;
        // Its first line: PSC 12, Box 34; Unit 12 Box 34; USS Name.
        for (var k = i - 1; k >= 0 && i - k <= 5; k--)
        {
            if (n.Gap(k).IndexOfAnyExcept(Loose) >= 0 || n.Gap(k).Count('\n') > 1 || k < i - 1 && n.Gap(k).Contains('\n')) break;
            if (n.Equals(k, "psc") || n.Equals(k, "unit") || n.Equals(k, "cmr") || n.T[k].Length is 3 or 4 or 5 && n.Text(k).StartsWith("us", StringComparison.OrdinalIgnoreCase) && n.T[k].IsWord)
            {
                first = k;
                break;
            }
        }

        n.Mark(n.T[first].Start, n.T[i + 2].End, PhiType.Street, "po-military", 0.95);
        return i + 2;
    }

    private const string Loose = " ,.\n\r\t>|?*-";

    // The street from its house number or first word to its last token; then what follows.
    private static int Marked(Note n, int first, int last, double confidence)
    {
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Street, "street-abroad", confidence);
        return Onward(n, last);
    }

    /// <summary>The first of up to two numbers before a street: <c>18 bis, rue</c>, <c>29 Via</c>.</summary>
    internal static int Numbers(Note n, int i)
    {
        var first = i;
        for (var k = i - 1; k >= 0 && i - k <= 3; k--)
        {
            var gap = n.Gap(k);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual(", ") && k == i - 1 || gap.SequenceEqual("-") && n.T[k].Form == Form.Number)) break;
            if (n.Equals(k, "bis") || n.Equals(k, "ter")) continue;
            if (!(n.T[k].Form is Form.Number or Form.Mixed) || n.T[k].Length > 6 || n.Before(k) is '/' or '.' || n.Before(k) == '-' && n.T[k].Form == Form.Mixed || gap.Contains(',') && n.T[k].Length > 4) break;
            first = k;
        }

        return first;
    }

    // The house number after a street: 47, 47a, 24/26, 8, 3.
    private static int House(Note n, int last)
    {
        var k = last + 1;
        if (k >= n.T.Length || !(n.Spaced(last, 1) || n.Gap(last).SequenceEqual(", ")) || n.T[k].Length > 5 || n.T[k].Form is not (Form.Number or Form.Mixed) || !char.IsAsciiDigit(n.View[n.T[k].Start])) return -1;
        if (n.Gap(last).Contains(',') && (n.T[k].Length > 3 || n.WordAt(k + 1).HasFlag(Word.Unit))) return -1;
        if (n.CharAt(n.T[k].End) is '%' or ':' || n.CharAt(n.T[k].End) == '.' && char.IsAsciiDigit(n.CharAt(n.T[k].End + 1))) return -1;
        if ((n.Joined(k, '/') || n.Joined(k, '-')) && k + 1 < n.T.Length && n.T[k + 1].Length <= 4 && n.T[k + 1].Form is Form.Number or Form.Mixed && !n.Joined(k + 1, '/')) return k + 1;
        return k;
    }

    private static bool Ends(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + (ending.Length > 4 ? 1 : 3) && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // The token after a postcode that begins at i: 4 to 6 digits, 811 03, 00-549, D-50674, 1016 GV. -1 when it is none.
    private static int Code(Note n, int i)
    {
        var k = i;
        if (n.T[k].Form == Form.Upper && n.T[k].Length <= 2 && n.Joined(k, '-')) k++;
        if (!n.IsNumber(k)) return -1;
        if (n.T[k].Length == 3 && n.IsNumber(k + 1, 2) && n.Joined(k, ' ') || n.T[k].Length == 2 && n.IsNumber(k + 1, 3) && n.Joined(k, '-') || n.T[k].Length == 5 && n.IsNumber(k + 1, 3) && n.Joined(k, '-') || n.T[k].Length == 4 && n.IsNumber(k + 1, 3) && n.Joined(k, '-')) k++;
        else if (n.T[k].Length is < 4 or > 6) return -1;
        if (!n.Spaced(k, 2) || k + 1 >= n.T.Length) return -1;
        if (n.T[k].Length == 4 && n.T[k + 1] is { Form: Form.Upper, Length: 2 } && n.Spaced(k + 1, 2) && k + 2 < n.T.Length && n.T[k + 2].IsWord && n.T[k + 2].Big) k++;
        return k + 1;
    }

    private static bool Townlike(Note n, int k) => n.T[k].IsWord && n.T[k].Big && n.T[k].Length > 1 && (n.T[k].Weights.Ordinary < 5 || n.T[k].Weights.Place >= 4) && !n.T[k].Is(Word.Unit | Word.Month | Word.Heading | Word.Brand | Word.Title | Word.Credential);

    // The last word of a town that begins at k: words with capitals, particles between.
    private static int Town(Note n, int k)
    {
        var last = k;
        for (var j = k + 1; j < n.T.Length && j - k < 6; j++)
        {
            var gap = n.Gap(j - 1);
            if (!(gap.SequenceEqual(" ") || gap.SequenceEqual("-") || gap.SequenceEqual("'") || gap.SequenceEqual(". ") && n.T[j - 1].Length <= 2 || gap.SequenceEqual(" (") || gap.SequenceEqual("/"))) break;
            ref readonly var t = ref n.T[j];
            if (!t.IsWord || t.Is(Word.Country | Word.PhoneLabel) || Spans(n, j) > j) break;
            if (t.Big) last = j;
            else if (!(t.Is(Word.Particle | Word.Stop) || n.Register.Flat && t.Weights.Ordinary < 4)) break;
            else if (n.Register.Flat && !t.Is(Word.Stop)) last = j;
        }

        return last;
    }

    // Countries of two words: United Kingdom, South Africa, Czech Republic.
    private static int Spans(Note n, int k)
    {
        if (k >= n.T.Length) return -1;
        var two = (n.Equals(k, "united") || n.Equals(k, "south") || n.Equals(k, "north") || n.Equals(k, "new") || n.Equals(k, "costa") || n.Equals(k, "el") || n.Equals(k, "sri") || n.Equals(k, "saudi")) && n.Spaced(k, 1)
            && (n.Equals(k + 1, "kingdom") || n.Equals(k + 1, "states") || n.Equals(k + 1, "africa") || n.Equals(k + 1, "korea") || n.Equals(k + 1, "zealand") || n.Equals(k + 1, "rica") || n.Equals(k + 1, "salvador") || n.Equals(k + 1, "lanka") || n.Equals(k + 1, "arabia"))
            || (n.Equals(k, "czech") || n.Equals(k, "dominican")) && n.Equals(k + 1, "republic");
        return two ? k + 1 : n.T[k].Is(Word.Country) ? k : -1;
    }

    private static int Zip(Note n, int last) =>
        last + 1 < n.T.Length && n.Gap(last).Length <= 4 && n.Gap(last).IndexOfAnyExcept(Loose) < 0 && n.IsNumber(last + 1) && n.T[last + 1].Length is >= 4 and <= 6 && n.CharAt(n.T[last + 1].End) is '\n' or '\r' or '.' or ',' or ' ' or ')' or '?' && !n.WordAt(last + 2).HasFlag(Word.Unit) ? last + 1 : -1;

    // A region's code, a country and a postcode after a town; the country of an address goes with it.
    private static int Country(Note n, int town, int first)
    {
        var k = town + 1;
        if (k >= n.T.Length || n.Gap(town).Length > 24 || n.Gap(town).IndexOfAnyExcept(Loose + "()") >= 0 || n.Gap(town).Count('\n') > 3) return town;
        if (n.T[k].Form == Form.Upper && n.T[k].Length is 2 or 3 && k + 1 < n.T.Length && n.Gap(k).Length <= 16 && n.Gap(k).IndexOfAnyExcept(Loose) < 0 && (Spans(n, k + 1) >= 0 || n.IsNumber(k + 1))) k++;
        var country = Spans(n, k);
        if (country < 0) return town;
        if (country + 1 < n.T.Length && n.CharAt(n.T[country].End + 1) == '(' && n.CharAt(n.T[country + 1].End) == ')') country++;
        var last = Zip(n, country) is var zip and >= 0 ? zip : country;
        // Without a comma, a line's end or a postcode the country is not part of an address: "12 Market Street Ireland".
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "address-country", 0.8);
        return last;
    }

    // AN NAA, ANN NAA, AAN NAA, AANN NAA, ANA NAA, AANA NAA; the last two letters are never C I K M O V (Royal Mail's rule).
    private static bool British(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        Shape(b, "9AA") && b[1..].IndexOfAny("CIKMOV") < 0 && (Shape(a, "A9") || Shape(a, "A99") || Shape(a, "AA9") || Shape(a, "AA99") || Shape(a, "A9A") || Shape(a, "AA9A"));

    private static bool Shape(ReadOnlySpan<char> text, string shape)
    {
        if (text.Length != shape.Length) return false;
        for (var k = 0; k < text.Length; k++)
        {
            if (shape[k] == '9' ? !char.IsAsciiDigit(text[k]) : text[k] is < 'A' or > 'Z') return false;
        }

        return true;
    }
}
