namespace CodingAhead.Text.Redact;

/// <summary>Telephone, pager and fax (D, E): ten digits in every grouping, seven digits, extensions, short numbers after a label, international numbers.</summary>
internal static class Phones
{
    /// <summary>A number that begins at token <paramref name="i"/>. Returns the last token it covers, or -1.</summary>
    public static int At(Note n, int i)
    {
        var j = i;
        var start = n.T[i].Start;
        // A country's code, +1 or 1-.
        if (n.Before(i) == '+')
        {
            if (International(n, i) is var last and >= 0 && !(n.Number(i) == 1)) return last;
            start--;
            if (n.Number(i) == 1 && Step(n, i)) j = i + 1;
        }
        else if (n.Number(i) == 1 && n.T[i].Length == 1 && n.Joined(i, '-') && n.IsNumber(i + 1, 3) && n.IsNumber(i + 2, 3) && n.Joined(i + 2, '-')) j = i + 1;
        else if (n.Number(i) == 1 && n.T[i].Length == 1 && (n.Joined(i, '-') || n.Joined(i, '.') || n.Spaced(i, 1) || n.Gap(i).SequenceEqual(" (") || n.Gap(i).SequenceEqual("-(")) && n.IsNumber(i + 1, 3) && n.IsNumber(i + 2, 3) && n.IsNumber(i + 3, 4)) j = i + 1;

        if (n.Before(j) == '(' && start == n.T[j].Start) start--;
        if (n.IsNumber(j, 3) && n.IsNumber(j + 1, 3) && Extended(n, j + 2) && Step(n, j) && Step(n, j + 1)) return Found(n, start, j + 2, 0.97, "phone");
        // 1-800-555-FEET
        if (n.Number(j - 1) == 1 && n.IsNumber(j, 3) && n.IsNumber(j + 1, 3) && n.Joined(j, '-') && n.Joined(j + 1, '-') && n.T[j + 2] is { Form: Form.Upper, Length: 4 }) return Found(n, start, j + 2, 0.9, "phone");
        if (n.IsNumber(j, 3) && n.IsNumber(j + 1, 3) && n.IsNumber(j + 2, 4) && Step(n, j) && Step(n, j + 1)) return Found(n, start, j + 2, 0.97, "phone");
        if (n.IsNumber(j, 3) && n.IsNumber(j + 1, 7) && Step(n, j)) return Found(n, start, j + 1, 0.9, "phone");
        if (n.IsNumber(j, 10) && n.View[n.T[j].Start] is >= '2' and <= '9') return Found(n, start, j, n.Before(j) == '+' ? 0.9 : 0.8, "phone");
        if (n.IsNumber(j, 11) && n.View[n.T[j].Start] == '1') return Found(n, start, j, 0.85, "phone");
        if (n.IsNumber(j, 6) && n.IsNumber(j + 1, 4) && n.Joined(j, '-')) return Found(n, start, j + 1, 0.8, "phone");
        if (j == i && n.IsNumber(i, 3) && n.IsNumber(i + 1, 4) && (n.Joined(i, '-') || (n.Joined(i, '.') || n.Spaced(i, 1)) && Label(n, i) != Word.None) && n.View[n.T[i].Start] is >= '2' and <= '9' && n.Before(i) is not ('-' or '/' or '.' or '$'))
        {
            if (n.CharAt(n.T[i + 1].End) is '/' or '%' || n.Joined(i + 1, '-') || n.Spaced(i + 1) && n.WordAt(i + 2).HasFlag(Word.Unit)) return -1;
            return Found(n, start, i + 1, Label(n, i) != Word.None ? 0.95 : 0.65, "phone-7");
        }

        return -1;
    }

