using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A visit for the care after an operation that went well: Z47.8- or Z48.8- by what was operated on (<c>data/detect/aftercare.txt</c>), Z48.3 after one for a tumour (Official Guidelines
/// I.C.21.c.7). A complication, or an injury that heals, has its own code and no aftercare.
/// </summary>
internal static class Aftercare
{
    public static readonly Rule Rule = new("aftercare", "Guidelines I.C.21.c.7", Apply);

    private static readonly PhraseTable Table = new("aftercare.txt");

    // Complications of surgical care by system, and injuries.
    private static readonly string[] Complications = ["T8", "K91", "N99", "J95", "I97", "G97", "H59", "H95", "M96", "E89", "D78", "L76", "S", "O"];

    private static void Apply(NoteCase note)
    {
        if (note.Inpatient || note.Has(Complications) || note.Has("Z47", "Z482", "Z483", "Z4881") || Visit(note) is not var (at, from, to)) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Plan) continue;
            foreach (var (row, first, last) in Table.Find(note, sentence))
            {
                if (note.FindWord(sentence, "scheduled", "planned", "discussed", "candidate", "considering", "recommend", "recommended") is >= 0 and var other && other < first || note.ScopeAt(s, Assertion.Negated, first, last) is not null || note.ScopeAt(s, Assertion.Family, first, last) is not null) continue;
                // Long past, it is no reason for care; the visit itself may say it in the same sentence.
                if (s != at && !Recent(note, sentence)) continue;
                if (s == at && Years(note, sentence)) continue;
                var code = note.Has("C", "D1", "D2", "D3", "D4") ? "Z483" : row.Code;
                // "After cataract extraction" is no after-cataract.
                foreach (var m in note.Live.Where(m => m.Sentence == s && m.From < last && m.To > first && m.Entry.Code[0] is not ('C' or 'D' or 'Z')).ToList()) m.Reject(RejectReasons.Historical, Rule.Source, code);
                note.Add(code, at, from, to, Assertion.Present, Rule.Id, Rule.Source)?.Also.Add((first, last));
                return;
            }
        }
    }

    /// <summary>The words of a note's beginning, or of its reason for the visit, that call it a visit after an operation: "postoperative check", "PT visit", "aftercare".</summary>
    public static (int Sentence, int From, int To)? Visit(NoteCase note)
    {
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (s > 2 && sentence.Section.Kind is not (SectionKind.Complaint or SectionKind.Assessment) || sentence.Section.Kind is SectionKind.Plan or SectionKind.Instructions or SectionKind.Family or SectionKind.Pmh or SectionKind.Psh) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var next = i + 1 < sentence.To ? note.Word(i + 1) : "";
                if (note.Word(i) == "aftercare") return (s, i, i + 1);
                var width = note.Word(i) is "postop" or "postoperative" or "postsurgical" ? 1 : note.Word(i) == "post" && next is "op" or "operative" or "surgical" ? 2 : 0;
                if (width > 0)
                {
                    // "Postoperative visit", not "postoperative anemia" or "no postoperative fever".
                    var near = sentence with { From = Math.Max(sentence.From, i - 3), To = Math.Min(sentence.To, i + width + 4) };
                    if (note.FindWord(near, "visit", "check", "checkup", "appointment", "f/u", "follow", "followup", "day", "week", "wk", "weeks", "wks", "clinic", "recheck") is >= 0 and var word && note.ScopeAt(s, Assertion.Negated, i, i + 1) is null && note.FindWord(near, "next", "schedule", "scheduled", "return") < 0) return (s, Math.Min(i, word), Math.Max(i + width, word + 1));
                }

                if (Therapy(note, sentence, i) is var end and > 0 && note.FindWord(sentence, "refer", "referred", "referral", "order", "ordered", "start", "recommend", "declined", "continue", "continues", "completed", "finished") < 0) return (s, i, end);
            }
        }

        return null;
    }

    // "PT visit 4", "physical therapy session": "pt" in small letters is the patient.
    private static int Therapy(NoteCase note, Sentence sentence, int at)
    {
        var next = at + 1 < sentence.To ? note.Word(at + 1) : "";
        var named = note.Word(at) switch
        {
            "pt" when note.Note.Words[at].Capitals => at + 1,
            "physical" when next == "therapy" => at + 2,
            "physiotherapy" or "rehab" or "rehabilitation" => at + 1,
            _ => 0,
        };
        return named > 0 && named < sentence.To && note.Word(named) is "visit" or "session" or "evaluation" or "eval" or "note" or "progress" or "appointment" or "initial" or "reevaluation" or "re" or "treatment" ? named + 1 : 0;
    }

    /// <summary>Whether a sentence tells of something days or weeks ago, or up to six months.</summary>
    public static bool Recent(NoteCase note, Sentence sentence)
    {
        for (var i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (note.Word(i) == "pod" && char.IsAsciiDigit(note.Word(i + 1)[0])) return true;
            var unit = note.Word(i + 1);
            if (unit is not ("day" or "days" or "week" or "weeks" or "wk" or "wks" or "month" or "months" or "mo" or "mos") || Number(note.Word(i)) is not { } n || unit[0] == 'm' && n > 6) continue;
            for (var k = i + 2; k < Math.Min(sentence.To, i + 5); k++) if (note.Word(k) is "after" or "post" or "s/p" or "sp" or "status" or "since" or "following" or "out" or "from" or "ago" or "postop" or "postoperative") return true;
            for (var k = Math.Max(sentence.From, i - 3); k < i; k++) if (note.Word(k) is "post" or "postop" or "postoperative") return true;
        }

        return false;
    }

    private static bool Years(NoteCase note, Sentence sentence) => note.FindWord(sentence, "year", "years", "yrs") is > 0 and var at && at + 1 < sentence.To && note.Word(at + 1) is "ago" or "after" or "s/p" or "post" or "since" or "out" or "status";

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : word is "a" or "one" ? 1 : Array.IndexOf(Counts, word) is var k and >= 0 ? k + 2 : null;

    private static readonly string[] Counts = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
}
