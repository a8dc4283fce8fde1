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
        // "Mrs. Miller, 94, was seen": after a name, between commas.
        var apposed = i > 0 && n.Gap(i - 1).SequenceEqual(", ") && n.CharAt(n.T[i].End) == ',' && n.Marks.Exists(m => m.Type == PhiType.Name && m.End == n.T[i - 1].End);
        if (apposed)
        {
            n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "age-90", 0.9);
            return i;
        }

        if (!old && !label || label && !years && n.Spaced(i) && n.WordAt(i + 1).HasFlag(Word.Unit)) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "age-90", 0.95);
        return i;
    }

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
        if (!(n.Gap(last).Length == 1 && n.Equals(last + 1, "year") && n.Equals(last + 2, "old") || n.Equals(last + 1, "years") && n.Equals(last + 2, "old") || n.Equals(last + 1, "years") && n.Equals(last + 2, "of") && n.Equals(last + 3, "age"))) return -1;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Age, "age-90-words", 0.9);
        return last;
    }

    private static bool One(Note n, int i) => n.Text(i).Length <= 5 && (n.Equals(i, "one") || n.Equals(i, "two") || n.Equals(i, "three") || n.Equals(i, "four") || n.Equals(i, "five") || n.Equals(i, "six") || n.Equals(i, "seven") || n.Equals(i, "eight") || n.Equals(i, "nine"));

    /// <summary>A year of birth that reveals an age over 89 at the note's own latest year: <c>born in 1921</c>.</summary>
    public static void Births(Note n, int latest)
    {
        for (var i = 1; i < n.T.Length; i++)
        {
            if (n.IsNumber(i, 4) && n.Number(i) is var year and >= 1850 && year <= latest - 90 && Dates.Birth(n, i)) n.Mark(n.T[i].Start, n.T[i].End, PhiType.Age, "year-of-birth", 0.9);
        }
    }

    /// <summary>The latest year a note names, the nearest thing to its own date; 2020 when it names none.</summary>
    public static int Latest(Note n) => Named(n) is > 0 and var year ? year : Unnamed;

    /// <summary>The year that a text without years is taken for.</summary>
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
