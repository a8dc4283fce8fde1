using System.Runtime.CompilerServices;

namespace CodingAhead.Codes.Fees;

/// <summary>The payment limit of a Part B drug.</summary>
/// <param name="Row">The row.</param>
/// <param name="Dosage">What one billing unit is, as <c>1 MG</c>.</param>
/// <param name="Limit">Dollars for one billing unit, to a tenth of a cent; null where the file says N/A and its notes price.</param>
/// <param name="Coinsurance">The patient's share in percent.</param>
/// <param name="Notes">The file's own remark.</param>
public sealed record DrugFee(FeeRow Row, string? Dosage, decimal? Limit, decimal? Coinsurance, string? Notes);

/// <summary>A package of a drug that bills under a code.</summary>
/// <param name="Row">The row of the crosswalk.</param>
/// <param name="Ndc">The national drug code, eleven digits with dashes (5-4-2).</param>
/// <param name="Labeler">Who labels it.</param>
/// <param name="Drug">Its name.</param>
/// <param name="PackageSize">Content of one item.</param>
/// <param name="PackageQuantity">Items in a package.</param>
/// <param name="BillUnits">Billing units in one item.</param>
/// <param name="BillUnitsPackage">Billing units in a package.</param>
public sealed record DrugPackage(
    FeeRow Row, string Ndc, string Labeler, string Drug, decimal? PackageSize, decimal? PackageQuantity, decimal? BillUnits, decimal? BillUnitsPackage);

/// <summary>
/// Payment limits of drugs under Part B, by quarter (average sales price plus a percentage; Social Security Act, section 1847A): limit × billing units.
/// That a drug is listed or not says nothing about coverage (the file's own note 2).
/// </summary>
public static class DrugFees
{
    // The crosswalk is keyed by package; read from its other side once a book.
    private static readonly ConditionalWeakTable<Book, Dictionary<string, List<CodeKey>>> Packaged = [];

    /// <summary>The code's payment limit; null when the edition that answers the date does not list it.</summary>
    public static DrugFee? Of(Book book, CodeKey code, DateOnly on) => FeeRow.Of(book, "asp", code, on) is [var row, ..]
        ? new DrugFee(row, row.Text("dosage"), row.Dollars("paymentLimit"), row.Number("coinsurance"), row.Text("notes"))
        : null;

    /// <summary>The packages that bill under the code, by national drug code.</summary>
    public static IReadOnlyList<DrugPackage> Packages(Book book, CodeKey code, DateOnly on)
    {
        if (!Packaged.GetValue(book, Read).TryGetValue(code.Code, out var ndcs)) return [];
        return [.. ndcs.SelectMany(n => FeeRow.Of(book, "ndc-crosswalk", n, on).Where(r => r["hcpcs"] == code.Code).Select(r => new DrugPackage(
            r, Dashed(n.Code), r["labeler"], r["drug"], r.Number("packageSize"), r.Number("packageQuantity"), r.Number("billUnits"), r.Number("billUnitsPackage"))))];
    }

    private static Dictionary<string, List<CodeKey>> Read(Book book)
    {
        var codes = new Dictionary<string, List<CodeKey>>(StringComparer.Ordinal);
        if (book.TableNumber("ndc-crosswalk") is var number && number < 0) return codes;
        var table = book.Tables[number];
        foreach (var key in book.Keys(CodeSet.Ndc))
        {
            foreach (var row in book.Rows(key, table))
            {
                var code = row[0];
                if (!codes.TryGetValue(code, out var list)) codes.Add(code, list = []);
                if (list.Count == 0 || list[^1] != key) list.Add(key);
            }
        }

        return codes;
    }

    private static string Dashed(string ndc) => ndc.Length == 11 ? $"{ndc[..5]}-{ndc[5..9]}-{ndc[9..]}" : ndc;
}
