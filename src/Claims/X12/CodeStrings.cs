namespace CodingAhead.Claims.X12;

/// <summary>
/// The strings of codes: a file repeats a few thousand of them millions of times. Each has one slot by its hash, and a newcomer takes it over,
/// so that a hostile file of ever new codes costs no memory.
/// </summary>
internal sealed class CodeStrings
{
    private const int Slots = 1 << 14, Longest = 16;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The code as a string, shared where it was seen before. Letters and digits only.</summary>
    public string Get(ReadOnlySpan<byte> code)
    {
        if (code.Length > Longest) return string.Create(code.Length, code, Spell);
        var hash = 2166136261u;
        foreach (var b in code) hash = (hash ^ b) * 16777619;
        ref var slot = ref _slots[(hash ^ hash >> 15) % Slots];
        return slot is not null && Same(slot, code) ? slot : slot = string.Create(code.Length, code, Spell);
    }

    private static bool Same(string text, ReadOnlySpan<byte> code)
    {
        if (text.Length != code.Length) return false;
        for (var i = 0; i < code.Length; i++)
        {
            if (text[i] != code[i]) return false;
        }

        return true;
    }

    private static void Spell(Span<char> text, ReadOnlySpan<byte> code)
    {
        for (var i = 0; i < code.Length; i++) text[i] = (char)code[i];
    }
}
