using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Addresses of other countries (B): a street by its kind (<c>rue des Tanneurs 18</c>, <c>ul. Polna 4</c>), by its ending (<c>Lindenstrasse 47</c>), or by the
/// postcode after it; and what follows a street until the address ends.
/// </summary>
internal static class Abroad
{
    private static readonly SearchValues<char> NeverInward = SearchValues.Create("CIKMOV");

    // Endings that words for streets have, by language family. A word must be longer than its ending and be no English vocabulary.
    private static readonly string[] Endings =
    [
        "strasse", "strase", "straat", "gasse", "platz", "allee", "damm", "ufer", "steig", "weg", "ring", "markt", "graben", "berg", "hof",           // German
        "laan", "gracht", "kade", "plein", "dijk", "singel", "steeg", "dreef",                                                                                  // Dutch
        "gata", "gatan", "gaten", "gade", "vagen", "veien", "veg", "vegen", "vej", "vei", "alle", "stien", "bakken", "torget", "torg", "vangen", "stigen", "grand",   // Scandinavian
        "katu", "tie", "kuja", "polku", "tanav", "pold", "kaari",                                                                                              // Finnish, Estonian
        "utca", "korut", "koz", "setany",                                                                                                                       // Hungarian
        "gotu", "braut", "vegur", "stigur",                                                                                                             // Icelandic
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
        if (!(gap.SequenceEqual(", ") || gap.Contains('\n') && gap.Length < 24 && gap.IndexOfAnyExcept(AddressEnd.Loose) < 0)) return -1;
        var town = AddressEnd.Code(n, i);
        if (town < 0 || !AddressEnd.Townlike(n, town)) return -1;
        // What stands before is a house's number with the name of a street, or was found as a street.
        var number = i - 1;
        if (n.T[number].Length > 5 || n.T[number].Form is not (Form.Number or Form.Mixed)) return -1;
        var first = number;
        while (first > 0 && number - first < 4 && n.Spaced(first - 1, 1) && n.T[first - 1].IsWord && n.T[first - 1].Form == Form.Capital && !n.T[first - 1].Is(Word.Stop)) first--;
        if (first == number) return -1;
        if (number - first == 1 && n.T[first].Weights.Ordinary >= 5) return -1;
        if (n.T[first].Is(Word.Month | Word.Title) && number - first == 1) return -1;
        n.Mark(n.T[first].Start, n.T[number].End, PhiType.Street, "street-postcode", 0.8);
        return AddressEnd.Onward(n, number);
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
        if (last < 0 || n.T[last].Form is Form.Number or Form.Mixed or Form.Lower || n.Gap(last).IndexOfAnyExcept(AddressEnd.Loose) >= 0) return i + 1;
        var first = last;
        while (first > 0 && last - first < 3 && (n.Spaced(first - 1, 1) || n.Joined(first - 1, '-')) && n.T[first - 1].IsWord && n.T[first - 1].Big) first--;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "city-postcode", 0.8);
        return i + 1;
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
            if (n.Gap(k).IndexOfAnyExcept(AddressEnd.Loose) >= 0 || n.Gap(k).Count('\n') > 1 || k < i - 1 && n.Gap(k).Contains('\n')) break;
            if (n.Equals(k, "psc") || n.Equals(k, "unit") || n.Equals(k, "cmr") || n.T[k].Length is 3 or 4 or 5 && n.Text(k).StartsWith("us", StringComparison.OrdinalIgnoreCase) && n.T[k].IsWord)
            {
                first = k;
                break;
            }
        }

        n.Mark(n.T[first].Start, n.T[i + 2].End, PhiType.Street, "po-military", 0.95);
        return i + 2;
    }

    // The street from its house number or first word to its last token; then what follows.
    private static int Marked(Note n, int first, int last, double confidence)
    {
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Street, "street-abroad", confidence);
        return AddressEnd.Onward(n, last);
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

    // AN NAA, ANN NAA, AAN NAA, AANN NAA, ANA NAA, AANA NAA; the last two letters are never C I K M O V (Royal Mail's rule).
    private static bool British(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        Shape(b, "9AA") && b[1..].IndexOfAny(NeverInward) < 0 && (Shape(a, "A9") || Shape(a, "A99") || Shape(a, "AA9") || Shape(a, "AA99") || Shape(a, "A9A") || Shape(a, "AA9A"));

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
