using CodingAhead.Codes;
using CodingAhead.Codes.Import;
using CodingAhead.Codes.Modifiers;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// NCCI procedure-to-procedure edits: of two codes of one day, column 1 is paid and column 2 is not, unless the pair's indicator is 1 and an NCCI-associated
/// modifier says that they were distinct. An indicator of 9 is no edit. NCCI Policy Manual, chapter I, sections D and E.
/// </summary>
internal static class NcciPtp
{
    private const string Manual = "NCCI Policy Manual, chapter I, section E";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting == Setting.Dme) return;
        var setting = claim.Claim.Setting == Setting.Practitioner ? PtpSetting.Practitioner : PtpSetting.Hospital;
        var lines = claim.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = i + 1; j < lines.Count; j++)
            {
                var (a, b) = (lines[i], lines[j]);
                if (a.Line.Date != b.Line.Date || a.Key == default || b.Key == default || a.Key == b.Key) continue;
                var edition = claim.EditionOf(setting == PtpSetting.Practitioner ? "ncci-ptp-practitioner" : "ncci-ptp-hospital", a.Line.Date);
                if (!claim.Answers(edition, a.Line.Date, Rules.NcciPtp, setting == PtpSetting.Practitioner ? "the NCCI pairs for practitioners" : "the NCCI pairs for hospitals")) continue;
                // The lower code first: the claim's order decides nothing.
                if (a.Key.CompareTo(b.Key) > 0) (a, b) = (b, a);
                var judged = Judge(claim, a, b, setting, edition!) || Judge(claim, b, a, setting, edition!);
                if (!judged && claim.WantsPasses)
                    claim.Add(Rules.NcciPtp, Outcome.Pass, $"No pair of {a.Code} and {b.Code} is in force in {edition!.Edition}.", [i + 1, j + 1], [a.Code, b.Code]);
            }
        }
    }

    private static bool Judge(CheckContext claim, CheckedLine one, CheckedLine two, PtpSetting setting, BookSource edition)
    {
        var pairs = claim.Book.PairsOf(one.Profile!.Place, two.Profile!.Place);
        if (pairs.Count == 0) return false;
        var on = one.Line.Date;
        foreach (var pair in pairs)
        {
            if (pair.Setting != setting || pair.Indicator == 9 || !pair.Holds(on)) continue;
            Proof proof = new(pair.Source, edition.To < on);
            int[] numbers = [Math.Min(one.Number, two.Number), Math.Max(one.Number, two.Number)];
            string[] codes = [one.Code, two.Code];
            if (pair.Indicator == 1 && Bypass(one, two, on) is { } modifier)
            {
                claim.Add(
                    Rules.NcciPtp, Outcome.Bypassed, $"{two.Code} is not paid beside {one.Code}, unless distinct: modifier {modifier} says that it was.", numbers, codes, [proof], null,
                    Condition(modifier), Manual);
                return true;
            }

            if (pair.Indicator == 0)
            {
                claim.Add(
                    Rules.NcciPtp, Outcome.Fail, $"{two.Code} is not paid beside {one.Code} on the same day, and no modifier changes that.", numbers, codes, [proof],
                    $"Take {two.Code} off the claim; it is part of {one.Code}.", null, Manual);
                return true;
            }

            claim.Add(
                Rules.NcciPtp, Outcome.Fail, $"{two.Code} is not paid beside {one.Code} on the same day without a modifier that says it was distinct.", numbers, codes, [proof],
                Fix(one, two, on), "The record shows another session, site, lesion, injury or practitioner; otherwise the code is part of the other and is not billed.", Manual);
            return true;
        }

        return false;
    }

    /// <summary>The modifier that opens the pair; null when none does. The same anatomical modifier on both lines names one site and opens nothing, nor does one that has no place on its code: 25 on an operation or an injection, a toe at the spine.</summary>
    private static string? Bypass(CheckedLine one, CheckedLine two, DateOnly on)
    {
        foreach (var modifier in two.Modifiers)
        {
            if (NcciAssociated.Columns(modifier, on) >= 2 && !(Anatomical(modifier) && one.Has(modifier)) && HasPlace(modifier, two)) return modifier;
        }

        foreach (var modifier in one.Modifiers)
        {
            if (NcciAssociated.Columns(modifier, on) == 3 && !(Anatomical(modifier) && two.Has(modifier)) && HasPlace(modifier, one)) return modifier;
        }

        return null;
    }

    // 24, 25 and 57 are of visits alone (chapter I, section E, 1.b). Which of Level II's own codes are visits no release says, so there what no rule forbids stands.
    private static bool HasPlace(string modifier, CheckedLine line) =>
        line.Ruling(modifier) is not { Never: true } && (modifier is not ("24" or "25" or "57") || line.Key.Set == CodeSet.Hcpcs || line.Profile is { IsVisit: true });

    private static bool Anatomical(string modifier) => modifier is "LT" or "RT" or "LC" or "LD" or "LM" or "RC" or "RI" || modifier[0] is 'E' or 'F' or 'T' && modifier != "FT";

    private static string Fix(CheckedLine one, CheckedLine two, DateOnly on) =>
        two.Profile!.IsVisit ? $"Add 25 to {two.Code} if the visit was significant and separate (57 if it decided on major surgery); otherwise take {two.Code} off."
        : one.Profile!.IsVisit ? $"Add 25 to {one.Code} if the visit was significant and separate; otherwise take {two.Code} off."
        : on >= NcciAssociated.EitherColumnSince ? $"Take {two.Code} off, or, if it was distinct, add the modifier that says why: XS (other site), XE (other session), XP, XU, 59, or an anatomical one."
        : $"Take {two.Code} off, or, if it was distinct, add 59 (from 2015 also XE, XS, XP, XU) or an anatomical modifier to {two.Code}.";

    private static string Condition(string modifier) => modifier switch
    {
        "59" => "The record shows a different session, procedure, site, lesion or injury, and no better modifier describes it.",
        "XE" => "The record shows a separate encounter on the same day.",
        "XS" => "The record shows a separate organ, structure or lesion.",
        "XP" => "The record shows another practitioner.",
        "XU" => "The record shows an unusual service that does not overlap the usual parts of the other.",
        "25" => "The record shows a significant, separately identifiable visit beyond the usual work around the procedure.",
        "57" => "The record shows that this visit decided on the major surgery of the day or of the next.",
        "24" => "The record shows a visit unrelated to the earlier surgery.",
        "58" => "The record shows a staged, planned or more extensive procedure.",
        "78" => "The record shows an unplanned return to the operating room for a related reason.",
        "79" => "The record shows a procedure unrelated to the earlier one.",
        "91" => "The record shows that the laboratory test was repeated to obtain a further result.",
        "27" => "The record shows separate visits of the same day in the outpatient hospital.",
        _ => "The record shows that the two were at different sites, as the modifiers say.",
    };
}
