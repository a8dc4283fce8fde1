using CodingAhead.Text.Detect;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>The lexicon in the book: the same as one made from the rows, and used only by the program that made it.</summary>
[Collection(nameof(DetectBook))]
public class LexiconStoreTests(DetectBook book)
{
    private readonly byte[] bytes = LexiconStore.Make(book.Detector.Book, CancellationToken.None);

    [Fact]
    public void What_is_read_is_what_was_made()
    {
        var read = LexiconStore.Read(book.Detector.Book, bytes, DetectBook.On);
        Assert.NotNull(read);
        var (again, made) = (new LexiconWriter(), new LexiconWriter());
        read.Write(again);
        LexiconBuilder.Build(book.Detector.Book, DetectBook.On, CancellationToken.None).Write(made);
        Assert.True(made.Written.SequenceEqual(again.Written));
        Assert.True(bytes.AsSpan().EndsWith(made.Written));
    }

    [Fact]
    public void A_built_book_holds_it_for_its_newest_edition() => Assert.NotNull(LexiconStore.Of(book.Detector.Book, DetectBook.On));

    [Fact]
    public void Another_date_has_none() => Assert.Null(LexiconStore.Read(book.Detector.Book, bytes, DetectBook.On.AddYears(-1)));

    [Fact]
    public void One_that_another_program_made_is_not_used()
    {
        var other = bytes.ToArray();
        other[10] ^= 1;
        Assert.Null(LexiconStore.Read(book.Detector.Book, other, DetectBook.On));
    }

    [Fact]
    public void A_book_without_one_has_none() => Assert.Null(LexiconStore.Read(book.Detector.Book, [], DetectBook.On));
}
