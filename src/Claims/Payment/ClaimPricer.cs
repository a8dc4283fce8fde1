using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// Prices claims by Medicare's schedules. Each amount is a list of steps that cite their rows; what has no formula says so instead of an amount.
/// Deterministic; the order of lines does not change the total. Thread-safe; make one for each book.
/// </summary>
public sealed class ClaimPricer(Book book)
{
    private static readonly PriceOptions Nothing = new();

    // The order is CMS's (RVU25D, record layout; Pub. 100-04, ch. 12, 40.6 and 40.7): the two sides before several procedures, a family of endoscopies
    // before the ranking, the lower of charge and fee after all reductions.
    private static readonly Action<PricedClaim>[] Reductions =
    [
        InjectionAlone.Apply,
        BilateralRule.Apply,
        FilmAndOldEquipment.Apply,
        MultipleProcedures.Apply,
        MultipleImaging.Apply,
        MultipleCardiovascular.Apply,
        MultipleOphthalmology.Apply,
        MultipleTherapy.Apply,
        GlobalShares.Apply,
        SurgeonRoles.Apply,
        PractitionerKinds.Apply,
        TherapyAssistants.Apply,
        HospitalDiscounts.Apply,
        CentreDiscounts.Apply,
        Participation.Apply,
        ByReport.Apply,
        LowerOfCharge.Apply,
        PatientShare.Apply,
    ];

    private readonly PriceBook prices = new(book);

    /// <summary>The book.</summary>
    public Book Book => book;

    /// <summary>The price of a claim; by default what Medicare allows, the patient's share included.</summary>
    public PriceResult Price(Claim claim, PriceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var priced = new PricedClaim(claim, prices, options ?? Nothing);
        foreach (var line in priced.AsBilled) Start(priced, line);
        foreach (var reduction in Reductions) reduction(priced);
        return priced.Result();
    }

    // Which schedule pays a line, and its amount before any reduction.
    private static void Start(PricedClaim claim, LineWork line)
    {
        if (!claim.Rates.Loaded)
        {
            line.Refuse("The book was compiled by an earlier version and holds no payment rates: build it anew.");
            return;
        }

        if (line.Key == default)
        {
            line.Refuse("The code has the form of no procedure code.");
            return;
        }

        if (line.Units <= 0 || line.Line.Charge < 0)
        {
            line.Refuse(line.Units <= 0 ? "The units are not above zero." : "The charge is below zero.");
            return;
        }

        if (line.Units > 999_999_999 || line.Line.Charge > 999_999_999_999)
        {
            line.Refuse("The units or the charge are larger than any claim has.");
            return;
        }

        var others = claim.Prices.Others(line.Key, line.Date);
        switch (claim.Claim.Setting)
        {
            case Setting.OutpatientHospital:
                HospitalSchedule.Start(claim, line, others);
                return;
            case Setting.Dme:
                if (!EquipmentSchedule.Start(claim, line, others) && !DrugSchedule.Start(claim, line, others)) line.Refuse("No equipment or drug schedule loaded lists the code on this date.");
                return;
        }

        if (CentreSchedule.IsCentre(claim.Claim.Provider, line.Line.Pos))
        {
            CentreSchedule.Start(claim, line, others);
            return;
        }

        var fee = PhysicianSchedule.Fee(claim, line, out var why);
        if (fee is { NotPriced: null })
        {
            PhysicianSchedule.Start(claim, line, fee);
            return;
        }

        if (fee?.Status == "J" || others.BaseUnits is not null)
        {
            AnesthesiaSchedule.Start(claim, line, others);
            return;
        }

        // A code that physicians' relative values do not pay may be another schedule's: tests, drugs, supplies.
        if (fee is null or not { Status: "A" or "R" or "T" or "B" or "P" }
            && (LaboratorySchedule.Start(claim, line, others) || DrugSchedule.Start(claim, line, others) || EquipmentSchedule.Start(claim, line, others))) return;
        line.Schedule = fee is { Status.Length: > 0 } ? "pfs" : null;
        line.Refuse(why ?? (fee?.NotPriced is { Length: > 0 } reason ? reason : "No schedule loaded lists the code on this date or an earlier one."));
    }
}
