namespace CodingAhead.Claims.X12;

/// <summary>The diagnoses of a claim (HI), in the order that pointers count them by: the principal one, then the others.</summary>
internal sealed class Diagnoses(CodeStrings codes)
{
    /// <summary>12 in the professional guide; a principal and 24 others in the institutional one.</summary>
    private const int MostProfessional = 12, MostInstitutional = 25;

    private readonly List<string> _codes = [];

    /// <summary>The codes so far.</summary>
    public IReadOnlyList<string> Codes => _codes.Count == 0 ? [] : [.. _codes];

    /// <summary>Forgets those of the claim before.</summary>
    public void Clear() => _codes.Clear();

    /// <summary>Reads a HI segment.</summary>
    /// <param name="s">The segment.</param>
    /// <param name="guide">Says how many there may be.</param>
    /// <param name="unknown">The first element whose qualifier stands for nothing in the guides; 0 when there is none.</param>
    public Flaw? Take(in Segment s, Guide guide, out int unknown)
    {
        unknown = 0;
        for (var element = 1; element <= s.Count; element++)
        {
            var qualifier = s[element, 1];
            var principal = qualifier.SequenceEqual("ABK"u8) || qualifier.SequenceEqual("BK"u8);
            if (!principal && !qualifier.SequenceEqual("ABF"u8) && !qualifier.SequenceEqual("BF"u8))
            {
                if (unknown == 0 && !s[element].IsEmpty && !IsOther(qualifier)) unknown = element;
                continue;
            }

            if (principal != (_codes.Count == 0)) return Flaw.Of(s, element, 1, principal ? "one principal diagnosis" : "the principal diagnosis (ABK or BK) first");
            if (_codes.Count == (guide == Guide.Institutional ? MostInstitutional : MostProfessional)) return Flaw.Of(s, element, "no more diagnoses than the guide allows");
            if (!IsDiagnosis(s[element, 2])) return Flaw.Of(s, element, 2, "a diagnosis code");
            _codes.Add(codes.Get(s[element, 2]));
        }

        return null;
    }

    private static bool IsDiagnosis(ReadOnlySpan<byte> code)
    {
        // The guides leave the dot out; some senders do not.
        if (code.Length is < 3 or > 8) return false;
        foreach (var b in code)
        {
            if (b != '.' && !char.IsAsciiLetterOrDigit((char)b)) return false;
        }

        return true;
    }

    /// <summary>Qualifiers of the guides that no check reads: procedures, anaesthesia, conditions, occurrences, values, treatment, groups, and the
    /// diagnoses a pointer cannot name (admitting, reason for visit, external cause).</summary>
    private static bool IsOther(ReadOnlySpan<byte> qualifier) => qualifier.Length switch
    {
        2 => "BP BO BG BH BI BE BR BQ BJ BN PR DR TC"u8.IndexOf(qualifier) % 3 == 0,
        3 => "ABJ ABN APR BBR BBQ CAH"u8.IndexOf(qualifier) % 4 == 0,
        _ => false,
    };
}
