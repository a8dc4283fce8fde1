namespace CodingAhead.Codes.Page;

/// <summary>What each character of an ICD-10-PCS code stands for, from the row of its table.</summary>
internal static class PcsSection
{
    public static List<PcsCharacter> Characters(PageReader page)
    {
        var list = new List<PcsCharacter>();
        var code = page.Key.Code;
        if (page.Key.Set != CodeSet.Icd10Pcs || code.Length != 7) return list;
        var table = CodeKey.Of(CodeSet.Icd10Pcs, code.AsSpan(0, 3));
        // Positions 1 to 3 are common to the table; the rest must stand together in one of its rows.
        var rows = page.Rows("icd10pcs-table", table);
        foreach (var row in rows.GroupBy(r => r["row"]))
        {
            var matches = row.Where(r => int.TryParse(r["position"], out var p) && p is >= 1 and <= 7 && r["value"] == code.Substring(p - 1, 1)).ToList();
            var positions = matches.Select(r => r["position"]).Distinct().Count();
            var own = row.Select(r => r["position"]).Distinct().Count();
            if (positions == own) list.AddRange(matches.Select(r => new PcsCharacter(int.Parse(r["position"], System.Globalization.CultureInfo.InvariantCulture), r["axis"], r["value"], r["label"], r.Text("definition"), page.Cite(r))));
        }

        return [.. list.OrderBy(c => c.Position).DistinctBy(c => c.Position)];
    }
}
