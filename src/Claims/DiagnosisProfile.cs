using CodingAhead.Codes;

namespace CodingAhead.Claims;

/// <summary>What the book says of a diagnosis code on a date, read once and kept. Immutable.</summary>
internal sealed class DiagnosisProfile
{
    public DiagnosisProfile(Book book, CodeKey key, DateOnly on)
    {
        (Key, On) = (key, on);
        Found = book.Find(key, on);
        Billable = Titles.Billable(book, key, on);
        Title = Titles.Of(book, key, on);
    }

    public CodeKey Key { get; }

    public DateOnly On { get; }

    public Found Found { get; }

    public bool Billable { get; }

    public string Title { get; }
}
