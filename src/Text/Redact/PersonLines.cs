using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Names by the form of the line they stand on: an item of a list with age and sex (<c>2) Marlow, Ada 66F</c>), a message with its hour (<c>Ada M  8:02  …</c>), the line of a mail that
/// quotes another, an address by name, a signature after a dash, a name spelled in letters.
/// </summary>
internal static class PersonLines
{
    /// <summary>An item of a list: a name, then age and sex or the label of a birth date at token <paramref name="i"/>.</summary>
    public static void Aged(Note n, int i, Evidence evidence)
    {
        var last = i - 1;
        if (last < 0 || !n.SameLine(last, i)) return;
        if (n.T[last].Form == Form.Lower) Typed(n, i, evidence);
        if (!n.T[last].Big || !Closes(n, i) || !Between(n.Gap(last), n.T[last].Length)) return;
        // Back to where the item begins; the nearest beginning that reads as a name up to here.
        for (var first = last; first >= 0 && last - first < 7; first--)
        {
            ref readonly var t = ref n.T[first];
            if (!t.IsWord || !t.Big && !t.Is(Word.Particle)) return;
            if (!Opens(n, first, out var labelled)) continue;
            var (end, score) = NameShape.Read(n, first, evidence, turned: true);
            // "Pt G. Two Feathers 92M": between a label and an age stands a name, whatever its words are.
            var framed = labelled && t is { Length: 1, Form: Form.Upper } && n.Gap(first).SequenceEqual(". ") && last > first && Capitals(n, first + 1, last);
            // "Bed 3 - Frost - 44F": one word, set off on both sides.
            var cell = first > 0 && n.Gap(last).ContainsAny(Bars) && n.Gap(first - 1).ContainsAny(Bars);
            if (!framed && (end != last || score < (cell ? 1 : end == first ? 3 : 2))) return;
            n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-aged", 0.88);
            return;
        }
    }

    // "pt otis lamb 45m", "lamb, otis 45m": given name and surname without capitals where a line begins or after the patient's label.
    private static void Typed(Note n, int i, Evidence evidence)
    {
        var first = i - 2;
        if (first < 0 || n.T[i].Form != Form.Mixed || !AgeAndSex(n, i) || !n.Spaced(i - 1) || n.T[first].Form != Form.Lower || n.Gap(first) is not (" " or ", ")) return;
        if (!n.T[first].Line && !(first > 0 && n.Spaced(first - 1, 1) && n.IsAny(first - 1, "pt", "patient"))) return;
        var (a, b) = (n.T[first], n.T[first + 1]);
        if ((a.Word | b.Word).HasFlag(Word.Clinical) || a.Is(Word.Stop | Word.Medical | Word.Unit) || b.Is(Word.Stop | Word.Medical | Word.Unit)) return;
        var (given, surname) = n.Gap(first).Length == 2 ? (b.Weights, a.Weights) : (a.Weights, b.Weights);
        if (given is not { Given: >= 5, Ordinary: < 5 } || surname.Surname < 4 || NameShape.Weigh(n, first, evidence) + NameShape.Weigh(n, first + 1, evidence) < 3) return;
        n.Mark(a.Start, b.End, PhiType.Name, "name-aged", 0.75);
    }

    private static readonly SearchValues<char> Bars = SearchValues.Create("-|/:");

    private static bool Capitals(Note n, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (n.T[k].Form != Form.Capital || k < last && !n.Spaced(k, 1)) return false;
        }

