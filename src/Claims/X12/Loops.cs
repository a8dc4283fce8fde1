namespace CodingAhead.Claims.X12;

/// <summary>A hierarchical level (HL), which the claims below it share. What is wrong in it is wrong with each of them.</summary>
internal abstract class Loop(int number)
{
    /// <summary>HL01, which the levels below name as their parent.</summary>
    public int Number { get; } = number;

    /// <summary>The first thing wrong in it.</summary>
    public Flaw? Flaw { get; private set; }

    /// <summary>Its NM1 was read.</summary>
    public bool Named { get; set; }

    /// <summary>A claim below it has told the flaw.</summary>
    public bool Told { get; set; }

    /// <summary>What was left out of it.</summary>
    public Remarks Remarks { get; } = new();

    /// <summary>Keeps the first thing that is wrong.</summary>
    public void Break(Flaw flaw) => Flaw ??= flaw;
}

/// <summary>Loop 2000A: who bills, and where services take place unless the claim names a facility.</summary>
internal sealed class BillingLoop(int number) : Loop(number)
{
    /// <summary>NM109 of 2010AA.</summary>
    public string? Npi;

    /// <summary>N403 of 2010AA.</summary>
    public string? Zip;

    /// <summary>By PRV03.</summary>
    public string Kind = "physician";

    /// <summary>By PRV03: supplies equipment.</summary>
    public bool Supplier;
}

/// <summary>Loop 2000B or 2000C: a subscriber, or a patient who is not one.</summary>
internal sealed class PersonLoop(int number) : Loop(number)
{
    /// <summary>SBR09: billed to Medicare, or not said to whom.</summary>
    public bool Medicare = true;

    /// <summary>NM109 where NM108 is MI.</summary>
    public string? MemberId;

    /// <summary>DMG03.</summary>
    public string? Sex;

    /// <summary>DMG02.</summary>
    public DateOnly? BirthDate;

    /// <summary>N402.</summary>
    public string? State;

    /// <summary>Reads who the person is.</summary>
    public Flaw? Demographics(in Segment s)
    {
        if (!s.Is(1, "D8"u8)) return Flaw.Of(s, 1, "D8");
        if (!Values.TryDate(s[2], out var birth)) return Flaw.Of(s, 2, "a date of birth as CCYYMMDD");
        if (!s.Is(3, "F"u8) && !s.Is(3, "M"u8) && !s.Is(3, "U"u8) && s[3].Length > 0) return Flaw.Of(s, 3, "F, M or U");
        BirthDate = birth;
        Sex = s.Is(3, "F"u8) ? "F" : s.Is(3, "M"u8) ? "M" : null;
        return null;
    }
}
