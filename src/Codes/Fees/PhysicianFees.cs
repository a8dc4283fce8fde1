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
        if (values.NotPriced is not null || values.ConversionFactor is not { } factor || values.Total(setting) is not { } total || total == 0) return null;
        var (work, pe, mp) = (values.Work, values.PracticeExpense(setting) ?? 0, values.Malpractice);
        return Capped(
            total * factor, $"({Cents.Text(work)} + {Cents.Text(pe)} + {Cents.Text(mp)} = {Cents.Text(total)}) × {Cents.Text(factor)}",
            (work + values.PracticeExpenseOpps(setting) + values.MalpracticeOpps) * factor, values, setting,
            $"({Cents.Text(work)} + {Cents.Text(values.PracticeExpenseOpps(setting))} + {Cents.Text(values.MalpracticeOpps)}) × {Cents.Text(factor)}");
    }

    /// <summary>The amount in a locality; null where relative values do not pay, or have no total for the setting.</summary>
    public static PhysicianFee? At(RelativeValues values, Locality at, FeeSetting setting)
    {
        if (values.NotPriced is not null || values.ConversionFactor is not { } factor || values.Total(setting) is not { } total || total == 0) return null;
        var (pe, cap) = (values.PracticeExpense(setting) ?? 0, values.PracticeExpenseOpps(setting));
        return Capped(
            ((values.Work * at.Work) + (pe * at.PracticeExpense) + (values.Malpractice * at.Malpractice)) * factor, Formula(pe, values.Malpractice),
            ((values.Work * at.Work) + (cap * at.PracticeExpense) + (values.MalpracticeOpps * at.Malpractice)) * factor, values, setting, Formula(cap, values.MalpracticeOpps));

        string Formula(decimal practice, decimal malpractice) =>
            $"({Cents.Text(values.Work)}×{Cents.Text(at.Work)} + {Cents.Text(practice)}×{Cents.Text(at.PracticeExpense)} + {Cents.Text(malpractice)}×{Cents.Text(at.Malpractice)}) × {Cents.Text(factor)}";
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

    private static PhysicianFee Capped(decimal fee, string how, decimal cap, RelativeValues values, FeeSetting setting, string capHow)
    {
        var (amount, limit) = (Cents.Round(fee), Cents.Round(cap));
        var capped = (values.PracticeExpenseOpps(setting) > 0 || values.MalpracticeOpps > 0) && limit < amount;
        return capped
            ? new PhysicianFee(limit, $"{capHow} = {Cents.Text(limit, 2)}, the outpatient cap, lower than {how} = {Cents.Text(amount, 2)}", amount)
            : new PhysicianFee(amount, $"{how} = {Cents.Text(amount, 2)}", null);
    }

    private static RelativeValues Of(FeeRow row) => new(
        row, row.Text("modifier"), row.Text("variant"), row["status"], row.Number("conversionFactor"), row.Number("workRvu") ?? 0, row.Number("mp") ?? 0, row.Number("mpOpps") ?? 0);
}
