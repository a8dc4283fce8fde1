using System.Globalization;
using CodingAhead.Bench;
using CodingAhead.Codes;

// Prints what the README claims about speed, with a baseline measured in the same run.
//   bench build RELEASES     time, memory and size of a build of the whole directory
//   bench search BOOK        lookup, search and typing ahead beside SQLite FTS5 over the same rows
//   bench claims BOOK        claims checked and priced, an 837 file streamed
//   bench detect BOOK NOTES  diagnoses found in notes, one JSON object with "text" a line
//   bench redact NOTES       clinical text redacted: whole notes, short texts, a hostile line
//   bench claims BOOK FILE   writes claims, one a line, for a load test of the API
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["build", var releases]:
        BuildBench.Run(releases);
        return 0;
    case ["search", var path]:
        using (var book = Book.Open(path)) SearchBench.Run(book);
        return 0;
    case ["claims", var path]:
        using (var book = Book.Open(path)) ClaimBench.Run(book);
        return 0;
    case ["claims", var path, var file]:
        using (var book = Book.Open(path)) ClaimBench.WriteClaims(book, file);
        return 0;
    case ["detect", var path, var notes]:
        using (var book = Book.Open(path)) DetectBench.Run(book, notes);
        return 0;
    case ["redact", var notes]:
        RedactBench.Run(notes);
        return 0;
    default:
        Console.Error.WriteLine("usage: bench build RELEASES | bench search BOOK | bench claims BOOK [FILE] | bench detect BOOK NOTES | bench redact NOTES");
        return 2;
}
