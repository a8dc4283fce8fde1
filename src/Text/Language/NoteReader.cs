using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace CodingAhead.Text.Language;

/// <summary>
/// Splits a note into words with the marks between them and finds where sentences begin. Clinical text has lists, wrapped lines, headers and capitals in place of
/// grammar, so a line end ends a sentence unless the line was wrapped. Linear time; every offset is UTF-16.
/// </summary>
internal static class NoteReader
{
    // A longer run of letters is no word; it is cut so that one endless line costs no more than others.
    private const int LongestWord = 64;

    private static readonly FrozenSet<string> NoStop = new[]
    {
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "eg", "ie", "approx", "etc", "fig", "vol", "jr", "sr", "inc", "dept", "no", "pt", "pts", "mg", "hx", "temp", "wt", "ht", "resp", "neg", "pos", "dx", "tx",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text, in order.</summary>
    public static List<NoteWord> Read(string text, CancellationToken cancel = default)
    {
        var words = new List<NoteWord>(text.Length / 5 + 8);
        Read(text, words, cancel);
        return words;
    }

    /// <summary>Adds the words of a text to a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(string text, List<NoteWord> words, CancellationToken cancel = default)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var marks = Mark.Begin;
        var lines = 0;
        var lineStart = 0;
        var stopAt = -1;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                var start = i;
                var n = 0;
                var (letters, capitals) = (0, 0);
                var first = char.IsUpper(c);
                while (i < text.Length && n < LongestWord)
                {
                    c = text[i];
                    if (char.IsLetterOrDigit(c))
                    {
                        if (char.IsLetter(c)) { letters++; if (char.IsUpper(c)) capitals++; }
                        buffer[n++] = char.ToLowerInvariant(c);
                        i++;
                        continue;
                    }

                    if (c is '\'' or '\u2019' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                    {
                        // The possessive is no part of the word.
                        if (text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2]))) break;
                        i++;
                        continue;
                    }

