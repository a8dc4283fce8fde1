using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>What stands in the place of each find within one text: the same value, the same replacement.</summary>
internal sealed class Replacements(Policy policy, string patient)
{
    // By a hash of 128 bits of the type and the value's letters and digits: a long text has many values, and none need be kept.
    private readonly Dictionary<UInt128, int> numbers = [];
    private readonly int[] counts = new int[PhiTypes.All.Count];
    private int? shift;

    /// <summary>The replacement of a find; null when the policy keeps it.</summary>
    /// <param name="mark">The find.</param>
    /// <param name="value">Its words.</param>
    /// <param name="survey">What the text says of years.</param>
    public string? Of(Mark mark, string value, Survey survey)
    {
        switch (policy.For(mark.Type))
        {
            case PhiAction.Keep: return null;
            case PhiAction.Remove: return "";
            case PhiAction.Mask: return string.Create(value.Length, value, static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = char.IsLetterOrDigit(from[i]) || char.IsSurrogate(from[i]) ? '*' : from[i];
            });
            case PhiAction.Surrogate: return Surrogates.Of(mark.Type, value, policy.Key!, Number(mark.Type, value));
            case PhiAction.Shift when mark.Type == PhiType.Date && Shifted.Move(value, shift ??= Days(), survey.Written) is { } moved: return moved;
        }

        if (mark.Type == PhiType.Age && mark.Rule.StartsWith("age-", StringComparison.Ordinal)) return "90+";
        var token = $"[{mark.Type.Id()}-{Number(mark.Type, value).ToString(CultureInfo.InvariantCulture)}";
        return mark.Type switch
        {
            // A day so long ago is one of birth.
            PhiType.Date when Year(value) is { } year && year > survey.Reveals => string.Create(CultureInfo.InvariantCulture, $"{token}:{year}]"),
            // The three digits that may stay are those of the United States.
            PhiType.Zip when mark.Rule != "postcode" && Zip3.Of(value) is { } three => $"{token}:{three}]",
            _ => token + "]",
        };
    }

    /// <summary>The number of a value among those of its type.</summary>
    public int Number(PhiType type, string value)
    {
        var (low, high) = (Words.Seed + (ulong)type, ~Words.Seed);
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            low = Words.Add(low, char.ToUpperInvariant(c));
            high = BitOperations.RotateLeft(high ^ char.ToUpperInvariant(c), 23) * 0x9E3779B97F4A7C15;
        }

        var key = new UInt128(Words.End(high), Words.End(low));
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = ++counts[(int)type];
        return number;
    }

    // The only year a date names; a range over two years names none.
    private static int? Year(string value)
    {
        int? found = null;
        for (var i = 0; i + 4 <= value.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(value[i - 1]) || i + 4 < value.Length && char.IsAsciiDigit(value[i + 4])) continue;
            if (!int.TryParse(value.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1850 or > 2100) continue;
            if (found is not null) return null;
            found = year;
        }

        return found;
    }

    // One to 365 days back, from the key and the patient: the same for all notes of one patient, unlike for two.
    private int Days()
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(policy.Key!), Encoding.UTF8.GetBytes("shift:" + patient));
        return -(1 + BitConverter.ToUInt16(hash) % 365);
    }
}

/// <summary>
/// The first three digits of a ZIP code, where the areas that begin with them together have more than 20,000 people by the 2020 census; else 000
/// (45 CFR 164.514(b)(2)(i)(B)).
/// </summary>
public static class Zip3
{
    // Populated, but by at most 20,000 people.
    private static readonly string[] Small = ["036", "059", "102", "203", "204", "205", "369", "556", "692", "772", "821", "823", "878", "879", "884", "893", "202", "753"];

    /// <summary>The three digits that may stay, <c>000</c>, or null when the value does not begin with five digits.</summary>
    public static string? Of(string value)
    {
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (digits.Length < 5) return null;
        var three = digits[..3];
        return Array.IndexOf(Small, three) >= 0 || !Populated(int.Parse(three, CultureInfo.InvariantCulture)) ? "000" : three;
    }

    // Prefixes that have no census area at all: unassigned, military, or of single buildings.
    private static bool Populated(int three) => three is not ((>= 0 and <= 5) or 8 or 55 or (>= 90 and <= 99) or 192 or 213 or 269 or 311 or 332 or 340 or 343 or 345 or 348 or 353 or 375 or 399 or 419 or (>= 428 and <= 429) or 459 or 509 or (>= 517 and <= 519) or 529 or 533 or 536 or 552 or 555 or (>= 568 and <= 569) or (>= 578 and <= 579) or 589 or 621 or 632 or (>= 642 and <= 643) or 649 or 659 or 663 or 682 or (>= 694 and <= 699) or 702 or 709 or 715 or (>= 732 and <= 733) or 742 or 771 or (>= 817 and <= 819) or 839 or 842 or (>= 848 and <= 849) or 854 or 858 or (>= 861 and <= 862) or (>= 866 and <= 869) or 872 or 876 or (>= 885 and <= 889) or 892 or 896 or 899 or 901 or 909 or 929 or 938 or 942 or (>= 962 and <= 966) or 969 or 987);
}
