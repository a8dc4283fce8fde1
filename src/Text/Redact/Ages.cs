namespace CodingAhead.Text.Redact;

/// <summary>Ages over 89 (C): in figures and in words.</summary>
internal static class Ages
{
    /// <summary>An age of 90 to 125 at the number <paramref name="i"/>.</summary>
    public static int At(Note n, int i)
    {
        var value = n.Number(i);
        if (n.T[i].Form == Form.Mixed)
        {
            // 93yo, 93y, 93F
            var text = n.Text(i);
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits is not (2 or 3) || !int.TryParse(text[..digits], out value) || value is < 90 or > 125) return -1;
            var rest = text[digits..];
            if (rest is "M" or "F" && Described(n, i))
            {
                n.Mark(n.T[i].Start, n.T[i].Start + digits, PhiType.Age, "age-90", 0.85);
                return i;
            }

            if (!(rest.Equals("yo", StringComparison.OrdinalIgnoreCase) || rest.Equals("yr", StringComparison.OrdinalIgnoreCase) || rest.Equals("yrs", StringComparison.OrdinalIgnoreCase) || rest.Equals("y", StringComparison.OrdinalIgnoreCase)
                || rest.Equals("yof", StringComparison.OrdinalIgnoreCase) || rest.Equals("yom", StringComparison.OrdinalIgnoreCase) || rest.Equals("year", StringComparison.OrdinalIgnoreCase))) return -1;
            n.Mark(n.T[i].Start, n.T[i].Start + digits, PhiType.Age, "age-90", 0.95);
            return i;
        }

