using System.Globalization;
using System.Text;

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
    private static readonly CodeKey Register = CodeKey.Of(CodeSet.Register, "HCC");

    private static readonly Dictionary<string, string> Populations = new(StringComparer.Ordinal)
    {
        ["CNA"] = "community, not on Medicaid, aged", ["CND"] = "community, not on Medicaid, disabled", ["CFA"] = "community, full Medicaid, aged", ["CFD"] = "community, full Medicaid, disabled",
        ["CPA"] = "community, partial Medicaid, aged", ["CPD"] = "community, partial Medicaid, disabled", ["INS"] = "institution",
    };

    public static List<HccCategory> Of(PageReader page)
    {
        var list = new List<HccCategory>();
        if (page.Key.Set != CodeSet.Icd10Cm) return list;
        var rows = page.Rows("hcc");
        if (rows.Count == 0) return list;
        var coefficients = page.Rows("hcc-coefficient", Register);
        foreach (var row in rows.OrderBy(r => r["model"], StringComparer.Ordinal).ThenBy(r => r["cc"].Length).ThenBy(r => r["cc"], StringComparer.Ordinal))
        {
            var (model, category) = (row["model"], row["cc"]);
            var version = Version(model);
            var found = new List<HccCoefficient>();
            foreach (var c in coefficients)
            {
                if (version is not { } v || !c.Row.Column(3).SequenceEqual(v.Version) || !c.Row.Column(2).SequenceEqual(v.Domain)) continue;
                var name = c["coefficient"];
                // Interactions of two categories have a name of their own each; a category stands alone after its population.
                var bar = name.LastIndexOf('_');
                if (bar < 0 || !name.AsSpan(bar + 1).SequenceEqual($"{v.Prefix}{category}") || name.IndexOf("HCC", StringComparison.Ordinal) < bar) continue;
                var value = decimal.Parse(c["value"], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
                if (!found.Exists(f => f.Name == name && f.Value == value)) found.Add(new HccCoefficient(name, Populations.GetValueOrDefault(name[..bar]), value, page.Cite(c)));
            }

            list.Add(new HccCategory(model, category, found, row.Stale, page.Cite(row)));
        }

        return list;
    }

    // "CMS-HCC Model V28" has its coefficients under domain CMS-HCC, version C28; "CMS-HCC ESRD Model V24" under ESRD, D24.
    private static (byte[] Domain, byte[] Version, string Prefix)? Version(string model)
    {
        var v = model.LastIndexOf('V');
        if (v < 0 || v + 1 == model.Length) return null;
        var number = model[(v + 1)..];
        if (model.StartsWith("CMS-HCC ESRD", StringComparison.Ordinal)) return ("ESRD"u8.ToArray(), Encoding.UTF8.GetBytes("D" + number), "HCC");
        if (model.StartsWith("CMS-HCC", StringComparison.Ordinal)) return ("CMS-HCC"u8.ToArray(), Encoding.UTF8.GetBytes("C" + number), "HCC");
        return model.StartsWith("RxHCC", StringComparison.Ordinal) && number != "08" ? ("RxHCC"u8.ToArray(), Encoding.UTF8.GetBytes("R" + number), "RXHCC") : null;
    }
}
