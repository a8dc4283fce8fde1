using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// The place of service must exist, and a hospital is paid for equipment, staff and what is incident to a physician: a practitioner's claim from there has the reading alone. That
/// a service is rarely or never done in a place (the NA indicator), or was telehealth, denies nothing. Record layout of the relative value file, Attachment A.
/// </summary>
internal static class Pos
{
    private const string Manual = "Record layout of the relative value file, Attachment A; Pub. 100-04, chapter 26, section 10.5";

    /// <summary>Hospital inpatients and outpatients, emergency room included; what a hospital is paid for itself is not paid to a practitioner there.</summary>
    public static bool IsHospital(string? pos) => pos is "19" or "21" or "22" or "23" or "51" or "61";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting == Setting.OutpatientHospital) return;
        foreach (var line in claim.Lines)
        {
            if (line.Line.Pos is not { Length: > 0 } pos)
            {
                if (claim.Claim.Setting == Setting.Practitioner)
                    claim.Add(Rules.Pos, Outcome.NotChecked, "The line has no place of service, on which the amount and several rules depend.", [line.Number], [line.Code], default, null, null, Manual);
                continue;
            }

            if (!Place(claim, line, pos) || claim.Claim.Setting != Setting.Practitioner || line.Profile is not { RvuProof: { } row } profile) continue;
            var (message, fix, condition) = Denial(line, profile, pos);
            if (message is not null)
            {
                claim.Add(Rules.Pos, Outcome.Fail, message, [line.Number], [line.Code], [row], fix, condition, Manual);
            }
            else if (claim.WantsPasses)
            {
                var facility = claim.Profiles.OfList(CodeKey.Of(CodeSet.Pos, pos), line.Line.Date).Facility?.StartsWith('f') ?? false;
                var there = profile.Whole!.In(facility ? Codes.Fees.FeeSetting.Facility : Codes.Fees.FeeSetting.NonFacility);
                var words = pos is "02" or "10" ? $"{line.Code} was telehealth; whether it is covered so is the payer's rule."
                    : there.RarelyThere ? $"{line.Code} is rarely or never done in place {pos}, which denies nothing."
                    : $"Nothing in place {pos} stands against {line.Code}.";
                claim.Add(Rules.Pos, Outcome.Pass, words, [line.Number], [line.Code], [row]);
            }
        }
    }

    private static bool Place(CheckContext claim, CheckedLine line, string pos)
    {
        if (pos.Length != 2 || !char.IsAsciiDigit(pos[0]) || !char.IsAsciiDigit(pos[1]))
        {
            claim.Add(Rules.Pos, Outcome.Fail, "The place of service is not two digits.", [line.Number], [line.Code], default, "Give the place of service where the patient was seen.", null, Manual);
            return false;
        }

        var listed = claim.Profiles.OfList(CodeKey.Of(CodeSet.Pos, pos), line.Line.Date);
        if (listed.Found.Status is CodeStatus.Active or CodeStatus.NoEdition)
        {
            if (listed.Proof is { Stale: true } over) claim.Rests(over.Source.File);
            return true;
        }

        claim.Add(
            Rules.Pos, Outcome.Fail, listed.Found.Status == CodeStatus.UnknownCode ? $"No place of service {pos} exists in the loaded list." : $"Place of service {pos} is not valid on the date: {listed.Found.Because}",
            [line.Number], [line.Code], default, "Give the place of service where the patient was seen.", null, Manual);
        return false;
    }

    private static (string? Message, string? Fix, string? Condition) Denial(CheckedLine line, CodeProfile profile, string pos)
    {
        if (profile.PcTc == "8" && pos != "21")
            return ($"{line.Code} has PC/TC indicator 8: the reading of an abnormal smear, paid only for a hospital inpatient.", "Take it off; outside a hospital stay it is part of the test.", null);
        if (!IsHospital(pos) || line.Has("26") || line.Has("TC")) return default;
        return profile.PcTc switch
        {
            "1" => ($"{line.Code} in a hospital (place {pos}) without 26: the hospital is paid for the equipment, the practitioner for the reading alone.", "Add 26 if this practitioner gave the reading; otherwise take the line off.", "The record holds a signed reading."),
            "3" => ($"{line.Code} has PC/TC indicator 3: equipment and staff alone, which in a hospital (place {pos}) only the hospital is paid for.", "Take it off.", null),
            "4" => ($"{line.Code} has PC/TC indicator 4: the whole test, whose equipment in a hospital (place {pos}) only the hospital is paid for.", "Bill the code of the reading alone, if this practitioner gave it.", "The record holds a signed reading."),
            "5" => ($"{line.Code} has PC/TC indicator 5: incident to a physician's service, which is not paid to a practitioner in a hospital (place {pos}).", "Take it off; the hospital bills it.", null),
            _ => default,
        };
    }
}
