namespace CodingAhead.Text.Redact;

/// <summary>
/// A name with another in the middle of it: <c>Elizabeth (Betsy) Orr</c>, <c>William "Bill" Tanaka</c>. The brackets or quotation marks between two words of names say that all three
/// are one person's, though none of them need be sure by itself.
/// </summary>
internal static class Nicknames
{
    public static void Run(Note n)
    {
        for (var i = 1; i + 1 < n.T.Length; i++)
        {
            if (n.T[i].Form != Form.Capital || !Opens(n.Gap(i - 1)) || !Closes(n.Gap(i))) continue;
            ref readonly var given = ref n.T[i - 1];
            ref readonly var surname = ref n.T[i + 1];
            if (!Named(given, 2) || !Named(n.T[i], 1) || !Named(surname, 1) || given.Weights.Given < 2 && n.T[i].Weights.Given < 4) continue;
            n.Mark(given.Start, surname.End, PhiType.Name, "name-nickname", 0.9);
        }
    }

    // Seen as a name more often than as vocabulary, or never seen at all.
    private static bool Named(in Token t, int least) =>
        t.IsWord && t.Form == Form.Capital && t.Length > 1 && !t.Is(Word.Stop | Word.Clinical | Word.Heading | Word.Brand | Word.Institution | Word.EponymHead) && (t.Weights.Packed == 0 || t.Weights.Name >= least && t.Weights.Name >= t.Weights.Ordinary);

    private static bool Opens(ReadOnlySpan<char> gap) => gap is " (" or " \"" or " (\"" or " '" or " “" or " (“";

    private static bool Closes(ReadOnlySpan<char> gap) => gap is ") " or "\" " or "\") " or "' " or "” " or "”) ";
}
