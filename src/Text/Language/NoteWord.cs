namespace CodingAhead.Text.Language;

/// <summary>What stands between a word and the one before it.</summary>
[Flags]
internal enum Mark : ushort
{
    None = 0,
    Comma = 1,
    Colon = 2,
    Semicolon = 4,
    Open = 8,
    Close = 16,
    Slash = 32,
    Dash = 64,

    /// <summary>A line end.</summary>
    Line = 128,

    /// <summary>A full stop, question or exclamation mark that ends a sentence.</summary>
    Stop = 256,

    /// <summary>An empty line.</summary>
    Blank = 512,

    /// <summary>A list sign or number at the beginning of a line.</summary>
    Bullet = 1024,

    /// <summary>A question mark.</summary>
    Question = 2048,

    /// <summary>The word begins a sentence.</summary>
    Begin = 4096,

    /// <summary>A colon or line end follows: the word may end a header.</summary>
    BeforeColon = 8192,
}

/// <summary>A word of a note.</summary>
/// <param name="Start">First UTF-16 offset.</param>
/// <param name="End">UTF-16 offset after the last letter.</param>
/// <param name="Text">The word in lower case.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="Capital">The first letter is a capital.</param>
/// <param name="Capitals">All letters are capitals.</param>
internal readonly record struct NoteWord(int Start, int End, string Text, Mark Before, bool Capital, bool Capitals)
{
    /// <summary>A possessive sign follows: "Crohn's".</summary>
    public bool Owner { get; init; }

    /// <summary>Whether a slash parts it from the word before, as in "asthma/eczema"; the slash of "w/", "s/p" and "2/2" does not.</summary>
    public bool SlashedFrom(NoteWord before) => Has(Mark.Slash) && before.Text.Length > 1 && !char.IsAsciiDigit(before.Text[^1]);

    public bool Has(Mark mark) => (Before & mark) != 0;
}
