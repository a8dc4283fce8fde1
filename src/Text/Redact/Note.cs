namespace CodingAhead.Text.Redact;

/// <summary>A find, in UTF-16 units of the view.</summary>
internal readonly record struct Mark(int Start, int End, PhiType Type, string Rule, double Confidence);

/// <summary>A text being read by the rules: its view, its tokens, and what was found so far.</summary>
internal sealed class Note(string view, Token[] tokens)
{
    public string View { get; } = view;

    public Token[] T { get; } = tokens;

    public List<Mark> Marks { get; } = [];

    /// <summary>How the text speaks.</summary>
    public Register Register { get; } = Register.Of(tokens, view);

    /// <summary>Notes a find; what an earlier redaction left is none, and nothing is found across it.</summary>
    public void Mark(int start, int end, PhiType type, string rule, double confidence)
    {
        if (View.AsSpan(start, end - start).Contains(FoldedText.Blank)) return;
        Marks.Add(new Mark(start, end, type, rule, confidence));
    }

    /// <summary>Where the name begins that was found to end at an offset, among the latest finds; -1 when none was.</summary>
    public int Named(int end)
    {
        for (var k = Marks.Count - 1; k >= 0 && k > Marks.Count - 24; k--)
        {
            if (Marks[k].Type == PhiType.Name && Marks[k].End == end) return Marks[k].Start;
        }

        return -1;
    }

    /// <summary>The first token that ends after an offset; the number of tokens when none does.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, T.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (T[middle].End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The characters between token <paramref name="i"/> and the next; to the end of the text after the last.</summary>
    public ReadOnlySpan<char> Gap(int i) => View.AsSpan(T[i].End, (i + 1 < T.Length ? T[i + 1].Start : View.Length) - T[i].End);

    /// <summary>Whether exactly this character parts the token from the next.</summary>
    public bool Joined(int i, char c) => i >= 0 && i + 1 < T.Length && T[i + 1].Start == T[i].End + 1 && View[T[i].End] == c;

    /// <summary>Whether only blanks part the token from the next, at most <paramref name="most"/> of them and not a line's end.</summary>
    public bool Spaced(int i, int most = 2)
    {
        if (i < 0 || i + 1 >= T.Length) return false;
        var gap = Gap(i);
        return gap.Length > 0 && gap.Length <= most && gap.IndexOfAnyExcept(' ', '\t') < 0;
    }

    /// <summary>Whether blanks or one line's end part the token from the next: where a line was broken within a name.</summary>
    public bool Near(int i)
    {
        if (i < 0 || i + 1 >= T.Length) return false;
        var gap = Gap(i);
        if (gap.Length is 0 or > 40) return false;
        var lines = 0;
        foreach (var c in gap)
        {
            if (c == '\n') lines++;
            else if (c is not (' ' or '\t' or '\r')) return false;
        }

        return lines == 0 ? gap.Length <= 2 : lines == 1;
    }

    /// <summary>Whether the tokens are on one line.</summary>
    public bool SameLine(int i, int j) => i >= 0 && j < T.Length && View.AsSpan(T[i].End, T[j].Start - T[i].End).IndexOf('\n') < 0;

    public char Before(int i) => T[i].Start > 0 ? View[T[i].Start - 1] : '\n';

    public char After(int i) => T[i].End < View.Length ? View[T[i].End] : '\n';

    public char CharAt(int at) => at >= 0 && at < View.Length ? View[at] : '\n';

    public ReadOnlySpan<char> Text(int i) => View.AsSpan(T[i].Start, T[i].Length);

    public bool Equals(int i, string lower) => i >= 0 && i < T.Length && T[i].Length == lower.Length && Text(i).Equals(lower, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is one of these words, in lower case.</summary>
    public bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Equals(i, word)) return true;
        }

        return false;
    }

    public Word WordAt(int i) => i >= 0 && i < T.Length ? T[i].Word : Word.None;

    /// <summary>The value of a token of at most nine digits; -1 of any other.</summary>
    public int Number(int i)
    {
        if (i < 0 || i >= T.Length || T[i].Form != Form.Number || T[i].Length > 9) return -1;
        var value = 0;
        foreach (var c in Text(i)) value = value * 10 + (c - '0');
        return value;
    }

    public int Length(int i) => i >= 0 && i < T.Length ? T[i].Length : 0;

    public bool IsNumber(int i, int length) => i >= 0 && i < T.Length && T[i].Form == Form.Number && T[i].Length == length;

    public bool IsNumber(int i) => i >= 0 && i < T.Length && T[i].Form == Form.Number;

    /// <summary>Whether a sentence, an item or a line begins here, where any word is written with a capital.</summary>
    public bool Begins(int i)
    {
        if (i == 0 || T[i].Line || T[i - 1].Form == Form.Redacted) return true;
        for (var at = T[i].Start - 1; at >= T[i - 1].End; at--)
        {
            if (View[at] is '.' or ':' or '!' or '?' or ';') return !(View[at] == '.' && (T[i - 1].Word & (Word.Title | Word.Credential)) != 0);
        }

        return false;
    }
}
