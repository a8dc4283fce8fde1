using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>
/// The codes that the notes of the tabular list name for a diagnosis, at the code itself and, as a note holds for everything below its entry, at every heading
/// above it up to the chapter.
/// </summary>
internal sealed class TabularNotes
{
    public static readonly TabularNotes None = new([], [], []);

    private TabularNotes(NamedCodes[] excludes1, NamedCodes[] codeFirst, NamedCodes[] beside) => (Excludes1, CodeFirst, Beside) = (excludes1, codeFirst, beside);

    /// <summary>Codes that are not coded beside it.</summary>
    public NamedCodes[] Excludes1 { get; }

    /// <summary>Codes that go before it.</summary>
    public NamedCodes[] CodeFirst { get; }

    /// <summary>Codes that a note sends the coder to besides: code first, use additional code, code also.</summary>
    public NamedCodes[] Beside { get; }

    public static TabularNotes Of(Book book, CodeKey key, DateOnly on)
    {
        var (excludes, first, beside) = (new List<NamedCodes>(), new List<NamedCodes>(), new List<NamedCodes>());
        var depth = 0;
        foreach (var entry in Chain(book, key, on))
        {
            foreach (var row in DatedRows.Of(book, "icd10cm-note", entry, on))
            {
                var list = row["kind"] switch { "excludes1" => excludes, "codeFirst" => first, "useAdditionalCode" or "codeAlso" => beside, _ => null };
                if (list is null || NamedCodes.Read(row["text"], entry, depth, new Proof(row.Source, row.Stale)) is not { } named) continue;
                list.Add(named);
                if (list == first) beside.Add(named);
            }

            depth++;
        }

        return excludes.Count + first.Count + beside.Count == 0 ? None : new TabularNotes([.. excludes], [.. first], [.. beside]);
    }

    // The code, its headings from the nearest on, its block and its chapter.
    private static List<CodeKey> Chain(Book book, CodeKey key, DateOnly on)
    {
        var chain = new List<CodeKey>();
        var code = key.Code;
        for (var n = code.Length; n >= 3; n--) chain.Add(CodeKey.Of(key.Set, code.AsSpan(0, n)));
        var at = chain[^1];
        for (var up = 0; up < 4; up++)
        {
            if (DatedRows.Of(book, "icd10cm-tabular", at, on) is not [var row, ..] || row.Text("parent") is not { } parent || !CodeKey.TryParse(CodeSet.Icd10CmBlock, parent, out at)) break;
            chain.Add(at);
        }

        return chain;
    }
}
