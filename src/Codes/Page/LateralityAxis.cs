namespace CodingAhead.Codes.Page;

/// <summary>The side that a diagnosis code names.</summary>
public static class LateralityAxis
{
    /// <summary>
    /// <c>right left bilateral unspecified</c>, where a code of the same condition exists for another side; null for a code without sides. A title that only mentions a side
    /// (a heart block of the left bundle) has no such sibling.
    /// </summary>
    public static string? Of(Book book, CodeKey key, DateOnly on)
    {
        if (key.Set != CodeSet.Icd10Cm || Side.Of(Titles.Of(book, key, on)).Value is null) return null;
        foreach (var choice in ChoicesSection.Of(new PageReader(book, key, on, on)).Choices)
        {
            if (choice is { Axis: "laterality", Current: true }) return choice.Value;
        }

        return null;
    }
}
