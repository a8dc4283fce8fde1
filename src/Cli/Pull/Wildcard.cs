namespace CodingAhead.Cli.Pull;

/// <summary>Patterns in which <c>*</c> stands for any run of characters, also none; letter case does not matter.</summary>
internal static class Wildcard
{
    /// <summary>Does the whole text fit the pattern? Linear in practice: only the last star is ever tried again.</summary>
    public static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int t = 0, p = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
