using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>What follows a street until its address ends: flat, postcode, town, region, country.</summary>
internal static class AddressEnd
{
    /// <summary>What may stand between the parts of an address: blanks, line ends, commas, the marks of quoted mail.</summary>
    internal static readonly SearchValues<char> Loose = SearchValues.Create(" ,.\n\r\t>|?*-");

    private static readonly SearchValues<char> LooseOrBracket = SearchValues.Create(" ,.\n\r\t>|?*-()");

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

    // The token after a postcode that begins at i: 4 to 6 digits, 811 03, 00-549, D-50674, 1016 GV. -1 when it is none.
    internal static int Code(Note n, int i)
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

    internal static bool Townlike(Note n, int k) => n.T[k].IsWord && n.T[k].Big && n.T[k].Length > 1 && (n.T[k].Weights.Ordinary < 5 || n.T[k].Weights.Place >= 4) && !n.T[k].Is(Word.Unit | Word.Month | Word.Heading | Word.Brand | Word.Title | Word.Credential);

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
        if (k >= n.T.Length || n.Gap(town).Length > 24 || n.Gap(town).IndexOfAnyExcept(LooseOrBracket) >= 0 || n.Gap(town).Count('\n') > 3) return town;
        if (n.T[k].Form == Form.Upper && n.T[k].Length is 2 or 3 && k + 1 < n.T.Length && n.Gap(k).Length <= 16 && n.Gap(k).IndexOfAnyExcept(Loose) < 0 && (Spans(n, k + 1) >= 0 || n.IsNumber(k + 1))) k++;
        var country = Spans(n, k);
        if (country < 0) return town;
        if (country + 1 < n.T.Length && n.CharAt(n.T[country].End + 1) == '(' && n.CharAt(n.T[country + 1].End) == ')') country++;
        var last = Zip(n, country) is var zip and >= 0 ? zip : country;
        // Without a comma, a line's end or a postcode the country is not part of an address: "12 Market Street Ireland".
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.City, "address-country", 0.8);
        return last;
    }
}
