using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace CodingAhead.Text.Language;

/// <summary>The words of a note, its sections and its sentences.</summary>
internal sealed class NoteOutline
{
    private const int LongestHeader = 6;

    // A longer one is no sentence but text without marks; cut, so that work grows with the length of the text only.
    private const int LongestSentence = 160;

    // An aside in a header, and a line that was ended for want of room.
    private const int LongestAside = 30;
    private const int WrappedAt = 60;

    private static readonly FrozenDictionary<string, SectionKind> Headers = Load();

    private NoteOutline(string text, List<NoteWord> words, List<Sentence> sentences, List<Section> sections) =>
        (Text, Words, Sentences, Sections) = (text, words, sentences, sections);

    public string Text { get; }

    public List<NoteWord> Words { get; }

    public List<Sentence> Sentences { get; }

    public List<Section> Sections { get; }

    /// <summary>How many header forms are known.</summary>
    public static int HeaderForms => Headers.Count;

    /// <summary>Reads a note.</summary>
    public static NoteOutline Of(string text, CancellationToken cancel = default)
    {
        var words = NoteReader.Read(text, cancel);
        var (sentences, sections) = (new List<Sentence>(), new List<Section>());
        var section = new Section(SectionKind.Body, "", 0, text.Length);
        sections.Add(section);
        var from = 0;
        var number = "2";
        // "- Patient education: ..." under a diagnosis of the assessment is about that entry only: the next line is of the assessment again.
        Section? outer = null;
        // "FHx: mother has asthma" is told in its own line, unless the line goes on with more of it.
        var inline = false;
        Section? around = null;
        for (var i = 0; i < words.Count;)
        {
            // "1) Asthma 2) eczema": the entries of a list in one line.
            var entry = i > from && i + 1 < words.Count && words[i + 1].Has(Mark.Close) && words[i].Text == number && text[words[i].End] == ')';
            if (entry || words[i].Text == "1" || words[i].Has(Mark.Begin | Mark.Bullet)) number = Next(words[i], entry);
            var begins = words[i].Has(Mark.Begin) || entry || i == 0 || i - from >= LongestSentence;
            if (begins && i > from) { sentences.Add(new Sentence(from, i, section)); from = i; }
            if ((begins || words[i].Has(Mark.Line) || Set(text, words[i])) && HeaderAt(text, words, i, out var length, out var kind))
            {
                // "ATRIAL FIBRILLATION: on apixaban" in an assessment is a diagnosis, not a header.
                if (kind == SectionKind.Body && section.Kind is SectionKind.Assessment or SectionKind.Plan or SectionKind.Pmh) { i += length; continue; }
                // "HEAD AND NECK:" belongs to the examination, or to the review, that it stands in.
                if (kind == SectionKind.Body && section.Kind is SectionKind.Exam or SectionKind.Ros && Parts.Contains(words[i].Text)) { i += length; continue; }
                if (i > from) { sentences.Add(new Sentence(from, i, section)); from = i; }
                outer = !words[i].Has(Mark.Bullet) ? null : outer ?? (section.Kind is SectionKind.Assessment or SectionKind.Plan && kind is not (SectionKind.Assessment or SectionKind.Plan) ? section : null);
                Begin(kind, text[words[i].Start..words[i + length - 1].End], words[i].Start);
                i += length;
                inline = i < words.Count && !words[i].Has(Mark.Line);
                around = null;
                from = i;
                continue;
            }

            if (inline && (section.Kind is SectionKind.Family or SectionKind.Social or SectionKind.Allergies or SectionKind.Immunizations || words[i].Has(Mark.Blank) && section.Kind is SectionKind.Medications or SectionKind.Pmh or SectionKind.Psh or SectionKind.Vitals or SectionKind.Ros) && words[i].Has(Mark.Line) && words[i].Start > section.Start + section.Header.Length && !GoesOn(text, words, i))
            {
                if (i > from) { sentences.Add(new Sentence(from, i, section)); from = i; }
                // "VITAL SIGNS: ..." and then "NECK: ...": what is examined next.
                var part = section.Kind is SectionKind.Vitals or SectionKind.Ros && Parts.Contains(words[i].Text) && words[i].End < text.Length && text[words[i].End] == ':';
                if (part && section.Kind == SectionKind.Vitals) Begin(SectionKind.Exam, text[words[i].Start..words[i].End], words[i].Start);
                else if (!part) Begin(SectionKind.Body, "", words[i].Start);
            }

            // "FHx: mother asthma. 52F with headache": the patient again.
            if (inline && begins && section.Kind is SectionKind.Family or SectionKind.Social && words[i].Start > section.Start + section.Header.Length && IsAgeAndSex(words[i].Text))
            {
                Begin(SectionKind.Body, "", words[i].Start);
                inline = false;
            }

            // "PSH hernia. FHx stroke": the letters alone, for their sentence.
            if (around is not null && begins)
            {
                Begin(around.Kind, around.Header, words[i].Start);
                around = null;
            }

            if (begins && i + 1 < words.Count && !words[i + 1].Has(Mark.Line | Mark.Colon | Mark.Comma) && Bare.TryGetValue(words[i].Text, out var letters) && words[i].Capital && (words[i].Text != "fh" || Kin.Contains(words[i + 1].Text)))
            {
                around = section;
                Begin(letters, text[words[i].Start..words[i].End], words[i].Start);
                from = ++i;
                continue;
            }

            if (outer is not null && begins && words[i].Has(Mark.Line))
            {
                Begin(outer.Kind, outer.Header, words[i].Start);
                outer = null;
            }

            i++;
        }

        if (words.Count > from) sentences.Add(new Sentence(from, words.Count, section));
        return new NoteOutline(text, words, sentences, sections);

        void Begin(SectionKind kind, string header, int start)
        {
            sections[^1] = section with { End = start };
            section = new Section(kind, header, start, text.Length);
            sections.Add(section);
        }
    }

