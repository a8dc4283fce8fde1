namespace CodingAhead.Claims.X12;

/// <summary>Reads the values of elements from their bytes, without a string between.</summary>
internal static class Values
{
    /// <summary>Most digits of an amount or quantity: X12 allows 18 characters, nobody bills as many.</summary>
    private const int MostDigits = 15;

    /// <summary>Letters and digits only, and as many as wanted.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text, int least, int most)
    {
        if (text.Length < least || text.Length > most) return false;
        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b)) return false;
        }

        return true;
    }

    /// <summary>Digits only, and as many as wanted.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text, int least, int most) =>
        text.Length >= least && text.Length <= most && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>A whole number of up to nine digits.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (!IsDigits(text, 1, 9)) return false;
        foreach (var b in text) value = value * 10 + b - '0';
        return true;
    }

    /// <summary>An amount or quantity (X12 type R) without sign or exponent, of at most so many decimals.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> text, int decimals, out decimal value)
    {
        value = 0;
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? default : text[(point + 1)..];
        if (whole.Length + part.Length is 0 or > MostDigits || part.Length > decimals) return false;
        if (!IsDigits(whole, 0, MostDigits) || !IsDigits(part, 0, MostDigits)) return false;
        var digits = 0L;
        foreach (var b in whole) digits = digits * 10 + b - '0';
        foreach (var b in part) digits = digits * 10 + b - '0';
        value = new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)part.Length);
        return true;
    }

    /// <summary>A date as CCYYMMDD of the twentieth or twenty-first century.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 8 || !TryInteger(text, out var number)) return false;
        var (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
        if (year is < 1900 or > 2099 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>A date (D8) or two of them joined by a hyphen, the later one last (RD8).</summary>
    /// <param name="qualifier"><c>D8</c> or <c>RD8</c>.</param>
    /// <param name="text">The value.</param>
    /// <param name="from">The (first) day.</param>
    /// <param name="to">The last day; null when it is the first one too.</param>
    public static bool TryPeriod(ReadOnlySpan<byte> qualifier, ReadOnlySpan<byte> text, out DateOnly from, out DateOnly? to)
    {
        to = null;
        if (qualifier.SequenceEqual("D8"u8)) return TryDate(text, out from);
        from = default;
        if (!qualifier.SequenceEqual("RD8"u8) || text.Length != 17 || text[8] != '-') return false;
        if (!TryDate(text[..8], out from) || !TryDate(text[9..], out var last) || last < from) return false;
        if (last > from) to = last;
        return true;
    }
}
