using System.Collections.Frozen;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Named fields of data pasted into a text: <c>"lastName": "…"</c>, <c>patient_name=…</c>, <c>&lt;city&gt;…&lt;/city&gt;</c>, <c>name="…"</c>. The key says what
/// its value is, so that a name, a town or an institution needs no other evidence; a bare <c>name</c> may be a drug's and needs it.
/// </summary>
internal static class Fields
{
    private const int LongestKey = 48;
    private const int LongestValue = 120;

    // Whether a key holds only this; only where the value is written like a name; or other things as well.
    private enum Trust : byte
    {
        Sure,
        Written,
        Weak,
    }

    // Keys in lower case without their parts' signs, by what they hold.
    private static readonly FrozenDictionary<string, (PhiType Type, Trust Trust)> Keys = Table();

    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(["null", "none", "unknown", "n/a", "na", "true", "false", "undefined", "nil", "unk", "self", "same", "official", "usual", "home", "work"], StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, (PhiType Type, Trust Trust)> Table()
    {
        var table = new Dictionary<string, (PhiType, Trust)>(StringComparer.Ordinal);
        void Add(PhiType type, Trust trust, string keys)
        {
            foreach (var key in keys.Split(' ')) table.TryAdd(key, (type, trust));
        }

        Add(PhiType.Name, Trust.Sure, "lastname firstname middlename givenname givennames familyname surname fullname maidenname forename nickname preferredname lname fname ptname patname");
        foreach (var person in "patient member provider physician doctor nurse surgeon attending referring ordering subscriber guarantor insured contact mother father spouse husband wife guardian caregiver author performer recorder resident dictator transcriptionist signer user employee client person mothersmaiden emergencycontact nextofkin kin".Split(' '))
        {
            Add(PhiType.Name, Trust.Sure, $"{person}name {person}lastname {person}firstname {person}fullname");
            Add(PhiType.Name, Trust.Weak, person);
        }

        Add(PhiType.Name, Trust.Written, "family given last first middle mi ptlast ptfirst patlast patfirst");
        Add(PhiType.Name, Trust.Weak, "name requester asserter signedby dictatedby pcp alias by enteredby givenby administeredby recordedby performedby verifiedby vaccinator prescriber witness");
        Add(PhiType.City, Trust.Sure, "city town cityname village municipality suburb citytown homecity birthplace placeofbirth birthcity cityofbirth");
        Add(PhiType.County, Trust.Sure, "county cty district countyname parish borough");
        Add(PhiType.Street, Trust.Weak, "address street line addr addressline addressline1 addressline2 line1 line2 address1 address2 streetaddress streetaddressline streetname homeaddress mailingaddress street1 street2 addr1 addr2");
        Add(PhiType.Zip, Trust.Weak, "postalcode zip zipcode postcode postal");
        Add(PhiType.Facility, Trust.Weak, "facility facilityname hospital hospitalname clinic clinicname organization organizationname organisation custodian managingorganization serviceprovider employer employername institution institutionname practice practicename sendingfacility receivingfacility school pharmacy pharmacyname");
        Add(PhiType.Phone, Trust.Weak, "phone phonenumber telephone tel mobile mobilenumber cell homephone workphone cellphone contactnumber");
        Add(PhiType.Id, Trust.Sure, "username login userid loginid loginname screenname accountname");
        Add(PhiType.Id, Trust.Weak, "user handle uid");
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A field whose key ends with token <paramref name="i"/>.</summary>
    public static void At(Note n, int i)
    {
        var view = n.View;
        var end = n.T[i].End;
        if (end >= view.Length || view[end] is not ('"' or '\'' or '=' or '>' or ':')) return;
        var start = n.T[i].Start;
        while (start > 0 && n.T[i].End - start < LongestKey && (Tokens.IsLetterOrDigit(view[start - 1]) || view[start - 1] is '_' or '-')) start--;
        var compound = n.T[i].Form == Form.Camel || start < n.T[i].Start;
        var town = view[end] == ':' && (n.T[i].Line || n.Equals(i, "cty")) && (n.Equals(i, "cty") || n.Equals(i, "city") || n.Equals(i, "town") || n.Equals(i, "county"));
        if (view[end] == ':' && Login(n, i))
        {
            Handle(n, Skip(view, end + 1));
            return;
        }

        if (view[end] == ':' && !compound && !town) return;
        Span<char> key = stackalloc char[LongestKey];
        var length = 0;
        foreach (var c in view.AsSpan(start, end - start))
        {
            if (length == LongestKey) return;
            if (c is not ('_' or '-')) key[length++] = char.ToLowerInvariant(c);
        }

        if (key[..length] is "value" && Identifier(view, start))
        {
            Identified(n, end);
            return;
        }

        if (!Keys.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var held)) return;
        if (view[end] == '>')
        {
            // An element, which may have a prefix for its namespace.
            while (start > 0 && (char.IsAsciiLetterOrDigit(view[start - 1]) || view[start - 1] == ':')) start--;
            // <last>, <first>: nothing but a person's.
            if (key[..length] is "last" or "first") held = (PhiType.Name, Trust.Sure);
            if (n.CharAt(start - 1) == '<') Value(n, end + 1, Until(view, end + 1, "<"), held);
            return;
        }

        var quoted = view[end] is '"' or '\'';
        if (quoted && (n.CharAt(start - 1) is var open && open != view[end])) return;
        var at = Skip(view, quoted ? end + 1 : end);
        if (at >= view.Length || view[at] is not (':' or '=')) return;
        var equals = view[at] == '=';
        at = Skip(view, at + 1);
        if (at < view.Length && equals && view[at] == '>') at = Skip(view, at + 1);
        if (at >= view.Length) return;
        if (view[at] == '[')
        {
            // A list of values: "given": ["Ana", "Luz"].
            for (at = Skip(view, at + 1); at < view.Length && view[at] is '"' or '\''; at = Skip(view, at))
            {
                var close = Until(view, at + 1, view[at] == '"' ? "\"" : "'");
                if (close < 0) return;
                Value(n, at + 1, close, held);
                at = Skip(view, close + 1);
                if (at < view.Length && view[at] == ',') at++;
            }
        }
        else if (view[at] is '"' or '\'') Value(n, at + 1, Until(view, at + 1, view[at] == '"' ? "\"" : "'"), held);
        else if (!quoted && (compound || equals || town)) Value(n, at, Bare(view, at), held);
    }

    // "User login on the portal:", "username for the app:": a few words before the colon.
    private static bool Login(Note n, int i)
    {
        for (var k = i; k >= 0 && i - k <= 5; k--)
        {
            if (n.Equals(k, "login") || n.Equals(k, "username") || n.Equals(k, "userid")) return n.View.AsSpan(n.T[k].End, n.T[i].End - n.T[k].End).IndexOfAny(".:;\n") < 0;
        }

        return false;
    }

    // What a person chose to be called by a machine: a run up to a blank, with a digit or an underscore in it.
    private static void Handle(Note n, int from)
    {
        var to = from;
        while (to < n.View.Length && to - from < LongestKey && n.View[to] is not (' ' or '\n' or '\r' or '\t' or ',' or ';' or ')')) to++;
        while (to > from && n.View[to - 1] == '.') to--;
        var value = n.View.AsSpan(from, to - from);
        if (value.Length >= 4 && value.ContainsAnyInRange('a', 'z') && (value.Contains('_') || value.ContainsAnyInRange('0', '9')) && !value.Contains('/')) n.Mark(from, to, PhiType.Id, "field-id", 0.85);
    }

    /// <summary>What a key without signs, in lower case, holds.</summary>
    public static bool Holding(ReadOnlySpan<char> key, out PhiType type)
    {
        var found = Keys.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var held);
        type = held.Type;
        return found;
    }

