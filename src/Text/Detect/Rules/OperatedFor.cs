using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// "Hysterectomy in 2019 for fibroids", "after hip replacement for osteoarthritis": what an operation of the past took away is not there any more (Official Guidelines IV.J:
/// conditions that were treated and no longer exist are not coded). Which disease which operation ends is <c>data/detect/operated-for.txt</c>; cancers are read elsewhere (I.C.2.m).
/// </summary>
internal static class OperatedFor
{
    public static readonly Rule Rule = new("operated-for", "Guidelines IV.J", Apply);

    // Between the operation and what it was for.
    private const int Reach = 12;

    private static readonly List<(string[] Status, string[] Diseases)> Table = [.. WordLists.Read("operated-for.txt").Select(c => (c[0].Split(' '), c[1].Split(' ')))];

    private static void Apply(NoteCase note)
    {
        foreach (var status in note.Live.Where(m => m.Entry.Code[0] == 'Z').ToList())
        {
            if (Table.Find(t => Array.Exists(t.Status, status.Entry.Under)).Diseases is not { } diseases) continue;
            var end = Math.Min(note.Note.Sentences[status.Sentence].To, status.To + Reach);
            foreach (var m in note.Touching(status.To, end - 1).Where(m => m.Live && m != status && m.From >= status.To && Array.Exists(diseases, m.Entry.Under)).ToList())
            {
                if (IsReason(note, status.To, m.From)) m.Reject(RejectReasons.Historical, Rule.Source, status.Entry.Display);
            }
        }
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
