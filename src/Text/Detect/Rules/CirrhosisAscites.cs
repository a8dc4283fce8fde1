namespace CodingAhead.Text.Detect.Rules;

/// <summary>Ascites is not part of every cirrhosis: only the alcoholic one has it in its code, beside the others it is coded (Official Guidelines I.B.5; Excludes1 at R18).</summary>
internal static class CirrhosisAscites
{
    public static readonly Rule Rule = new("cirrhosis-ascites", "Guidelines I.B.5", Apply);

    private static void Apply(NoteCase note)
    {
        if (!note.Has("R188") || !note.Has("K74", "K766")) return;
        foreach (var m in note.Live.Where(m => m.Entry.Code == "R188" && note.Live.Any(o => o.Sentence == m.Sentence && (o.Entry.Under("K74") || o.Entry.Under("K766")))).ToList()) m.Kept = true;
    }
}