    // "identifier": [{ …, "value": "…" }]: a number of no form of its own. The element may have a coded type before its value.
    private static bool Identifier(string view, int key)
    {
        var back = view.AsSpan(Math.Max(0, key - 400), key - Math.Max(0, key - 400));
        var at = back.LastIndexOf("\"identifier\"");
        if (at < 0) return false;
        var depth = 0;
        foreach (var c in back[at..])
        {
            if (c is '[' or '{') depth++;
            else if (c is ']' or '}') depth--;
            if (c == ']' && depth <= 0) return false;
        }

        return depth is 1 or 2;
    }

    private static void Identified(Note n, int at)
    {
        var view = n.View;
        if (view[at] != '"') return;
        at = Skip(view, at + 1);
        if (at >= view.Length || view[at] != ':') return;
        at = Skip(view, at + 1);
        if (at >= view.Length || view[at] != '"' || Until(view, at + 1, "\"") is not (>= 0 and var close)) return;
        var value = view.AsSpan(at + 1, close - at - 1);
        if (value.Length >= 3 && value.ContainsAnyInRange('0', '9') && !value.Contains(FoldedText.Blank)) n.Mark(at + 1, close, PhiType.Id, "field-id", 0.85);
    }

    private static int Skip(string view, int at)
    {
        while (at < view.Length && view[at] is ' ' or '\t' or '\n' or '\r') at++;
        return at;
    }

