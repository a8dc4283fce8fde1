using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Burns by site and degree, also where the note tells the site first and the degree after it: "left forearm, blistered, second-degree burn" (Official Guidelines I.C.19.d). Of
/// several degrees of one site the highest counts (I.C.19.d.2).
/// </summary>
internal static class Burns
{
    public static readonly Rule Rule = new("burn", "Guidelines I.C.19.d", Apply);

    private static readonly FrozenDictionary<string, string> Sites = WordLists.Read("burns.txt").SelectMany(c => c[1].Split(' ').Select(w => (Word: w, Code: c[0]))).ToFrozenDictionary(p => p.Word, p => p.Code, StringComparer.Ordinal);

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks("burn", "burns", "burned", "scald", "scalded") || !note.Speaks("degree", "deg", "thickness")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Pmh) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (Degree(note, sentence, i) is not { } degree || note.ScopesOf[s].Exists(x => x.From <= i && x.To > i && x.Kind != Assertion.Uncertain)) continue;
                if (Site(note, sentence, i) is not { } site) continue;
                var code = Code(note, sentence, site, degree);
                // "Multiple sites of the leg" is a site of its own.
                if (note.FindWord(sentence with { From = Math.Max(sentence.From, site - 5), To = Math.Min(sentence.To, site + 4) }, "multiple", "mult") is >= 0 and var many && many + 1 < sentence.To && note.Word(many + 1) is "sites" or "areas" && note.Codes.Find($"{code[..4]}9{code[5..]}A") is not null) code = $"{code[..4]}9{code[5..]}";
                if (note.Codes.Find(code + 'A') is not { } entry) continue;
                // What was read of the same part with another degree or none is this burn.
                if (note.Live.FirstOrDefault(m => m.Sentence == s && m.From <= site && m.To > site && m.Entry.Category.SequenceEqual(entry.Category) && !m.Kept) is { } read)
                {
                    read.Recode(entry, Rule.Id, Rule.Source);
                    read.Kept = true;
                    continue;
                }

                // The same site with a higher degree.
                if (note.Live.Any(m => m.Entry.Code.Length == 7 && m.Entry.Under(entry.Code[..3]) && m.Entry.Code[4..] == entry.Code[4..] && m.Entry.Code[3] >= entry.Code[3])) continue;
                note.Add(entry.Code, s, Math.Min(site, i), Math.Max(site, i) + 1, Assertion.Present, Rule.Id, Rule.Source);
                // A burn of the same part whose degree is not said, less exactly told.
                foreach (var m in note.Live.Where(m => m.Entry.Category.SequenceEqual(entry.Category) && m.Entry.Code[3] == '0' && m.Sentence == s).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            }
        }

        Extent(note);
        if (!note.Live.Any(m => IsOfSite(m.Entry))) return;
        foreach (var m in note.Live.Where(m => m.Entry.Under("T30") || m.Entry.Title.StartsWith("Blister (nonthermal)", StringComparison.Ordinal)).ToList()) m.Reject(RejectReasons.Combined, Rule.Source);
    }

    /// <summary>A burn of unspecified degree of the first site that a sentence names, initial encounter; null when it names none.</summary>
    public static string? Within(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (Sites.ContainsKey(note.Word(i))) return Code(note, sentence, i, '0') + 'A';
        return null;
    }

    private static bool IsOfSite(CodeEntry entry) => entry.Under("T20") || entry.Under("T21") || entry.Under("T22") || entry.Under("T23") || entry.Under("T24") || entry.Under("T25");

    private static char? Degree(NoteCase note, Sentence sentence, int at)
    {
        if (at + 1 >= sentence.To) return null;
        var next = note.Word(at + 1);
        return (note.Word(at), next) switch
        {
            ("first" or "1st", "degree" or "deg") => '1', ("second" or "2nd", "degree" or "deg") => '2', ("third" or "3rd", "degree" or "deg") => '3',
            ("partial", "thickness") => '2', ("full", "thickness") => '3',
            _ => null,
        };
    }

    // The side nearest to the site, before it first: "R forearm and back of L hand".
    private static char Lateral(NoteCase note, Sentence near, int site)
    {
        for (var d = 1; d <= 4; d++)
        {
            foreach (var i in (ReadOnlySpan<int>)[site - d, site + d])
            {
                if (i < near.From || i >= near.To || i > site && note.Note.Words[i].Has(Mark.Semicolon)) continue;
                if (note.Word(i) is "right" or "rt" || note.Word(i) == "r" && note.Note.Words[i].Capital) return '1';
                if (note.Word(i) is "left" or "lt" || note.Word(i) == "l" && note.Note.Words[i].Capital) return '2';
            }
        }

        return '9';
    }

    // How much of the body is burnt, in per cent, beside the codes of the sites (I.C.19.d.6); of that the third degree, where it is told.
    private static void Extent(NoteCase note)
    {
        if (note.Has("T31") || !note.Live.Any(m => IsOfSite(m.Entry)) || !note.Speaks("tbsa", "bsa")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, "tbsa", "bsa");
            if (at < 0 || sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions) continue;
            for (var d = 1; d <= 4; d++)
            {
                foreach (var i in (ReadOnlySpan<int>)[at - d, at + d])
                {
                    if (i < sentence.From || i >= sentence.To || !double.TryParse(note.Word(i), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var share) || share > 100) continue;
                    var word = note.Note.Words[i];
                    if (!note.Note.Text.AsSpan(word.End).TrimStart().StartsWith("%") && !(i + 1 < sentence.To && note.Word(i + 1) is "percent" or "per")) continue;
                    var less = word.Start > 0 && note.Note.Text[word.Start - 1] == '<';
                    var tens = (int)(less && share > 0 ? share - 1 : share) / 10;
                    var code = tens == 0 ? "T310" : tens >= 9 ? "T3190" : $"T31{(char)('0' + tens)}0";
                    note.Add(code, s, Math.Min(at, i), Math.Max(at, i) + 1, Assertion.Present, Rule.Id, "Guidelines I.C.19.d.6");
                    return;
                }
            }
        }
    }

    // The nearest site before the degree in the sentence, else the first behind it.
    private static int? Site(NoteCase note, Sentence sentence, int at)
    {
        for (var i = at + 2; i < Math.Min(sentence.To, at + 9) && !note.Note.Words[i].Has(Mark.Semicolon | Mark.Stop); i++)
        {
            if (note.Word(i) is "of" or "to" or "on" or "over") for (var k = i + 1; k < Math.Min(sentence.To, i + 5); k++) if (Sites.ContainsKey(note.Word(k))) return k;
        }

        // "2nd degree burn R forearm": right behind the burn.
        for (var i = at + 2; i < Math.Min(sentence.To, at + 8) && !note.Note.Words[i].Has(Mark.Semicolon | Mark.Stop | Mark.Comma); i++)
        {
            if (note.Word(i) is "and" or "with" || Degree(note, sentence, i) is not null) break;
            if (Sites.ContainsKey(note.Word(i))) return i;
        }

        for (var i = at - 1; i >= sentence.From; i--) if (Sites.ContainsKey(note.Word(i))) return i;
        return null;
    }

    private static string Code(NoteCase note, Sentence sentence, int site, char degree)
    {
        var code = Sites[note.Word(site)];
        var near = sentence with { From = Math.Max(sentence.From, site - 4), To = Math.Min(sentence.To, site + 4) };
        if (code.StartsWith("T23d0", StringComparison.Ordinal))
        {
            if (note.FindWord(near, "dorsum", "dorsal", "back") >= 0) code = "T23d6s";
            else if (note.FindWord(near, "palm", "palmar") >= 0) code = "T23d5s";
        }

        if (code.StartsWith("T24d0", StringComparison.Ordinal) && note.FindWord(near, "lower") >= 0) code = "T24d3s";
        var side = Lateral(note, near, site);
        return code.Replace('d', degree).Replace('s', side);
    }
}
