using System.Globalization;
using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>The delimiters of an HL7 v2 message, as its header names them, and what is written with them (HL7 2.5.1, chapter 2.5 to 2.7).</summary>
internal sealed class Hl7Signs
{
    public Hl7Signs(string message, int header)
    {
        Field = message[header + 3];
        char At(int i, char otherwise) => header + i < message.Length && message[header + i] is > ' ' and var c && c != Field && !char.IsLetterOrDigit(c) ? c : otherwise;
        (Component, Repetition, EscapeSign, Subcomponent) = (At(4, '^'), At(5, '~'), At(6, '\\'), At(7, '&'));
    }

    public char Field { get; }

    public char Component { get; }

    public char Repetition { get; }

    public char EscapeSign { get; }

    public char Subcomponent { get; }

    /// <summary>A field as it is read: escapes undone, line breaks as such.</summary>
    public Excerpt Read(string message, int start, int end)
    {
        var excerpt = new Excerpt();
        var at = start;
        for (var i = start; i < end; i++)
        {
            if (message[i] != EscapeSign) continue;
            var close = message.AsSpan(i + 1, Math.Min(end - i - 1, 400)).IndexOf(EscapeSign);
            if (close < 0) break;
            var code = message.AsSpan(i + 1, close);
            if (Meaning(code) is not { } read) continue;
            excerpt.Add(message, at, i);
            excerpt.AddEscape(i, i + close + 2, read);
            at = i + close + 2;
            i = at - 1;
        }

        excerpt.Add(message, at, end);
        return excerpt;
    }

    /// <summary>Writes a replacement so that none of its characters is a delimiter.</summary>
    public string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny([Field, Component, Repetition, EscapeSign, Subcomponent, '\r', '\n']) < 0) return text;
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            var code = c == Field ? "F" : c == Component ? "S" : c == Subcomponent ? "T" : c == Repetition ? "R" : c == EscapeSign ? "E" : c is '\r' or '\n' ? ".br" : null;
            if (code is null) escaped.Append(c);
            else escaped.Append(EscapeSign).Append(code).Append(EscapeSign);
        }

        return escaped.ToString();
    }

    /// <summary>Whether a field is a day, with or without a time: <c>20230304101500-0500</c>.</summary>
    public static bool IsDate(ReadOnlySpan<char> value)
    {
        if (value.Length < 8 || value[..8].ContainsAnyExceptInRange('0', '9') || !DateOnly.TryParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1850 or > 2100) return false;
        var rest = value[8..];
        var zone = rest.IndexOfAny('+', '-');
        return (zone < 0 ? rest : rest[..zone]) is { Length: 0 or >= 2 and <= 11 } time && !time.ContainsAnyExceptInRange('.', '9') && (zone < 0 || rest.Length == zone + 5);
    }

    /// <summary>The year of a date, nothing when it is at or before <paramref name="reveals"/>, since it says an age over 89.</summary>
    public static string Year(string value, int reveals) =>
        value.Length >= 4 && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > reveals ? value[..4] : "";

    /// <summary>Whether a field that no list names is written like a person: a number, a surname, a given name.</summary>
    public bool IsPerson(string message, int start, int end)
    {
        var parts = message[start..end].Split(Component);
        for (var i = 0; i + 1 < parts.Length && i < 2; i++)
        {
            if (Word(parts[i]) is not { } family || Word(parts[i + 1]) is not { } given) continue;
            if (family is { Surname: >= 2, Ordinary: < 6 } && given is { Given: >= 3, Ordinary: < 6 }) return true;
            // A number and two words that are no vocabulary; a code has its code set in the third place.
            if (i == 1 && parts[0].Any(char.IsAsciiDigit) && family.Ordinary == 0 && given.Ordinary == 0 && parts[2].Length >= 4 && parts[2].All(static c => char.IsLetter(c) || c is '-' or '\'') && !Sets.Contains(parts[2])) return true;
        }

        return false;
    }

    /// <summary>A document within a message (data type ED), or a pointer to one (RP).</summary>
    public static void Encapsulated(Draft draft, Hl7Signs signs, int start, int end, bool pointer)
    {
        // Source, type, subtype, encoding, data.
        var at = start;
        for (var i = 0; i < (pointer ? 0 : 4) && at < end; i++)
        {
            var next = draft.Source.AsSpan(at, end - at).IndexOf(signs.Component);
            at = next < 0 ? end : at + next + 1;
        }

        if (pointer || at >= end) draft.Field(signs.Read(draft.Source, start, end), PhiType.Url, signs.Escape);
        else if (draft.Source.AsSpan(start, at - start).Contains("Base64", StringComparison.OrdinalIgnoreCase)) Base64Text.Redact(draft, draft.Source[at..end], at, end, "text/plain", static t => t);
        else draft.Free(signs.Read(draft.Source, at, end), signs.Escape);
    }

    // Code sets that stand beside a code (HL7 table 0396).
    private static readonly HashSet<string> Sets = ["SNOMED", "LOINC", "RXNORM", "RxNorm", "NUBC", "ICDO", "UCUM", "USPS", "SNMI", "FDDC", "MEDR", "MEDX", "MEDC", "WHO", "UMLS"];

    private static Weights? Word(string part) => Tokens.Of(FoldedText.Of(part).View, Evidence.Shipped) is [{ IsWord: true, Length: > 1 } only] ? only.Weights : null;

    private string? Meaning(ReadOnlySpan<char> code)
    {
        switch (code)
        {
            case "F": return Field.ToString();
            case "S": return Component.ToString();
            case "T": return Subcomponent.ToString();
            case "R": return Repetition.ToString();
            case "E": return EscapeSign.ToString();
            case "H" or "N": return "\u200B";
            case ['.', ..]: return "\n";
        }

        if (code.Length < 3 || code[0] is not ('X' or 'x') || code.Length % 2 == 0) return null;
        Span<byte> bytes = stackalloc byte[256];
        return Convert.FromHexString(code[1..], bytes, out _, out var count) == System.Buffers.OperationStatus.Done ? Encoding.UTF8.GetString(bytes[..count]) : null;
    }
}
