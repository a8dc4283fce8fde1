using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>Manifestations of confirmed COVID-19 have codes of their own beside U07.1, which goes first (Official Guidelines I.C.1.g.1.b and c).</summary>
internal static class Covid
{
    public static readonly Rule Rule = new("covid-19", "Guidelines I.C.1.g.1.c", Apply);

    private static void Apply(NoteCase note)
    {
        if (note.First("U071") is not { } covid) return;
        covid.Kept = true;
        foreach (var m in note.Live.ToList())
        {
            var code = m.Entry.Code switch { "J189" or "J129" => "J1282", "J209" or "J40" => "J208", "J22" => "J22", _ => null };
            if (code is not null && note.Codes.Find(code) is { } entry) m.Recode(entry, Rule.Id, Rule.Source);
        }
    }
}
