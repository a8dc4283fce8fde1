using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An unspecified code gives way to a specific one of the same category that the note supports elsewhere, and a code to the finer one that includes it (Official Guidelines
/// I.B.2, I.B.18).
/// </summary>
internal static class Combined
{
    public static readonly Rule Rule = new("most-specific", "Guidelines I.B.2", Apply);

    private static void Apply(NoteCase note)
    {
        // A cancer of unknown site gives way to one that the note names.
        if (note.Live.FirstOrDefault(m => m.Entry.Code[0] == 'C' && !m.Entry.Under("C80") && !m.Entry.Under("C77") && !m.Entry.Under("C78") && !m.Entry.Under("C79")) is { } primary)
        {
            foreach (var m in note.Live.Where(m => m.Entry.Under("C80")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, primary.Entry.Display);
        }

        if (note.Live.Any(m => m.Entry.Under("Z85") && m.Entry.Code != "Z859"))
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code == "Z859").ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
        }

        // "Chest pain" beside the kind of it.
        if (note.Live.FirstOrDefault(m => m.Entry.Under("R07") && m.Entry.Code is not ("R079" or "R070")) is { } kind)
        {
            foreach (var m in note.Live.Where(m => m.Entry.Code == "R079").ToList()) m.Reject(RejectReasons.Combined, Rule.Source, kind.Entry.Display);
        }

        Active(note);
        // "Right ankle injury" of the complaint, and the sprain that it was.
        foreach (var m in note.Live.Where(m => m.Entry.Code.Length >= 5 && m.Entry.Code[0] == 'S' && m.Entry.Code[2] == '9' && m.Entry.Title.StartsWith("Unspecified injury", StringComparison.Ordinal)).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Entry.Code[0] == 'S' && o.Entry.Code[1] == m.Entry.Code[1] && o.Entry.Code[2] != '9' && o.Section is SectionKind.Assessment or SectionKind.Plan or SectionKind.Results) is { } named) m.Reject(RejectReasons.Combined, Rule.Source, named.Entry.Display);
        }

        // "Rolled the ankle", and broke it: the ligament of a broken joint has no code of its own unless the note examines it.
        foreach (var m in note.Live.Where(m => m.Entry.Under("S934") && m.Entry.Title.Contains("unspecified ligament", StringComparison.Ordinal)).ToList())
        {
            if (note.Live.FirstOrDefault(o => (o.Entry.Under("S828") || o.Entry.Under("S825") || o.Entry.Under("S826")) && (o.Entry.Code[5] == m.Entry.Code[5] || m.Entry.Code[5] == '9')) is { } broken && note.FindWord(note.Note.Sentences[m.Sentence], "sprain", "sprained", "ligament", "atfl") < 0) m.Reject(RejectReasons.Combined, Rule.Source, broken.Entry.Display);
        }

        Graded(note);
        Complicated(note);
        var live = note.Live.DistinctBy(m => m.Entry.Code).ToList();
        foreach (var m in live)
        {
            if (!m.Live || !Vague(m.Entry)) continue;
            CodeEntry? finer = null;
            foreach (var other in live)
            {
                if (!other.Live || other.Entry.Code == m.Entry.Code || !other.Entry.Category.SequenceEqual(m.Entry.Category) || Vague(other.Entry) && Common(other.Entry.Code, m.Entry.Code) < 4) continue;
                if (Vague(other.Entry) && Vagueness(other.Entry) >= Vagueness(m.Entry)) continue;
                if (!Same(m.Entry, other.Entry) || !Alike(note, m.Entry, other.Entry)) continue;
                finer = other.Entry;
                break;
            }

            if (finer is null) continue;
            foreach (var same in note.Mentions) if (same.Live && same.Entry.Code == m.Entry.Code) same.Reject(RejectReasons.Combined, Rule.Source, finer.Display);
        }
    }

    // "History of stage III lung cancer", and the assessment treats it: it is not over (I.C.2.m). Other breast, other skin: there may be two.
    private static void Active(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z85") || m.Entry.Under("Z8711")).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Section is SectionKind.Assessment or SectionKind.Plan && o.Assertion == Assertion.Present && o.Entry.Code[0] != 'Z' && !o.Entry.Under("C50") && !o.Entry.Under("C43") && !o.Entry.Under("C44") && HistoryStatus.CodeOf(o.Entry) == m.Entry.Code) is { } active) m.Reject(RejectReasons.Combined, "Guidelines I.C.2.m", active.Entry.Display);
        }
    }

    // "Moderate persistent asthma" in the history and its exacerbation in the assessment are one asthma.
    private static void Complicated(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => Plain(m.Entry)).ToList())
        {
            if (note.Live.FirstOrDefault(o => o.Entry.Code.Length == m.Entry.Code.Length && o.Entry.Code != m.Entry.Code && o.Entry.Code.AsSpan()[..^1].SequenceEqual(m.Entry.Code.AsSpan()[..^1]) && !Plain(o.Entry) && !Vague(o.Entry)) is { } other) m.Reject(RejectReasons.Combined, Rule.Source, other.Entry.Display);
        }

        static bool Plain(CodeEntry entry) => entry.Title.Contains("uncomplicated", StringComparison.Ordinal) || entry.Title.Contains("without complication", StringComparison.Ordinal);
    }

    // Hemorrhoids of a degree, and elsewhere without it.
    private static void Graded(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is "K648" or "K649").ToList())
        {
            if (Told.Beside(note, m, 3, "grade", "degree", "stage") is not (>= 0 and var at) || Told.OfAnother(note, m, at)) continue;
            var (before, after) = (at > 0 ? note.Word(at - 1) : "", at + 1 < note.Note.Words.Count ? note.Word(at + 1) : "");
            var degree = Degree(note.Word(at) == "degree" ? before : after);
            if (degree != '\0' && note.Codes.Find("K64" + degree) is { } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }

        if (note.First("K640", "K641", "K642", "K643") is not { } graded) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "K649" || m.Entry.Code == "K648" && Told.Says(note, m, 0, "internal")).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, graded.Entry.Display);
    }

    private static char Degree(string word) => word switch { "i" or "1" or "first" or "1st" => '0', "ii" or "2" or "second" or "2nd" => '1', "iii" or "3" or "third" or "3rd" => '2', "iv" or "4" or "fourth" or "4th" => '3', _ => '\0' };

    private static bool Vague(CodeEntry entry) => Vagueness(entry) > 0;

    private static int Vagueness(CodeEntry entry)
    {
        var n = entry.Billable ? 0 : 3;
        for (var i = entry.Title.IndexOf("unspecified", StringComparison.OrdinalIgnoreCase); i >= 0; i = entry.Title.IndexOf("unspecified", i + 5, StringComparison.OrdinalIgnoreCase)) n++;
        if (n == 0 && entry.Code is { Length: 4 or 5 } && entry.Code[^1] == '9' && !(entry.Code.Length == 5 && entry.Title.StartsWith("Other ", StringComparison.Ordinal))) n = 1;
        // Other and unspecified injuries of a region.
        if (n == 0 && entry.Code[0] == 'S' && entry.Code[3] is '8' or '9') n = 2;
        return n;
    }

    // Categories that collect unlike conditions: there the names must have a word in common.
    private static readonly string[] Unlike = ["E87", "E83", "E88", "G47", "K59", "K62", "N39", "N32", "D68", "D75", "L98", "H04", "L71", "R"];

    private static bool Alike(NoteCase note, CodeEntry vague, CodeEntry finer) =>
        !Array.Exists(Unlike, vague.Under) || note.Lexicon.TitleStems(vague).Intersect(note.Lexicon.TitleStems(finer)).Any();

    // Of injuries and pains only the same part; of diseases the subcategory, unless it is the unspecified code of the whole category.
    private static bool Same(CodeEntry vague, CodeEntry finer) =>
        // What a stroke left is many things: the leg that is weak is not the speech that is slurred.
        !(vague.Under("I69") && Common(vague.Code, finer.Code) < 5)
        // Secondaries of the lung and of the liver are two places, though the side of the lung (kidney, ovary, adrenal) is not told.
        && !(vague.Code is "C7800" or "C7900" or "C7960" or "C7970" && Common(vague.Code, finer.Code) < 4) && (
        vague.Code[0] is 'S' or 'T' or 'M' or 'C' or 'D' ? Common(vague.Code, finer.Code) >= (vague.Code[0] is 'M' or 'S' or 'T' && vague.Code != "M329" && !(vague.Code[0] == 'S' && vague.Code[3] is '8' or '9') ? 4 : 3) : vague.Code[0] != 'Z' && (vague.Code.Length < 4 || vague.Code[3] == '9' || vague.Code is "E785" or "F32A" or "K2970" or "K3580" || Common(vague.Code, finer.Code) >= 4));

    private static int Common(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }
}
