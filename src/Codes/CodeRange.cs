namespace CodingAhead.Codes;

/// <summary>
/// The codes of a set that begin with a text (<c>E11</c>) or lie between two beginnings, both included (<c>E08-E13</c>, <c>64633-64636</c>): how
/// coders name blocks and families. Dots and case do not matter. The default value contains every code.
/// </summary>
public readonly record struct CodeRange
{
    private readonly string? low;
    private readonly string? high;

    private CodeRange(string low, string high) => (this.low, this.high) = (low, high);

    /// <summary>True for the default value: no limit.</summary>
    public bool IsAll => string.IsNullOrEmpty(low);

    /// <summary>Reads <c>E11</c>, <c>E11.6</c>, <c>E08-E13</c> or nothing; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CodeRange range)
    {
        range = default;
        text = text.Trim();
        if (text.IsEmpty) return true;
        // A dash at the end, as the tabular list prints "E11.-", stands for whatever follows.
        if (text[^1] == '-') text = text[..^1];
        var dash = text.IndexOfAny('-', '–');
        if (!TryPlain(dash < 0 ? text : text[..dash], out var from)) return false;
        if (dash < 0)
        {
            range = new CodeRange(from, from);
            return true;
        }

        if (!TryPlain(text[(dash + 1)..], out var to) || string.CompareOrdinal(from, to) > 0 && !to.StartsWith(from, StringComparison.Ordinal)) return false;
        range = new CodeRange(from, to);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>; throws <see cref="FormatException"/>.</summary>
    public static CodeRange Parse(ReadOnlySpan<char> text) => TryParse(text, out var range) ? range : throw new FormatException("A range is the beginning of a code, or two with a dash: E11, E08-E13.");

    /// <summary>Whether a code lies in it. One letter selects the CPT codes that end with it: <c>F</c> category II, <c>T</c> category III, <c>U</c> laboratory analyses.</summary>
    public bool Contains(CodeKey key) => key.Set == CodeSet.Cpt && low is [>= 'A' and <= 'Z'] && low == high ? key.Code[^1] == low[0] : Contains(key.Code);

    /// <summary>Whether a code, written without its dot, lies in it.</summary>
    public bool Contains(ReadOnlySpan<char> code)
    {
        if (low is null or "") return true;
        return Beginning(code, low.Length).CompareTo(low, StringComparison.Ordinal) >= 0 && Beginning(code, high!.Length).CompareTo(high, StringComparison.Ordinal) <= 0;

        static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> code, int length) => code.Length > length ? code[..length] : code;
    }

    /// <summary><c>E11</c> or <c>E08-E13</c>; empty for every code.</summary>
    public override string ToString() => IsAll ? "" : low == high ? low! : $"{low}-{high}";

    private static bool TryPlain(ReadOnlySpan<char> text, out string plain)
    {
        plain = "";
        Span<char> letters = stackalloc char[8];
        var n = 0;
        foreach (var c in text.Trim())
        {
            if (c == '.') continue;
            if (n == letters.Length || !char.IsAsciiLetterOrDigit(c)) return false;
            letters[n++] = char.ToUpperInvariant(c);
        }

        plain = letters[..n].ToString();
        return n > 0;
    }
}
