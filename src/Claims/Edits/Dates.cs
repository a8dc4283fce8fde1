namespace CodingAhead.Claims.Edits;

/// <summary>Dates in order, and units above zero: services end after they begin and after the patient's birth. What lies in the future is only known on the day the claim is sent, which is not this rule's to know.</summary>
internal static class Dates
{
    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Line.Date == default)
                claim.Add(Rules.Dates, Outcome.Fail, "The line has no date of service.", [line.Number], [line.Code], default, "Give the date of service.");
            if (line.Line.Units <= 0)
                claim.Add(Rules.Dates, Outcome.Fail, "The line has no units of service, or fewer than none.", [line.Number], [line.Code], default, "Give the units as a number above zero.");
            if (line.Line.To is { } to && to < line.Line.Date)
                claim.Add(Rules.Dates, Outcome.Fail, "The line ends before it begins.", [line.Number], [line.Code], default, "Exchange or correct the two dates.");
            if (claim.Claim.Patient.BirthDate is { } born && line.Line.Date < born)
                claim.Add(Rules.Dates, Outcome.Fail, "The service lies before the patient's birth.", [line.Number], [line.Code], default, "Correct the date of service or of birth.");
        }
    }
}
