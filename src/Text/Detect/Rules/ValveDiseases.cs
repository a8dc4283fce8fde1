using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Diseases of more than one heart valve, of which the note does not say that they are not rheumatic, are one code of I08 (Alphabetic Index: Insufficiency and Stenosis of a
/// valve, with another valve's disease; Tabular List, I08 includes those of unspecified cause; "with" I.A.15).
/// </summary>
internal static class ValveDiseases
{
    public static readonly Rule Rule = new("valves", "Tabular List, I08; Guidelines I.A.15", Apply);

    private static readonly string[] Mitral = ["I340", "I342", "I05"];

    private static readonly string[] Aortic = ["I350", "I351", "I352", "I06"];

    private static readonly string[] Tricuspid = ["I360", "I361", "I362", "I07"];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("I34", "I35", "I36", "I05", "I06", "I07")) return;
        var valves = note.Live.Where(m => m.Assertion is Assertion.Present && Array.Exists([.. Mitral, .. Aortic, .. Tricuspid], m.Entry.Under) && !Told.Says(note, m, 4, "nonrheumatic", "degenerative", "calcific", "myxomatous", "functional", "congenital", "bicuspid", "prolapse", "senile")).ToList();
        var (mitral, aortic, tricuspid) = (Any(valves, Mitral), Any(valves, Aortic), Any(valves, Tricuspid));
        var code = (mitral, aortic, tricuspid) switch { (true, true, true) => "I083", (true, true, false) => "I080", (true, false, true) => "I081", (false, true, true) => "I082", _ => null };
        if (code is null || note.Codes.Find(code) is not { } entry) return;
        var first = valves[0];
        first.Recode(entry, Rule.Id, Rule.Source);
        first.Kept = true;
        foreach (var m in valves.Skip(1))
        {
            first.Also.Add((m.From, m.To));
            m.Reject(RejectReasons.Combined, Rule.Source, entry.Display);
        }
    }

    private static bool Any(List<Mention> valves, string[] prefixes) => valves.Exists(m => Array.Exists(prefixes, m.Entry.Under));
}
