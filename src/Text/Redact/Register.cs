namespace CodingAhead.Text.Redact;

/// <summary>
/// How a text speaks. A clinical note writes much with capitals that is no name: drugs, devices, headings, scales. A general text (a message, an address, an
/// order) writes little else with capitals, so that what is no vocabulary there is a name or a place.
/// </summary>
/// <param name="General">No clinical vocabulary to speak of: at most one such word in twenty-five, one in a dozen of a short text.</param>
/// <param name="Flat">Written without capitals, so that capitals cannot tell a name.</param>
internal readonly record struct Register(bool General, bool Flat)
{
    public static Register Of(Token[] tokens)
    {
        var (words, clinical, big) = (0, 0, 0);
        foreach (ref readonly var t in tokens.AsSpan())
        {
            if (!t.IsWord || t.Length < 2) continue;
            words++;
            if (t.Is(Word.Clinical) || t.Is(Word.Brand) && t.Weights.Name < 3) clinical++;
            if (t.Big) big++;
        }

        return new Register(words > 0 && (clinical * 25 <= words || clinical == 1 && words >= 12), big * 50 < words);
    }
}
