using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A modifier that has no place on its code, by the rules of <c>data/starter/modifier-rules.csv</c>: 25 on an operation, 54 on a code without follow-up days, a toe at
/// the spine, 62 where two surgeons are not paid. 26 and TC, 50, and the assistants' have files of their own; two surgeons and a team, where allowed, ask for their documentation.
/// </summary>
internal static class ModifierNotAllowed
{
    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Modifiers.Length == 0 || line.Profile is not { } profile) continue;
            foreach (var modifier in line.Modifiers)
            {
                if (modifier is "26" or "TC" or "50" or "80" or "81" or "82" or "AS") continue;
                if (claim.Claim.Setting == Setting.Practitioner && modifier is ("27" or "73" or "74" or "PO" or "PN"))
                {
                    claim.Add(
                        Rules.ModifierNotAllowed, Outcome.Fail, $"Modifier {modifier} is for a hospital's own claim, not for a practitioner's.", [line.Number], [line.Code], default,
                        modifier is "73" or "74" ? "Take it off; a practitioner's stopped procedure takes 53." : "Take it off.", null, "Medicare Claims Processing Manual (Pub. 100-04), chapter 4, section 20.6");
                    continue;
                }

                if (line.Ruling(modifier) is not { } ruling)
                {
                    if (!profile.Modifiers.HasIndicators && profile.Found.Status == CodeStatus.Active && IsJudged(modifier))
                        claim.Add(Rules.ModifierNotAllowed, Outcome.NotChecked, $"Whether {modifier} has a place on {line.Code} is not known: no release loaded has the code's indicators on the date.", [line.Number], [line.Code]);
                    continue;
                }

                Proof[] proof = ruling.Source is { } source ? [new Proof(source, ruling.Stale)] : [];
                if (ruling.Never)
                {
                    claim.Add(
                        Rules.ModifierNotAllowed, Outcome.Fail, $"Modifier {modifier} has no place on {line.Code}. {ruling.Because}", [line.Number], [line.Code], proof, Fix(modifier, line), null, Manual(ruling.Manual));
                }
                else if (modifier == "66" || modifier == "62" && profile.CoSurgeon == "1")
                {
                    claim.Add(
                        Rules.ModifierNotAllowed, Outcome.Bypassed, modifier == "66" ? $"A team of surgeons for {line.Code} is paid by report." : $"Two surgeons for {line.Code} are paid only with documentation.",
                        [line.Number], [line.Code], proof, null,
                        modifier == "66" ? "Each surgeon's report shows what they did and why a team was needed." : "The operative report shows why two surgeons of different specialties were needed and what each did.", Manual(ruling.Manual));
                }
                else if (claim.WantsPasses)
                {
                    claim.Add(Rules.ModifierNotAllowed, Outcome.Pass, ruling.Because, [line.Number], [line.Code], proof);
                }
            }
        }
    }

    /// <summary>How a manual is cited; the rules that follow from the layout alone name none.</summary>
    public static string Manual(string manual) => manual.Length == 0 ? "Record layout of the relative value file" : manual;

    private static string Fix(string modifier, CheckedLine line) => modifier switch
    {
        "25" or "57" => $"Take it off; it goes on the visit beside {line.Code}, if that was separate.",
        "24" => "Take it off; a procedure within a global period takes 58, 78 or 79.",
        "58" or "78" or "79" when line.Profile!.IsVisit => "Take it off; an unrelated visit within a global period takes 24.",
        "59" when line.Profile!.IsVisit => "Take it off; a separate visit takes 25.",
        "51" => "Take it off; the payer ranks the lines itself.",
        "91" => "Take it off; a repeated procedure takes 76 or 77.",
        _ => $"Take {modifier} off.",
    };

    private static bool IsJudged(string modifier) => modifier is "22" or "24" or "25" or "51" or "52" or "53" or "54" or "55" or "56" or "57" or "58" or "62" or "66" or "78" or "79";
}
