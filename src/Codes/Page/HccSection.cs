using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>A condition category of a risk adjustment model that a diagnosis counts for.</summary>
/// <param name="Model">The model as CMS names it.</param>
/// <param name="Category">The category's number.</param>
/// <param name="Coefficients">What the category adds to a risk score, by population.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record HccCategory(string Model, string Category, IReadOnlyList<HccCoefficient> Coefficients, bool Stale, int? Source);

/// <summary>A coefficient of a category.</summary>
/// <param name="Name">As in CMS's table.</param>
/// <param name="Population">Whom it is for, in words; null when the name does not say.</param>
/// <param name="Value">What it adds to the score.</param>
/// <param name="Source">Where it stands.</param>
public sealed record HccCoefficient(string Name, string? Population, decimal Value, int? Source);

/// <summary>
/// Condition categories with their coefficients. The categories are CMS's DIAGNOSES-to-category table; coefficients are matched by model and version. Those of version 08 of
/// the prescription drug model are left out: the file has two values under one name and does not say for whom each is.
/// </summary>
internal static class HccSection
{
    private static readonly Dictionary<string, string> Populations = new(StringComparer.Ordinal)
    {
        ["CNA"] = "community, not on Medicaid, aged", ["CND"] = "community, not on Medicaid, disabled", ["CFA"] = "community, full Medicaid, aged", ["CFD"] = "community, full Medicaid, disabled",
        ["CPA"] = "community, partial Medicaid, aged", ["CPD"] = "community, partial Medicaid, disabled", ["INS"] = "institution",
    };

    // Medicare Advantage first, newest model first; then drug plans; then dialysis.
    private static int Rank(string model) => model.Contains("ESRD", StringComparison.Ordinal) ? 2 : model.StartsWith("Rx", StringComparison.Ordinal) ? 1 : 0;

    public static List<HccCategory> Of(PageReader page)
    {
        var list = new List<HccCategory>();
        if (page.Key.Set != CodeSet.Icd10Cm) return list;
        var rows = page.Rows("hcc");
        if (rows.Count == 0) return list;
        foreach (var row in rows.OrderBy(r => Rank(r["model"])).ThenByDescending(r => r["model"], StringComparer.Ordinal).ThenBy(r => r["cc"].Length).ThenBy(r => r["cc"], StringComparer.Ordinal))
        {
            var (model, category) = (row["model"], row["cc"]);
            var version = Version(model);
            var found = new List<HccCoefficient>();
            foreach (var c in version is { } v && Hcc.TryKeyOf(v, category, out var key) ? page.Rows("hcc-coefficient", key) : [])
            {
                var name = c["coefficient"];
                var bar = name.LastIndexOf('_');
                var value = decimal.Parse(c["value"], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
                if (!found.Exists(f => f.Name == name && f.Value == value)) found.Add(new HccCoefficient(name, Populations.GetValueOrDefault(name[..bar]), value, page.Cite(c)));
            }

            list.Add(new HccCategory(model, category, found, row.Stale, page.Cite(row)));
        }

        return list;
    }

    // "CMS-HCC Model V28" has its coefficients under version C28; "CMS-HCC ESRD Model V24" under D24.
    private static string? Version(string model)
    {
        var v = model.LastIndexOf('V');
        if (v < 0 || v + 1 == model.Length) return null;
        var number = model[(v + 1)..];
        if (model.StartsWith("CMS-HCC ESRD", StringComparison.Ordinal)) return "D" + number;
        if (model.StartsWith("CMS-HCC", StringComparison.Ordinal)) return "C" + number;
        return model.StartsWith("RxHCC", StringComparison.Ordinal) && number != "08" ? "R" + number : null;
    }
}
