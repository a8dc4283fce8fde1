using System.Collections.Frozen;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Rows of a table pasted into a text, whose header says which columns hold persons and their numbers: <c>pt_last,pt_first,dob,mrn,provider</c>. A cell of such a column is a name whatever its
/// word is otherwise.
/// </summary>
internal static class Columns
{
    private const int LongestKey = 26;
    private const int MostColumns = 40;

    // What a column holds: only names; names or vocabulary; names where another column is a person's; an identifier by its type; what only persons have.
    private enum Holds : byte
    {
        Nothing,
        Name,
        Person,
        Bare,
        Typed,
        Personal,
    }

    private static readonly FrozenDictionary<string, (Holds Holds, PhiType Type)> Keys = Table();

    private static FrozenDictionary<string, (Holds Holds, PhiType Type)> Table()
    {
        var table = new Dictionary<string, (Holds, PhiType)>(StringComparer.Ordinal);
        void Add(Holds holds, string keys, PhiType type = PhiType.Name)
        {
            foreach (var key in keys.Split(' ')) table.Add(key, (holds, type));
        }

        Add(Holds.Name, "last first middle lastname firstname middlename surname givenname forename ptlast ptfirst ptname ptlastname ptfirstname patientlast patientfirst patientname patlast patfirst patname lname fname memberlast memberfirst membername nameoflast nickname");
        Add(Holds.Person, "patient pt member provider attending surgeon physician doctor clinician pcp prescriber resident nurse rn referring ordering orderingprovider referringprovider providername author enteredby performedby seenby signedby tech technician therapist counselor caseworker guardian mother father spouse nok emergencycontact contactname guarantor subscriber interpreter");
        Add(Holds.Bare, "name client");
        Add(Holds.Typed, "mrn medrec chart chartno chartnumber medicalrecord medicalrecordnumber mrnumber ptid patientid", PhiType.Mrn);
        Add(Holds.Typed, "acct account accountno accountnumber", PhiType.Account);
        Add(Holds.Typed, "memberid policyno policynumber subscriberid", PhiType.Plan);
        Add(Holds.Typed, "ssn", PhiType.Ssn);
        Add(Holds.Typed, "dob birthdate dateofbirth", PhiType.Date);
        Add(Holds.Personal, "sex gender age room");
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Looks for headers line by line and reads the rows below each.</summary>
    public static void Run(Note n)
    {
        Span<(Holds Holds, PhiType Type)> columns = stackalloc (Holds, PhiType)[MostColumns];
        for (var at = 0; at < n.View.Length;)
        {
            var end = End(n.View, at);
            var line = n.View.AsSpan(at, end - at);
            var sign = Sign(line);
            at = end + 1;
            if (sign == '\0' || Header(line, sign, columns) is not (var count and > 0)) continue;
            while (at < n.View.Length && Row(n, at, End(n.View, at), sign, columns[..count])) at = End(n.View, at) + 1;
        }
    }

    private static int End(string view, int at)
    {
        var length = view.AsSpan(at).IndexOf('\n');
        return length < 0 ? view.Length : at + length;
    }

    // The sign between the columns of what may be a header: the one the first field, a short key, ends with.
    private static char Sign(ReadOnlySpan<char> line)
    {
        if (line.Length is < 8 or > 400) return '\0';
        var edge = line[0] == '|' ? 1 : 0;
        var first = line[edge..].IndexOfAny(",|;\t");
        if (first is < 1 or > LongestKey) return '\0';
        var sign = line[edge + first];
        return line[(edge + first + 1)..].Contains(sign) ? sign : '\0';
    }

    // Fills in what each column holds; 0 when the line is no header of a table of persons.
    private static int Header(ReadOnlySpan<char> line, char sign, Span<(Holds Holds, PhiType Type)> columns)
    {
        Span<char> key = stackalloc char[LongestKey];
        var (count, names, personal, bare) = (0, 0, 0, false);
        var lookup = Keys.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in line.Trim().Trim('|').Split(sign))
        {
            var field = line.Trim().Trim('|')[range].Trim(" \"\r");
            if (count == MostColumns || field.Length > LongestKey) return 0;
            var length = 0;
            foreach (var c in field)
            {
                if (char.IsAsciiLetter(c)) key[length++] = char.ToLowerInvariant(c);
                else if (!char.IsAsciiDigit(c) && c is not (' ' or '_' or '-' or '#' or '/' or '(' or ')')) return 0;
            }

            // A head that is no person's may be another field's: a town, a telephone.
            var column = lookup.TryGetValue(key[..length], out var held) ? held : Fields.Holding(key[..length], out var type) && type != PhiType.Name ? (Holds.Typed, type) : (Holds.Nothing, PhiType.Name);
            columns[count++] = column;
            if (column.Item1 is Holds.Name or Holds.Person) names++;
            else if (column.Item1 is Holds.Typed or Holds.Personal) personal++;
            bare |= column.Item1 == Holds.Bare;
        }

        // A sentence may have two such words between commas; a table has keys of persons beside them.
        return count >= 3 && (names >= 2 || names == 1 && personal > 0 || personal >= 1 && bare) ? count : 0;
    }

