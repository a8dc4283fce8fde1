using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Page;

/// <summary>
/// What Medicare pays for a code: the physician fee schedule nationally and, when a place was given, in its locality; then every other schedule that
/// lists the code. The arithmetic is that of <see cref="PhysicianFees"/>.
/// </summary>
internal static class PaymentSection
{
    public static Payment? Of(PageReader page, Place? place)
    {
        if (page.Key.Set is not (CodeSet.Cpt or CodeSet.Hcpcs)) return null;
        var listed = PhysicianFees.Listed(page.Book, page.Key, page.Judged);
        var located = place is null ? null : Localities.Find(page.Book, place, page.Judged);
        var rows = new List<PaymentRow>();
        var unpaid = new List<NotPriced>();
        foreach (var values in listed)
        {
            if (values.NotPriced is { } because) unpaid.Add(new NotPriced(values.Modifier, values.Variant, values.Status, because, Cite(page, values.Row)));
            else rows.Add(new PaymentRow(values.Modifier, values.Variant, values.ConversionFactor!.Value, National(values, FeeSetting.NonFacility), National(values, FeeSetting.Facility), Cite(page, values.Row)));
        }

        var schedules = ScheduleSection.Of(page, located);
        if (listed.Count == 0 && schedules.Count == 0) return null;
        return new Payment("pfs", "national, not adjusted to a locality", listed.Count > 0 ? listed[0].Row.Source.File.Edition : null, listed.Any(v => v.Row.Stale), rows)
        {
            NotPriced = unpaid,
            Locality = located is null ? null : LocalSection.Of(page, listed, located),
            Schedules = schedules,
            Editions = [.. FeeHistory.Of(page.Book, page.Key).Select(f => new EditionAmount(f.Schedule, f.Edition, f.From, f.Variant, f.Amount, f.RelativeValue, f.ConversionFactor, page.Cite(f.Source)))],
            Packages = schedules.Exists(s => s.Schedule == "asp") ? Packages(page) : [],
        };
    }

    /// <summary>The number under which the page cites a row; notes an edition that is over.</summary>
    internal static int Cite(PageReader page, FeeRow row)
    {
        if (row.Stale) page.Over(row.Source.File);
        return page.Cite(row.Source);
    }

    private static NationalAmount? National(RelativeValues values, FeeSetting setting) => PhysicianFees.National(values, setting) is { } fee
        ? new NationalAmount(values.Work, values.In(setting).Units, values.Malpractice, values.In(setting).Total ?? 0, fee.Amount, fee.How, values.In(setting).RarelyThere) { Capped = fee.Uncapped is not null }
        : null;

    private static List<PackageLine> Packages(PageReader page) =>
        [.. DrugFees.Packages(page.Book, page.Key, page.Judged).Select(p => new PackageLine(p.Ndc, p.Drug, p.Labeler, p.BillUnits, p.BillUnitsPackage, Cite(page, p.Row)))];
}
