namespace CodingAhead.Claims.X12;

/// <summary>Whom an NM1 names (NM101), and so whom the segments after it are about.</summary>
internal enum Entity : byte
{
    /// <summary>One whom no check needs: referring, supervising, operating and other providers, pick-up and drop-off places.</summary>
    Other,

    /// <summary>85: billing provider.</summary>
    Billing,

    /// <summary>82: rendering provider.</summary>
    Rendering,

    /// <summary>77: service facility.</summary>
    Facility,

    /// <summary>IL: subscriber.</summary>
    Subscriber,

    /// <summary>QC: patient.</summary>
    Patient,

    /// <summary>87, PR, 40, 41: pay-to address, payer, receiver, submitter; they stand outside claims only.</summary>
    Outside,
}

/// <summary>Reads NM1 and the segments that go with any of its entities.</summary>
internal static class Entities
{
    extension(Entity entity)
    {
        /// <summary>NM101.</summary>
        public static Entity Of(in Segment s) => s[1] switch
        {
            [(byte)'8', (byte)'5'] => Entity.Billing,
            [(byte)'8', (byte)'2'] => Entity.Rendering,
            [(byte)'7', (byte)'7'] => Entity.Facility,
            [(byte)'I', (byte)'L'] => Entity.Subscriber,
            [(byte)'Q', (byte)'C'] => Entity.Patient,
            [(byte)'8', (byte)'7'] or [(byte)'P', (byte)'R'] or [(byte)'4', (byte)'0' or (byte)'1'] => Entity.Outside,
            _ => Entity.Other,
        };

        /// <summary>Stands in the levels above claims, never in a service line.</summary>
        public bool IsAboveClaims => entity is Entity.Billing or Entity.Subscriber or Entity.Patient or Entity.Outside;
    }

    /// <summary>NM109 where NM108 says that it is an NPI; its form is the checker's matter. Null when none is given.</summary>
    public static bool TryNpi(in Segment s, CodeStrings codes, out string? npi)
    {
        npi = null;
        if (!s.Is(8, "XX"u8)) return s[8].IsEmpty && s[9].IsEmpty || !s[8].IsEmpty;
        if (!Values.IsCode(s[9], 1, 20)) return false;
        npi = codes.Get(s[9]);
        return true;
    }

    /// <summary>N403: five or nine digits, with or without hyphen; null for a foreign or a wrong one.</summary>
    public static string? Zip(in Segment s, CodeStrings codes)
    {
        var zip = s[3];
        if (Values.IsDigits(zip, 5, 5) || Values.IsDigits(zip, 9, 9)) return codes.Get(zip);
        if (zip.Length != 10 || zip[5] != '-') return null;
        Span<byte> joined = stackalloc byte[9];
        zip[..5].CopyTo(joined);
        zip[6..].CopyTo(joined[5..]);
        return Values.IsDigits(joined, 9, 9) ? codes.Get(joined) : null;
    }
}
