using System.Text.Json;

namespace CodingAhead.Claims;

/// <summary>The forms in which claims come.</summary>
public enum ClaimFormat : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>X12 837.</summary>
    X12,

    /// <summary>Our JSON: one claim or a list.</summary>
    Json,

    /// <summary>Our JSON, one claim a line.</summary>
    JsonLines,

    /// <summary>A table of service lines.</summary>
    Csv,

    /// <summary>FHIR R4: a Claim or a Bundle.</summary>
    Fhir,

    /// <summary>FHIR R4, one resource a line.</summary>
    FhirLines,
}

/// <summary>Tells the form of claims from how they begin.</summary>
public static class ClaimFormats
{
    /// <summary>As many bytes are looked at.</summary>
    public const int Peeked = 1 << 16;

    /// <summary>The form of a file.</summary>
    /// <param name="begin">Its first bytes, up to <see cref="Peeked"/> of them.</param>
    public static ClaimFormat Detect(ReadOnlySpan<byte> begin)
    {
        if (begin.StartsWith("\uFEFF"u8)) begin = begin[3..];
        begin = begin.TrimStart(" \t\r\n"u8);
        if (begin.StartsWith("ISA"u8)) return ClaimFormat.X12;
        if (begin.IsEmpty) return ClaimFormat.Unknown;
        if (begin[0] == '[') return ClaimFormat.Json;
        if (begin[0] == '{') return (IsFhir(begin), InLines(begin)) switch
        {
            (true, true) => ClaimFormat.FhirLines,
            (true, false) => ClaimFormat.Fhir,
            (false, true) => ClaimFormat.JsonLines,
            _ => ClaimFormat.Json,
        };
        var end = begin.IndexOfAny((byte)'\r', (byte)'\n');
        var first = end < 0 ? begin : begin[..end];
        return Csv.CsvColumns.Of(first, out _) is not null || first.IndexOfAny(",;\t"u8) > 0 ? ClaimFormat.Csv : ClaimFormat.Unknown;
    }

    // The first object ends within the first line and more follows; one that breaks, where the next line begins another, is a bad line rather than a bad document.
    private static bool InLines(ReadOnlySpan<byte> begin)
    {
        var end = begin.IndexOf((byte)'\n');
        if (end < 0) return false;
        var rest = begin[end..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty) return false;
        var first = new Utf8JsonReader(begin, isFinalBlock: false, default);
        try
        {
            return first.Read() && first.TrySkip() && first.BytesConsumed <= end;
        }
        catch (JsonException)
        {
            return rest[0] == '{';
        }
    }

    private static bool IsFhir(ReadOnlySpan<byte> begin)
    {
        var json = new Utf8JsonReader(begin, isFinalBlock: false, default);
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == 0) return false;
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("resourceType"u8)) return true;
            }
        }
        catch (JsonException)
        {
            // Told by the reader.
        }

        return false;
    }
}