        if (value is < 90 or > 125 || n.CharAt(n.T[i].End) == '+') return -1;
        var next = n.Gap(i);
        var years = next.Length is 1 or 2 && next.IndexOfAnyExcept(' ', '-') < 0 && (n.Equals(i + 1, "year") || n.Equals(i + 1, "years") || n.Equals(i + 1, "yr") || n.Equals(i + 1, "yrs") || n.Equals(i + 1, "yo") || n.Equals(i + 1, "y") || n.Equals(i + 1, "yof") || n.Equals(i + 1, "yom"));
        var old = years && (n.Equals(i + 1, "yo") || n.Equals(i + 1, "yof") || n.Equals(i + 1, "yom") || n.Equals(i + 2, "old") || n.Equals(i + 2, "o") || n.Equals(i + 2, "of") && n.Equals(i + 3, "age") || n.Equals(i + 2, "young"));
        var label = i > 0 && n.T[i].Start - n.T[i - 1].End <= 3 && (n.Equals(i - 1, "age") || n.Equals(i - 1, "aged") || n.Equals(i - 1, "ages") || n.Equals(i - 1, "turned") || n.Equals(i - 1, "of") && n.Equals(i - 2, "age"));
        if (Apposed(n, i) || Is(n, i) || Lived(n, i))
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "age-90", 0.9);
            return i;
        }

        if (!old && !label || label && !years && n.Spaced(i) && n.WordAt(i + 1).HasFlag(Word.Unit)) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "age-90", 0.95);
        return i;
    }

    // "Begay, 90M", "Mrs Abernethy / 95F": a name right before; 99F after "temp" is a temperature.
    private static bool Described(Note n, int i) =>
        i > 0 && n.Gap(i - 1) is " " or ", " or " / " or "/" && n.T[i - 1] is { Form: Form.Capital or Form.Upper, Length: > 1 } && !n.T[i - 1].Is(Word.Unit | Word.Heading | Word.Clinical | Word.Stop | Word.NumberLabel)
        && !n.Equals(i - 1, "temp") && !n.Equals(i - 1, "tm") && !n.Equals(i - 1, "tmax") && !n.Equals(i - 1, "tc") && !n.Equals(i - 1, "vs");

    // "Mrs. Miller, 94, was seen", "Mrs. Miller (94)": after a name, between commas or in brackets; "Grandfather alive, 94,".
    private static bool Apposed(Note n, int i)
    {
        if (i == 0) return false;
        var gap = n.Gap(i - 1);
        var after = n.CharAt(n.T[i].End);
        if (n.Equals(i - 1, "alive") || n.Equals(i - 1, "living")) return gap is ", " or " " or " at " && after is ',' or '.' or ';' or '\n' or '\r';
        return (gap is ", " && after == ',' || gap is " (" && after == ')') && (n.Named(n.T[i - 1].End) >= 0 || n.T[i - 1].Is(Word.Relation) && gap is " (");
    }

    // "died at 97", "lived to 102".
    private static bool Lived(Note n, int i) =>
        (n.Equals(i - 1, "at") && n.Equals(i - 2, "died") || n.Equals(i - 1, "to") && n.Equals(i - 2, "lived") || n.Equals(i - 1, "be") && n.Equals(i - 3, "lived"))
        && n.Spaced(i - 1, 1) && n.CharAt(n.T[i].End) != '%' && !char.IsAsciiDigit(n.CharAt(n.T[i].End + 1)) && !n.WordAt(i + 1).HasFlag(Word.Unit);

    // "she is 94.", "her mother is 97,", "says she is "about 92"", "Mrs. Ola is now 93;": a person's, and nothing counted follows.
    private static bool Is(Note n, int i)
    {
        if (n.CharAt(n.T[i].End) is not ('.' or ',' or ';' or '\n' or '\r' or '"' or ')') && !(n.Spaced(i, 1) && n.Equals(i + 1, "and") && n.WordAt(i + 2).HasFlag(Word.Said)) || char.IsAsciiDigit(n.CharAt(n.T[i].End + 1)) || i < 2 || n.Gap(i - 1).Trim(" \"") is not "" || n.Gap(i - 1).Length > 3) return false;
        var k = i - 1;
        if (n.IsAny(k, Nearly)) k--;
        if (n.Equals(k, "s") && k > 0 && n.Joined(k - 1, '\'') && (n.Equals(k - 1, "he") || n.Equals(k - 1, "she"))) return true;
        if (!n.Equals(k, "is") && !n.Equals(k, "was") || k == 0 || n.Gap(k - 1).Length != 1) return false;
        var who = k - 1;
        return n.Equals(who, "she") || n.Equals(who, "pt") || n.Equals(who, "patient") || n.Equals(who, "he") || n.Equals(who, "who") || n.T[who].Is(Word.Relation) || n.Named(n.T[who].End) >= 0;
    }

    private static readonly string[] Nearly = ["now", "about", "almost", "nearly", "only", "already", "over", "around", "currently", "approximately"];

    /// <summary>An age in words: <c>ninety-two-year-old</c>, a nonagenarian.</summary>
    public static int Words(Note n, int i)
    {
        if (n.Equals(i, "nonagenarian") || n.Equals(i, "centenarian") || n.Equals(i, "supercentenarian"))
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "age-90-words", 0.9);
            return i;
        }

        if (!n.Equals(i, "ninety")) return -1;
        var last = i;
        if (i + 1 < n.T.Length && n.Gap(i).Length == 1 && One(n, i + 1)) last++;
        // "her sister, ninety-nine, visited"
        var apposed = i > 0 && (n.Gap(i - 1) is ", " && n.CharAt(n.T[last].End) == ',' || n.Equals(i - 1, "turned") || n.Equals(i - 1, "aged"));
        if (!apposed && !(n.Gap(last).Length == 1 && n.Equals(last + 1, "year") && n.Equals(last + 2, "old") || n.Equals(last + 1, "years") && n.Equals(last + 2, "old") || n.Equals(last + 1, "years") && n.Equals(last + 2, "of") && n.Equals(last + 3, "age"))) return -1;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Age, "age-90-words", 0.9);
        return last;
    }

    private static bool One(Note n, int i) => n.Text(i).Length <= 5 && (n.Equals(i, "one") || n.Equals(i, "two") || n.Equals(i, "three") || n.Equals(i, "four") || n.Equals(i, "five") || n.Equals(i, "six") || n.Equals(i, "seven") || n.Equals(i, "eight") || n.Equals(i, "nine"));

    /// <summary>Whether an age over 89 was found.</summary>
    public static bool Said(Note n) => n.Marks.Exists(static m => m.Type == PhiType.Age);

    /// <summary>A year of birth that reveals an age over 89: <c>born in 1921</c>.</summary>
    /// <param name="n">The note.</param>
    /// <param name="reveals">The latest year that does.</param>
    public static void Births(Note n, int reveals)
    {
        for (var i = 1; i < n.T.Length; i++)
        {
            if (n.IsNumber(i, 4) && n.Number(i) is var year and >= 1850 && year <= reveals && Dates.Birth(n, i)) n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "year-of-birth", 0.9);
        }
    }

    /// <summary>The year of a day without one in a text without years; only whether it has a 29th of February matters.</summary>
    public const int Unnamed = 2020;

    /// <summary>The latest year of a part of a note; 0 when it names none.</summary>
    public static int Named(Note n)
    {
        var latest = 0;
        for (var i = 0; i < n.T.Length; i++)
        {
            if (n.T[i].Length == 4 && n.Number(i) is var year and >= 1900 and <= 2100 && year > latest) latest = year;
        }

        return latest;
    }
}
