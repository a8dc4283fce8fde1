using System.Globalization;

namespace CodingAhead.Codes.Page;

/// <summary>A row of an ICD-10-PCS table: any value of each of its columns may stand with any value of the others.</summary>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Columns">Positions 4 to 7.</param>
/// <param name="Codes">How many codes it makes.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PcsRow(int Number, IReadOnlyList<PcsColumn> Columns, int Codes, int? Source);

/// <summary>A column of a row.</summary>
/// <param name="Position">4 to 7.</param>
/// <param name="Axis">Its name: Body Part, Approach, …</param>
/// <param name="Values">Its values.</param>
public sealed record PcsColumn(int Position, string Axis, IReadOnlyList<PcsValue> Values);

/// <summary>A value of a column.</summary>
/// <param name="Value">The character.</param>
/// <param name="Label">What it stands for.</param>
/// <param name="Code">The page's code with this value in its place, when that is valid on the date; on a table's page null.</param>
/// <param name="Current">It is the value in the page's code.</param>
public sealed record PcsValue(string Value, string Label, string? Code, bool Current);

/// <summary>The tables of ICD-10-PCS: what each character of a code stands for, the row it stands in, the rows of a table.</summary>
internal static class PcsSection
{
    private static readonly CodeKey Devices = CodeKey.Of(CodeSet.Register, "PCSDEVICE");

    public static List<PcsCharacter> Characters(PageReader page)
    {
        var list = new List<PcsCharacter>();
        var code = page.Key.Code;
        if (page.Key.Set != CodeSet.Icd10Pcs || code.Length is not (3 or 7)) return list;
        // Positions 1 to 3 are common to the table; the rest must stand together in one of its rows.
        var all = Values(page, code);
        foreach (var row in all.GroupBy(r => r["row"]))
        {
            var matches = row.Where(r => Position(r) is >= 1 and <= 7 and var p && p <= code.Length && r["value"] == code.Substring(p - 1, 1)).ToList();
            var own = row.Select(r => r["position"]).Distinct().Count();
            if (matches.Select(r => r["position"]).Distinct().Count() == own) list.AddRange(matches.Select(r => One(page, r, all)));
        }

        return [.. list.OrderBy(c => c.Position).DistinctBy(c => c.Position)];
    }

    /// <summary>Of a code its row; of a table all rows.</summary>
    public static List<PcsRow> Rows(PageReader page)
    {
        var code = page.Key.Code;
        return page.Key.Set == CodeSet.Icd10Pcs && code.Length is 3 or 7 ? RowsOf(page, code) : [];
    }

    /// <summary>The rows that a beginning of three to seven characters fits.</summary>
    public static List<PcsRow> RowsOf(PageReader page, string code)
    {
        var rows = new List<PcsRow>();
        foreach (var row in Values(page, code).Where(r => r["row"] != "0").GroupBy(r => r["row"]))
        {
            var columns = new List<PcsColumn>();
            foreach (var column in row.GroupBy(Position).OrderBy(c => c.Key))
            {
                columns.Add(new PcsColumn(column.Key, column.First()["axis"], [.. column.Select(v =>
                {
                    var current = code.Length >= column.Key && code.AsSpan(column.Key - 1, 1).SequenceEqual(v["value"]);
                    return new PcsValue(v["value"], v["label"], current || code.Length != 7 ? null : Replaced(page, code, column.Key, v["value"]), current);
                })]));
            }

            if (columns.Exists(c => c.Position <= code.Length && !c.Values.Any(v => v.Current))) continue;
            var number = int.Parse(row.Key, CultureInfo.InvariantCulture);
            rows.Add(new PcsRow(number, columns, columns.Aggregate(1, (n, c) => n * c.Values.Count), page.Cite(row.First())));
        }

        return rows;
    }

    /// <summary>Why seven characters are no code: the first position whose value no row has beside those before it; null when the table is not in the book.</summary>
    public static string? WhyNot(Book book, CodeKey key, DateOnly on)
    {
        var code = key.Code;
        if (key.Set != CodeSet.Icd10Pcs || code.Length != 7) return null;
        var page = new PageReader(book, key, on, on);
        if (page.Table("icd10pcs-table") is null) return null;
        var values = Values(page, code);
        if (values.Count == 0) return $"ICD-10-PCS has no table {code[..3]}.";
        for (var n = 4; n <= 7; n++)
        {
            if (RowsOf(page, code[..n]).Count > 0) continue;
            var label = values.Where(v => Position(v) == n && v["value"] == code.Substring(n - 1, 1)).Select(v => v["label"]).FirstOrDefault();
            var axis = values.Where(v => Position(v) == n).Select(v => v["axis"]).FirstOrDefault()?.ToLowerInvariant();
            return label is null ? $"Table {code[..3]} has no {axis} {code[n - 1]}."
                : $"Table {code[..3]} has {axis} {code[n - 1]} ({label}), but in no row beside {code[3..(n - 1)]}.";
        }

        return null;
    }

    private static List<Shown> Values(PageReader page, string code) => page.Rows("icd10pcs-table", CodeKey.Of(CodeSet.Icd10Pcs, code.AsSpan(0, 3)));

    private static int Position(Shown row) => int.TryParse(row["position"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0;

    private static string? Replaced(PageReader page, string code, int position, string value)
    {
        var key = CodeKey.Of(CodeSet.Icd10Pcs, string.Concat(code.AsSpan(0, position - 1), value, code.AsSpan(position)));
        return page.IsListed(key) ? key.Display : null;
    }

    // The body part, device and approach keys define a value by its label, a device also by "label in body system" or "label for operation in body system".
    private static PcsCharacter One(PageReader page, Shown row, List<Shown> table)
    {
        var (label, system, operation) = (row["label"], Label(table, 2), Label(table, 3));
        Shown? key = null;
        foreach (var d in page.Rows("icd10pcs-definition", CodeKey.Of(CodeSet.Icd10Pcs, page.Key.Code.AsSpan(0, 1))))
        {
            if (d["position"] != row["position"]) continue;
            var title = d["title"];
            if (title == label || title == $"{label} in {system}" || title == $"{label} for {operation} in {system}") { key = d; break; }
        }

        var devices = new List<string>();
        if (Position(row) == 6)
        {
            foreach (var d in page.Rows("icd10pcs-device", Devices))
            {
                if (d["value"] == row["value"] && d["parent"] == label && d["bodySystems"].Split('|').Contains(system) && (d["operation"] == operation || d["operation"].StartsWith("All", StringComparison.Ordinal)))
                    devices.Add(d["device"]);
            }
        }

        return new PcsCharacter(Position(row), row["axis"], row["value"], label, key?.Text("definition") ?? row.Text("definition"), page.Cite(row))
        {
            Explanation = key?.Text("explanation"),
            Includes = key?.Text("includes")?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Devices = devices,
            KeySource = key is { } k ? page.Cite(k) : null,
        };
    }

    private static string Label(List<Shown> table, int position) => table.Where(r => r["row"] == "0" && Position(r) == position).Select(r => r["label"]).FirstOrDefault() ?? "";
}
