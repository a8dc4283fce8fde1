namespace CodingAhead.Claims.X12;

/// <summary>What is wrong with a segment: where, and what was expected there. It never holds what stood in the file, which may be about a patient.</summary>
/// <param name="Segment">Its number in the file, from 1.</param>
/// <param name="Id">Which segment.</param>
/// <param name="Element">Its element, from 1; 0 for the segment as a whole.</param>
/// <param name="Component">The component of a composite, from 1; 0 for the element as a whole.</param>
/// <param name="Expected">What was expected.</param>
internal sealed record Flaw(int Segment, SegmentId Id, int Element, int Component, string Expected)
{
    /// <summary>A flaw of the whole segment.</summary>
    public static Flaw Of(in Segment s, string expected) => new(s.Number, s.Id, 0, 0, expected);

    /// <summary>A flaw of an element.</summary>
    public static Flaw Of(in Segment s, int element, string expected) => new(s.Number, s.Id, element, 0, expected);

    /// <summary>A flaw of a component.</summary>
    public static Flaw Of(in Segment s, int element, int component, string expected) => new(s.Number, s.Id, element, component, expected);

    /// <summary>The flaw as the outcome of a reader.</summary>
    public ReadClaim Unread(string file, string? id) => new(null, new UnreadClaim(id, ToString(), new Origin(file, Segment)));

    /// <summary>As a sentence, elements named as the guide names them: <c>SV101-2</c>.</summary>
    public override string ToString()
    {
        var name = Id.Shown;
        if (Element > 0) name += Component > 0 ? $"{Element:00}-{Component}" : $"{Element:00}";
        return $"Segment {Segment}, {name}: expected {Expected}.";
    }
}
