using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Somebody comes to be given a drug against a cancer: the encounter is Z51.11 or Z51.12 by the kind of the drug, the cancer second (Official Guidelines I.C.2.e.2). Told by a regimen
/// or a drug (<c>data/detect/antineoplastics.txt</c>), and by words that say that it is given at this visit; one that is planned, held or over is no reason of the visit.
/// </summary>
internal static class CancerTreatments
{
    public static readonly Rule Rule = new("cancer-treatment", "Guidelines I.C.2.e.2", Apply);

    private static readonly Dictionary<string, string> Agents = Load("Z51", "both");

    // Names that are other words as well.
    private static readonly Dictionary<string, string> InCapitals = Load("capitals:");

    private static readonly string[] Comes = ["here", "presents", "presenting", "presented", "admitted", "admission", "comes", "came", "arrives", "arrived", "seen", "returns", "encounter", "visit", "in", "back"];

    // That a dose is given: its number, or the act.
    private static readonly string[] Given = ["cycle", "infusion", "infusions", "infused", "dose", "session", "treatment", "administered", "administration", "given", "receives", "received", "receiving", "gets", "instillation", "tolerated", "round", "day"];

    // What may stand between "here for" and the drug.
    private static readonly FrozenSet<string> Between = Words("her his the a an another cycle cycles dose doses session treatment treatments infusion infusions round course day of no number week weekly biweekly monthly scheduled planned elective next first second third fourth fifth sixth seventh eighth final last initial adjuvant neoadjuvant palliative maintenance induction consolidation salvage inpatient outpatient iv intravenous intrathecal intravesical instillation administration start begin receive continue get initiation single agent combination with and plus antineoplastic modified high low dense");

    private static readonly FrozenSet<string> Off = Words("held hold holding deferred delayed postponed cancelled canceled declined declines refuses refused discuss discussed if tomorrow complication complications toxicity stopped discontinued");

    private static readonly FrozenSet<string> NotToday = Words("next last previous previously prior completed finished after since ago discussion consider considering recommend recommended candidate will plan planned plans planning before schedule s/p status eligible consent related induced following history");

    private static void Apply(NoteCase note)
    {
        // "Resected, adjuvant": what is still treated is a cancer (I.C.2.m); without any there is nothing to treat.
        if (!note.Has("C", "D03", "D05", "D09", "D45", "D46", "D47")) return;
        for (var s = 0; s < note.Note.Sentences.Count; s++)
        {
            var sentence = note.Note.Sentences[s];
            if (sentence.Section.Kind is SectionKind.Family or SectionKind.Instructions or SectionKind.Consent or SectionKind.Pmh or SectionKind.Psh or SectionKind.Results or SectionKind.Social or SectionKind.Medications or SectionKind.Allergies or SectionKind.Plan) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (KindOf(note, i) is not { } kind || Visit(note, s, sentence, i) is not var (from, to)) continue;
                foreach (var code in (string[])(kind == "both" ? ["Z5111", "Z5112"] : [kind]))
                {
                    if (!note.Has(code)) note.Add(code, s, from, to, Assertion.Present, Rule.Id, Rule.Source);
                }
            }
        }
    }

    /// <summary>Whether a word names what cancers are treated with.</summary>
    public static bool IsAgent(NoteCase note, int at) => KindOf(note, at) is not null;

    private static string? KindOf(NoteCase note, int at)
    {
        var word = note.Word(at);
        // Elsewhere than in the bladder it is the vaccine.
        if (word == "bcg" && !note.Has("C67", "C68", "D090")) return null;
        if (Agents.TryGetValue(word, out var kind)) return kind;
        if (!note.Note.Words[at].Capitals || !InCapitals.TryGetValue(word, out kind)) return null;
        // R-CHOP, R-EPOCH: the letter before is rituximab.
        return at > 0 && note.Word(at - 1) == "r" && note.Note.Words[at].Start == note.Note.Words[at - 1].End + 1 ? "both" : kind;
    }

    // The words that say that it is given now, with the name.
    private static (int From, int To)? Visit(NoteCase note, int s, Sentence sentence, int at)
    {
        if (note.ScopesOf[s].Exists(x => x.Kind is not Assertion.Uncertain && x.From <= at && x.To > at) || Says(note, sentence, Off)) return null;
        // "Here for", "admitted for cycle 2 of".
        var first = at;
        while (first > sentence.From && (Between.Contains(note.Word(first - 1)) || IsCycle(note.Word(first - 1)) || char.IsAsciiDigit(note.Word(first - 1)[0]) || KindOf(note, first - 1) is not null)) first--;
        if (first > sentence.From && note.Word(first - 1) is "for" or "to")
        {
            for (var k = first - 2; k >= Math.Max(sentence.From, first - 5); k--) if (Array.IndexOf(Comes, note.Word(k)) >= 0) return (k, at + 1);
        }

        if (Says(note, sentence, NotToday) || note.FindWord(sentence, "scheduled") is >= 0 and var set && set + 1 < sentence.To && note.Word(set + 1) is "for" or "to" or "on") return null;
        var near = sentence with { From = Math.Max(sentence.From, at - 8), To = Math.Min(sentence.To, at + 8) };
        var given = note.FindWord(near, Given);
        for (var k = near.From; given < 0 && k < near.To; k++) if (IsCycle(note.Word(k))) given = k;
        if (given < 0) return null;
        var today = note.FindWord(sentence, "today");
        if (today >= 0) return (Math.Min(at, Math.Min(given, today)), Math.Max(at, Math.Max(given, today)) + 1);
        // As the complaint itself: "CC: cycle 4 carboplatin".
        return sentence.Section.Kind == SectionKind.Complaint ? (Math.Min(at, given), Math.Max(at, given) + 1) : null;
    }

    private static bool Says(NoteCase note, Sentence sentence, FrozenSet<string> words)
    {
        for (var i = sentence.From; i < sentence.To; i++) if (words.Contains(note.Word(i))) return true;
        return false;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"C3D1", "C2".</summary>
    private static bool IsCycle(string word) => word.Length is >= 2 and <= 6 && word[0] == 'c' && char.IsAsciiDigit(word[1]) && word.Skip(2).All(c => c == 'd' || char.IsAsciiDigit(c));

    private static Dictionary<string, string> Load(params string[] kinds)
    {
        var agents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in WordLists.Read("antineoplastics.txt"))
        {
            if (!Array.Exists(kinds, k => cells[0].StartsWith(k, StringComparison.Ordinal))) continue;
            foreach (var name in cells[1].Split(' ')) agents.TryAdd(name, cells[0].Replace("capitals:", "", StringComparison.Ordinal));
        }

        return agents;
    }
}