        return true;
    }

    // 71M, 66F, 71yoM, ~40M; 71 M.
    private static bool AgeAndSex(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Form == Form.Number) return t.Length is 1 or 2 && n.Number(i) > 0 && n.Spaced(i, 1) && Years(n, i + 1);
        if (t is { Form: Form.Upper, Length: 1 }) return n.Joined(i, '/') && n.IsAny(i, "m", "f") && n.IsNumber(i + 1) && n.T[i + 1].Length <= 2;
        if (t.Form != Form.Mixed || t.Length is < 2 or > 6 || !char.IsAsciiDigit(n.View[t.Start])) return false;
        var text = n.Text(i);
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits <= 3 && text[digits..] is "M" or "F" or "m" or "f" or "yoM" or "yoF" or "yo" or "yM" or "yF" or "YO" or "YOM" or "YOF";
    }

    // What stands after a name in a list: age and sex, the label of a birth date or a record, a physician after a stroke.
    private static bool Closes(Note n, int i) => AgeAndSex(n, i) || Born(n, i) || n.T[i].Is(Word.Title) && n.Gap(i - 1).SequenceEqual(" / ");

    // After the number of an age: M, F, yo, y.o.
    private static bool Years(Note n, int i) =>
        n.T[i].Form == Form.Upper && n.IsAny(i, "m", "f") || n.Equals(i, "yo") || n.Equals(i, "y") && n.After(i) is '.' or '/';

    private static bool Born(Note n, int i) => n.T[i].IsWord && (n.Equals(i, "dob") || n.Equals(i, "mrn"));

    private static bool Between(ReadOnlySpan<char> gap, int length)
    {
        var inner = gap.Trim(" ~\t");
        return inner.Length == 0 || inner is "," or "/" or "(" or "-" or "|" || inner[0] == '.' && inner.Length == 1 && length == 1;
    }

    // Whether an item or a field begins at the token: a line, a mark of a list, a colon, a bar, a wide gap; or after a label of persons.
    private static bool Opens(Note n, int first, out bool labelled)
    {
        labelled = false;
        if (first == 0 || n.T[first].Line) return true;
        var gap = n.Gap(first - 1);
        if (gap.Length == 1 && gap[0] == ' ') return labelled = n.T[first - 1].Is(Word.PersonLabel | Word.Post) && !n.T[first - 1].Is(Word.Relation);
        if (gap.SequenceEqual(". ")) return n.IsNumber(first - 1);
        if (gap.IndexOfAny(":)|\t>") >= 0 || gap.IndexOfAny("*#") >= 0) return gap[^1] is ' ' or '\t' or '|' or '>' or '*' or ')';
        return gap.EndsWith("  ") || gap.SequenceEqual(" - ") || gap.SequenceEqual(" / ");
    }

    /// <summary>What a line's first word begins: a message with its hour, or an address by name.</summary>
    public static void At(Note n, int i, Evidence evidence)
    {
        if (Speaker(n, i, evidence) is var last and >= 0 && (Speaks(n, Line(n, i, 1), evidence) || Speaks(n, Line(n, i, -1), evidence))) n.Mark(n.T[i].Start, n.T[last].End, PhiType.Name, "name-chat", 0.85);
        else if (Addressed(n, i) || Alone(n, i)) n.Mark(n.T[i].Start, n.T[i].End, PhiType.Name, "name-greeting", 0.75);
    }

    // The name before the hour at which a line of a conversation was written; -1 when it is none.
    private static int Speaker(Note n, int i, Evidence evidence)
    {
        if (n.T[i].Form != Form.Capital || !Hour(n, i)) return -1;
        var (last, score) = NameShape.Read(n, i, evidence, turned: false);
        return last >= i && score >= 3 && n.IsNumber(last + 1) ? last : -1;
    }

    // Whether within the line's first words an hour follows, set off from what is said.
    private static bool Hour(Note n, int i)
    {
        for (var k = i + 1; k < n.T.Length && k - i < 5 && !n.T[k].Line; k++)
        {
            if (n.T[k].Form == Form.Number) return n.T[k].Length <= 2 && n.Joined(k, ':') && n.IsNumber(k + 1, 2) && n.Gap(k - 1).Trim(" \t[(").Length == 0;
            if (!n.Spaced(k - 1)) return false;
        }

        return false;
    }

    // A neighbouring line of the same conversation: a word with a capital, then an hour.
    private static bool Speaks(Note n, int i, Evidence evidence) => i >= 0 && (n.T[i].Is(Word.Title) && Hour(n, i) || Speaker(n, i, evidence) >= 0);

    // The first token of the next line, or of the one before; -1 when it is far.
    private static int Line(Note n, int i, int step)
    {
        for (var k = i + step; k >= 0 && k < n.T.Length && Math.Abs(k - i) < 60; k += step)
        {
            if (n.T[k].Line) return k;
        }

        return -1;
    }

    // "Mele, she can't …" where a paragraph begins.
    private static bool Addressed(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Form != Form.Capital || i == 0 || i + 1 >= n.T.Length || !n.Gap(i).SequenceEqual(", ") || n.T[i + 1].Form != Form.Lower || !n.T[i + 1].Is(Word.Stop) && !n.IsAny(i + 1, "please", "pls", "thanks")) return false;
        if (t.Weights is not { Name: >= 3, Ordinary: < 3 } || t.Is(Word.Stop | Word.Brand | Word.Month | Word.Weekday | Word.Eponym | Word.State)) return false;
        return n.Gap(i - 1).Count('\n') >= 2;
    }

    // "Gus: pt wants a refill", "Gus - please call", "-Gus": a given name and nothing else where a line begins.
    private static bool Alone(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Form != Form.Capital || t.Length < 3 || t.Weights is not { Given: >= 6, Ordinary: 0 } || t.Weights.Place >= 7 || t.Is(Word.Stop | Word.Brand | Word.Eponym | Word.Heading | Word.Month | Word.State | Word.Title)) return false;
        if (n.Before(i) == '-' && n.CharAt(t.Start - 2) is '\n' && n.After(i) is '\n' or '\r') return true;
        return n.Gap(i) is ": " or " - " && i + 1 < n.T.Length && n.T[i + 1].Form == Form.Lower;
    }

    /// <summary>The speaker after the hour of a message: <c>[10:42] Ada M: …</c>, <c>10:45 - Ada Marlow - …</c>. Called at the number of the hour.</summary>
    public static void Timed(Note n, int i, Evidence evidence)
    {
        if (!n.T[i].Line || n.T[i].Length > 2 || !n.Joined(i, ':') || !n.IsNumber(i + 1, 2)) return;
        var first = i + 2;
        if (n.Equals(first, "am") || n.Equals(first, "pm")) first++;
        if (first >= n.T.Length || n.T[first].Form != Form.Capital || n.Gap(first - 1).Trim() is not ("" or "]" or "-" or ")")) return;
        var (last, score) = NameShape.Read(n, first, evidence, turned: false);
        if (last < first || score < 3 || last + 1 >= n.T.Length || n.Gap(last) is not (": " or " - " or " > ")) return;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-chat", 0.8);
    }

    /// <summary>Who states something of himself: <c>I, Ada Marlow, am scribing …</c>; whom a message points at: <c>@Ada</c>.</summary>
    public static void Stating(Note n, int i, Evidence evidence)
    {
        if (!n.Gap(i).SequenceEqual(", ") || i + 1 >= n.T.Length || n.T[i + 1].Form != Form.Capital) return;
        var (last, score) = NameShape.Read(n, i + 1, evidence, turned: false);
        if (last > i + 1 && score >= 0 && n.CharAt(n.T[last].End) == ',') n.Mark(n.T[i + 1].Start, n.T[last].End, PhiType.Name, "name-stating", 0.85);
    }

    /// <summary>Before "wrote:", the person a mail quotes: <c>On 8/8/24, at 2:10 PM, Ada Marlow wrote:</c>.</summary>
    public static void Quoted(Note n, int i, Evidence evidence)
    {
        if (n.CharAt(n.T[i].End) != ':') return;
        for (var first = i - 1; first >= 0 && i - first < 7 && n.T[first].IsWord && (n.Spaced(first, 1) || n.Joined(first, '-')); first--)
        {
            if (first == 0 || !n.Gap(first - 1).StartsWith(",")) continue;
            var (last, score) = NameShape.Read(n, first, evidence, turned: false);
            if (last == i - 1 && score >= 0) n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-quoted", 0.88);
            return;
        }
    }

    /// <summary>A name after a dash that ends a message or a line: <c>… may slip to 11:00. — Paz</c>.</summary>
    public static void Dashed(Note n, int i, Evidence evidence)
    {
        ref readonly var t = ref n.T[i];
        if (n.CharAt(t.Start - 2) != '-' || n.CharAt(t.Start - 1) != ' ') return;
        var at = t.Start - 3;
        while (at >= 0 && n.View[at] is '-' or ' ' && t.Start - at < 12) at--;
        var alone = n.CharAt(at) is '\n' or '\r';
        if (!alone && n.CharAt(at) is not ('.' or '!' or '?' or ')' or '"')) return;
        var (last, score) = NameShape.Read(n, i, evidence, turned: false);
        if (last < i || score < (alone ? 4 : 2) || !Finishes(n, last, alone)) return;
        n.Mark(t.Start, n.T[last].End, PhiType.Name, "name-signed", 0.8);
    }

    /// <summary>A given name and a surname after the last sentence of a message: <c>… may be off. Ada Marlow"</c>.</summary>
    public static void Closing(Note n, int i, Evidence evidence)
    {
        if (i == 0 || n.T[i - 1].Length <= 2 || n.Gap(i - 1) is not (". " or "! " or "? ") || !n.Spaced(i, 1) || i + 1 >= n.T.Length || n.T[i + 1].Form != Form.Capital) return;
        var (last, score) = NameShape.Read(n, i, evidence, turned: false);
        if (last != i + 1 || score < 6 || n.T[i].Weights.Ordinary > 0 || n.T[last].Weights.Ordinary > 0 || n.CharAt(n.T[last].End) is not ('"' or '\n' or '\r') || Names.Placed(n, i, last)) return;
        if (n.T[i].Is(Word.Eponym) || n.T[last].Is(Word.Eponym)) return;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Name, "name-signed", 0.72);
    }

    /// <summary>Surname and given name in capitals with nothing but a comma between them: <c>MARLOW,ADA B</c>.</summary>
    public static void Tight(Note n, int i, Evidence evidence)
    {
        if (!n.Joined(i, ',') || n.T[i + 1].Form != Form.Upper || n.T[i + 1].Length < 3 || i > 0 && n.Joined(i - 1, ',')) return;
        var (last, score) = NameShape.Read(n, i, evidence, turned: true);
        if (last <= i || score < 7 || n.Joined(last, ',') || n.T[i + 1].Weights is not { Given: >= 2, Ordinary: < 5 }) return;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Name, "name-last-first", 0.88);
    }

    // Whether nothing but a credential or a date follows to the line's end; of a dash that begins its line, to the text's end.
    private static bool Finishes(Note n, int last, bool all)
    {
        if (last + 1 >= n.T.Length) return n.Gap(last).Trim(" .\r\n").Length == 0;
        if (!n.SameLine(last, last + 1)) return !all && n.Gap(last).Trim().Length == 0;
        return n.Gap(last) is ", " or " " && n.T[last + 1].Is(Word.Credential) && n.T[last + 1].Form != Form.Lower;
    }

    /// <summary>After a sign-off on its own line: <c>Yours, K.O.B.</c>.</summary>
    public static void SignedHere(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        if (first >= n.T.Length || !n.Gap(i).SequenceEqual(", ") || !n.T[first].Big) return;
        var last = first;
        while (last - first < 2 && n.T[last] is { Length: 1, Form: Form.Upper } && n.Joined(last, '.') && n.T[last + 1] is { Length: 1, Form: Form.Upper }) last++;
        if (last == first)
        {
            (last, var score) = NameShape.Read(n, first, evidence, turned: false);
            if (last < first || score < 2) return;
        }

        if (last + 1 < n.T.Length && n.SameLine(last, last + 1)) return;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-signed", 0.85);
    }

    /// <summary>The initials of who wrote it before a credential at a line's end: <c>sb/NP</c>.</summary>
    public static void Slashed(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (t.Length is < 2 or > 3 || i == 0 || !n.Joined(i, '/') || !n.T[i + 1].Is(Word.Credential) || n.T[i + 1].Form != Form.Upper || t.Word != Word.None || t.Weights.Ordinary >= 4) return;
        if (n.CharAt(t.Start - 1) is not (' ' or '\n') || i + 2 < n.T.Length && n.SameLine(i + 1, i + 2)) return;
        n.Mark(t.Start, t.End, PhiType.Name, "name-initials", 0.7);
    }

    /// <summary>An initial and a surname where a sentence, a line or a bracket begins, or a surname of two parts anywhere: <c>(Q. Marlow PGY2)</c>, <c>P. Silva-Marlow</c>.</summary>
    public static void Lettered(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        if (first >= n.T.Length || n.T[i].Form != Form.Upper || !n.Gap(i).SequenceEqual(". ") || n.T[first] is not { Form: Form.Capital, Length: > 2 } || i > 0 && n.Joined(i - 1, '.')) return;
        ref readonly var t = ref n.T[first];
        if (t.Is(Word.Eponym | Word.EponymHead | Word.Stop | Word.Brand | Word.Clinical | Word.Heading) || Spreading.Eponymous(n, first)) return;
        var twofold = n.Joined(first, '-') && n.T[first + 1].Form == Form.Capital;
        if (twofold)
        {
            if (n.T[first + 1].Is(Word.Eponym | Word.Brand) || Spreading.Eponymous(n, first + 1) || NameShape.Weigh(n, first, evidence) < 1 || NameShape.Weigh(n, first, evidence) + NameShape.Weigh(n, first + 1, evidence) < 3) return;
            n.Mark(n.T[i].Start, n.T[first + 1].End, PhiType.Name, "name-letter", 0.78);
            return;
        }

        // A line of its own with degrees after the name: "N. Marlow, MS, CGC".
        var degrees = n.T[i].Line && n.Gap(first) is ", " or " " && first + 1 < n.T.Length && n.T[first + 1] is { Form: Form.Upper, Length: >= 2 and <= 6 };
        if (!degrees && (!n.Begins(i) && n.Before(i) is not ('(' or '/') || t.Weights is not { Surname: >= 4, Ordinary: 0 }) || degrees && t.Weights is not { Surname: >= 2, Ordinary: < 4 }) return;
        n.Mark(n.T[i].Start, t.End, PhiType.Name, "name-letter", 0.72);
    }

    /// <summary>A name spelled in letters: <c>M A R L O W</c>, <c>M-A-R-L-O-W</c>. Called at its first letter.</summary>
    public static void Spelled(Note n, int i, Evidence evidence)
    {
        if (i > 0 && n.T[i - 1] is { Length: 1, Form: Form.Upper } && (n.Spaced(i - 1, 1) || n.Joined(i - 1, '-'))) return;
        var last = i;
        var hash = Words.Add(Words.Seed, char.ToLowerInvariant(n.View[n.T[i].Start]));
        while (last - i < 20 && (n.Spaced(last, 1) || n.Joined(last, '-')) && n.T[last + 1].Length == 1 && n.T[last + 1].IsWord)
        {
            last++;
            hash = Words.Add(hash, char.ToLowerInvariant(n.View[n.T[last].Start]));
        }

        if (last - i < 3) return;
        var w = evidence.Of(Words.End(hash));
        var told = n.Equals(i - 1, "spelled") || n.Equals(i - 1, "spelling") || n.Equals(i - 1, "spells");
        if ((n.T[i].Form != Form.Upper || w is not { Name: >= 2, Ordinary: < 5 }) && !told) return;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Name, "name-spelled", 0.8);
    }
}
