using CodingAhead.Codes;

namespace CodingAhead.Claims;

/// <summary>
/// The codes in the parentheses of a note: <c>(J02.-)</c>, <c>(J00-J06)</c>, <c>(B15, B17.1-)</c>, and <c>(T36-T50 with fifth or sixth character 5)</c>. Text without
/// a code in parentheses names none, and a condition on characters that is worded otherwise is left alone rather than guessed.
/// </summary>
internal sealed class NamedCodes
{
    private readonly List<(CodeRange Range, int[] Places, string Characters)> named;

    private NamedCodes(List<(CodeRange, int[], string)> named, CodeKey entry, int depth, Proof proof, string text) =>
        (this.named, Entry, Depth, Proof, Text) = (named, entry, depth, proof, text);

    /// <summary>The code or heading at which the note stands.</summary>
    public CodeKey Entry { get; }

    /// <summary>Steps from the code up to that entry.</summary>
    public int Depth { get; }

    public Proof Proof { get; }

    /// <summary>The note.</summary>
    public string Text { get; }

    /// <summary>Whether it names a code, written without its dot.</summary>
    public bool Names(string code)
    {
        foreach (var (range, places, characters) in named)
        {
            if (!range.Contains(code)) continue;
            if (places.Length == 0) return true;
            foreach (var place in places)
            {
                if (code.Length >= place && characters.Contains(code[place - 1], StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }

    /// <summary>Reads a note; null when it names no code.</summary>
    public static NamedCodes? Read(string text, CodeKey entry, int depth, Proof proof)
    {
        var named = new List<(CodeRange, int[], string)>();
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0) break;
            var inner = text[(open + 1)..close];
            var (places, characters) = ((int[])[], "");
            var with = inner.IndexOf(" with ", StringComparison.Ordinal);
            if (with >= 0)
            {
                if (!Condition(inner[(with + 6)..], out places, out characters)) continue;
                inner = inner[..with];
            }

            foreach (var part in inner.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                // A code begins with a letter and a digit, and the range of a block may end in "-": E10.21-.
                var plain = part.Replace(" ", "", StringComparison.Ordinal);
                if (plain.Length >= 3 && char.IsAsciiLetterUpper(plain[0]) && char.IsAsciiDigit(plain[1]) && CodeRange.TryParse(Ended(plain), out var range)) named.Add((range, places, characters));
            }
        }

        return named.Count == 0 ? null : new NamedCodes(named, entry, depth, proof, text);
    }

    // "I70.2-, I70.3-" and "S00.- -S09.-": a dash before a range's own dash is a placeholder.
    private static string Ended(string part)
    {
        var dash = part.IndexOf(".--", StringComparison.Ordinal);
        return dash >= 0 ? part[..dash] + part[(dash + 2)..] : part.Replace("--", "-", StringComparison.Ordinal);
    }

    private static bool Condition(string text, out int[] places, out string characters)
    {
        var found = new List<int>();
        foreach (var (word, place) in ((string, int)[])[("fourth", 4), ("4th", 4), ("fifth", 5), ("5th", 5), ("sixth", 6), ("6th", 6), ("seventh", 7), ("7th", 7)])
        {
            if (text.Contains(word, StringComparison.Ordinal)) found.Add(place);
        }

        var at = text.LastIndexOf("character", StringComparison.Ordinal);
        places = [.. found];
        characters = "";
        if (at < 0 || found.Count == 0) return false;
        var letters = new List<char>();
        foreach (var part in text[(at + 9)..].TrimStart('s', ' ').Replace(" or ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length == 1) letters.Add(part[0]);
            else if (part.Length == 3 && part[1] == '-') for (var c = part[0]; c <= part[2]; c++) letters.Add(c);
            else return false;
        }

        characters = new string([.. letters]);
        return characters.Length > 0;
    }
}
