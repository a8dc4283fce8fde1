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
        foreach (var m in note.Live.ToList())
        {
            if (m.Kept) continue;
            foreach (var (disease, symptoms) in diseases)
            {
                if (disease.Code == m.Entry.Code || !Belongs(disease, symptoms, m.Entry)) continue;
                m.Reject(RejectReasons.Integral, Rule.Source, disease.Display);
                break;
            }
        }
    }

    private static bool Belongs(CodeEntry disease, List<string[]> rows, CodeEntry symptom)
    {
        foreach (var symptoms in rows)
        {
            if (Array.Exists(symptoms, symptom.Under) && !Array.Exists(symptoms, disease.Under)) return true;
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
