using System.Globalization;
using CodingAhead.Bench;
using CodingAhead.Codes;

// Prints what the README claims about speed, with a baseline measured in the same run.
//   bench build RELEASES     time, memory and size of a build of the whole directory
//   bench search BOOK        lookup, search and typing ahead beside SQLite FTS5 over the same rows
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["build", var releases]:
        BuildBench.Run(releases);
        return 0;
    case ["search", var path]:
        using (var book = Book.Open(path)) SearchBench.Run(book);
        return 0;
    default:
        Console.Error.WriteLine("usage: bench build RELEASES | bench search BOOK");
        return 2;
}
