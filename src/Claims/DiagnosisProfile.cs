using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>What the book says of a diagnosis code on a date, read once and kept. Immutable.</summary>
internal sealed class DiagnosisProfile
{
    public DiagnosisProfile(Book book, CodeKey key, DateOnly on)
    {
        (Key, On) = (key, on);
        Found = book.Find(key, on);
        Billable = Titles.Billable(book, key, on);
        var at = Found.Nearest ?? on;
        Proof = FeeRow.Of(book, "icd10cm-order", key, at) is [var row, ..] ? [new Proof(row.Source, Found.Status == CodeStatus.NoEdition)] : [];
        if (!Billable) Below = [.. book.KeysUnder(key).Where(k => Titles.Billable(book, k, at) && book.Find(k, at).Status == CodeStatus.Active).Take(4)];
        Title = Titles.Of(book, key, on);
    }

    public CodeKey Key { get; }

    public DateOnly On { get; }

    public Found Found { get; }

    public bool Billable { get; }

    public string Title { get; }

    /// <summary>The line of the code list that has it; empty when none does.</summary>
    public Proof[] Proof { get; }

    /// <summary>Some full codes below a heading; empty for a full code.</summary>
    public IReadOnlyList<CodeKey> Below { get; } = [];
}