    /// <summary>A short number after a pager's or telephone's label, such as <c>Pager 4711</c> or <c>called #2609</c>.</summary>
    public static int Short(Note n, int i)
    {
        if (!n.IsNumber(i) || n.T[i].Length is < 3 or > 7 || i == 0 || n.Number(i) is 911 or 988) return -1;
        var before = n.WordAt(i - 1);
        var gap = n.Gap(i - 1);
        if (n.Before(i) == '#' && n.T[i].Length is 4 or 5 && !before.HasFlag(Word.PhoneLabel) && Label(n, i) != Word.None) return Found(n, n.T[i].Start - 1, i, 0.8, "pager");
        if (!before.HasFlag(Word.PhoneLabel) && !before.HasFlag(Word.FaxLabel)) return Extension(n, i);
        if (gap.Length > 4 || gap.Contains('\n') || n.CharAt(n.T[i].End) is '/' or '%' || n.Spaced(i) && n.WordAt(i + 1).HasFlag(Word.Unit)) return -1;
        if (n.T[i].Length == 4 && n.Number(i) is >= 1900 and <= 2100 && !gap.Contains('#') && !gap.Contains(':') && !n.Equals(i - 1, "pager")) return -1;
        if (n.Equals(i - 1, "number") || n.Equals(i - 1, "contact") || n.Equals(i - 1, "home") || n.Equals(i - 1, "work") || n.Equals(i - 1, "office") || n.Equals(i - 1, "cell") || n.Equals(i - 1, "reached") || n.Equals(i - 1, "mobile")) return -1;
        if (n.CharAt(n.T[i].End) is '-' or '.' && char.IsAsciiDigit(n.CharAt(n.T[i].End + 1))) return -1;
        return Found(n, n.Before(i) == '#' ? n.T[i].Start - 1 : n.T[i].Start, i, 0.85, "pager");
    }

    /// <summary>
    /// A number of another country, in groups: after a label, with a leading nought, or, in a text that is not clinical, by its three groups alone.
    /// </summary>
    public static int Grouped(Note n, int i)
    {
        if (n.T[i].Length > 6 || n.Before(i) is '/' or '.' or '-' or '$' or ':') return -1;
        var (digits, j) = (n.T[i].Length, i);
        if (n.Register.General && i > 0 && n.IsNumber(i - 1) && n.Spaced(i - 1, 1)) return -1;
        while (j + 1 < n.T.Length && j - i < 5 && n.IsNumber(j + 1) && n.T[j + 1].Length <= 8 && (Step(n, j) || n.Gap(j).SequenceEqual("-\n")) && !n.Gap(j).Contains('/')) digits += n.T[++j].Length;
        if (j == i + 1 && n.T[i].Length == 4 && n.T[j].Length == 4 && n.Number(i) is > 1900 and < 2100) return -1;
        if (j == i || n.Spaced(j) && n.WordAt(j + 1).HasFlag(Word.Unit) || n.CharAt(n.T[j].End) is '%' or '/' or ':') return -1;
        // 901 55 3127 is a social security number.
        if (j == i + 2 && n.T[i].Length == 3 && n.T[i + 1].Length == 2 && n.T[j].Length == 4) return -1;
        var start = n.T[i].Start - (n.Before(i) == '(' ? 1 : 0);
        var label = Label(n, i) != Word.None;
        if (label && digits is >= 5 and < 7 && n.Equals(i - 1, "pager") && n.Joined(i, '-')) return Found(n, start, j, 0.85, "pager");
        if (n.Spaced(j, 1) && n.T[j + 1].Form == Form.Capital && !n.T[j + 1].Is(Word.PhoneLabel | Word.FaxLabel | Word.Stop)) return -1;
        label |= i > 0 && n.WordAt(i - 1).HasFlag(Word.PhoneLabel) && n.Gap(i - 1).Length <= 6 && n.Gap(i - 1).Contains(':');
        if (label && digits is >= 7 and <= 13) return Found(n, start, j, 0.85, "phone-labelled");
        if (n.View[n.T[i].Start] == '0' && n.T[i].Length >= 2 && digits is >= 9 and <= 12) return Found(n, start, j, 0.75, "phone-national");
        return n.Register.General && digits is >= 8 and <= 12 ? Found(n, start, j, 0.65, "phone-groups") : -1;
    }

