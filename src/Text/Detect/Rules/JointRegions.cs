namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Arthritis, gout and other diseases of joints are coded by the joint and its side, and by "multiple sites" where several joints have them (Official Guidelines I.C.13.a). Notes
/// name the joint by its parts: a great toe is of "ankle and foot", a knuckle of the hand. Chronic gout has a tophus or none in its seventh character.
/// </summary>
internal static class JointRegions
{
    public static readonly Rule Rule = new("joint-region", "Guidelines I.C.13.a", Apply);

    private static readonly string[] Categories = ["M00", "M01", "M02", "M05", "M06", "M08", "M10", "M11", "M12", "M13", "M14", "M1A", "M24", "M25"];

    // The character of the site and the word of its title.
    private static readonly (char Digit, string Title, string[] Words)[] Regions =
    [
        ('1', "shoulder", ["shoulder", "shoulders", "glenohumeral"]), ('2', "elbow", ["elbow", "elbows", "olecranon"]), ('3', "wrist", ["wrist", "wrists"]), ('4', "hand", ["hand", "hands", "finger", "fingers", "thumb", "thumbs", "mcp", "mcps", "pip", "pips", "metacarpophalangeal"]),
        ('5', "hip", ["hip", "hips"]), ('6', "knee", ["knee", "knees"]), ('7', "foot", ["ankle", "ankles", "foot", "feet", "toe", "toes", "hallux", "mtp", "mtps", "metatarsophalangeal", "midfoot", "podagra", "subtalar", "tarsal"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (note.Has("M05", "M06")) Rheumatoid(note);
        foreach (var m in note.Has(Categories) ? note.Live.Where(m => m.Entry.Code.Length >= 5 && Array.Exists(Categories, m.Entry.Under)).ToList() : [])
        {
            if (m.Entry.Under("M1A") && m.Entry.Code.Length == 7) Tophus(note, m);
            if (m.Entry.Code[4] == '0' && (m.Entry.Title.Contains("unspecified site", StringComparison.Ordinal) || m.Entry.Title.Contains("unspecified joint", StringComparison.Ordinal))) Site(note, m);
        }
    }

    private static void Site(NoteCase note, Mention m)
    {
        var stem = m.Entry.Code[..4];
        var last = m.Entry.Code.Length == 7 ? m.Entry.Code[6..] : "";
        var regions = Of(note, m);
        if (Several(note, m, regions) && note.Codes.Find(last.Length > 0 ? $"{stem}9X{last}" : stem + "9") is { Billable: true } several && several.Title.Contains("multiple", StringComparison.Ordinal))
        {
            m.Recode(several, Rule.Id, Rule.Source);
            return;
        }

        if (regions.Count != 1 || note.Codes.Find($"{stem}{regions[0].Digit}") is not { } heading || !heading.Title.Contains(regions[0].Title, StringComparison.OrdinalIgnoreCase)) return;
        var side = Side.Of(note, m);
        if (note.Codes.Find($"{heading.Code}{(side switch { "right" or "bilateral" => '1', "left" => '2', _ => '9' })}{last}") is not { Billable: true } entry) return;
        m.Recode(entry, Rule.Id, Rule.Source);
        m.Also.Add((regions[0].At, regions[0].At + 1));
        if (side is not null) m.Found.Add("laterality:" + side);
        if (side == "bilateral" && note.Codes.Find($"{heading.Code}2{last}") is { Billable: true } other && !note.Has(other.Code)) note.Add(other.Code, m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Guidelines I.B.13");
    }

    private static List<(char Digit, string Title, int At)> Of(NoteCase note, Mention m)
    {
        var found = new List<(char, string, int)>();
        foreach (var (digit, title, words) in Regions) if (Told.Beside(note, m, 8, words) is >= 0 and var at) found.Add((digit, title, at));
        return found;
    }

    private static bool Several(NoteCase note, Mention m, List<(char Digit, string Title, int At)> regions) =>
        regions.Count > 1 || Told.Says(note, m, 6, "polyarticular") || Told.Beside(note, m, 7, "multiple", "several") is >= 0 and var at && at + 1 < note.Note.Sentences[m.Sentence].To && note.Word(at + 1) is "joint" or "joints" or "sites" or "small" or "peripheral";

    private static void Tophus(NoteCase note, Mention m)
    {
        var wanted = Told.Says(note, m, 12, "tophus", "tophi", "tophaceous") ? '1' : '0';
        if (wanted == '1' && m.Entry.Code[6] == '0' && note.Codes.Find(m.Entry.Code[..6] + wanted) is { } entry) m.Recode(entry, Rule.Id, "Tabular List, M1A");
    }

    // With the factor, and of named joints: without a word of organs it is the arthritis alone (M05.7), not the heart disease that the letters "RF" may be read as.
    private static void Rheumatoid(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Entry.Code is "M069" or "M059" || m.Entry.Under("M053")).ToList())
        {
            if (Told.Says(note, m, 10, "heart", "carditis", "cardiac", "lung", "interstitial", "vasculitis", "neuropathy", "myopathy", "nodules", "nodule", "felty", "splenomegaly", "pericarditis")) continue;
            var positive = Told.Says(note, m, 6, "seropositive") || Told.Beside(note, m, 6, "rf", "factor", "ccp", "acpa") is >= 0 and var at && (at + 1 < note.Note.Sentences[m.Sentence].To && note.Word(at + 1) is "positive" or "pos" || note.Note.Text.AsSpan(note.Note.Words[at].End).StartsWith("+"));
            if (!positive || note.Codes.Find("M0570") is not { } alone) continue;
            if (m.Entry.Code != "M059" || Of(note, m).Count > 0 || Several(note, m, [])) m.Recode(alone, Rule.Id, "Alphabetic Index: Arthritis, rheumatoid, with rheumatoid factor");
        }

        if (note.First("M05") is not { } seropositive) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "M069" || m.Entry.Under("R7681")).ToList()) m.Reject(RejectReasons.Combined, "Guidelines I.B.2", seropositive.Entry.Display);
    }
}