    // Where a value ends that one of these signs closes; -1 when none does nearby.
    private static int Until(string view, int from, string signs)
    {
        if (from >= view.Length) return -1;
        var length = view.AsSpan(from, Math.Min(LongestValue, view.Length - from)).IndexOfAny(signs);
        return length < 0 ? -1 : from + length;
    }

    // A value without quotes ends with its line, a separator or a wide gap.
    private static int Bare(string view, int from)
    {
        var at = from;
        for (; at < view.Length && at - from < LongestValue; at++)
        {
            if (view[at] is ';' or ',' or '&' or '|' or '\n' or '\r' or '\t' or '}' or ']' or '<' or '>' or '"' || view[at] == ' ' && at + 1 < view.Length && (view[at + 1] == ' ' || Pair(view, at + 1))) break;
        }

        return at;
    }

    // Whether another key and its value follow: "user=kor71 ip=10.2.3.4".
    private static bool Pair(string view, int from)
    {
        var at = from;
        while (at < view.Length && at - from < 24 && (char.IsAsciiLetter(view[at]) || view[at] == '_')) at++;
        return at > from && at < view.Length && view[at] == '=';
    }

    private static void Value(Note n, int from, int to, (PhiType Type, Trust Trust) held)
    {
        if (to <= from) return;
        var view = n.View.AsSpan();
        while (from < to && view[from] is ' ' or '\t' or '\n' or '\r') from++;
        while (to > from && view[to - 1] is ' ' or '\t' or '\n' or '\r' or '.') to--;
        var value = view[from..to];
        if (value.IsEmpty || value.Contains(FoldedText.Blank) || Nothing.Contains(value.ToString())) return;
        var first = n.TokenAt(from);
        var last = n.TokenAt(to - 1);
        if (first >= n.T.Length || last >= n.T.Length || last - first > 7) return;
        // user=kor71: what a machine calls a person is no name, and as telling.
        if (held is { Type: PhiType.Name, Trust: Trust.Weak } && first == last && n.T[first].Form == Form.Mixed && n.T[first].Length >= 5) held = (PhiType.Id, Trust.Weak);
        if (!Holds(n, first, last, held)) return;
        n.Mark(from, to, held.Type, $"field-{Name(held.Type)}", held.Trust == Trust.Sure ? 0.92 : 0.8);
    }

    private static string Name(PhiType type) => type switch
    {
        PhiType.Name => "name",
        PhiType.City or PhiType.County => "place",
        PhiType.Street => "street",
        PhiType.Zip => "zip",
        PhiType.Facility => "facility",
        PhiType.Id => "id",
        _ => "phone",
    };

    private static bool Holds(Note n, int first, int last, (PhiType Type, Trust Trust) held)
    {
        var (letters, digits, big, ordinary, named, unknown, all) = (0, 0, 0, 0, 0, 0, last - first + 1);
        for (var k = first; k <= last; k++)
        {
            ref readonly var t = ref n.T[k];
            if (!t.IsWord)
            {
                digits += t.Length;
                continue;
            }

            letters += t.Length;
            if (t.Big) big++;
            if (t.Weights.Ordinary >= 4 && t.Weights.Name < 6 || t.Is(Word.Stop | Word.Medical) && t.Weights.Name < 3) ordinary++;
            else if (t.Weights is { Name: >= 3, Ordinary: < 5 }) named++;
            else if (t.Weights.Packed == 0) unknown++;
        }

        return held.Type switch
        {
            PhiType.Zip or PhiType.Phone => digits >= (held.Type == PhiType.Zip ? 4 : 7),
            PhiType.Id => last - first <= 4 && (digits > 0 || held.Trust == Trust.Sure && letters > 3),
            PhiType.Street => digits > 0 && letters > 2 && last > first,
            PhiType.Facility => big > 0 && letters > 3 && !(all == 1 && ordinary == 1),
            PhiType.City or PhiType.County => letters > 1 && digits == 0 && (big > 0 || ordinary < all),
            // A person's field: not where every word is vocabulary in lower case.
            _ when held.Trust == Trust.Sure => letters > 0 && digits == 0 && (big > 0 || ordinary < all),
            _ when held.Trust == Trust.Written => digits == 0 && ordinary == 0 && big == all,
            _ => digits == 0 && ordinary == 0 && letters > 1 && (named > 0 || all > 1 && unknown == all && big == all),
        };
    }
}
