using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>The completed weeks of a pregnancy that a note tells: "30 weeks pregnant", "GA 38w2d", "at 24 weeks" beside a pregnancy.</summary>
internal static class Gestation
{
    /// <summary>The weeks, and the words <c>[From, To)</c> of a sentence that say so; null when the note says none.</summary>
    public static (int Weeks, int Sentence, int From, int To)? Of(NoteCase note, bool pregnant)
    {
        (int, int, int, int)? loose = null;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var (first, end, section) = note.Note.Sentences[s];
            if (section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            // The weeks at which somebody was born are those of another pregnancy.
            if (!note.Has("O8") && note.FindWord(note.Note.Sentences[s], "born", "premature", "preterm", "newborn", "infant", "neonate") >= 0 && note.FindWord(note.Note.Sentences[s], "labor", "contractions", "rupture", "ruptured", "membranes", "prom", "cervix") < 0) continue;
            for (var i = first; i < end; i++)
            {
                if (WeeksAt(note, i, end, out var next) is not { } weeks) continue;
                if (Named(note, next, Math.Min(end, next + 5)) is >= 0 and var after) return (weeks, s, i, after + 1);
                if (Named(note, Math.Max(first, i - 6), i) is >= 0 and var before) return (weeks, s, before, next);
                if (pregnant && weeks >= 20 && Labored(note, Math.Max(first, i - 6), i)) return (weeks, s, i, next);
                // Nobody but a pregnant woman is "12w2d", unless a child is told of.
                if (loose is null && (pregnant || !note.Patient.IsChild && note.Word(i) is { Length: 4 or 5 } joined && joined.Contains('w', StringComparison.Ordinal) && char.IsAsciiDigit(joined[joined.IndexOf('w', StringComparison.Ordinal) - 1]) && joined.IndexOf('w', StringComparison.Ordinal) + 1 < joined.Length && char.IsAsciiDigit(joined[joined.IndexOf('w', StringComparison.Ordinal) + 1]) && !note.Speaks("nicu", "dol", "apgar", "apgars", "preemie", "corrected", "pma")) && !Elapsed(note, first, i, next, end)) loose = (weeks, s, i, next);
            }
        }

        return loose;
    }

    private static int Named(NoteCase note, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (note.Word(k) is "pregnant" or "preg" or "gestation" or "pregnancy" or "gestational" or "iup" or "ga" or "ega" or "gravid" or "gravida" or "multigravida" or "primigravida" || IsGravida(note.Word(k))) return k;
        }

        return -1;
    }

    // "Vaginal delivery at 39 weeks of a boy", "induced at 37w1d".
    private static bool Labored(NoteCase note, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (note.Word(k) is "svd" or "nsvd" or "vavd" or "vbac" or "delivery" or "delivered" or "cesarean" or "ltcs" or "rltcs" or "section" or "induction" or "induced" or "iol" or "labor") return true;
        }

        return false;
    }

    /// <summary>"G2P1", "G3P2002".</summary>
    public static bool IsGravida(string word) => word.Length is >= 4 and <= 8 && word[0] == 'g' && char.IsAsciiDigit(word[1]) && word.Contains('p', StringComparison.Ordinal) && char.IsAsciiDigit(word[^1]);

    // "38 weeks", "38w2d", "38 2/7 weeks", "38+2", "38w".
    private static int? WeeksAt(NoteCase note, int at, int end, out int next)
    {
        var word = note.Word(at);
        next = at + 1;
        // "EDC by 8 wk US": when it was dated.
        for (var k = at + 1; k < Math.Min(end, at + 3) && !word.Contains('w', StringComparison.Ordinal); k++) if (note.Word(k) is "us" or "ultrasound" or "scan" or "sono" or "sonogram" or "usg") return null;
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits is 0 or > 2 || !int.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 2 or > 45) return null;
        var rest = word[digits..];
        if (rest is "w" or "wk" or "wks" || rest.Length is 2 or 3 && rest[0] == 'w' && char.IsAsciiDigit(rest[1])) return n;
        if (rest.Length > 0 && rest[0] != '.') return null;
        for (var k = at + 1; k < Math.Min(end, at + 4); k++)
        {
            if (note.Word(k) is "weeks" or "week" or "wks" or "wk" or "w" or "weeker") { next = k + 1; return n; }
            if (note.Word(k).Length != 1 || !char.IsAsciiDigit(note.Word(k)[0])) break;
        }

        return null;
    }

    // "Six weeks ago", "for 2 weeks", "in 3 weeks", "6 weeks postpartum" count something else.
    private static bool Elapsed(NoteCase note, int first, int at, int next, int end)
    {
        for (var k = next; k < Math.Min(end, next + 3); k++)
        {
            if (note.Word(k) is "ago" or "postpartum" or "after" or "later" or "old" or "history" or "of" or "post" or "postop" or "s/p" or "status" or "since" or "sp") return true;
        }

        for (var k = Math.Max(first, at - 3); k < at; k++)
        {
            if (note.Word(k) is "for" or "in" or "over" or "past" or "last" or "every" or "x" or "within" or "after" or "than") return true;
        }

        return false;
    }
}