    private static int Extension(Note n, int i)
    {
        if (n.T[i].Length > 6 || !(n.Equals(i - 1, "ext") || n.Equals(i - 1, "extension")) || n.Gap(i - 1).Length > 3) return -1;
        if (n.Equals(i - 1, "extension") && n.CharAt(n.T[i].End) is ' ' && n.WordAt(i + 1).HasFlag(Word.Unit)) return -1;
        n.Mark(n.T[i].Start, n.T[i].End, PhiType.Phone, "extension", 0.8);
        return i;
    }

    // 5272x565: the last group and its extension as one word.
    private static bool Extended(Note n, int i)
    {
        if (i >= n.T.Length || n.T[i].Form != Form.Mixed || n.T[i].Length is < 6 or > 11) return false;
        var text = n.Text(i);
        return text[4] is 'x' or 'X' && text[..4].IndexOfAnyExceptInRange('0', '9') < 0 && text[5..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static int International(Note n, int i)
    {
        var digits = n.T[i].Length;
        var j = i;
        while (j + 1 < n.T.Length && j - i < 6 && n.IsNumber(j + 1) && Step(n, j)) digits += n.T[++j].Length;
        return digits is >= 9 and <= 15 && n.T[i].Length <= 15 ? Found(n, n.T[i].Start - 1, j, 0.9, "phone-international") : -1;
    }

    // What parts the groups of a number: one separator, or a bracket with it.
    private static bool Step(Note n, int i)
    {
        var gap = n.Gap(i);
        return gap.Length switch
        {
            1 => gap[0] is '-' or '.' or ' ' or '/' or ')',
            2 => gap.SequenceEqual(") ") || gap.SequenceEqual(")-") || gap.SequenceEqual(" (") || gap.SequenceEqual("-(") || gap.SequenceEqual("- ") || gap.SequenceEqual("  "),
            3 => gap.SequenceEqual(" - ") || gap.SequenceEqual(") -"),
            _ => false,
        };
    }

    private static int Found(Note n, int start, int last, double confidence, string rule)
    {
        var end = n.T[last].End;
        // Not a part of a longer number.
        if (n.CharAt(end) is '-' or '/' && char.IsAsciiDigit(n.CharAt(end + 1)) && rule != "pager") return -1;
        if (last + 1 < n.T.Length && n.SameLine(last, last + 1))
        {
            var gap = n.Gap(last);
            var next = n.T[last + 1];
            if (next.Form == Form.Mixed && n.View[next.Start] is 'x' or 'X' && gap.Trim().Length <= 1 && gap.Length <= 3 && n.View.AsSpan(next.Start + 1, next.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0) (end, last) = (next.End, last + 1);
            else if ((n.Equals(last + 1, "ext") || n.Equals(last + 1, "x") || n.Equals(last + 1, "extension")) && gap.Length <= 3 && n.IsNumber(last + 2) && n.T[last + 2].Length <= 6 && n.Gap(last + 1).Length <= 3) (end, last) = (n.T[last + 2].End, last + 2);
        }

        n.Mark(start, end, Label(n, TokenAt(n, start, last)) == Word.FaxLabel ? PhiType.Fax : PhiType.Phone, rule, confidence);
        return last;
    }

    private static int TokenAt(Note n, int start, int last)
    {
        while (last > 0 && n.T[last - 1].Start >= start) last--;
        return last;
    }

    // The nearest label on the line, at most four words back.
    private static Word Label(Note n, int i)
    {
        for (var j = i - 1; j >= 0 && j >= i - 4 && n.SameLine(j, i); j--)
        {
            if (n.T[j].Is(Word.FaxLabel)) return Word.FaxLabel;
            if (n.T[j].Is(Word.PhoneLabel)) return Word.PhoneLabel;
        }

        return Word.None;
    }
}