    private static string Next(NoteWord word, bool entry) =>
        entry && int.TryParse(word.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n < 40 ? (n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "2";

    // In notes run together into one line a header stands in capitals after a wider blank.
    private static bool Set(string text, NoteWord word) => word.Capitals && word.Start > 1 && text[word.Start - 1] == ' ' && text[word.Start - 2] == ' ';

    // A known header followed by a colon, or alone on its line; the longest form counts. An unknown header in capitals with a colon begins a part of no known kind,
    // unless it names an eye: "POAG OU:".
    private static bool HeaderAt(string text, List<NoteWord> words, int at, out int length, out SectionKind kind)
    {
        var onLine = at == 0 || words[at].Has(Mark.Line);
        Span<char> buffer = stackalloc char[96];
        var (best, bestKind, n) = (0, SectionKind.Body, 0);
        var capitals = true;
        var aside = 0;
        var slashed = false;
        for (var k = 0; k < LongestHeader && at + k < words.Count; k++)
        {
            var word = words[at + k];
            // "ASSESSMENT / PLAN".
            var joined = k > 0 && (word.Before & Mark.Semicolon) != 0 && text.AsSpan(words[at + k - 1].End, word.Start - words[at + k - 1].End).Trim() is "/";
            slashed |= joined;
            if (k > 0 && (word.Before & (Mark.Line | Mark.Colon | Mark.Stop | (joined ? Mark.None : Mark.Semicolon) | Mark.Question)) != 0) break;
            if (n + word.Text.Length + 1 > buffer.Length) break;
            if (k > 0) buffer[n++] = ' ';
            word.Text.CopyTo(buffer[n..]);
            n += word.Text.Length;
            // "BPH w/ LUTS: nocturia" is a diagnosis.
            capitals &= (word.Capitals || word.Text.Length == 1) && !(k > 0 && word.Has(Mark.Slash) && words[at + k - 1].Text == "w");
            var end = word.End;
            while (end < text.Length && text[end] is ' ' or ')' or '*') end++;
            var gap = end - word.End;
            // "Patient education (printed):".
            if (onLine && end < text.Length && text[end] == '(' && text.AsSpan(end, Math.Min(text.Length - end, LongestAside)).IndexOf("):") is var close and > 0 && !text.AsSpan(end, close).ContainsAny('\n', ':')) (end, aside) = (end + close + 1, end + close);
            var colon = end < text.Length && text[end] == ':' || end + 1 < text.Length && text[end] == '-' && text[end + 1] == ' ' && onLine && word.Capitals;
            // "Plan. Fewer tablets", "Impr.": a stop in place of the colon.
            if (!colon && onLine && word.Capital && n >= 3 && end < text.Length && text[end] == '.' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]))) colon = Headers.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(buffer[..n]);
            // "MEDICATION LIST (reconciled today)".
            if (onLine && !colon && end < text.Length && text[end] == '(' && text.AsSpan(end, Math.Min(text.Length - end, LongestAside)).IndexOf(')') is var shut and > 0 && (end + shut + 1 >= text.Length || text[end + shut + 1] is '\r' or '\n') && !text.AsSpan(end, shut).Contains('\n')) (end, aside) = (end + shut + 1, end + shut);
            var alone = onLine && (end >= text.Length || text[end] is '\r' or '\n') && (at + k + 1 >= words.Count || words[at + k + 1].Has(Mark.Line) || aside > words[at + k + 1].Start);
            // "EXAM scalp, face and neck", "ROS no fever": in capitals before a line that is not.
            var set = k == 0 && onLine && word.Capitals && n >= 3 && end < text.Length && char.IsLetter(text[end]) && at + 1 < words.Count && !words[at + 1].Capital && Headers.TryGetValue(word.Text, out var begun) && begun is SectionKind.Exam or SectionKind.Ros or SectionKind.Assessment or SectionKind.Plan or SectionKind.Medications;
            // "FAMILY   mother migraine": a column of headers.
            set |= onLine && capitals && n >= 3 && gap >= 2 && end < text.Length && text[end] is not ('\r' or '\n') && Headers.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(buffer[..n]);
            // "[Patient sheet] Diabetic eye disease".
            colon |= onLine && end < text.Length && text[end] == ']' && words[at].Start > 0 && text[words[at].Start - 1] == '[';
            if (!colon && !alone && !set) continue;
            if (Headers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..n], out var known))
            {
                // "Dx" on a line of its own.
                if (n <= 2 && !colon && !(alone && word.Capital && word.Text is "dx" or "cc" or "pe")) continue;
                if (!onLine && !word.Capital && !words[at].Capital) continue;
                // "Attending: fragility fracture due to osteoporosis" tells what he thinks; a name has a capital.
                if (known == SectionKind.Administrative && colon && at + k + 1 < words.Count && !words[at + k + 1].Capital && char.IsLetter(words[at + k + 1].Text[0])) continue;
                (best, bestKind) = (k + 1, known);
            }
            else if (colon && text[end] == ':' && onLine && capitals && !slashed && best == 0 && k > 0 && words[at].Text is not "differential" && word.Text is not ("ou" or "od" or "os"))
            {
                // "FAMILY PSYCHIATRIC HISTORY".
                (best, bestKind) = (k + 1, buffer[..n].IndexOf("family") >= 0 && buffer[..n].IndexOf("history") >= 0 ? SectionKind.Family : SectionKind.Body);
            }

            if (best > 0 && (colon || set)) break;
        }

        // What stands in brackets belongs to the header.
        while (best > 0 && aside > 0 && at + best < words.Count && words[at + best].Start < aside) best++;
        (length, kind) = (best, bestKind);
        return best > 0;
    }

    private static readonly FrozenDictionary<string, SectionKind> Bare = new Dictionary<string, SectionKind>
    {
        ["psh"] = SectionKind.Psh, ["pshx"] = SectionKind.Psh, ["pmh"] = SectionKind.Pmh, ["pmhx"] = SectionKind.Pmh, ["fhx"] = SectionKind.Family, ["famhx"] = SectionKind.Family, ["fh"] = SectionKind.Family, ["cc"] = SectionKind.Complaint,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is looked at, and asked about, from head to foot.
    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
        [
            "general", "gen", "constitutional", "appearance", "heent", "head", "neck", "nose", "ear", "ears", "eye", "eyes", "mouth", "throat", "ent", "oropharynx", "chest", "lung", "lungs", "pulmonary", "respiratory", "heart", "cardiac", "cardiovascular", "cv", "cvs", "abdomen", "abdominal", "gi",
            "gastrointestinal", "gu", "genitourinary", "genitalia", "rectal", "pelvic", "pelvis", "breast", "breasts", "back", "spine", "extremities", "extremity", "ext", "musculoskeletal", "neuro", "neurologic", "neurological", "cns", "cn", "cranial", "motor", "sensory", "reflexes", "coordination", "gait",
            "skin", "integument", "integumentary", "dermatologic", "lymph", "lymphatic", "lymphatics", "psych", "psychiatric", "psychological", "endocrine", "hematologic", "vascular",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Kin = new[]
    {
        "mother", "father", "mom", "dad", "brother", "brothers", "sister", "sisters", "sibling", "siblings", "son", "sons", "daughter", "daughters", "child", "children", "grandmother", "grandfather", "grandparents", "aunt", "uncle", "cousin", "cousins",
        "maternal", "paternal", "mgm", "mgf", "pgm", "pgf", "parents", "both", "family", "there", "no", "negative", "positive", "otherwise", "half", "niece", "nephew", "twin", "all", "strong", "several", "mat", "pat",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A wrapped line, an entry of the list, or the next relative.
    private static bool GoesOn(string text, List<NoteWord> words, int i) =>
        Kin.Contains(words[i].Text) || !words[i].Has(Mark.Blank) && (!words[i].Has(Mark.Begin) || words[i].Has(Mark.Bullet) || !words[i].Capital && char.IsLetter(words[i].Text[0]) || LineLength(text, words[i].Start) >= WrappedAt);

    // 52F, 8mo, 71yom.
    private static bool IsAgeAndSex(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        return digits is 1 or 2 or 3 && word.AsSpan(digits) is "f" or "m" or "yo" or "yof" or "yom" or "yf" or "ym" or "y/o";
    }

    private static int LineLength(string text, int start)
    {
        var end = text.LastIndexOf('\n', Math.Max(0, start - 1));
        return end < 0 ? 0 : end - (text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1);
    }

    private static FrozenDictionary<string, SectionKind> Load()
    {
        var map = new Dictionary<string, SectionKind>(StringComparer.Ordinal);
        foreach (var cells in WordLists.Read("sections.txt"))
        {
            var kind = Enum.Parse<SectionKind>(cells[0], ignoreCase: true);
            foreach (var form in cells.Skip(1)) map.TryAdd(form, kind);
        }

        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>The word lists that are part of the program.</summary>
internal static class WordLists
{
    /// <summary>The lines of a list, cells trimmed, comments and empty lines left out.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("detect/" + name) ?? throw new InvalidOperationException($"the word list {name} is not in the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            yield return line.Split('|', StringSplitOptions.TrimEntries);
        }
    }
}
