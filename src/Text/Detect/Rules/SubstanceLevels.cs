using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Of one substance only one code: dependence before abuse before use (Official Guidelines I.C.5.b.2), and what the substance did, as a withdrawal or a disorder that it
/// caused, takes in the code for no complication.
/// </summary>
internal static class SubstanceLevels
{
    public static readonly Rule Rule = new("substance-level", "Guidelines I.C.5.b.2", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("F1")) return;
        // "Alcohol use disorder, severe (dependence)": the word alone is no dependence on something else.
        foreach (var m in note.Live.Where(m => m.Entry.Code == "F1920" && m.To - m.From == 1).ToList())
        {
            if (note.Live.FirstOrDefault(o => o != m && o.Sentence == m.Sentence && o.Entry.Under("F1") && !o.Entry.Under("F19")) is { } named) m.Reject(RejectReasons.Combined, Rule.Source, named.Entry.Display);
        }

        // "Nicotine dependence, e-cigarettes": what is vaped is another tobacco product (Alphabetic Index: Vaping).
        foreach (var m in note.Live.Where(m => m.Entry.Under("F172") && m.Entry.Code.Length == 6 && m.Entry.Code[4] is '0' or '1').ToList())
        {
            var at = Told.Beside(note, m, 5, "cigarettes", "cigarette", "vape", "vapes", "vaping", "ecigarettes", "ecigarette");
            if (at < 0 || note.Word(at)[0] == 'c' && (at == 0 || note.Word(at - 1) != "e") || note.Codes.Find("F1729" + m.Entry.Code[5]) is not { } vaped) continue;
            m.Recode(vaped, Rule.Id, "Alphabetic Index: Vaping");
        }

        foreach (var group in note.Live.Where(m => m.Entry.Under("F1") && m.Entry.Code.Length > 4 && m.Assertion is Assertion.Present or Assertion.Uncertain).GroupBy(m => m.Entry.Code[..3]).ToList())
        {
            var mentions = group.ToList();
            var level = mentions.Min(m => Rank(m.Entry));
            // Intoxication or withdrawal of one who is dependent is that of the dependence.
            foreach (var m in mentions.Where(m => level == 0 && Rank(m.Entry) > 0 && m.Entry.Code[4] is '2' or '3').ToList())
            {
                if (note.Codes.Find(m.Entry.Code[..3] + "2" + m.Entry.Code[4..]) is { Billable: true } whole) m.Recode(whole, Rule.Id, Rule.Source);
            }

            var lead = mentions.FirstOrDefault(m => Rank(m.Entry) == level && Harm(m.Entry)) ?? mentions.First(m => Rank(m.Entry) == level);
            foreach (var m in mentions.Where(m => m.Entry.Code != lead.Entry.Code))
            {
                if (Rank(m.Entry) > level && !Harm(m.Entry) || Rank(m.Entry) == level && Harm(lead.Entry) && Plain(m.Entry) || Vaguer(m.Entry, lead.Entry)) m.Reject(RejectReasons.Combined, Rule.Source, lead.Entry.Display);
            }
        }
    }

    // Dependence, abuse, use.
    private static int Rank(CodeEntry entry) => entry.Code[3] switch { '2' => 0, '1' => 1, _ => 2 };

    private static bool Plain(CodeEntry entry) => entry.Code[4] == '0' && entry.Code.Length == 5;

    // Remission is no harm: what it says of the same dependence the note must settle.
    private static bool Harm(CodeEntry entry) => !Plain(entry) && entry.Code[4] != '1';

    // A withdrawal without more beside the one with delirium.
    private static bool Vaguer(CodeEntry entry, CodeEntry lead) => entry.Code.Length == 6 && lead.Code.Length == 6 && entry.Code[..5] == lead.Code[..5] && entry.Code[5] is '0' or '9' && lead.Code[5] is not ('0' or '9');
}
