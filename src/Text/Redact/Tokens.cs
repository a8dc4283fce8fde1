using System.Runtime.InteropServices;

namespace CodingAhead.Text.Redact;

/// <summary>How a token is written.</summary>
internal enum Form : byte
{
    Lower,
    Capital,
    Upper,
    Camel,
    Number,
    Mixed,

    /// <summary>What an earlier redaction put there: neither word nor number, so that no rule joins what stands before it with what stands after.</summary>
    Redacted,
}

/// <summary>A run of letters (with apostrophes inside), of digits, or of both; or what an earlier redaction left. Offsets are UTF-16 units of the view.</summary>
internal struct Token
{
    public int Start;
    public int End;
    public Form Form;
    public bool Line;
    public Word Word;
    public ulong Hash;
    public Weights Weights;

    public readonly int Length => End - Start;

    public readonly bool IsWord => Form <= Form.Camel;

    public readonly bool Big => Form is Form.Capital or Form.Upper or Form.Camel;

    public readonly bool Is(Word any) => (Word & any) != 0;
}

/// <summary>Cuts the view into tokens, once; every rule is driven by them.</summary>
internal static class Tokens
{
    public static List<Token> Of(string view, Evidence? evidence)
    {
        var tokens = new List<Token>(view.Length / 6 + 8);
        var line = true;
        for (var i = 0; i < view.Length;)
        {
            var c = view[i];
            if (c == FoldedText.Blank)
            {
                var end = i + 1;
                while (end < view.Length && view[end] == FoldedText.Blank) end++;
                tokens.Add(new Token { Start = i, End = end, Form = Form.Redacted, Line = line });
                (line, i) = (false, end);
                continue;
            }

            if (!IsLetterOrDigit(c))
            {
                if (c is '\n' or '\r') line = true;
                i++;
                continue;
            }

            var start = i;
            var (upper, lower, digits) = (0, 0, 0);
            var hash = Words.Seed;
            for (; i < view.Length; i++)
            {
                c = view[i];
                if (c is >= 'a' and <= 'z') lower++;
                else if (c is >= 'A' and <= 'Z')
                {
                    upper++;
                    c = (char)(c | 0x20);
                }
                else if (c is >= '0' and <= '9') digits++;
                else if (c == '\'' && digits == 0 && i + 1 < view.Length && char.IsAsciiLetter(view[i + 1]) && !(view[i + 1] is 's' or 'S' && (i + 2 >= view.Length || !IsLetterOrDigit(view[i + 2])))) continue;
                else if (c >= 0x80 && char.IsLetter(c))
                {
                    if (char.IsUpper(c)) upper++;
                    else lower++;
                    c = char.ToLowerInvariant(c);
                }
                else break;
                hash = Words.Add(hash, c);
            }

            var token = new Token { Start = start, End = i, Line = line, Hash = Words.End(hash) };
            line = false;
            if (upper + lower == 0) token.Form = Form.Number;
            else if (digits > 0) token.Form = Form.Mixed;
            else
            {
                token.Form = upper == 0 ? Form.Lower : lower == 0 ? Form.Upper : upper == 1 && char.IsUpper(view[start]) ? Form.Capital : Form.Camel;
                if (upper == 1 && lower == 0) token.Form = Form.Upper;
                if (evidence is not null) token.Weights = evidence.Of(token.Hash);
            }

            token.Word = Lexicon.Of(token.Hash);
            tokens.Add(token);
        }

        return tokens;
    }

    public static bool IsLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && char.IsLetterOrDigit(c));

    /// <summary>The tokens as a span, for loops.</summary>
    public static Span<Token> Span(List<Token> tokens) => CollectionsMarshal.AsSpan(tokens);
}

/// <summary>Hashes of words, the same as the training script's.</summary>
internal static class Words
{
    public const ulong Seed = 0xcbf29ce484222325;

    public static ulong Add(ulong hash, char c) => (hash ^ c) * 0x100000001b3;

    public static ulong End(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    /// <summary>The hash of a word or a phrase in lower case, its words parted by one space.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word) hash = Add(hash, c);
        return End(hash);
    }
}
