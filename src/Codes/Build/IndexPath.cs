using System.Text;

namespace CodingAhead.Codes.Build;

/// <summary>Reads the paths of the alphabetic index ("Disease, diseased > muscle, muscular").</summary>
internal static class IndexPath
{
    /// <summary>
    /// Puts in brackets what only repeats the word before it in another form, so that its absence from a query costs nothing: "Disease (diseased) > muscle
    /// (muscular)". "Leptocytosis, hereditary" stays: the second word says something new. NEC says nothing about a condition.
    /// </summary>
    public static string VariantsInBrackets(string path)
    {
        if (!path.Contains(',', StringComparison.Ordinal) && !path.Contains(" or ", StringComparison.Ordinal) && !path.Contains("NEC", StringComparison.Ordinal)) return path;
        var result = new StringBuilder(path.Length + 8);
        foreach (var level in path.Split(" > "))
        {
            if (result.Length > 0) result.Append(" > ");
            var first = "";
            foreach (var part in level.Replace(" or ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var repeats = first.Length > 0 && !part.Contains(' ', StringComparison.Ordinal) && SameBeginning(first, part) >= 3;
                if (first.Length > 0) result.Append(' ');
                result.Append(repeats ? $"({part})" : part.EndsWith(" NEC", StringComparison.Ordinal) ? part[..^3] + "(NEC)" : part);
                if (first.Length == 0) first = part.Split(' ')[0];
            }
        }

        return result.ToString();
    }

    /// <summary>
    /// The ways to name an entry that a reference may use: the whole of it, and one form of the word at every level ("Stricture > cervix, cervical": "Stricture cervix"; "Fracture,
    /// traumatic": "Fracture").
    /// </summary>
    public static IEnumerable<string> Names(string path)
    {
        yield return path;
        if (!path.Contains(',', StringComparison.Ordinal) && !path.Contains(" or ", StringComparison.Ordinal)) yield break;
        IEnumerable<string> names = [""];
        foreach (var level in path.Split(" > "))
        {
            var forms = level.Replace(" or ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            // "Arnold-Chiari disease, obstruction or syndrome" names no obstruction, and "Neoplasm > lipomatous, benign" not what is benign.
            forms = forms.Length == 0 || forms[0].Contains(' ', StringComparison.Ordinal) ? [level] : [.. forms.Where((f, i) => i == 0 || !f.Contains(' ', StringComparison.Ordinal) && SameBeginning(forms[0], f) >= 3)];
            // "Arthritis, pyogenic or pyemic": a reference may say both.
            if (level.Contains(" or ", StringComparison.Ordinal) && !forms.Contains(level)) forms = [.. forms, level];
            names = [.. names.SelectMany(n => forms.Select(f => n + " " + f)).Take(MostNames)];
        }

        foreach (var name in names) if (name.Length > 1) yield return name[1..];
    }

    private const int MostNames = 24;

    /// <summary>How many letters two words begin with alike.</summary>
    public static int SameBeginning(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && char.ToLowerInvariant(a[n]) == char.ToLowerInvariant(b[n])) n++;
        return n;
    }
}
