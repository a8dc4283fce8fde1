using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// "Hysterectomy in 2019 for fibroids", "after mole excision", "after hip replacement for osteoarthritis", "cataract surgery" in a history: what an operation of the past took away is not there any more (Official Guidelines IV.J:
/// conditions that were treated and no longer exist are not coded). Which disease which operation ends is <c>data/detect/operated-for.txt</c>; cancers are read elsewhere (I.C.2.m).
/// </summary>
internal static class OperatedFor
{
    public static readonly Rule Rule = new("operated-for", "Guidelines IV.J", Apply);

    // Between the operation and what it was for.
    private const int Reach = 12;

    private static readonly List<(string[] Status, string[] Diseases)> Table = [.. WordLists.Read("operated-for.txt").Select(c => (c[0].Split(' '), c[1].Split(' ')))];

    // Operations that leave no status worth a code: their words, beside a sign that they are past.
    private static readonly List<(string[] Words, string[] Diseases)> Named = [.. WordLists.Read("operated-for.txt").Where(c => c.Length > 2).Select(c => (c[2].Split(' '), c[1].Split(' ')))];

    private static readonly string[] Operations = [.. Named.SelectMany(n => n.Words)];

    private static void Apply(NoteCase note)
    {
        Repairs(note);
        if (note.Speaks(Operations)) Worded(note);
        foreach (var status in note.Live.Where(m => m.Entry.Code[0] == 'Z').ToList())
        {
            if (Table.Find(t => Array.Exists(t.Status, status.Entry.Under)).Diseases is not { } diseases) continue;
            // "Gallstones s/p cholecystectomy".
            foreach (var m in note.Touching(Math.Max(0, status.From - 4), status.From).Where(m => m.Live && m != status && m.Sentence == status.Sentence && m.To <= status.From && Array.Exists(diseases, m.Entry.Under)).ToList())
            {
                if (note.FindWord(note.Note.Sentences[m.Sentence] with { From = m.To, To = status.From + 1 }, "s/p", "sp", "status") is >= 0 and var after && after - m.To <= 1) m.Reject(RejectReasons.Historical, Rule.Source, status.Entry.Display);
            }

            // "Hip replacement due to osteoarthritis": the place of the one is that of the other.
            foreach (var m in note.Touching(status.From, status.To).Where(m => m.Live && m != status && m.Sentence == status.Sentence && m.From < status.To && m.To > status.To && Array.Exists(diseases, m.Entry.Under)).ToList())
            {
                if (IsReason(note, status.To, m.To - 1)) m.Reject(RejectReasons.Historical, Rule.Source, status.Entry.Display);
            }

            var end = Math.Min(note.Note.Sentences[status.Sentence].To, status.To + Reach);
            foreach (var m in note.Touching(status.To, end - 1).Where(m => m.Live && m != status && m.From >= status.To && Array.Exists(diseases, m.Entry.Under)).ToList())
            {
                if (IsReason(note, status.To, m.From)) m.Reject(RejectReasons.Historical, Rule.Source, status.Entry.Display);
            }
        }
    }

    // "After hernia repair", "cataract surgery" in the history: what was repaired is no more.
    private static void Repairs(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code[0] is not ('Z' or 'R')).ToList())
        {
            var sentence = note.Note.Sentences[m.Sentence];
            if (m.To >= sentence.To || note.Note.Words[m.To].Has(Mark.Comma | Mark.Semicolon | Mark.Colon | Mark.Dash)) continue;
            var hernia = m.Entry.Under("K4") && note.Word(m.To) is "repair" or "repairs" or "surgery" or "operation";
            var after = m.Entry.Code[0] != 'C' && m.From > sentence.From && Array.IndexOf(Removed, note.Word(m.To)) >= 0 && (note.Word(m.From - 1) is "after" or "following" or "s/p" or "sp" || m.From > sentence.From + 1 && note.Word(m.From - 1) == "post" && note.Word(m.From - 2) == "status");
            if (!hernia && !after && !(m.Section is SectionKind.Pmh or SectionKind.Psh && Array.IndexOf(Removed, note.Word(m.To)) >= 0)) continue;
            if (note.FindWord(sentence, "scheduled", "for", "planned", "plan", "recommend", "elective", "discussed", "undergo") is >= 0 and var at && at < m.From) continue;
            // "Inguinal hernia repair next week".
            if (hernia && note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 6) }, "next", "tomorrow", "scheduled", "planned", "upcoming") >= 0) continue;
            m.Reject(RejectReasons.Historical, Rule.Source);
        }
    }

    private static readonly string[] Removed = ["repair", "repairs", "surgery", "surgeries", "operation", "extraction", "extractions", "removal", "excision", "resection", "release", "ablation"];

    private static void Worded(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            var at = note.FindWord(sentence, Operations);
            if (at < 0 || !(sentence.Section.Kind is SectionKind.Pmh or SectionKind.Psh || Past(note, sentence, at))) continue;
            var diseases = Named.Find(n => Array.IndexOf(n.Words, note.Word(at)) >= 0).Diseases;
            foreach (var m in note.Touching(at + 1, Math.Min(sentence.To, at + Reach) - 1).Where(m => m.Live && m.From > at && Array.Exists(diseases, m.Entry.Under)).ToList())
            {
                if (IsReason(note, at + 1, m.From)) m.Reject(RejectReasons.Historical, Rule.Source);
            }
        }
    }

    private static bool Past(NoteCase note, Sentence sentence, int at)
    {
        for (var i = Math.Max(sentence.From, at - 3); i < at; i++) if (note.Word(i) is "s/p" or "post" or "prior" or "previous" or "had" or "history" or "hx" or "h/o" or "old" or "underwent" or "after" or "following") return true;
        for (var i = at + 1; i < Math.Min(sentence.To, at + Reach); i++)
        {
            if (note.Word(i) is "ago" || note.Word(i) is { Length: 4 } year && int.TryParse(year, out var n) && n > 1950 && n <= (note.Options.On?.Year ?? 2100)) return true;
        }

        return false;
    }

    // "for", "due to", and nothing between that begins another thought.
    private static bool IsReason(NoteCase note, int from, int disease)
    {
        var said = false;
        for (var i = from; i <= disease; i++)
        {
            if (note.Note.Words[i].Has(Mark.Semicolon | Mark.Comma) && said || note.Note.Words[i].Has(Mark.Semicolon)) return false;
            if (i < disease) said |= note.Word(i) is "for" or "due" or "secondary" or "because" && i >= disease - 5;
        }

        return said;
    }
}
