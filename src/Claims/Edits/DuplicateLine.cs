namespace CodingAhead.Claims.Edits;

/// <summary>
/// The same code on the same day with the same modifiers is taken for the same service billed twice (Medicare Claims Processing Manual, chapter 1, section
/// 120). Modifiers that say "again" or "elsewhere" tell lines apart.
/// </summary>
internal static class DuplicateLine
{
    private const string Manual = "Medicare Claims Processing Manual (Pub. 100-04), chapter 1, section 120";

    public static void Check(CheckContext claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (line.Key == default) continue;
            for (var j = i + 1; j < claim.Lines.Count; j++)
            {
                var other = claim.Lines[j];
                if (other.Key != line.Key || other.Line.Date != line.Line.Date || other.Line.Pos != line.Line.Pos || !Same(line.Line.Modifiers, other.Line.Modifiers)) continue;
                claim.Add(
                    Rules.DuplicateLine, Outcome.Fail, $"{line.Code} stands twice on the same day with the same modifiers.", [line.Number, other.Number], [line.Code], default,
                    "Bill it once with all units, or say on the second line why it is another service: 76 or 77 (repeated), 91 (laboratory), RT or LT, XS, XE or 59.",
                    "The record shows each service apart.", Manual);
                break;
            }
        }
    }

    private static bool Same(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count != b.Count) return false;
        foreach (var m in a)
        {
            if (!b.Contains(m, StringComparer.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
