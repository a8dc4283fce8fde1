using CodingAhead.Codes;

namespace CodingAhead.Site.ClinicalTables;

/// <summary>
/// The <c>q</c> parameter: further words that must be there. Of the service's Elasticsearch syntax these are read: words, <c>field:word</c>, an asterisk at
/// the end, and AND between them. Anything else is refused rather than misread.
/// </summary>
public sealed class Constraint
{
    private const int MostClauses = 10;
    private readonly List<(string? Field, string Word, bool Prefix)> clauses = [];

    /// <summary>The beginning that codes must have; empty: any.</summary>
    public string Under { get; private set; } = "";

    /// <summary>Whether there is more to check than the beginning of the code.</summary>
    public bool IsEmpty => clauses.Count == 0;

    /// <summary>Reads a constraint; false when it uses what is not read here.</summary>
    public static bool TryParse(ClinicalTable table, string? text, out Constraint constraint)
    {
        constraint = new Constraint();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "AND" or "&&") continue;
            var (field, word) = part.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (part[..colon], part[(colon + 1)..]) : (null, part);
            var prefix = word.EndsWith('*');
            word = word.TrimEnd('*');
            if (part is "OR" or "NOT" or "||" || word.Length == 0 || field is not null && !table.Fields.Contains(field) || constraint.clauses.Count == MostClauses
                || word.Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '-' or '\'')) || word[0] == '-') return false;
            if (field is not null && ClinicalTable.IsCode(field) && prefix && constraint.Under.Length == 0) constraint.Under = word.Replace(".", "", StringComparison.Ordinal);
            else constraint.clauses.Add((field, word, prefix));
        }

        return constraint.Under.Length <= 7 && constraint.Under.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>Whether a code meets every clause.</summary>
    public bool Holds(ClinicalTable table, Book book, CodeKey key, DateOnly on, string title)
    {
        foreach (var (field, word, prefix) in clauses)
        {
            var fields = field is null ? table.Display : [field];
            if (!fields.Any(f => HasWord(table.Field(book, key, on, title, f), word, prefix))) return false;
        }

        return true;
    }

    private static bool HasWord(string text, string word, bool prefix)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (prefix || at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]))) return true;
        }

        return false;
    }
}
