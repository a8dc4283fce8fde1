using System.Collections.Frozen;
using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>Whom a note is about: sex and age as the request gives them, else as the note states them ("a 61-year-old woman", "61F", "3-day-old girl").</summary>
/// <param name="Sex"><c>M</c>, <c>F</c> or null.</param>
/// <param name="Days">Age in days, to the unit the note uses; null when unknown.</param>
internal readonly record struct Patient(char? Sex, int? Days)
{
    /// <summary>In the first 28 days of life (Official Guidelines I.C.16).</summary>
    public bool IsNewborn => Days is <= 28;

    /// <summary>Below 18 years.</summary>
    public bool IsChild => Days is < 18 * 365;

    /// <summary>Reads the options and the note.</summary>
    public static Patient Of(NoteOutline note, DetectOptions options)
    {
        int? days = options.Age is { } years && years > 0 ? years * 365 : null;
        var sex = options.Sex;
        for (var i = 0; i < note.Words.Count && (days is null || sex is null) && i < 400; i++)
        {
            if (days is not null && sex is not null) break;
            var (age, of, next) = AgeAt(note.Words, i);
            if (age is null) continue;
            // "Mother 33 y/o"; and what is said to be under a year is not as old as anybody in the note.
            if (options.Age == 0 && age >= 365 || i > 0 && (Kin.Contains(note.Words[i - 1].Text) || i > 1 && note.Words[i - 1].Text == "is" && note.Words[i - 2].Text is "baby" or "infant" && note.Words.Exists(w => w.Text is "lactation" or "mastitis" or "breastfeeding" or "lochia" or "postpartum")) && !note.Words[i].Has(Mark.Semicolon | Mark.Stop | Mark.Begin)) continue;
            days ??= age;
            sex ??= of ?? SexAt(note.Words, next);
            break;
        }

        return new Patient(sex, days);
    }

    private static readonly FrozenSet<string> Kin = new[] { "mother", "mom", "father", "dad", "wife", "husband", "sister", "brother", "parents" }.ToFrozenSet(StringComparer.Ordinal);

    private static (int? Days, char? Sex, int Next) AgeAt(List<NoteWord> words, int at)
    {
        var text = words[at].Text;
        // "61F", "61yo", "61yom".
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits is > 0 and < 4 && digits < text.Length && int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var joined) && joined < 115)
        {
            switch (text[digits..])
            {
                case "f" or "yof" or "yf": return (joined * 365, 'F', at + 1);
                case "m" or "yom" or "ym" when words[at].Capital || text.Length > digits + 1 || at + 1 < words.Count && words[at + 1].Text is "with" or "w" or "presents" or "here" or "who": return (joined * 365, 'M', at + 1);
                // "5d old", "3wk old".
                case "d" or "do" or "w" or "wk" or "wo" or "mo" when at + 1 < words.Count && words[at + 1].Text == "old" || text[digits..] is "mo" or "do" or "wo": return (joined * (text[digits] == 'd' ? 1 : text[digits] == 'w' ? 7 : 30), null, at + 2);
                case "yo" or "y/o" or "y" or "yr": return (joined * 365, null, at + 1);
            }
        }

        // "DOL 3", "day of life 3", "6 days of life".
        if (text == "dol" && at + 1 < words.Count && Number(words[at + 1].Text) is { } dol and <= 28) return (dol, null, at + 2);
        if (text == "day" && at + 3 < words.Count && words[at + 1].Text == "of" && words[at + 2].Text == "life" && Number(words[at + 3].Text) is { } day and <= 28) return (day, null, at + 4);
        // "DOL20", "day 2 of life".
        if (text.StartsWith("dol", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var lived) && lived <= 28) return (lived, null, at + 1);
        if (text == "day" && at + 3 < words.Count && Number(words[at + 1].Text) is { } first and <= 28 && words[at + 2].Text == "of" && words[at + 3].Text == "life") return (first, null, at + 4);
        if (Number(text) is not { } n || at + 2 >= words.Count) return (null, null, at);
        if (n <= 28 && at + 3 < words.Count && words[at + 1].Text is "day" or "days" && words[at + 2].Text == "of" && words[at + 3].Text == "life") return (n, null, at + 4);
        var unit = words[at + 1].Text switch { "year" or "years" or "yr" or "yrs" or "y" => 365, "month" or "months" or "mo" => 30, "week" or "weeks" or "wk" => 7, "day" or "days" => 1, "yo" or "y/o" => -365, _ => 0 };
        if (unit < 0) return (n * 365, null, at + 2);
        // "Age: 15 mo", "Age 54"; "38 y G3 P1".
        if (at > 0 && words[at - 1].Text == "age" && n is > 0 and < 115 && (at < 2 || words[at - 2].Text is not ("gestational" or "at" or "bone" or "maternal" or "menstrual"))) return (n * (unit == 0 ? 365 : unit), null, unit == 0 ? at + 1 : at + 2);
        if (unit == 365 && n is > 9 and < 60 && Rules.Gestation.IsGravida(words[at + 2].Text + (at + 3 < words.Count ? words[at + 3].Text : ""))) return (n * 365, 'F', at + 2);
        return unit > 0 && words[at + 2].Text is "old" or "o" && n < 115 ? (n * unit, null, at + 3) : (null, null, at);
    }

    private static char? SexAt(List<NoteWord> words, int from)
    {
        for (var i = from; i < Math.Min(words.Count, from + 6); i++)
        {
            switch (words[i].Text)
            {
                case "woman" or "female" or "girl" or "lady" or "f" or "mother" or "she" or "her": return 'F';
                case "man" or "male" or "boy" or "gentleman" or "m" or "he" or "his": return 'M';
            }
        }

        return null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Array.IndexOf(Counts, text) is var k and >= 0 ? k + 1 : null;

    private static readonly string[] Counts = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
}
