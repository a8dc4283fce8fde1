using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// The body mass index has a code only beside a weight diagnosis by the provider, such as obesity (Official Guidelines I.B.14, I.C.21.c.3). For adults; children's codes go by
/// percentile.
/// </summary>
internal static class BodyMass
{
    public static readonly Rule Rule = new("bmi", "Guidelines I.B.14", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Under("Z68")).ToList()) m.Reject(RejectReasons.Unsupported, Rule.Source);
        var weight = note.First("E66", "R634", "R635", "R636", "E43", "E44", "E46", "E40", "E41", "F50");
        // No index of the body mass in pregnancy (I.C.21.c.3).
        if (weight is null || note.Live.Any(m => m.Entry.Code[0] == 'O' || m.Entry.Under("Z3A") || m.Entry.Under("Z34"))) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            for (var i = sentence.From; i < sentence.To; i++)
            {
                // "Preop BMI 43.8, now 31.4": what it was.
                if (i > sentence.From && note.Word(i - 1) is "preop" or "preoperative" or "previous" or "prior" or "highest" or "peak" or "initial" or "starting" or "baseline") continue;
                if (note.Word(i) != "bmi" && !(note.Word(i) == "mass" && i + 1 < sentence.To && note.Word(i + 1) == "index")) continue;
                for (var k = i + 1; k < Math.Min(sentence.To, i + 6); k++)
                {
                    if (!double.TryParse(note.Word(k), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value is < 10 or > 99) continue;
                    if (note.Patient.Days is < 20 * 365) return;
                    note.Add(Code(value), s, i, k + 1, Assertion.Present, Rule.Id, Rule.Source);
                    return;
                }
            }
        }
    }

    private static string Code(double value) => value switch
    {
        < 20 => "Z681",
        < 40 => string.Create(CultureInfo.InvariantCulture, $"Z68{(int)value:00}"),
        < 45 => "Z6841",
        < 50 => "Z6842",
        < 60 => "Z6843",
        < 70 => "Z6844",
        _ => "Z6845",
    };
}
