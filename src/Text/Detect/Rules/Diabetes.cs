using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The Alphabetic Index lists conditions under "Diabetes, with": they are coded as its complications even when the note does not link them, unless it says that they have
/// another cause (Official Guidelines I.A.15, I.C.4.a). Which condition goes to which fourth and fifth character is <c>data/detect/diabetes.txt</c>.
/// </summary>
internal static class Diabetes
{
    public static readonly Rule Rule = new("diabetes-with", "Guidelines I.A.15", Apply);

    private static readonly List<(string Suffix, bool Keep, string[] Prefixes)> Linked = [.. WordLists.Read("diabetes.txt").Select(c => (c[0], c[1] == "keep", c[2].Split(' ')))];

    private static readonly string[] Types = ["E08", "E09", "E10", "E11", "E13"];

    private static void Apply(NoteCase note)
    {
        var mentions = note.Live.Where(m => Array.Exists(Types, m.Entry.Under)).ToList();
        if (mentions.Count == 0) return;
        // The type that the note states anywhere holds for the bare word elsewhere; type 2 is the default (I.C.4.a.2).
        var type = mentions.Select(m => m.Entry.Code[..3]).FirstOrDefault(t => t is "E10") ?? mentions.Select(m => m.Entry.Code[..3]).FirstOrDefault(t => t is not "E11") ?? "E11";
        foreach (var m in mentions.Where(m => m.Entry.Under("E11") && type != "E11" && !Says(note, m, "2")))
        {
            if (note.Codes.Find(type + m.Entry.Code[3..]) is { } same) m.Recode(same, "diabetes-type", "Guidelines I.C.4.a");
        }

        // Diabetes due to another disease is E08 (I.C.4.a.6).
        foreach (var m in mentions.Where(m => m.Entry.Under("E11")))
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.To + 1 >= sentence.To || note.Word(m.To) is not ("due" or "secondary" or "from") || !note.Live.Any(o => o.Sentence == m.Sentence && o.From > m.To && (o.Entry.Under("K86") || o.Entry.Under("K85") || o.Entry.Under("E84") || o.Entry.Under("E24") || o.Entry.Under("E83") || o.Entry.Under("C25")))) continue;
            if (note.Codes.Find("E08" + m.Entry.Code[3..]) is { } secondary) m.Recode(secondary, "diabetes-secondary", "Guidelines I.C.4.a.6");
        }

        if (mentions.TrueForAll(m => m.Entry.Under("E08"))) type = "E08";
        var lead = mentions[0];
        foreach (var other in note.Live.ToList())
        {
            if (other.Assertion == Assertion.Uncertain && !note.Inpatient) continue;
            if (Linked.FirstOrDefault(l => l.Prefixes.Any(other.Entry.Under)) is not { Suffix: not null } link || OtherCause(note, other)) continue;
            var at = mentions.FirstOrDefault(m => m.Entry.Under("E10") || m.Entry.Under("E11") || m.Entry.Under("E13") || m.Entry.Under("E08") || m.Entry.Under("E09")) ?? lead;
            // "Neuropathy" without more is no polyneuropathy.
            var code = type + (link.Suffix == "42" && other.Entry.Under("G629") && !Says(note, other, "polyneuropathy") && !Says(note, other, "peripheral") ? "40" : link.Suffix);
            if (note.Codes.Find(code) is not { } entry) continue;
            if (!entry.Billable)
            {
                // Retinopathy by stage and eye: as far as the note says.
                if (Specificity.Default(note.Codes, entry) is not { } silent) continue;
                entry = silent;
            }

            if (!note.Live.Any(m => m.Entry.Under(code)))
            {
                if (note.Add(entry.Code, at.Sentence, at.From, at.To, at.Assertion, Rule.Id, Rule.Source) is { } added) added.Also.Add((other.From, other.To));
            }

            if (!link.Keep) other.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
            else other.Kept = true;
        }

        if (!note.Live.Any(m => Array.Exists(Types, m.Entry.Under) && !m.Entry.Code[3..].StartsWith('9') && !m.Entry.Under(type + "8"))) return;
        foreach (var m in note.Live.ToList())
        {
            if (Array.Exists(Types, m.Entry.Under) && (m.Entry.Code[3..].StartsWith('9') || m.Entry.Code[3..] == "8")) m.Reject(RejectReasons.Combined, Rule.Source, note.Live.First(o => Array.Exists(Types, o.Entry.Under) && o.Entry.Code[3] is not ('9' or '8')).Entry.Display);
        }
    }

    private static bool Says(NoteCase note, Mention m, string number)
    {
        for (var i = m.From; i < m.To; i++)
        {
            if (note.Word(i) == number || note.Word(i) is "t2dm" or "dm2" or "dmii" or "niddm" or "ii" or "t2d" or "two") return true;
        }

        return false;
    }

    // "Neuropathy due to chemotherapy", "not diabetic", "unrelated to diabetes".
    private static bool OtherCause(NoteCase note, Mention m)
    {
        // Drugs, alcohol and toxins are the cause in the name itself.
        if (m.Entry.Code is "G620" or "G621" or "G622") return true;
        var sentence = note.Note.Sentences[m.Sentence];
        // The cause may be part of the name: "neuropathy due to chemotherapy".
        for (var i = m.From + 1; i < Math.Min(sentence.To, m.To + 4); i++)
        {
            if (note.Word(i) is "due" or "secondary" or "from" or "caused")
            {
                for (var k = i; k < Math.Min(sentence.To, i + 6); k++)
                {
                    if (note.Word(k) is "diabetes" or "diabetic" or "dm" or "t2dm" or "dm2") return false;
                }

                return true;
            }
        }

        return note.FindWord(sentence, "unrelated", "nondiabetic") >= 0;
    }
}
