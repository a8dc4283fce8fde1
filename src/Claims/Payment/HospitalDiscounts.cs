using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// What the claim changes of hospital rates: packaging beside a comprehensive service (J1) and of conditionally packaged ones (Q1, Q2, Q4), the discount of
/// procedures of status T after the highest, both sides, and stopped or reduced services. Source: 42 CFR 419.2 and 419.44; Pub. 100-04, ch. 4, 10.2.3, 10.5 and 20.6.4.
/// </summary>
internal static class HospitalDiscounts
{
    private const string Packaging = "Pub. 100-04, ch. 4, 10.2.3 and 10.4";

    public static void Apply(PricedClaim claim)
    {
        if (claim.Claim.Setting != Setting.OutpatientHospital) return;
        foreach (var line in claim.Lines) Package(claim, line);
        foreach (var line in claim.Lines)
        {
            if (line.IsPriced && line.Schedule == "opps") Discount(claim, line);
        }
    }

    private static void Package(PricedClaim claim, LineWork line)
    {
        if (!line.IsPriced || line.FacilityStatus is "F" or "G" or "H" or "L" or "U" or "") return;
        foreach (var other in claim.Lines)
        {
            if (ReferenceEquals(other, line) || other.Date != line.Date || other.FacilityStatus.Length == 0) continue;
            var why = other.FacilityStatus switch
            {
                "J1" when line.FacilityStatus != "J1" || Before(other, line) => $"comprehensive service on line {other.Number}",
                "T" when line.FacilityStatus is "Q1" or "Q2" or "Q4" => $"status T on line {other.Number}",
                "S" or "V" when line.FacilityStatus is "Q1" or "Q4" => $"status {other.FacilityStatus} on line {other.Number}",
                _ => null,
            };
            if (why is null) continue;
            line.Refuse($"Packaged: {why} includes it ({Packaging}).");
            return;
        }
    }

    private static void Discount(PricedClaim claim, LineWork line)
    {
        var stopped = line.Has(Mods.M73) ? "facility-73" : line.Has(Mods.M52) ? "facility-52" : null;
        if (line.FacilityStatus == "T")
        {
            var first = true;
            foreach (var other in claim.Lines)
            {
                if (!ReferenceEquals(other, line) && other.IsPriced && other.FacilityStatus == "T" && other.Date == line.Date && Before(other, line)) first = false;
            }

            if (claim.Rates.Of("opps-discount", line.Date, 2) is { } rate)
            {
                // Both sides of T are two procedures; further units are further procedures.
                var count = line.Units * (line.Has(Mods.M50) ? 2 : 1);
                var shares = first ? 1 + ((count - 1) * rate.Share) : count * rate.Share;
                if (shares != line.Units)
                {
                    var after = Cents.Round(line.Each * shares);
                    claim.Step(line, first ? $"status T: the highest in full, others {rate.Text}" : $"status T after the highest: {rate.Text}", after, PricedClaim.Product(line.Each, Cents.Text(shares), after), [rate.Proof], rate.Manual);
                }
            }
        }
        else if (line.Has(Mods.M50) && claim.Rates.Of("opps-bilateral", line.Date) is { } both && line.FacilityStatus == "S") claim.Multiply(line, $"50, status {line.FacilityStatus}: both sides {both.Text}", both);

        if (stopped is not null && claim.Rates.Of(stopped, line.Date) is { } half) claim.Multiply(line, $"{stopped[^2..]}: {half.Text} of the rate", half);
    }

    private static bool Before(LineWork a, LineWork b) => a.Each != b.Each ? a.Each > b.Each : a.Key != b.Key ? a.Key.CompareTo(b.Key) < 0 : a.Order < b.Order;
}
