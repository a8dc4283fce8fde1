namespace CodingAhead.Text.Redact;

/// <summary>The last look: no number that was removed, and no part of a name, may stand in the output. A word that is vocabulary as well may stand where it is that.</summary>
internal static class PostCheck
{
    /// <summary>Looks at an output, or at the part of it that begins at <paramref name="from"/> and ends before <paramref name="to"/>.</summary>
    /// <exception cref="RedactionException">A removed value is there.</exception>
    public static void Run(Survey survey, string output, int from = 0, int to = int.MaxValue)
    {
        if (survey.Words.Count + survey.Numbers.Count == 0) return;
        var folded = FoldedText.Of(output);
        Note? context = null;
        foreach (ref readonly var token in Tokens.Span(Tokens.Of(folded.View, null)))
        {
            if (token.Form == Form.Redacted || !(token.IsWord ? token.Big && survey.Words.ContainsKey(token.Hash) : survey.Numbers.Contains(token.Hash))) continue;
            if (folded.Start(token.Start) is var at && (at < from || at >= to)) continue;
            if (token.IsWord)
            {
                context ??= new Note(folded.View, [.. Tokens.Of(folded.View, Evidence.Shipped)]);
                if (Stays(context, context.TokenAt(token.Start))) continue;
            }

            throw new RedactionException("A removed value would remain in the output; nothing was written.");
        }
    }

    // Where what spreads does not: an eponym, and vocabulary that a sentence begins with or a heading holds.
    private static bool Stays(Note n, int i)
    {
        ref readonly var t = ref n.T[i];
        if (Spreading.Eponymous(n, i)) return true;
        return (t.Weights.Ordinary >= 4 || t.Is(Word.Month | Word.Brand | Word.Medical)) && (n.Begins(i) || t.Form == Form.Upper && Places.UpperLine(n, i));
    }
}
