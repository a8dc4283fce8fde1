using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>The level of alcohol in the blood that a note gives beside a disorder of its use, in mg/100 ml or as a fraction (use additional code at F10; Y90).</summary>
internal static class AlcoholLevels
{
    public static readonly Rule Rule = new("alcohol-level", "Use additional code note at F10", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("F10") || note.Has("Y90")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Pmh or SectionKind.Instructions) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var named = note.Word(i) is "bac" or "bal" or "etoh" or "ethanol" || note.Word(i) == "alcohol" && note.FindWord(sentence with { From = Math.Max(sentence.From, i - 2), To = Math.Min(sentence.To, i + 3) }, "blood", "level", "serum") >= 0;
                if (!named || Told.Denied(note, s, i)) continue;
                for (var k = i + 1; k < Math.Min(sentence.To, i + 6); k++)
                {
                    // "Quit in '92".
                    if (note.Note.Words[k].Start > 0 && note.Note.Text[note.Note.Words[k].Start - 1] is '\'' or '\u2019') break;
                    if (!double.TryParse(note.Word(k), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level)) continue;
                    // "EtOH <10": none was found.
                    if (note.Note.Text.AsSpan(0, note.Note.Words[k].Start).TrimEnd() is [.., '<']) break;
                    // 0.16 is 160 mg in 100 ml; without a point a number below 20 counts drinks.
                    if (level < 1) level *= 1000;
                    if (level is < 5 or > 900 || level < 20 && note.FindWord(sentence, "mg", "level", "bal", "bac") < 0) break;
                    var code = level switch { < 20 => "Y900", < 40 => "Y901", < 60 => "Y902", < 80 => "Y903", < 100 => "Y904", < 120 => "Y905", < 200 => "Y906", < 240 => "Y907", _ => "Y908" };
                    note.Add(code, s, i, k + 1, Assertion.Present, Rule.Id, Rule.Source);
                    return;
                }
            }
        }
    }
}
