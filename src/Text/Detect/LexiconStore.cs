using System.Security.Cryptography;
using System.Text;
using CodingAhead.Codes;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// The lexicon of a book's newest edition, kept in the book, so that the first note does not wait for it to be made. It holds for the program whose word lists and
/// reading of phrases made it: any other makes its own, which takes seconds and gives the same.
/// </summary>
public static class LexiconStore
{
    // Of the sources that decide what a lexicon is; the build writes it.
    private static readonly byte[] Fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', WordLists.Read("fingerprint").Select(c => c[0]).Order(StringComparer.Ordinal))));

    /// <summary>The bytes of the lexicon of a finished book; none when it holds no edition of ICD-10-CM. Given to <see cref="Codes.Build.BuildOptions.Lexicon"/>.</summary>
    public static byte[] Make(Book book, CancellationToken cancel)
    {
        if (Detector.EditionOf(book, null) is not { } edition) return [];
        var writer = new LexiconWriter();
        writer.Bytes(Fingerprint);
        writer.Numbers([edition.To.DayNumber]);
        LexiconBuilder.Build(book, edition.To, cancel).Write(writer);
        return writer.Written.ToArray();
    }

    /// <summary>The lexicon of a date in the book; null when it holds none of that date, or one that another program made.</summary>
    internal static Lexicon? Of(Book book, DateOnly on) => Read(book, book.LexiconBytes, on);

    internal static Lexicon? Read(Book book, ReadOnlySpan<byte> bytes, DateOnly on)
    {
        var reader = new LexiconReader(bytes);
        if (bytes.IsEmpty || !reader.Bytes().SequenceEqual(Fingerprint) || reader.Numbers() is not [var day] || day != on.DayNumber) return null;
        return Lexicon.Read(book, on, ref reader);
    }
}
