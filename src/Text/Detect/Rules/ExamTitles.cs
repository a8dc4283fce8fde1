using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The title of an imaging report names the part and its side once ("MRI LEFT KNEE"); what the report finds of that part without a side is of that side (Official Guidelines I.B.13).
/// </summary>
internal static class ExamTitles
{
    public static readonly Rule Rule = new("exam-title", "Guidelines I.B.13", Apply);

    private static readonly string[] Pictures = ["mri", "mr", "ct", "x-ray", "xray", "xr", "radiograph", "radiographs", "ultrasound", "us", "sonogram", "arthrogram", "mra", "cta", "duplex", "doppler", "mammogram", "views"];

    // A part as titles of exams name it, and as titles of codes do.
    private static readonly (string[] Exam, string[] Code)[] Parts =
    [
        (["shoulder", "humerus", "clavicle", "arm"], ["shoulder", "humerus", "rotator", "clavicle", "upper arm", "biceps"]), (["elbow", "forearm"], ["elbow", "forearm", "radius", "ulna"]), (["wrist", "hand", "finger", "thumb"], ["wrist", "hand", "finger", "thumb", "radius", "ulna", "upper limb"]),
        (["hip", "femur", "thigh"], ["hip", "femur", "thigh"]), (["knee"], ["knee", "patella", "tibia", "femur", "meniscus"]), (["ankle", "foot", "toe", "leg", "tibia", "heel", "calcaneus"], ["ankle", "foot", "toe", "tibia", "fibula", "lower leg", "calcane", "Achilles"]), (["breast"], ["breast"]), (["kidney", "renal"], ["kidney"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (Title(note) is not { } title) return;
        foreach (var m in note.Live.Where(m => m.Entry.Billable && m.Entry.Title.Contains("unspecified", StringComparison.Ordinal) && Array.Exists(title.Code, p => m.Entry.Title.Contains(p, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            if (m.Section is SectionKind.Pmh or SectionKind.Psh || Side.Of(note, m) is not null || note.Codes.Parent(m.Entry) is not { } parent) continue;
            // The sibling that says the side where this one says none.
            var wanted = Plain(m.Entry.Title);
            foreach (var heading in (ReadOnlySpan<CodeEntry?>)[parent, note.Codes.Parent(parent)])
            {
                if (heading is null || note.Codes.Below(heading).FirstOrDefault(c => c.Billable && c.Code.Length == m.Entry.Code.Length && c.Code[^1] == (m.Entry.Code.Length == 7 ? m.Entry.Code[^1] : c.Code[^1]) && c.Title.Contains(title.Side, StringComparison.OrdinalIgnoreCase) && Plain(c.Title) == wanted) is not { } sided) continue;
                m.Recode(sided, Rule.Id, Rule.Source);
                m.Also.Add((title.At, title.At + 1));
                break;
            }
        }
    }

    private static string Plain(string title) => string.Join(' ', title.Replace(",", "", StringComparison.Ordinal).Split(' ').Where(w => w is not ("unspecified" or "right" or "left")));

    private static (string Side, string[] Code, int At)? Title(NoteCase note)
    {
        for (var s = 0; s < Math.Min(4, note.Note.Sentences.Count); s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.To - sentence.From > 16 || note.FindWord(sentence, Pictures) < 0) continue;
            var (right, left) = (note.FindWord(sentence, "right", "rt", "r"), note.FindWord(sentence, "left", "lt", "l"));
            if (right >= 0 == left >= 0) continue;
            foreach (var (exam, code) in Parts) if (note.FindWord(sentence, exam) is >= 0 and var part) return (right >= 0 ? "right" : "left", code, part);
        }

        return null;
    }
}