                    // 42.3 is one word; so is h/o.
                    if (c == '.' && n > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) { buffer[n++] = '.'; i++; continue; }
                    // 2,180 is one number.
                    if (c == ',' && n is > 0 and <= 3 && char.IsAsciiDigit(text[i - 1]) && i + 3 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 == text.Length || !char.IsLetterOrDigit(text[i + 4]))) { i++; continue; }
                    if (c == '/' && n == 1 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1]) && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2]))) { buffer[n++] = '/'; i++; continue; }
                    break;
                }

                var word = Pooled(buffer[..n]);
                if (stopAt >= 0)
                {
                    // A full stop ends a sentence unless it belongs to an abbreviation or an initial (E. coli).
                    var before = words[^1].Text;
                    // "COVID neg. Sputum": a result and the next statement.
                    // "Melena - no. Bloating - yes": a number is what "no." stands before.
                    // "Due to MS. Vitamin D deficiency": the disease, not the title.
                    if (!(NoStop.Contains(before) && !(before == "ms" && words[^1].Capitals) && !marks.HasFlag(Mark.Line) && !(before is "neg" or "pos" or "mg" or "tx" && char.IsAsciiLetterUpper(text[start])) && !(before == "no" && !char.IsAsciiDigit(text[start]))) && !(before.Length == 1 && char.IsAsciiLetter(before[0]) && !first)) marks |= Mark.Stop | Mark.Begin;
                    stopAt = -1;
                }

                if (lines > 0)
                {
                    marks |= Mark.Line;
                    if (lines > 1) marks |= Mark.Blank | Mark.Begin;
                    if ((marks & (Mark.Bullet | Mark.Stop | Mark.Colon)) != 0 || !Wrapped(text, words, lineStart, start, first)) marks |= Mark.Begin;
                    lineStart = start;
                    lines = 0;
                }

                // The number of a list entry is a bullet, not a word.
                if ((marks & Mark.Line) != 0 || words.Count == 0)
                {
                    if (n <= 2 && char.IsAsciiDigit(buffer[0]) && i + 1 < text.Length && text[i] is '.' or ')' && text[i + 1] is ' ' or '\t' && char.IsAsciiDigit(buffer[n - 1]))
                    {
                        marks |= Mark.Bullet | Mark.Begin;
                        i++;
                        continue;
                    }
                }

                // "Fluid overload 2/2 missed dialysis": secondary to, where no count is meant.
                if (n == 1 && word == "2" && i + 3 < text.Length && text[i] == '/' && text[i + 1] == '2' && text[i + 2] == ' ' && char.IsLetter(text[i + 3]) && words.Count > 0 && char.IsLetter(words[^1].Text[0]) && !Counted(text, i + 3))
                {
                    words.Add(new NoteWord(start, i + 2, "due", marks, false, false));
                    words.Add(new NoteWord(i + 2, i + 2, "to", Mark.None, false, false));
                    marks = Mark.None;
                    i += 2;
                    continue;
                }

                words.Add(new NoteWord(start, i, word, marks, first, letters > 1 && capitals == letters) { Owner = i < text.Length && text[i] is '\'' or '\u2019' });
                if ((words.Count & 1023) == 0) cancel.ThrowIfCancellationRequested();
                marks = Mark.None;
                if (i + 1 < text.Length && text[i] is '\'' or '\u2019' && text[i + 1] is 's' or 'S') i += 2;
                continue;
            }

            switch (c)
            {
                case ',': marks |= Mark.Comma; break;
                case ':':
                    marks |= Mark.Colon;
                    break;
                case ';': marks |= Mark.Semicolon; break;
                // "Fever (-), rash (+)": a result behind its word; before a word the sign is read with the scopes.
                case '(' when i + 2 < text.Length && text[i + 1] is '-' or '+' or '\u2212' && text[i + 2] == ')' && lines == 0 && words.Count > 0 && marks == Mark.None && text[i - 1] is ' ' or '-' && i - words[^1].End <= 1 && EndsEntry(text, i + 3):
                    words.Add(new NoteWord(i + 1, i + 2, text[i + 1] == '+' ? "positive" : "negative", marks, false, false));
                    i += 2;
                    break;
                case '(' or '[' or '{': marks |= Mark.Open; break;
                case ')' or ']' or '}': marks |= Mark.Close; break;
                // "Asthma / eczema" are two entries; "asthma/eczema" may be one thought.
                case '/': marks |= i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' ' && words.Count > 0 && char.IsLetter(words[^1].Text[0]) ? Mark.Semicolon : Mark.Slash; break;
                case '-' or '\u2013' or '\u2014':
                    marks |= Mark.Dash;
                    if (lines > 0) marks |= Mark.Bullet | Mark.Begin;
                    break;
                // "Right > left" and "CCP >250" compare; elsewhere the sign begins an entry or is an arrow.
                case '>' when words.Count > 0 && lines == 0 && text[i - 1] is not ('-' or '=' or '>'): break;
                // "Hepatitis B #2 given": a number; "#1 asthma #2 eczema" is a list.
                case '#' when lines == 0 && words.Count > 0 && i + 1 < text.Length && text[i + 1] is >= '2' and <= '9' && !text.AsSpan(Math.Max(0, i - 2000), Math.Min(i, 2000)).Contains(['#', (char)(text[i + 1] - 1)], StringComparison.Ordinal): break;
                // "Hep B #1 given".
                case '#' when lines == 0 && words.Count > 0 && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && text[(i + 2)..Math.Min(text.Length, i + 10)] is [' ', 'g', 'i', 'v', 'e', 'n', ..] or [' ', 't', 'o', 'd', 'a', 'y', ..] or [' ', 'd', 'o', 's', 'e', ..]: break;
                case '\u2022' or '*' or '\u00B7' or '\u25CF' or '\u25AA' or '>' or '#' or '\u2023': marks |= Mark.Bullet | Mark.Begin; break;
                case '.':
                    if (words.Count > 0) stopAt = i;
                    break;
                // "Norovirus PCR +", "ER+, HER2-": a result; "cough + fever" joins, and "2+ edema" grades.
                case '+' when words.Count > 0 && lines == 0 && marks == Mark.None && !char.IsAsciiDigit(words[^1].Text[0]) && i - words[^1].End <= 1 && (i + 1 >= text.Length || text[i + 1] is '.' or ',' or ';' or ')' or '\n' or '\r'):
                    words.Add(new NoteWord(i, i + 1, "positive", marks, false, false));
                    break;
                case '+' when i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' ': marks |= Mark.Comma; break;
                case '!': marks |= Mark.Stop | Mark.Begin; break;
                case '?': marks |= Mark.Question; if (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1])) marks |= words.Count > 0 && words[^1].End == i ? Mark.Stop | Mark.Begin : Mark.None; break;
                case '\n': lines++; break;
                case '\r': if (i + 1 >= text.Length || text[i + 1] != '\n') lines++; break;
                case '|' or '\t': marks |= Mark.Semicolon; break;
                // "1° OA", "2° to": primary and secondary, where no degree is meant.
                // "2° burn".
                case '\u00B0' when words.Count > 0 && words[^1].End == i && words[^1].Text is "1" or "2" or "3" or "4" && IsDegree(text, i + 1) && text[Math.Min(text.Length - 1, i + 1)] == ' ':
                    words[^1] = words[^1] with { Text = words[^1].Text switch { "1" => "1st", "2" => "2nd", "3" => "3rd", _ => "4th" } };
                    words.Add(new NoteWord(i, i + 1, "degree", Mark.None, false, false));
                    break;
                case '\u00B0' when words.Count > 0 && words[^1].End == i && words[^1].Text is "1" or "2" && !IsDegree(text, i + 1): words[^1] = words[^1] with { End = i + 1, Text = words[^1].Text == "1" ? "primary" : "secondary" }; break;
            }

            i++;
        }
    }

    // "Blood cultures 2/2 positive", "strength 2/2 bilaterally".
    private static bool Counted(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.AsSpan(at, end - at) is "bottles" or "cultures" or "positive" or "pos" or "sets" or "neg" or "negative" or "strength" or "doses" or "tabs" or "bilaterally" or "bilat" or "and" or "with" or "throughout" or "nodes" or "tubes" or "in";
    }

    // Of a burn, a block, a tear, a prolapse or a temperature.
    private static bool IsDegree(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end - at < 2 || text.AsSpan(at, end - at) is "burn" or "burns" or "AV" or "av" or "AVB" or "heart" or "degree" or "block" or "HB" or "tear" or "lac" or "laceration" or "perineal" or "sprain" or "prolapse" or "hemorrhoid" or "hemorrhoids" or "cystocele" or "rectocele" or "uterine" or "flexion" or "extension" or "of" or "per";
    }

    private static bool EndsEntry(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at >= text.Length || text[at] is ',' or '.' or ';' or '\n' or '\r';
    }

    private const int MostPooled = 60_000;

    [ThreadStatic]
    private static HashSet<string>? pool;

    // One string for a word however often it occurs.
    private static string Pooled(ReadOnlySpan<char> word)
    {
        var set = pool ??= new HashSet<string>(StringComparer.Ordinal);
        var spans = set.GetAlternateLookup<ReadOnlySpan<char>>();
        if (spans.TryGetValue(word, out var known)) return known;
        var text = new string(word);
        if (set.Count >= MostPooled) set.Clear();
        set.Add(text);
        return text;
    }

    private static int LineBefore(string text, int start)
    {
        var end = text.LastIndexOf('\n', Math.Max(0, start - 1));
        return end < 0 ? 0 : end - (end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1);
    }

    private static int LineFrom(string text, int start) => (text.IndexOf('\n', start) is var end && end < 0 ? text.Length : end) - start;

    // A line was wrapped when it is long and the next one goes on in lower case, or when it is as long as lines get and did not end.
    private static bool Wrapped(string text, List<NoteWord> words, int lineStart, int next, bool capital)
    {
        if (words.Count == 0) return false;
        var length = words[^1].End - lineStart;
        var last = words[^1].End < text.Length ? text[words[^1].End] : '\n';
        if (last is '.' or ':' or ';' or '!' or '?') return false;
        return capital ? length >= 72 && (LineBefore(text, lineStart) >= 60 || LineFrom(text, next) >= 60) : char.IsLetter(text[next]) && length >= 38 || length >= 72;
    }
}
