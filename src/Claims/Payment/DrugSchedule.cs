using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Drugs under Part B: payment limit of the quarter for one billing unit × units. A national drug code on the line must be a package that bills under the code.
/// Source: Social Security Act 1847A; ASP pricing file and NDC crosswalk.
/// </summary>
internal static class DrugSchedule
{
    public static bool Start(PricedClaim claim, LineWork line, OtherFees fees)
    {
        if (fees.Drug is not { } drug) return false;
        line.Schedule = "asp";
        if (drug.Limit is not { } limit)
        {
            line.Refuse("The drug price file lists the code without a payment limit; its note says how it is priced.");
            return true;
        }

        Proof[] proofs = [new Proof(drug.Row.Source, drug.Row.Stale)];
        var what = drug.Dosage is { } dosage ? $"drug payment limit for {dosage}" : "drug payment limit";
        if (Digits(line.Line.Ndc) is { } ndc)
        {
            if (!CodeKey.TryParse(CodeSet.Ndc, ndc, out var key) || FeeRow.Of(claim.Prices.Book, "ndc-crosswalk", key, line.Date) is not { Count: > 0 } rows) what += "; the NDC is not in the crosswalk";
            else if (rows.FindIndex(r => r["hcpcs"] == line.Key.Code) is var own and >= 0) proofs = [.. proofs, new Proof(rows[own].Source, rows[own].Stale)];
            else
            {
                line.Refuse($"The crosswalk bills this NDC under {rows[0]["hcpcs"]}, not under this code.");
                return true;
            }
        }

        // Limits have tenths of a cent: rounded once, after the units.
        var amount = Cents.Round(limit * line.Units);
        claim.Step(line, what, amount, PricedProduct(limit, line.Units, amount), proofs);
        return true;
    }

    private static string PricedProduct(decimal limit, decimal units, decimal amount) => $"{Cents.Text(limit, 2)} × {Cents.Text(units)} = {Cents.Text(amount, 2)}";

    private static string? Digits(string? ndc)
    {
        if (string.IsNullOrWhiteSpace(ndc)) return null;
        return string.Concat(ndc.Where(char.IsAsciiDigit));
    }
}
