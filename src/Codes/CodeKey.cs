using System.Globalization;

namespace CodingAhead.Codes;

/// <summary>
/// A code set and a code in one 64-bit number that sorts as (set, code) does, so that the book can be searched without strings.
/// The code is at most eleven characters of <c>0-9 A-Z -</c>, upper-cased, without its dot: base 38, left-aligned, blank lowest.
/// </summary>
public readonly record struct CodeKey(ulong Value) : IComparable<CodeKey>
{
    private const int MaxLength = 11;
    private const ulong Base = 38;
    private static readonly ulong SetUnit = Power(MaxLength);

    /// <summary>The code set.</summary>
    public CodeSet Set => (CodeSet)(Value / SetUnit);

    /// <summary>The code without dot, upper case, as it is stored: <c>M47816</c>.</summary>
    public string Code
    {
        get
        {
            Span<char> buffer = stackalloc char[MaxLength];
            var rest = Value % SetUnit;
            var unit = SetUnit / Base;
            var n = 0;
            for (; n < MaxLength && rest != 0; n++, unit /= Base)
            {
                var digit = (int)(rest / unit);
                rest %= unit;
                buffer[n] = digit switch { <= 10 => (char)('0' + digit - 1), <= 36 => (char)('A' + digit - 11), _ => '-' };
            }

            return new string(buffer[..n]);
        }
    }

    /// <summary>The code as people write it: with its dot in ICD-10-CM and ICD-9-CM.</summary>
    public string Display => Written(Set, Code);

    /// <summary>Builds a key; throws <see cref="FormatException"/> when the text is no code. For text from outside use <c>TryParse</c>.</summary>
    public static CodeKey Of(CodeSet set, ReadOnlySpan<char> code) =>
        TryParse(set, code, out var key) ? key : throw new FormatException($"'{code}' is not a code of {set.Name()}: expected 1 to {MaxLength} characters of 0-9, A-Z or -");

    /// <summary>
    /// Reads a code typed with or without its dot, in any case, surrounded by blanks or not. A dot where the set writes none is refused:
    /// 250.00 is a diagnosis of ICD-9-CM and never CPT 25000.
    /// </summary>
    public static bool TryParse(CodeSet set, ReadOnlySpan<char> code, out CodeKey key)
    {
        code = code.Trim();
        var value = 0UL;
        var n = 0;
        foreach (var c in code)
        {
            if (c == '.' && n > 0 && DotAfter(set, code[0]) == n) continue;
            uint digit;
            if ((uint)(c - '0') <= 9) digit = (uint)(c - '0') + 1;
            else if ((uint)((c | 0x20) - 'a') <= 25) digit = (uint)((c | 0x20) - 'a') + 11;
            else if (c == '-') digit = 37;
            else { key = default; return false; }
            if (++n > MaxLength) { key = default; return false; }
            value = value * Base + digit;
        }

        if (n == 0 || set == CodeSet.None) { key = default; return false; }
        key = new CodeKey((ulong)set * SetUnit + value * Power(MaxLength - n));
        return true;
    }

    /// <summary>The same for UTF-8 bytes, as importers meet them.</summary>
    public static bool TryParse(CodeSet set, ReadOnlySpan<byte> code, out CodeKey key)
    {
        Span<char> chars = stackalloc char[16];
        code = code.Trim((byte)' ');
        if (code.Length > chars.Length) { key = default; return false; }
        for (var i = 0; i < code.Length; i++) chars[i] = (char)code[i];
        return TryParse(set, chars[..code.Length], out key);
    }

    /// <summary>The lowest key of a set; with the next set's lowest it bounds the set.</summary>
    public static CodeKey First(CodeSet set) => new((ulong)set * SetUnit);

    /// <summary>The lowest key after every key of the same set that begins with this code.</summary>
    public CodeKey EndOfPrefix
    {
        get
        {
            var length = Code.Length;
            var unit = Power(MaxLength - length);
            return new CodeKey(Value / unit * unit + unit);
        }
    }

    /// <summary>How a code of the set is written, given without dot.</summary>
    public static string Written(CodeSet set, string code) => set switch
    {
        CodeSet.Icd10Cm when code.Length > 3 && !code.Contains('-', StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{code.AsSpan(0, 3)}.{code.AsSpan(3)}"),
        CodeSet.Icd9Cm when code.Length > 3 => code[0] == 'E'
            ? code.Length > 4 ? $"{code[..4]}.{code[4..]}" : code
            : $"{code[..3]}.{code[3..]}",
        CodeSet.Icd9Proc when code.Length > 2 => $"{code[..2]}.{code[2..]}",
        _ => code,
    };

    /// <inheritdoc/>
    public int CompareTo(CodeKey other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Set.Id()}:{Display}";

    public static bool operator <(CodeKey left, CodeKey right) => left.Value < right.Value;

    public static bool operator >(CodeKey left, CodeKey right) => left.Value > right.Value;

    public static bool operator <=(CodeKey left, CodeKey right) => left.Value <= right.Value;

    public static bool operator >=(CodeKey left, CodeKey right) => left.Value >= right.Value;

    // After how many characters the set writes its dot; 0: it writes none.
    private static int DotAfter(CodeSet set, char first) => set switch
    {
        CodeSet.Icd10Cm => 3,
        CodeSet.Icd9Cm => first is 'E' or 'e' ? 4 : 3,
        CodeSet.Icd9Proc => 2,
        _ => 0,
    };

    private static ulong Power(int exponent)
    {
        var value = 1UL;
        for (var i = 0; i < exponent; i++) value *= Base;
        return value;
    }
}
