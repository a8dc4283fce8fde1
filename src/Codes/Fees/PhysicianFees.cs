namespace CodingAhead.Codes.Fees;

/// <summary>
/// The Medicare physician fee schedule: ((work × index) + (practice expense × index) + (malpractice × index)) × conversion factor, rounded once to the
/// cent. Imaging with a technical part pays the lower of that and the same formula with the outpatient department's units (Deficit Reduction Act of 2005,
/// section 5102(b)). Source of both: RVU25D, "National Physician Fee Schedule Relative Value File". No modifier, no reduction: those belong to a claim.
/// </summary>
public static class PhysicianFees
{
    /// <summary>Every row of the relative value file that answers the date, paid by it or not: the whole service first, then its parts.</summary>
    public static IReadOnlyList<RelativeValues> Listed(Book book, CodeKey code, DateOnly on) =>
        [.. FeeRow.Of(book, "pfs-rvu", code, on).Select(Of)
            .OrderBy(v => v.Modifier, StringComparer.Ordinal).ThenBy(v => v.Variant, StringComparer.Ordinal)];

    /// <summary>The amount not adjusted to any locality; null where relative values do not pay, or have no total for the setting.</summary>
    public static PhysicianFee? National(RelativeValues values, FeeSetting setting)
    {
        if (Factor(values, setting) is not { } factor) return null;
        var (work, pe, mp) = (values.Work, values.In(setting), values.Malpractice);
        var (fee, cap) = (Cents.Round(pe.Total!.Value * factor), Cap(values, setting, null, factor));
        var how = $"({Cents.Text(work)} + {Cents.Text(pe.Units)} + {Cents.Text(mp)} = {Cents.Text(pe.Total.Value)}) × {Cents.Text(factor)} = {Cents.Text(fee, 2)}";
        return cap < fee
            ? new PhysicianFee(cap.Value, $"({Cents.Text(work)} + {Cents.Text(pe.Opps)} + {Cents.Text(values.MalpracticeOpps)}) × {Cents.Text(factor)} = {Cents.Text(cap.Value, 2)}, the outpatient cap, lower than {how}", fee)
            : new PhysicianFee(fee, how, null);
    }

    /// <summary>The amount in a locality; null where relative values do not pay, or have no total for the setting.</summary>
    public static PhysicianFee? At(RelativeValues values, Locality at, FeeSetting setting)
    {
        if (Factor(values, setting) is not { } factor) return null;
        var pe = values.In(setting);
        var (fee, cap) = (Local(values, at, pe.Units, values.Malpractice, factor), Cap(values, setting, at, factor));
        var how = Formula(pe.Units, values.Malpractice, fee);
        return cap < fee
            ? new PhysicianFee(cap.Value, $"{Formula(pe.Opps, values.MalpracticeOpps, cap.Value)}, the outpatient cap, lower than {how}", fee)
            : new PhysicianFee(fee, how, null);

        string Formula(decimal practice, decimal malpractice, decimal amount) =>
            $"({Cents.Text(values.Work)}×{Cents.Text(at.Work)} + {Cents.Text(practice)}×{Cents.Text(at.PracticeExpense)} + {Cents.Text(malpractice)}×{Cents.Text(at.Malpractice)}) × {Cents.Text(factor)} = {Cents.Text(amount, 2)}";
    }

    /// <summary>The amounts in every locality that answers the date, without their arithmetic; none where relative values do not pay.</summary>
    public static IReadOnlyList<LocalityFee> Across(Book book, RelativeValues values, DateOnly on)
    {
        if (values.NotPriced is not null) return [];
        return [.. Localities.All(book, on).Select(l => new LocalityFee(l, Amount(l, FeeSetting.NonFacility), Amount(l, FeeSetting.Facility)))];

        decimal? Amount(Locality at, FeeSetting setting)
        {
            if (Factor(values, setting) is not { } factor) return null;
            var fee = Local(values, at, values.In(setting).Units, values.Malpractice, factor);
            return Cap(values, setting, at, factor) is { } cap && cap < fee ? cap : fee;
        }
    }

    /// <summary>What a contractor may not exceed for imaging that it prices itself (status C), from OPPSCAP; null when the file has none.</summary>
    public static FeeRow? ContractorCap(Book book, CodeKey code, string? modifier, Locality at, DateOnly on)
    {
        foreach (var row in FeeRow.Of(book, "opps-cap", code, on))
        {
            if (row["status"] == "C" && row["modifier"] == (modifier ?? "") && row["mac"] == at.Mac && row["locality"] == at.Number) return row;
        }

        return null;
    }

    /// <summary>
    /// The amounts that CMS itself published for a locality in a quarterly revision (PFREV) in force on the date, newest revision only. Where the relative
    /// values loaded are of an earlier edition, these are the ones that count.
    /// </summary>
    public static IReadOnlyList<FeeRow> Published(Book book, CodeKey code, Locality at, DateOnly on)
    {
        if (book.TableNumber("pfs-fee") is var number && number < 0) return [];
        var table = book.Tables[number];
        var (mac, locality) = (table["mac"], table["locality"]);
        return [.. book.Rows(code, table, on).Where(r => r[mac] == at.Mac && r[locality] == at.Number).Select(r => new FeeRow(r, on, false))
            .GroupBy(r => (r["modifier"], r["variant"])).Select(g => g.MaxBy(r => r.Source.File.From))];
    }

    // Null where there is nothing to multiply.
    private static decimal? Factor(RelativeValues values, FeeSetting setting) => values.NotPriced is null && values.In(setting).Total is not (null or 0) ? values.ConversionFactor : null;

    private static decimal Local(RelativeValues values, Locality at, decimal practice, decimal malpractice, decimal factor) =>
        Cents.Round(((values.Work * at.Work) + (practice * at.PracticeExpense) + (malpractice * at.Malpractice)) * factor);

    // What the outpatient units come to; null where the release has none, as for everything but the technical part of imaging.
    private static decimal? Cap(RelativeValues values, FeeSetting setting, Locality? at, decimal factor)
    {
        var practice = values.In(setting).Opps;
        if (practice == 0 && values.MalpracticeOpps == 0) return null;
        return at is null ? Cents.Round((values.Work + practice + values.MalpracticeOpps) * factor) : Local(values, at, practice, values.MalpracticeOpps, factor);
    }

    private static RelativeValues Of(FeeRow row) => new(
        row, row.Text("modifier"), row.Text("variant"), row["status"], row.Number("conversionFactor"), row.Number("workRvu") ?? 0, row.Number("mp") ?? 0, row.Number("mpOpps") ?? 0,
        In(row, "nonFacility"), In(row, "facility"));

    private static PracticeExpense In(FeeRow row, string setting) =>
        new(row.Number(setting + "Pe") ?? 0, row.Number(setting + "Total"), row.Number(setting + "PeOpps") ?? 0, row[setting + "Na"] == "NA");
}
