namespace CodingAhead.Text.Redact;

/// <summary>
/// How a text speaks. A clinical note writes much with capitals that is no name: drugs, devices, headings, scales. A general text (a message, an address, an
/// order) writes little else with capitals, so that what is no vocabulary there is a name or a place.
/// </summary>
/// <param name="General">No clinical vocabulary to speak of: at most one such word in forty, none in a short text. Words of the code sets that no dictionary lists count as such.</param>
/// <param name="Flat">Written without capitals, so that capitals cannot tell a name.</param>
internal readonly record struct Register(bool General, bool Flat)
{
    public static Register Of(Token[] tokens)
    {
        var (words, clinical, big, jargon) = (0, 0, 0, 0);
        foreach (ref readonly var t in tokens.AsSpan())
        {
            if (!t.IsWord || t.Length < 2) continue;
            words++;
            if (t.Is(Word.Clinical) || t.Is(Word.Brand) && t.Weights.Name < 3) clinical++;
            if (t.Big) big++;
            else if (t.Length >= 6 && t.Weights.Ordinary is 1 or 2 or 3 && t.Weights.Name < 3) jargon++;
        }

        var flat = big * 50 < words;
        if (!flat) clinical += jargon;
        return new Register(words > 0 && clinical * 40 <= words, flat);
    }
}
