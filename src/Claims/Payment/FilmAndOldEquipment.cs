using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Cuts of the technical part of imaging: CT (computed tomography on equipment below the NEMA standard), FX (film) and FY (computed radiography).
/// Source: Social Security Act 1834(p) and 1848(b)(9). They come before the multiple procedure rules; products are the same either way.
/// </summary>
internal static class FilmAndOldEquipment
{
    private static readonly (Mods Modifier, string Name)[] Cuts = [(Mods.CT, "CT"), (Mods.FX, "FX"), (Mods.FY, "FY")];

    public static void Apply(PricedClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (!line.Has(Mods.CT | Mods.FX | Mods.FY) || !line.IsPhysician || line.Technical == 0) continue;
            foreach (var (modifier, name) in Cuts)
            {
                if (!line.Has(modifier) || claim.Rates.OfModifier(name, line.Date) is not { } rate) continue;
                var reduced = Cents.Round(line.Technical * rate.Share);
                var after = line.Amount - ((line.Technical - reduced) * line.Units);
                claim.Step(
                    line, $"{name}: technical part {rate.Text}", Cents.Round(after),
                    $"{PricedClaim.Product(line.Technical, rate.Text, reduced)}; {Cents.Text(line.Amount, 2)} − {Cents.Text(line.Technical - reduced, 2)} × {Cents.Text(line.Units)}",
                    line.Fee!.Technical is { } part ? [rate.Proof, .. part.Proofs.AsSpan(0, 1)] : [rate.Proof], rate.Manual);
                line.Technical = reduced;
            }
        }
    }
}
