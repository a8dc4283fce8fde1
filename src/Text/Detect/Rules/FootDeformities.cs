namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Clubfoot and the other deformities of the feet one is born with, by kind and by foot: "clubfoot" alone is unspecific, its kind stands beside it (Alphabetic Index: Talipes;
/// Tabular List, Q66). Both feet take the code of each (Official Guidelines I.B.13).
/// </summary>
internal static class FootDeformities
{
    public static readonly Rule Rule = new("foot-deformity", "Tabular List, Q66", Apply);

    private static readonly (string Heading, string[] Words)[] Kinds =
    [
        ("Q660", ["equinovarus"]), ("Q661", ["calcaneovarus"]), ("Q664", ["calcaneovalgus"]), ("Q6622", ["adductus"]), ("Q6621", ["primus"]), ("Q667", ["cavus"]), ("Q665", ["planus"]), ("Q6680", ["vertical"]),
    ];

    private static void Apply(NoteCase note)
    {
        if (!note.Has("Q66")) return;
        var read = note.Live.Where(m => m.Entry.Under("Q6689") || m.Entry.Under("Q669") || m.Entry.Under("Q66") && m.Entry.Title.Contains("unspecified", StringComparison.Ordinal)).ToList();
        foreach (var m in read)
        {
            if (!m.Live) continue;
            var (heading, words) = Array.Find(Kinds, k => m.Entry.Under(k.Heading) || Told.Says(note, m, 5, k.Words));
            if (heading is null || words is null) continue;
            var stem = heading == "Q6680" ? "Q668" : heading;
            var side = Side.Of(note, m) ?? read.Where(o => o.Sentence == m.Sentence).Select(o => Side.Of(note, o)).FirstOrDefault(o => o is not null);
            var digit = side switch { "right" or "bilateral" => '1', "left" => '2', _ => stem.Length == 5 ? '9' : '0' };
            if (note.Codes.Find($"{stem}{digit}") is not { Billable: true } entry) continue;
            m.Recode(entry, Rule.Id, Rule.Source);
            if (side == "bilateral" && !note.Has(stem + '2')) note.Add(stem + '2', m.Sentence, m.From, m.To, m.Assertion, Rule.Id, "Guidelines I.B.13");
        }

        // "Clubfoot (talipes equinovarus)": the general name beside the kind.
        if (note.First("Q660", "Q661", "Q662", "Q664") is { } kind) foreach (var m in note.Live.Where(m => m.Entry.Code == "Q6689" && m.Sentence == kind.Sentence).ToList()) m.Reject(RejectReasons.Combined, Rule.Source, kind.Entry.Display);
    }
}
