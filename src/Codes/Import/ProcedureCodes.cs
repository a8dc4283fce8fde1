namespace CodingAhead.Codes.Import;

/// <summary>
/// What the payment files' five-character procedure codes are: CMS writes CPT and HCPCS Level II codes into one column and calls both "HCPCS".
/// </summary>
public static class ProcedureCodes
{
    /// <summary>
    /// Texts that describe a procedure code, one a row. They are in a table of their own so that the words of a licensed class
    /// can be left out of a book while the numbers and indicators of the same source row stay.
    /// </summary>
    public static readonly Table Descriptor = new("descriptor", "kind", "text");

    /// <summary>
    /// Reads a procedure code: a letter A–V and four digits is HCPCS Level II (D: dental); five digits, or four digits and F, T, U, M or A,
    /// is CPT. Anything else is no procedure code.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CodeKey key)
    {
        text = text.Trim();
        Span<byte> code = stackalloc byte[5];
        key = default;
        if (text.Length != 5) return false;
        for (var i = 0; i < 5; i++)
        {
            if (text[i] > 'Z') return false;
            code[i] = (byte)text[i];
        }

        return TryParse(code, out key);
    }

    /// <summary>The same for exactly five bytes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> code, out CodeKey key)
    {
        key = default;
        if (code.Length != 5) return false;
        for (var i = 1; i < 4; i++)
        {
            if (!char.IsAsciiDigit((char)code[i])) return false;
        }

        var lastIsDigit = char.IsAsciiDigit((char)code[4]);
        if (code[0] is >= (byte)'A' and <= (byte)'V') return lastIsDigit && CodeKey.TryParse(CodeSet.Hcpcs, code, out key);
        if (!char.IsAsciiDigit((char)code[0])) return false;
        if (!lastIsDigit && !"FTUMA"u8.Contains(code[4])) return false;
        return CodeKey.TryParse(CodeSet.Cpt, code, out key);
    }

    /// <summary>Whose words the descriptors of a code are: CPT the AMA's, D codes the ADA's, other HCPCS Level II codes public.</summary>
    public static Licence TextLicence(this CodeKey key) => key.Set switch
    {
        CodeSet.Cpt => Licence.Ama,
        CodeSet.Hcpcs when key < EndOfDental && key >= FirstDental => Licence.Ada,
        _ => Licence.Public,
    };

    /// <summary>Stores a descriptor of a procedure code, unless the release leaves it blank.</summary>
    internal static void Describe(this FactSink sink, CodeKey key, string kind, string text, int line, ushort? from = null, ushort? to = null)
    {
        if (!string.IsNullOrWhiteSpace(text)) sink.Row().Column(kind).Column(text).End(Descriptor, key, line, key.TextLicence(), from, to);
    }

    private static readonly CodeKey FirstDental = CodeKey.Of(CodeSet.Hcpcs, "D");
    private static readonly CodeKey EndOfDental = FirstDental.EndOfPrefix;
}