    // One row below the header; false where the table ends.
    private static bool Row(Note n, int from, int to, char sign, ReadOnlySpan<(Holds Holds, PhiType Type)> columns)
    {
        var view = n.View;
        var at = from;
        while (at < to && view[at] is ' ' or '|' && sign == '|') at++;
        if (at >= to || view.AsSpan(from, to - from).IndexOf(sign) < 0) return false;
        for (var column = 0; column < columns.Length && at <= to; column++)
        {
            var close = at < to && view[at] == '"' ? view.AsSpan(at + 1, to - at - 1).IndexOf('"') : -1;
            var start = close < 0 ? at : at + 1;
            var length = view.AsSpan(at, to - at).IndexOf(sign);
            var end = close >= 0 ? start + close : length < 0 ? to : at + length;
            Cell(n, start, end, columns[column]);
            var next = end < to ? view.AsSpan(end, to - end).IndexOf(sign) : -1;
            if (next < 0) break;
            at = end + next + 1;
        }

        return true;
    }

    private static void Cell(Note n, int from, int to, (Holds Holds, PhiType Type) column)
    {
        var (holds, type) = column;
        while (from < to && n.View[from] is ' ' or '\t') from++;
        while (to > from && n.View[to - 1] is ' ' or '\t' or '\r') to--;
        var cell = n.View.AsSpan(from, to - from);
        if (cell.Length is 0 or > 60 || cell.Contains(FoldedText.Blank)) return;
        if (holds == Holds.Typed)
        {
            var digits = cell.ContainsAnyInRange('0', '9');
            if (type is PhiType.City or PhiType.County ? !digits && cell.Length > 1 : type is PhiType.Facility or PhiType.Street ? cell.Length > 3 : digits && cell.Length >= 3) n.Mark(from, to, type, "column-typed", 0.85);
            return;
        }

        if (holds is not (Holds.Name or Holds.Person or Holds.Bare) || cell.ContainsAnyInRange('0', '9') || holds != Holds.Name && !Named(n, from, to)) return;
        if (cell.ContainsAnyInRange('a', 'z') || cell.ContainsAnyInRange('A', 'Z')) n.Mark(from, to, PhiType.Name, "column-name", 0.9);
    }

    // Whether a cell that may hold something else holds a name: no word that is nothing but vocabulary.
    private static bool Named(Note n, int from, int to)
    {
        var (any, vocabulary, words) = (false, false, 0);
        for (var k = n.TokenAt(from); k < n.T.Length && n.T[k].End <= to; k++)
        {
            ref readonly var t = ref n.T[k];
            if (!t.IsWord || t.Is(Word.Title | Word.Credential | Word.Particle) || t.Length == 1) continue;
            if (t.Is(Word.Department | Word.Clinical) || Register.Medical(n.Text(k)) || t.Weights is { Name: < 2, Ordinary: >= 4 }) return false;
            words++;
            if (t.Weights is { Name: < 4, Ordinary: >= 4 }) vocabulary = true;
            else any |= t.Big && (t.Weights.Name >= 2 || t.Weights.Packed == 0);
        }

        return any && (!vocabulary || words is 2 or 3);
    }
}
