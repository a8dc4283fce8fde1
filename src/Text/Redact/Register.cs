namespace CodingAhead.Text.Redact;

/// <summary>
/// How a text speaks. A clinical note writes much with capitals that is no name: drugs, devices, headings, scales. A general text (a message, an address, an
/// order) writes little else with capitals, so that what is no vocabulary there is a name or a place.
/// </summary>
/// <param name="General">
/// No clinical vocabulary to speak of: at most one such word in forty, none in a short text. As such count words of <see cref="Word.Clinical"/>, drugs, what an
/// eponym names, words with a medical ending, and words of the code sets that no dictionary lists.
/// </param>
/// <param name="Flat">Written without capitals, so that capitals cannot tell a name.</param>
internal readonly record struct Register(bool General, bool Flat)
{
    // Greek and Latin endings of medicine, and the stems of generic drug names (USAN): no English name of six letters or more has them.
    private static readonly string[] Endings =
    [
        "ectomy", "plasty", "otomy", "ostomy", "itis", "osis", "emia", "aemia", "uria", "opathy", "algia", "oscopy", "graphy", "gram", "grams", "pathic", "genic",
        "pril", "olol", "statin", "mab", "azole", "cillin", "mycin", "floxacin", "sartan", "dipine", "gliptin", "gliflozin", "prazole", "cycline", "caine", "parin", "darone", "oxin", "triptan", "setron", "glutide", "azepam", "barbital", "phylline",
    ];

    public static Register Of(Token[] tokens, string view)
    {
        var (words, clinical, big, jargon) = (0, 0, 0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var t = ref tokens[i];
            if (!t.IsWord || t.Length < 2) continue;
            words++;
            if (t.Is(Word.Clinical) || t.Is(Word.Brand) && t.Weights.Name < 6 || t.Is(Word.EponymHead) && i > 0 && tokens[i - 1].Big && tokens[i - 1].End + 2 >= t.Start) clinical++;
            if (t.Big) big++;
            else if (t.Length >= 6 && t.Weights.Ordinary is 1 or 2 or 3 && t.Weights.Name < 3) jargon++;
            // Enough for the whole of a long note.
            if (clinical > 8 && clinical * 40 > tokens.Length) return new Register(false, big * 50 < words);
        }

        var flat = big * 50 < words;
        if (!flat && jargon > 1) clinical += jargon;
        if (words == 0 || clinical * 40 > words) return new Register(false, flat);
        foreach (ref readonly var t in tokens.AsSpan())
        {
            if (t.IsWord && Medical(view.AsSpan(t.Start, t.Length))) clinical++;
        }

        return new Register(clinical * 40 <= words, flat);
    }

    /// <summary>Whether a word has a medical ending.</summary>
    public static bool Medical(ReadOnlySpan<char> word)
    {
        if (word.Length < 6) return false;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
