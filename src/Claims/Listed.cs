using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>What the book says of a modifier or a place of service on a date, read once and kept. Immutable.</summary>
internal sealed class Listed
{
    public Listed(Book book, CodeKey key, DateOnly on)
    {
        Key = key;
        Found = book.Find(key, on);
        foreach (var table in key.Set == CodeSet.Pos ? (string[])["pos", "starter-pos"] : ["hcpcs", "starter-modifier"])
        {
            if (DatedRows.Of(book, table, key, on) is not [var row, ..]) continue;
            Proof ??= new Proof(row.Source, row.Stale);
            Facility ??= row.Text("type") ?? row.Text("setting");
        }
    }

    public CodeKey Key { get; }

    public Found Found { get; }

    /// <summary><c>facility</c> or <c>non-facility</c>, for a place.</summary>
    public string? Facility { get; }

    /// <summary>The row that lists it; null when none on the date does.</summary>
    public Proof? Proof { get; }
}
