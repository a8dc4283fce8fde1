using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>Text that stands in a document in base 64 (RFC 4648). What cannot be read as text cannot be vouched for: it is taken out and said.</summary>
internal static class Base64Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Redacts the text at a place; returns the new bytes when it changed.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="data">The base 64, as it is read.</param>
    /// <param name="start">Where the base 64 begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="escape">Writes the new base 64 in the source's spelling.</param>
    public static byte[]? Redact(Draft draft, string data, int start, int end, string type, Func<string, string> escape)
    {
        var text = Decode(data);
        var format = text is null ? NoteFormat.Text : NoteFormats.Detect(text);
        var media = type.Split(';')[0].Trim().ToLowerInvariant();
        var readable = media.StartsWith("text/", StringComparison.Ordinal) || media is "" || media.EndsWith("xml", StringComparison.Ordinal) || media.EndsWith("json", StringComparison.Ordinal) || media.Contains("hl7", StringComparison.Ordinal);
        // Rich text and PDF hide words in ways of their own.
        if (text is null || !readable || media is "text/rtf" || text.StartsWith("%PDF", StringComparison.Ordinal) || text.StartsWith("{\\rtf", StringComparison.Ordinal)) return Emptied(draft, data, start, end, escape);
        if (text.Length == 0) return null;
        string? changed;
        if (format is NoteFormat.Xml || media is "text/html" or "application/xhtml+xml")
        {
            var inner = draft.Within(text);
            try
            {
                Markup.Redact(inner);
            }
            catch (RedactionException)
            {
                // Not well-formed, as much HTML is.
                return Emptied(draft, data, start, end, escape);
            }

            changed = draft.TakeWhole(inner, start, end);
        }
        else
        {
            var inner = draft.Within(text);
            inner.Free(Excerpt.Of(text, 0, text.Length), static t => t);
            changed = draft.TakeWhole(inner, start, end);
        }

        return changed is null ? null : Put(draft, start, end, Strict.GetBytes(changed), escape);
    }

    /// <summary>Takes out what cannot be read.</summary>
    public static byte[]? Emptied(Draft draft, string data, int start, int end, Func<string, string> escape)
    {
        if (end == start || Decode(data) is { } text && Draft.IsToken(text)) return null;
        draft.Note("Attached data that is not readable text was taken out.");
        var inner = draft.Within("[data]");
        inner.Field(Excerpt.Of(inner.Source, 0, inner.Source.Length), PhiType.Photo, static t => t, static _ => "[PHOTO-0]");
        return draft.TakeWhole(inner, start, end) is null ? null : Put(draft, start, end, "[PHOTO-0]"u8.ToArray(), escape);
    }

    private static byte[] Put(Draft draft, int start, int end, byte[] bytes, Func<string, string> escape)
    {
        draft.Replace(start, end, escape(Convert.ToBase64String(bytes)));
        return bytes;
    }

    private static string? Decode(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64Chars(base64, bytes, out var count)) return null;
        try
        {
            var text = Strict.GetString(bytes, 0, count).TrimStart('\uFEFF');
            return text.AsSpan().IndexOfAny("\0\uFFFD") < 0 ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
