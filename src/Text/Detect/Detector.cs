using System.Collections.Concurrent;
using CodingAhead.Codes;
using CodingAhead.Text.Detect.Rules;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Finds the ICD-10-CM codes that a note supports, each with its evidence and its reason, and the mentions that are not coded and why. Offline and deterministic; nothing of
/// a note is kept. One detector serves many threads. The lexicon of the newest edition is in the book; one of another edition is made from the book's rows when it is first needed.
/// </summary>
/// <param name="book">Must stay open while the detector is used.</param>
public sealed class Detector(Book book)
{
    /// <summary>Longer notes are refused: in UTF-16 units.</summary>
    public const int LongestNote = 4_000_000;

    private readonly ConcurrentDictionary<DateOnly, Lazy<Lexicon>> lexicons = [];

    /// <summary>The book.</summary>
    public Book Book { get; } = book;

    /// <summary>Makes the lexicon of a date now, so that the first note does not wait for it.</summary>
    public void Prepare(DateOnly? on = null) => _ = Edition(on) is { } edition ? LexiconOf(edition) : null;

    /// <summary>Detects the codes of a note.</summary>
    /// <param name="text">The note; any text. Offsets of the result are in it.</param>
    /// <param name="options">Setting, date of service, sex, age.</param>
    /// <param name="cancel">Stops between sentences.</param>
    /// <returns>A result for every text; without codes and with a note that says why when the book holds no edition for the date or the text is too long.</returns>
    public DetectResult Detect(string text, DetectOptions options = default, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Edition(options.On) is not { } edition)
            return new DetectResult("", options.On ?? default, [], [], [], [$"{RejectReasons.NoEdition}: the book holds no edition of ICD-10-CM for the date."], []);
        var on = options.On ?? edition.To;
        if (text.Length > LongestNote) return new DetectResult(edition.Edition, on, [], [], [], [$"The text is longer than {LongestNote} characters."], []);
        var note = new NoteCase(NoteOutline.Of(text, cancel), LexiconOf(edition), options with { On = on });
        new MentionFinder(note).Find(cancel);
        foreach (var rule in RuleList.All)
        {
            cancel.ThrowIfCancellationRequested();
            rule.Apply(note);
        }

        return ResultBuilder.Build(note, edition.Edition);
    }

    private Coverage? Edition(DateOnly? on) => EditionOf(Book, on);

    /// <summary>The edition of ICD-10-CM in force on a date; the newest when no date is given.</summary>
    internal static Coverage? EditionOf(Book book, DateOnly? on)
    {
        Coverage? best = null;
        foreach (var c in book.CoverageOf(CodeSet.Icd10Cm))
        {
            if (on is { } day && (day < c.From || day > c.To)) continue;
            if (best is null || c.To > best.Value.To || c.To == best.Value.To && c.From > best.Value.From) best = c;
        }

        return best;
    }

    private Lexicon LexiconOf(Coverage edition) => lexicons.GetOrAdd(edition.To, day => new Lazy<Lexicon>(() => LexiconStore.Of(Book, day) ?? LexiconBuilder.Build(Book, day, CancellationToken.None))).Value;
}
