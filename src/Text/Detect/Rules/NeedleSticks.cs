using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Who is stuck by a needle has a puncture wound of the part, and what the source of the blood has is an exposure: Z20.6 for HIV, Z20.5 for viral hepatitis (Official Guidelines
/// I.C.21.c.1; I.C.1.a.2.f has Z21 and B20 only for who is infected).
/// </summary>
internal static class NeedleSticks
{
    public static readonly Rule Rule = new("needle-stick", "Guidelines I.C.21.c.1", Apply);

    private static readonly string[] Sharps = ["needle", "needles", "syringe", "lancet", "scalpel", "sharp", "sharps", "suture", "trocar"];

    private static readonly string[] Stuck = ["stuck", "stick", "sticks", "pricked", "prick", "poked", "punctured", "puncture", "jabbed", "jab"];

    private static readonly string[] Splashed = ["splash", "splashed", "splatter", "squirted", "sprayed", "exposed", "exposure", "bitten", "bite"];

    // Titles of the puncture wounds by part; %s is the side.
    private static readonly (string[] Words, string Title)[] Parts =
    [
        (["thumb"], "Puncture wound without foreign body of %s thumb without damage to nail"), (["index"], "Puncture wound without foreign body of %s index finger without damage to nail"),
        (["middle", "long"], "Puncture wound without foreign body of %s middle finger without damage to nail"), (["ring"], "Puncture wound without foreign body of %s ring finger without damage to nail"),
        (["little", "pinky", "pinkie", "small"], "Puncture wound without foreign body of %s little finger without damage to nail"), (["finger", "fingertip", "digit"], "Puncture wound without foreign body of unspecified finger without damage to nail"),
        (["palm", "hand"], "Puncture wound without foreign body of %s hand"), (["wrist"], "Puncture wound without foreign body of %s wrist"), (["forearm"], "Puncture wound without foreign body of %s forearm"),
        (["thigh"], "Puncture wound without foreign body, %s thigh"), (["calf", "leg", "shin"], "Puncture wound without foreign body, %s lower leg"), (["foot"], "Puncture wound without foreign body, %s foot"),
    ];

    private static readonly string[] Categories = ["S61", "S51", "S71", "S81", "S91"];

    private static void Apply(NoteCase note)
    {
        if (!note.Speaks(Stuck) && !note.Speaks(Splashed) && !note.Speaks("needlestick", "needlesticks", "needle-stick")) return;
        var exposed = false;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Social) continue;
            var at = StickAt(note, sentence);
            if (at >= 0 && !Told.Denied(note, s, at) && note.ScopeAt(s, Assertion.Historical, at, at + 1) is null)
            {
                exposed = true;
                Wound(note, s, sentence, at);
            }
            else if (note.FindWord(sentence, Splashed) is >= 0 and var splash && !Told.Denied(note, s, splash)) exposed = true;
        }

        if (exposed) Source(note);
    }

    // "Needlestick", "pricked his palm with a lancet", "needle stick".
    private static int StickAt(NoteCase note, Sentence sentence)
    {
        if (note.FindWord(sentence, "needlestick", "needlesticks", "needle-stick") is >= 0 and var whole) return whole;
        var stuck = note.FindWord(sentence, Stuck);
        return stuck >= 0 && note.FindWord(sentence, Sharps) is >= 0 and var sharp && Math.Abs(sharp - stuck) <= 9 ? stuck : -1;
    }

    private static void Wound(NoteCase note, int s, Sentence sentence, int at)
    {
        if (note.Live.Any(m => m.Entry.Title.StartsWith("Puncture wound", StringComparison.Ordinal))) return;
        for (var near = s; near <= Math.Min(s + 1, note.Note.Sentences.Count - 1); near++)
        {
            var here = near == s ? sentence : note.Note.Sentences[near];
            foreach (var (words, title) in Parts)
            {
                if (note.FindWord(here, words) is not (>= 0 and var part) || Told.Denied(note, near, part) || near == s && Math.Abs(part - at) > 9) continue;
                if (words[0] is "index" or "middle" or "ring" or "little" && part + 1 < here.To && note.Word(part + 1) is not ("finger" or "fingertip" or "digit") && words[0] != "index") continue;
                var side = note.FindWord(here with { From = Math.Max(here.From, part - 3), To = Math.Min(here.To, part + 3) }, "left", "lt") >= 0 ? "left" : note.FindWord(here with { From = Math.Max(here.From, part - 3), To = Math.Min(here.To, part + 3) }, "right", "rt") >= 0 ? "right" : "unspecified";
                if (Find(note, title.Replace("%s", side, StringComparison.Ordinal)) is not { } entry) continue;
                foreach (var m in note.Live.Where(m => m.Sentence == near && m.Entry.Code[0] == 'S' && m.Entry.Code[2] is '6' or '9' or '1' && (m.Entry.Title.Contains("nspecified injury", StringComparison.Ordinal) || m.Entry.Title.Contains("nspecified open wound", StringComparison.Ordinal) || m.Entry.Title.StartsWith("Other specified injur", StringComparison.Ordinal))).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
                note.Add(entry.Code, near, near == s ? Math.Min(at, part) : part, near == s ? Math.Max(at, part) + 1 : part + 1, Assertion.Present, Rule.Id, "Alphabetic Index: Puncture");
                return;
            }
        }
    }

    private static CodeEntry? Find(NoteCase note, string title)
    {
        foreach (var category in Categories)
        {
            if (note.Codes.Find(category) is not { } heading) continue;
            if (note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Code[^1] == 'A' && c.Title.StartsWith(title, StringComparison.Ordinal)) is { } found) return found;
        }

        return null;
    }

    // The disease is the source's: "drew blood from a known HIV patient", "source is hepatitis C positive".
    private static void Source(NoteCase note)
    {
        foreach (var m in note.Mentions.Where(m => (m.Live || m.Rejected == RejectReasons.OtherPerson) && (m.Entry.Under("B20") || m.Entry.Under("Z21") || m.Entry.Under("B16") || m.Entry.Under("B17") || m.Entry.Under("B18") || m.Entry.Under("B19") || m.Entry.Under("Z225"))).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.Section is SectionKind.Family or SectionKind.Pmh || Others(note, sentence, m) is not (>= 0 and var who)) continue;
            var code = m.Entry.Under("B20") || m.Entry.Under("Z21") ? "Z206" : "Z205";
            m.Reject(RejectReasons.OtherPerson, Rule.Source, code);
            if (!note.Has(code)) note.Add(code, m.Sentence, Math.Min(m.From, who), Math.Max(m.To, who + 1), Assertion.Present, Rule.Id, Rule.Source);
        }
    }

    private static int Others(NoteCase note, Sentence sentence, Mention m)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (note.Word(i) is "source" or "donor" or "resident" or "inmate" && Math.Abs(i - m.From) <= 8) return i;
            // "From a patient with HIV", "by a client known for hepatitis B": one who is told as another's.
            if (note.Word(i) is "patient" or "pt" or "person" or "client" or "man" or "woman" or "individual" or "patient's" && Math.Abs(i - m.From) <= 6)
            {
                for (var k = i - 1; k >= Math.Max(sentence.From, i - 5); k--) if (note.Word(k) is "on" or "from" or "by" or "for" or "of" or "in" && (m.From > k && m.To <= i || Enumerable.Range(k + 1, i - k - 1).Any(w => note.Word(w) is "a" or "an" or "another" or "known" or "the" or "her" or "his"))) return i;
            }
        }

        return -1;
    }
}
