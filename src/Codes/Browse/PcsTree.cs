using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Browse;

/// <summary>ICD-10-PCS character by character: section, body system, table, then the values of the rows of the table until seven characters are a code.</summary>
internal sealed class PcsTree(Book book, CodeCounts counts, DateOnly on)
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static readonly string[] Kinds = ["section", "bodySystem", "table", "beginning", "beginning", "beginning"];

    /// <summary>What may follow a beginning of 0 to 6 characters.</summary>
    public List<BrowseNode> Below(string beginning)
    {
        var list = new List<BrowseNode>();
        var rows = beginning.Length >= 3 ? PcsSection.RowsOf(Reader(beginning), beginning) : [];
        foreach (var c in Characters)
        {
            var next = beginning + c;
            var codes = counts.Under(CodeKey.Of(CodeSet.Icd10Pcs, next), on);
            if (codes > 0) list.Add(Node(next, codes, rows));
        }

        return list;
    }

    /// <summary>A beginning of 1 to 6 characters; null when no code on the date has it.</summary>
    public BrowseNode? Of(string beginning)
    {
        var codes = counts.Under(CodeKey.Of(CodeSet.Icd10Pcs, beginning), on);
        return codes == 0 ? null : Node(beginning, codes, beginning.Length > 3 ? PcsSection.RowsOf(Reader(beginning), beginning) : []);
    }

    private BrowseNode Node(string beginning, int codes, List<PcsRow> rows)
    {
        var key = CodeKey.Of(CodeSet.Icd10Pcs, beginning);
        if (beginning.Length == 7) return new BrowseNode(beginning, "code", Titles.Of(book, key, on), codes) { Path = $"/codes/icd10pcs/{beginning}" };
        var path = beginning.Length == 3 ? $"/codes/icd10pcs/{beginning}" : $"/browse/icd10pcs/{beginning}";
        var label = beginning.Length <= 3 ? Label(key, beginning.Length)
            : rows.SelectMany(r => r.Columns).Where(c => c.Position == beginning.Length).SelectMany(c => c.Values).Where(v => v.Value == beginning[^1..]).Select(v => v.Label).FirstOrDefault();
        return new BrowseNode(beginning, Kinds[beginning.Length - 1], label ?? "No label in the loaded tables", codes) { Path = path };
    }

    // The first three characters mean the same in every table that begins with them.
    private string? Label(CodeKey key, int position)
    {
        var tables = 0;
        for (var i = book.LowerBound(key); i < book.KeyCount && book.KeyAt(i) is var at && at < key.EndOfPrefix && tables++ < 8;)
        {
            if (at.Code.Length < 3) { i++; continue; }
            var table = CodeKey.Of(CodeSet.Icd10Pcs, at.Code.AsSpan(0, 3));
            foreach (var row in new PageReader(book, table, on, on).Rows("icd10pcs-table", table))
            {
                if (row["row"] == "0" && row["position"].Length == 1 && row["position"][0] - '0' == position) return row["label"];
            }

            i = book.LowerBound(table.EndOfPrefix);
        }

        return null;
    }

    private PageReader Reader(string beginning) => new(book, CodeKey.Of(CodeSet.Icd10Pcs, beginning), on, on);
}
