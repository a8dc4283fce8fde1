using System.Collections.Frozen;

namespace CodingAhead.Text.Redact;

/// <summary>A table pasted into a text, comma-separated: its first line names the columns, and each says what the cells below it hold.</summary>
internal static class Tables
{
    private const int LongestHead = 24;
    private const int Columns = 64;

    // Heads of columns that a field's key does not cover.
    private static readonly FrozenDictionary<string, PhiType> Heads = Table();

    private static FrozenDictionary<string, PhiType> Table()
    {
        (PhiType Type, string Words)[] lists =
        [
            (PhiType.Mrn, "mrn medrec medicalrecord medicalrecordnumber chartno chartnumber patientid ptid"),
            (PhiType.Ssn, "ssn"),
            (PhiType.Account, "acct account accountno accountnumber"),
            (PhiType.Plan, "memberid policyno policynumber subscriberid"),
            (PhiType.Date, "dob birthdate dateofbirth"),
            (PhiType.Name, "last first ptlast ptfirst patlast patfirst lastfirst pt"),
        ];
        return lists.SelectMany(static l => l.Words.Split(' ').Select(w => (w, l.Type))).ToFrozenDictionary(static p => p.w, static p => p.Type, StringComparer.Ordinal);
    }

    public static void Run(Note n)
    {
        Span<PhiType?> columns = stackalloc PhiType?[Columns];
        var count = 0;
        for (var from = 0; from < n.View.Length;)
        {
            var length = n.View.AsSpan(from).IndexOf('\n');
            var line = n.View.AsSpan(from, length < 0 ? n.View.Length - from : length).TrimEnd('\r');
            // A row has the columns of its head; another line ends the table.
            if (count > 0 && line.Contains(',')) Row(n, from, line, columns[..count]);
            else count = line.Length > 8 && line[0] is not (' ' or '"') && line.Count(',') is >= 3 and < Columns ? Head(line, columns) : 0;
            from += length < 0 ? n.View.Length : length + 1;
        }
    }

    // How many columns a line names, of which two at least are of a person; 0 when it is no head.
    private static int Head(ReadOnlySpan<char> line, Span<PhiType?> columns)
    {
        var (count, known) = (0, 0);
        Span<char> key = stackalloc char[LongestHead];
        foreach (var range in line.Split(','))
        {
            var cell = line[range].Trim();
            if (cell.Length is 0 or > LongestHead) return 0;
            var length = 0;
            foreach (var c in cell)
            {
                if (c is '_' or ' ' or '-' or '#') continue;
                if (!char.IsAsciiLetterOrDigit(c)) return 0;
                key[length++] = char.ToLowerInvariant(c);
            }

            PhiType? type = Heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var head) ? head : Fields.Holding(key[..length], out var held) ? held : null;
            if (type is not null) known++;
            columns[count++] = type;
        }

        return known >= 2 ? count : 0;
    }

    private static void Row(Note n, int from, ReadOnlySpan<char> line, Span<PhiType?> columns)
    {
        var at = 0;
        for (var column = 0; column < columns.Length && at <= line.Length; column++)
        {
            var quoted = at < line.Length && line[at] == '"';
            var start = quoted ? at + 1 : at;
            var length = line[start..].IndexOf(quoted ? '"' : ',');
            var end = length < 0 ? line.Length : start + length;
            if (columns[column] is { } type && Holds(type, line[start..end].Trim())) n.Mark(from + start, from + end, type, "table-column", 0.85);
            at = quoted && line[Math.Min(end, line.Length)..].IndexOf(',') is >= 0 and var comma ? end + comma + 1 : end + 1;
        }
    }

    private static bool Holds(PhiType type, ReadOnlySpan<char> cell)
    {
        if (cell.Length < 2) return false;
        var digits = cell.ContainsAnyInRange('0', '9');
        return type switch
        {
            PhiType.Name or PhiType.City or PhiType.County => !digits && cell.Length <= 40,
            PhiType.Facility or PhiType.Street => cell.Length is > 3 and <= 60,
            _ => digits,
        };
    }
}
