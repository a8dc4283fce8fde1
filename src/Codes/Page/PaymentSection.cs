using System.Globalization;

namespace CodingAhead.Codes.Page;

/// <summary>
/// The national amounts of the physician fee schedule: published total of relative values times conversion factor, rounded to the cent.
/// Only status A, R and T are paid by relative values (CMS, record layout of the relative value file, Attachment A); other codes have no amount here.
/// </summary>
internal static class PaymentSection
{
    public static Payment? Of(PageReader page)
    {
        var rows = new List<PaymentRow>();
        string? edition = null;
        var stale = false;
        foreach (var row in page.Rows("pfs-rvu"))
        {
            if (row["status"] is not ("A" or "R" or "T") || Number(row, "conversionFactor") is not { } factor) continue;
            var (nonFacility, facility) = (Amount(row, factor, "nonFacility"), Amount(row, factor, "facility"));
            if (nonFacility is null && facility is null) continue;
            edition = row.Row.SourceOn(page.Judged).File.Edition;
            stale |= row.Stale;
            rows.Add(new PaymentRow(row.Text("modifier"), row.Text("variant"), factor, nonFacility, facility, page.Cite(row)));
        }

        return rows.Count == 0 ? null : new Payment("pfs", "national, not adjusted to a locality", edition, stale, [.. rows.OrderBy(r => r.Modifier, StringComparer.Ordinal).ThenBy(r => r.Variant, StringComparer.Ordinal)]);
    }

    private static NationalAmount? Amount(Shown row, decimal factor, string place)
    {
        if (Number(row, place + "Total") is not { } total || total == 0) return null;
        var amount = decimal.Round(total * factor, 2, MidpointRounding.AwayFromZero) + 0.00m;
        var (work, pe, mp) = (Number(row, "workRvu") ?? 0, Number(row, place + "Pe") ?? 0, Number(row, "mp") ?? 0);
        var how = string.Create(CultureInfo.InvariantCulture, $"({work} + {pe} + {mp} = {total}) × {factor} = {amount}");
        return new NationalAmount(work, pe, mp, total, amount, how, row[place + "Na"] == "NA");
    }

    private static decimal? Number(Shown row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
