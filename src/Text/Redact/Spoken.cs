namespace CodingAhead.Text.Redact;

/// <summary>Days and numbers said in words, as dictation and voicemail are written down: <c>the tenth of June</c>, <c>nine one nine, five five five, oh one eight one</c>.</summary>
internal static class Spoken
{
    private const int Tens = 32;

    // Digits are worth themselves; what is above nine is no digit, whatever it is worth.
    private static readonly Dictionary<ulong, (int Value, bool Ordinal)> Numerals = Table();

    private static Dictionary<ulong, (int Value, bool Ordinal)> Table()
    {
        var table = new Dictionary<ulong, (int, bool)>();
        string[] cardinals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        for (var k = 0; k < cardinals.Length; k++) table[Words.Hash(cardinals[k])] = (k, false);
        for (var k = 1; k < ordinals.Length; k++) table[Words.Hash(ordinals[k])] = (k, true);
        table[Words.Hash("thirtieth")] = (30, true);
        table[Words.Hash("oh")] = (0, false);
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var k = 0; k < tens.Length; k++) table[Words.Hash(tens[k])] = (Tens + k, false);
        return table;
    }

    /// <summary>Whether the token is an ordinal beside a month: <c>tenth of</c>, <c>of the tenth</c>, <c>june twenty first</c>; after may and march, which are verbs as well, only where they are names.</summary>
    public static bool Day(Note n, int i) =>
        Numerals.TryGetValue(n.T[i].Hash, out var found) && found.Ordinal && !((n.Equals(i - 1, "may") || n.Equals(i - 1, "march")) && (n.T[i - 1].Form == Form.Lower || n.Begins(i - 1)));

    private static bool Numeral(Note n, int i, out int value)
    {
        value = -1;
        if (i >= n.T.Length || !n.T[i].IsWord || !Numerals.TryGetValue(n.T[i].Hash, out var found)) return false;
        value = found.Value;
        return true;
    }

    /// <summary>A date whose month is said with its day in words, at the month: <c>june twenty first twenty twenty three</c>. Returns its last token, or -1.</summary>
    public static int Date(Note n, int month)
    {
        var last = month;
        while (last - month < 6 && n.Spaced(last, 1) && Numeral(n, last + 1, out _)) last++;
        if (last == month || !Days(n, month + 1, last)) return -1;
        // "may twenty first" with no year is rather a verb and a count.
        if (n.T[month].Form == Form.Lower && (n.Equals(month, "may") || n.Equals(month, "march")) && last - month < 3) return -1;
        n.Mark(n.T[month].Start, n.T[last].End, PhiType.Date, "date-spoken", 0.85);
        return last;
    }

    // An ordinal among the first two words: "first", "twenty first".
    private static bool Days(Note n, int first, int last) => Day(n, first) || first < last && Day(n, first + 1);

    /// <summary>A number said digit by digit, at its first word: six digits and more are somebody's number. Returns its last token, or -1.</summary>
    public static int Number(Note n, int i)
    {
        if (!Numerals.ContainsKey(n.T[i].Hash) || i > 0 && Numerals.ContainsKey(n.T[i - 1].Hash) && n.Gap(i - 1) is " " or ", ") return -1;
        var (last, single) = (i - 1, 0);
        while (Numeral(n, last + 1, out var value) && (last < i || n.Gap(last) is " " or ", " or "-") && last - i < 24)
        {
            last++;
            if (value < 10) single++;
        }

        var count = last - i + 1;
        if (Born(n, i) && count >= 3)
        {
            n.Mark(n.T[i].Start, n.T[last].End, PhiType.Date, "date-spoken", 0.85);
            return last;
        }

        // Digits that are counted or repeated as a test: "digit span five eight two".
        if (single < 6 || single * 4 < count * 3 || n.IsAny(i - 1, Tests)) return -1;
        var start = Lettered(n, i);
        n.Mark(start, n.T[last].End, start == n.T[i].Start && single is 7 or 10 or 11 ? PhiType.Phone : PhiType.Id, "number-spoken", 0.8);
        return last;
    }

    private static readonly string[] Tests = ["span", "count", "counts", "counted", "counting", "forward", "backward", "repeat", "repeated", "digits"];

    private static bool Born(Note n, int i) => n.Equals(i - 1, "birth") || n.Equals(i - 1, "dob") || n.Equals(i - 1, "birthday") || n.Equals(i - 1, "birthdate") || (n.Equals(i - 1, "is") || n.Equals(i - 1, "was")) && (n.Equals(i - 2, "birth") || n.Equals(i - 2, "birthday"));

    // "H as in Harry five five two": a letter that was spelled before the digits.
    private static int Lettered(Note n, int i)
    {
        if (i >= 4 && n.Equals(i - 3, "as") && n.Equals(i - 2, "in") && n.T[i - 4].Length == 1 && n.Spaced(i - 1)) return n.T[i - 4].Start;
        return n.T[i].Start;
    }
}
