using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Signs and symptoms that belong to a disease are not coded beside it (Official Guidelines I.B.4, I.B.5), by <c>data/detect/integral.txt</c>. Pain of a place is not
/// coded beside an injury or a disease of the same place.
/// </summary>
internal static class Integral
{
    public static readonly Rule Rule = new("integral", "Guidelines I.B.5", Apply);

    private static readonly List<(string[] Diseases, string[] Symptoms)> Table = [.. WordLists.Read("integral.txt").Select(c => (c[0].Split(' '), c[1].Split(' ')))];

    private static void Apply(NoteCase note)
    {
        // What an injury left behind is coded before its sequela (I.B.10).
        var diseases = note.Live.Where(m => m.Entry.Code[0] != 'R' && m.Assertion is Assertion.Present or Assertion.Uncertain or Assertion.Historical && m.Entry.Code[0] != 'Z' && !(m.Entry.Code.Length == 7 && m.Entry.Code[6] == 'S')).Select(m => m.Entry).DistinctBy(e => e.Code).Select(e => (Disease: e, Symptoms: Table.Where(t => Array.Exists(t.Diseases, e.Under)).Select(t => t.Symptoms).ToList())).Where(d => d.Symptoms.Count > 0).ToList();
        // A symptom that heads an entry of the assessment is what was found out; a disease that only the list of earlier ones names does not explain it.
        var headed = note.Live.Where(m => m.Titular && m.Section is SectionKind.Assessment).Select(m => m.Entry.Code).ToHashSet(StringComparer.Ordinal);
        var recorded = diseases.Where(d => note.Live.All(m => m.Entry.Code != d.Disease.Code || m.Section == SectionKind.Pmh)).Select(d => d.Disease.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var m in note.Live.ToList())
        {
            if (m.Kept || Unexplained(note, m)) continue;
            foreach (var (disease, symptoms) in diseases)
            {
                if (headed.Contains(m.Entry.Code) && recorded.Contains(disease.Code)) continue;
                if (disease.Code == m.Entry.Code || !Belongs(disease, symptoms, m.Entry)) continue;
                m.Reject(RejectReasons.Integral, Rule.Source, disease.Display);
                break;
            }
        }
    }

    // "Vomiting of unknown cause": no disease of the note explains it.
    private static bool Unexplained(NoteCase note, Mention m)
    {
        if (m.Entry.Code[0] != 'R' || m.Section is not (SectionKind.Assessment or SectionKind.Plan)) return false;
        var sentence = note.Note.Sentences[m.Sentence];
        return note.FindWord(sentence with { From = m.To, To = Math.Min(sentence.To, m.To + 8) }, "etiology", "cause", "origin") is > 0 and var cause && note.Word(cause - 1) is "uncertain" or "unknown" or "unclear" or "undetermined" or "unexplained";
    }

    private static bool Belongs(CodeEntry disease, List<string[]> rows, CodeEntry symptom)
    {
        foreach (var symptoms in rows)
        {
            // A breath that stops is more than a sign of the lungs.
            if (Array.Exists(symptoms, s => symptom.Under(s) && (s.Length > 3 || symptom.Code != "R092")) && !Array.Exists(symptoms, disease.Under)) return true;
        }

        return false;
    }

    /// <summary>Whether a symptom belongs to a disease.</summary>
    public static bool Belongs(CodeEntry disease, CodeEntry symptom)
    {
        foreach (var (diseases, symptoms) in Table)
        {
            if (Array.Exists(diseases, disease.Under) && Array.Exists(symptoms, symptom.Under) && !Array.Exists(symptoms, disease.Under)) return true;
        }

        return false;
    }
}
