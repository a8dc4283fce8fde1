using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Page;

/// <summary>The physician fee schedule in the locality asked for. A place without a locality has its reason and no amount.</summary>
internal static class LocalSection
{
    public static LocalPayment Of(PageReader page, IReadOnlyList<RelativeValues> listed, Located located)
    {
        var zip = located.Zip is { } z ? new ZipLine(z.Zip, z.State, z.Rural.Length > 0 ? z.Rural : null, z.Spans, z.Source.File.Edition, z.Stale, Cite(page, z.Source, z.Stale)) : null;
        if (located.Locality is not { } at) return new LocalPayment(located.StatusId, located.Because, zip, null, null, null, null, null, false, null, [], null);
        var source = Cite(page, at.Source, at.Stale);
        return new LocalPayment(
            located.StatusId, null, zip, at.Mac, at.Number, at.Name, at.State, at.Source.File.Edition, at.Stale,
            new LocalIndices(at.Work, at.PracticeExpense, at.Malpractice, at.WorkFloor), [.. listed.Select(v => Row(page, v, at, source)).OfType<LocalRow>()], source)
        {
            Published = [.. PhysicianFees.Published(page.Book, page.Key, at, page.Judged).Select(r => new PublishedAmount(
                r.Text("modifier"), r.Text("variant"), r.Dollars("nonFacilityFee") ?? 0, r.Dollars("facilityFee") ?? 0, r.Source.File.Edition, PaymentSection.Cite(page, r)))],
        };
    }

    private static LocalRow? Row(PageReader page, RelativeValues values, Locality at, int indices)
    {
        var cap = values.Status == "C" ? PhysicianFees.ContractorCap(page.Book, page.Key, values.Modifier, at, page.Judged) : null;
        if (values.NotPriced is not null && cap is null) return null;
        var sources = new List<int> { PaymentSection.Cite(page, values.Row), indices };
        if (cap is { } c) sources.Add(PaymentSection.Cite(page, c));
        return new LocalRow(values.Modifier, values.Variant, Amount(values, at, FeeSetting.NonFacility), Amount(values, at, FeeSetting.Facility), cap?.Dollars("nonFacilityPrice"), sources);
    }

    private static LocalAmount? Amount(RelativeValues values, Locality at, FeeSetting setting) => PhysicianFees.At(values, at, setting) is { } fee
        ? new LocalAmount(fee.Amount, fee.How, fee.NonParticipating, fee.LimitingCharge, fee.Uncapped is not null)
        : null;

    private static int Cite(PageReader page, SourceLine source, bool stale)
    {
        if (stale) page.Over(source.File);
        return page.Cite(source);
    }
}
