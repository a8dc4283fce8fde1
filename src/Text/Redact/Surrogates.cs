using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Invented values of the same form. They depend on a key that only the user has, so that nobody can go back from them (164.514(c)), and belong to policies
/// that do not carry the name Safe Harbor.
/// </summary>
internal static class Surrogates
{
    private static readonly string[] Given = ["Alder", "Briar", "Corin", "Delmar", "Elva", "Fenna", "Garrin", "Hollis", "Isolde", "Jorin", "Kester", "Lunet", "Marlo", "Nerys", "Orla", "Perrin", "Quill", "Rowan", "Selby", "Tamsin"];
    private static readonly string[] Family = ["Ashdown", "Birchall", "Coldwell", "Dunmore", "Eastlake", "Fairholm", "Greywood", "Hartfell", "Inglemoor", "Kingsley", "Larkhill", "Merrow", "Northam", "Oakridge", "Penhale", "Redfern", "Stonebrook", "Thornbury", "Underhill", "Westbourne"];

    public static string Of(PhiType type, string value, string key, int number)
    {
        var stream = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(type.Id() + ":" + value.ToUpperInvariant()));
        if (type is PhiType.Email) return string.Create(CultureInfo.InvariantCulture, $"person{number}@example.invalid");
        if (type is PhiType.Url) return string.Create(CultureInfo.InvariantCulture, $"https://example.invalid/{number}");
        if (type == PhiType.Facility) return Family[stream[0] % Family.Length] + " Hospital";
        if (type is PhiType.Name or PhiType.City or PhiType.County or PhiType.Street) return Words(value, stream, type == PhiType.Name);
        return Shape(value, stream);
    }

    // Word for word, case for case; numbers of a street digit for digit.
    private static string Words(string value, byte[] stream, bool person)
    {
        var text = new StringBuilder();
        var n = 0;
        for (var i = 0; i < value.Length;)
        {
            if (!char.IsLetter(value[i]))
            {
                text.Append(char.IsAsciiDigit(value[i]) ? (char)('0' + (value[i] - '0' + stream[(n + i) % 32]) % 10) : value[i]);
                i++;
                continue;
            }

            var start = i;
            while (i < value.Length && (char.IsLetter(value[i]) || value[i] is '\'' or '\u2019')) i++;
            var from = value.AsSpan(start, i - start);
            var list = person && n == 0 && value.Contains(' ', StringComparison.Ordinal) ? Given : Family;
            var word = from.Length == 1 ? ((char)('A' + stream[n % 32] % 26)).ToString() : list[stream[n % 32] % list.Length];
            text.Append(char.IsLower(from[0]) ? word.ToLowerInvariant() : from.Length > 1 && char.IsUpper(from[1]) ? word.ToUpperInvariant() : word);
            n++;
        }

        return text.ToString();
    }

    private static string Shape(string value, byte[] stream) => string.Create(value.Length, (value, stream), static (to, state) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var (c, by) = (state.value[i], state.stream[i % 32]);
            to[i] = c switch
            {
                >= '0' and <= '9' => (char)('0' + (c - '0' + 1 + by % 9) % 10),
                >= 'A' and <= 'Z' => (char)('A' + (c - 'A' + 1 + by % 25) % 26),
                >= 'a' and <= 'z' => (char)('a' + (c - 'a' + 1 + by % 25) % 26),
                _ => c,
            };
        }
    });
}
