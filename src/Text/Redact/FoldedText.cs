using System.Globalization;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// The text as the rules see it: full-width, accented and look-alike letters as their ASCII letter, every kind of space, dash and apostrophe as one, invisible
/// characters left out, tokens of an earlier redaction blanked. Offsets of the view are translated back, so that a span covers what is really there.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Stands where an earlier redaction put its token: no rule matches it.</summary>
    public const char Blank = '\u0001';

    private readonly int[]? map;

    private FoldedText(string view, int[]? map, int length)
    {
        View = view;
        this.map = map;
        Length = length;
    }

    /// <summary>What the rules read.</summary>
    public string View { get; }

    /// <summary>Length of the original, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>Where a span of the view begins in the original.</summary>
    public int Start(int offset) => map is null ? offset : map[offset];

    /// <summary>Where a span of the view ends in the original: after its last character and the invisible ones within.</summary>
    public int End(int offset) => map is null ? offset : offset == 0 ? 0 : offset < map.Length - 1 ? map[offset] : Length;

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string text)
    {
        if (Ascii.IsValid(text)) return new FoldedText(BlankTokens(text, null), null, text.Length);
        var view = new char[text.Length];
        var map = new int[text.Length + 1];
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] < 0x80 ? text[i] : Fold(text, i);
            if (c == '\0') continue;
            map[n] = i;
            view[n++] = c;
        }

        map[n] = text.Length;
        var same = n == text.Length;
        return new FoldedText(BlankTokens(new string(view, 0, n), null), same ? null : map[..(n + 1)], text.Length);
    }

    /// <summary>The same text as if these finds had been redacted before; ages stay, since what replaces them is an age.</summary>
    public FoldedText Without(IReadOnlyList<Mark> marks) => new(string.Create(View.Length, (View, marks), static (to, from) =>
    {
        from.View.CopyTo(to);
        foreach (var mark in from.marks)
        {
            if (mark.Type != PhiType.Age) to[mark.Start..mark.End].Fill(Blank);
        }
    }), map, Length);

    private static string BlankTokens(string view, char[]? copy)
    {
        for (var at = view.IndexOf('['); at >= 0; at = view.IndexOf('[', at + 1))
        {
            var i = at + 1;
            while (i < view.Length && i - at < 12 && view[i] is >= 'A' and <= 'Z') i++;
            if (i == at + 1 || i >= view.Length || view[i] != '-' || !PhiTypes.TryParse(view[(at + 1)..i], out _)) continue;
            var digits = ++i;
            while (i < view.Length && char.IsAsciiDigit(view[i])) i++;
            if (i == digits) continue;
            if (i < view.Length && view[i] == ':')
            {
                i++;
                while (i < view.Length && char.IsAsciiDigit(view[i])) i++;
            }

            if (i >= view.Length || view[i] != ']') continue;
            copy ??= view.ToCharArray();
            Array.Fill(copy, Blank, at, i + 1 - at);
        }

        return copy is null ? view : new string(copy);
    }

    private static char Fold(string text, int i)
    {
        var c = text[i];
        switch (c)
        {
            case '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000': return ' ';
            case '\u2028' or '\u2029' or '\u0085': return '\n';
            case '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F'): return '\0';
            case (>= '\u0300' and <= '\u036F'): return '\0';
            case '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' or '\u02BB' or '\u2032': return '\'';
            case (>= '\u2010' and <= '\u2015') or '\u2212': return '-';
            case >= '\uFF01' and <= '\uFF5E': return (char)(c - 0xFEE0);
            case >= '\uD800' and <= '\uDFFF': return c;
        }

        if (c is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF') return Latin(c);
        var twin = Twin(c);
        return twin != '\0' && Mixed(text, i) ? twin : c;
    }

    private static char Latin(char c)
    {
        var plain = c < '\u0250' ? LatinLetters[c - '\u00C0'] : LatinAdditional[c - '\u1E00'];
        return plain == '.' ? c : plain;
    }

    // The base letters of U+00C0 to U+024F and U+1E00 to U+1EFF, from their canonical decompositions, which .NET does not offer without cultures.
    private const string LatinLetters =
        "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKk.LlLlLl..LlNnNnNn.Nn" +
        "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz................E................Oo.............Uu............................AaIiOoUuUuU" +
        "uUuUu.AaAa....GgKkOoOo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................";

    private const string LatinAdditional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXx" +
        "XxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

    // Cyrillic and Greek letters that look Latin count as such only inside a word or address that has Latin letters.
    private static char Twin(char c) => c switch
    {
        'а' => 'a', 'е' => 'e', 'о' => 'o', 'р' => 'p', 'с' => 'c', 'у' => 'y', 'х' => 'x', 'і' => 'i', 'ј' => 'j', 'ѕ' => 's', 'ԁ' => 'd', 'һ' => 'h', 'ո' => 'n',
        'А' => 'A', 'В' => 'B', 'Е' => 'E', 'К' => 'K', 'М' => 'M', 'Н' => 'H', 'О' => 'O', 'Р' => 'P', 'С' => 'C', 'Т' => 'T', 'Х' => 'X', 'У' => 'Y', 'І' => 'I', 'Ј' => 'J', 'Ѕ' => 'S',
        'Α' => 'A', 'Β' => 'B', 'Ε' => 'E', 'Ζ' => 'Z', 'Η' => 'H', 'Ι' => 'I', 'Κ' => 'K', 'Μ' => 'M', 'Ν' => 'N', 'Ο' => 'O', 'Ρ' => 'P', 'Τ' => 'T', 'Υ' => 'Y', 'Χ' => 'X', 'ο' => 'o', 'ν' => 'v',
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : '\0',
    };

    private static bool Mixed(string text, int i)
    {
        if (char.IsDigit(text[i])) return true;
        for (var j = i - 1; j >= 0 && i - j < 24 && char.IsLetter(text[j]); j--)
        {
            if (char.IsAsciiLetter(text[j])) return true;
        }

        for (var j = i + 1; j < text.Length && j - i < 24 && char.IsLetter(text[j]); j++)
        {
            if (char.IsAsciiLetter(text[j])) return true;
        }

        return false;
    }
}
