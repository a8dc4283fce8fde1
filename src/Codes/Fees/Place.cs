namespace CodingAhead.Codes.Fees;

/// <summary>
/// Where a service is furnished, as a person names it: a ZIP code, or a Medicare contractor and locality. A text that is neither keeps its
/// <see cref="Error"/>, in our words, so that every door can refuse it in its own way.
/// </summary>
public sealed record Place
{
    /// <summary>Five digits; null when contractor and locality are given.</summary>
    public string? Zip { get; private init; }

    /// <summary>The last four digits of a ZIP+4; else null.</summary>
    public string? PlusFour { get; private init; }

    /// <summary>The Medicare administrative contractor, five digits.</summary>
    public string? Mac { get; private init; }

    /// <summary>The locality within the contractor's area, two digits.</summary>
    public string? Number { get; private init; }

    /// <summary>Why it cannot be read; null when it can. Never repeats what was typed.</summary>
    public string? Error { get; private init; }

    /// <summary>A ZIP code of five digits.</summary>
    public static Place OfZip(string zip) => Of(zip, null, null) is { Error: null } place ? place : throw new FormatException("a ZIP code has five digits");

    /// <summary>A contractor and locality.</summary>
    public static Place OfLocality(string mac, string number) => Of(null, mac, number) is { Error: null } place ? place : throw new FormatException("a contractor has five digits, a locality two");

    /// <summary>Reads what was typed; null when nothing was.</summary>
    public static Place? Of(string? zip, string? mac, string? locality)
    {
        (zip, mac, locality) = (zip?.Trim() ?? "", mac?.Trim() ?? "", locality?.Trim() ?? "");
        if (zip.Length + mac.Length + locality.Length == 0) return null;
        if (zip.Length > 0 && mac.Length + locality.Length > 0) return new Place { Error = "Give either a ZIP code, or a contractor (mac) and a locality, not both." };
        if (zip.Length > 0)
        {
            if (Digits(zip, 5)) return new Place { Zip = zip };
            if (Digits(zip, 9)) return new Place { Zip = zip[..5], PlusFour = zip[5..] };
            if (zip.Length == 10 && zip[5] == '-' && Digits(zip[..5], 5) && Digits(zip[6..], 4)) return new Place { Zip = zip[..5], PlusFour = zip[6..] };
            return new Place { Error = "A ZIP code has five digits, such as 60601." };
        }

        return Digits(mac, 5) && Digits(locality, 2)
            ? new Place { Mac = mac, Number = locality }
            : new Place { Error = "A contractor (mac) has five digits and a locality two, such as 06102 and 16; both are needed." };
    }

    private static bool Digits(string text, int count) => text.Length == count && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
