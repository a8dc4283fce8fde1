namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// Of two codes that differ only in "with" and "without" the note supports one: where it names the complication anywhere, the code that denies it is the same condition told
/// less fully (Official Guidelines I.B.9, I.B.14). An ulcer of the stomach or bowel that bleeds or is perforated is not also one without.
/// </summary>
internal static class Counterparts
{
    public static readonly Rule Rule = new("counterpart", "Guidelines I.B.9", Apply);

    private static readonly string[] Ulcers = ["K25", "K26", "K27", "K28"];

    private static void Apply(NoteCase note)
    {
        var live = note.Live.DistinctBy(m => m.Entry.Code).ToList();
        if (live.Count < 2) return;
        foreach (var m in live)
        {
            if (live.FirstOrDefault(o => o != m && o.Assertion == m.Assertion && Fuller(m.Entry, o.Entry)) is not { } fuller) continue;
            foreach (var same in note.Live.Where(x => x.Entry.Code == m.Entry.Code).ToList()) same.Reject(RejectReasons.Combined, Rule.Source, fuller.Entry.Display);
        }
    }

    private static bool Fuller(CodeEntry silent, CodeEntry other)
    {
        if (!silent.Category.SequenceEqual(other.Category)) return false;
        // The disease without a crisis has another name than the one with it.
        if (silent.Code == "D571") return other.Under("D570");
        if (Array.Exists(Ulcers, silent.Under)) return silent.Code[3] is '3' or '7' or '9' && other.Code[3] is not ('3' or '7' or '9');
        for (var at = silent.Title.IndexOf("without ", StringComparison.Ordinal); at >= 0; at = silent.Title.IndexOf("without ", at + 8, StringComparison.Ordinal))
        {
            if (other.Title.StartsWith(silent.Title.Remove(at + 4, 3), StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
