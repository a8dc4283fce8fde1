using System.Globalization;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// An INR far above its range under an anticoagulant taken as prescribed: R79.1 with T45.515A (Alphabetic Index: Prolonged, prothrombin time; excludes note at D68; Official Guidelines
/// I.C.19.e.5.a). A bleeding by it is D68.32.
/// </summary>
internal static class HighInr
{
    public static readonly Rule Rule = new("high-inr", "Guidelines I.C.19.e.5.a", Apply);

    // No indication asks for more than 3.5.
    private const double Above = 4.5;

    private static void Apply(NoteCase note)
    {
        if (note.Has("R791", "D683") || !note.Speaks("inr") || !note.Speaks("warfarin", "coumadin", "jantoven")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Pmh) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (note.Word(i) != "inr") continue;
                // "INR above therapeutic range, warfarin on hold".
                if (note.FindWord(sentence with { From = i, To = Math.Min(sentence.To, i + 4) }, "above", "over", "supratherapeutic", "exceeds") is >= 0 and var over && (note.Word(over) == "supratherapeutic" || note.FindWord(sentence with { From = over, To = Math.Min(sentence.To, over + 4) }, "therapeutic", "range", "goal", "target") >= 0) && !note.ScopesOf[s].Exists(x => x.From <= over && x.To > over))
                {
                    note.Add("R791", s, i, over + 1, Assertion.Present, Rule.Id, Rule.Source);
                    if (!note.Has("T4551")) note.Add("T45515A", s, i, over + 1, Assertion.Present, "adverse-effect", Rule.Source);
                    return;
                }

                for (var k = i + 1; k < Math.Min(sentence.To, i + 4); k++)
                {
                    // "INR 1.03 on 05/18": the first number is the value; seconds are those of the prothrombin time.
                    if (k + 1 < sentence.To && note.Word(k + 1) is "seconds" or "sec" or "secs") break;
                    if (!double.TryParse(note.Word(k), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) continue;
                    if (value is < Above or > 25 || note.FindWord(sentence with { From = i, To = k }, "goal", "target", "if", "hold") >= 0) break;
                    note.Add("R791", s, i, k + 1, Assertion.Present, Rule.Id, Rule.Source);
                    if (!note.Has("T4551")) note.Add("T45515A", s, i, k + 1, Assertion.Present, "adverse-effect", Rule.Source);
                    return;
                }
            }
        }
    }
}
