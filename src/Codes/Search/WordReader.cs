namespace CodingAhead.Codes.Search;

/// <summary>Reads the words of a text one by one, folded to lower case and plain letters, without allocating.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Letters of a longer word are dropped: no term of the releases has as many.</summary>
    public const int LongestWord = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;
    private int depth;
    private int length;

    /// <summary>The word just read.</summary>
    public readonly ReadOnlySpan<char> Word => buffer[..length];

    /// <summary>It stood in brackets.</summary>
    public bool Optional { get; private set; }

    /// <summary>Reads on; false at the end.</summary>
    public bool Next()
    {
        var n = 0;
        for (; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : ' ';
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (n < buffer.Length) buffer[n++] = char.ToLowerInvariant(c);
                continue;
            }

            if (c > 127 && char.IsLetter(c))
            {
                foreach (var f in Fold(c))
                {
                    if (n < buffer.Length) buffer[n++] = f;
                }

                continue;
            }

            if (c is '\'' or '\u2019')
            {
                // A possessive is not part of the word: Crohn's, Chagas'.
                if (at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]))) at++;
                else if (n > 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])) continue;
            }

            if (c == '/' && n == 1 && at + 1 < text.Length && buffer[0] is 'w' or 'd' && text[at + 1] is 'o' or 'O' or 't' or 'T'
                && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2])))
            {
                buffer[n++] = '/';
                continue;
            }

            var optional = depth > 0;
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']' && depth > 0) depth--;
            if (n == 0) continue;
            length = n;
            Optional = optional;
            at++;
            return true;
        }

        return false;
    }

    private static string Fold(char c)
    {
        switch (c)
        {
            case 'æ' or 'Æ': return "ae";
            case 'œ' or 'Œ': return "oe";
            case 'ß': return "ss";
            case 'ø' or 'Ø': return "o";
            case 'ł' or 'Ł': return "l";
        }

        // Invariant globalisation has no normalisation tables: the accented Latin letters that occur in the releases.
        const string accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿšžčćřěůńśźżőűğ";
        const string plain = "aaaaaaceeeeiiiinooooouuuuyyszccreunszzoug";
        var at = accented.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        return at >= 0 ? plain[at].ToString() : char.ToLowerInvariant(c).ToString();
    }
}
