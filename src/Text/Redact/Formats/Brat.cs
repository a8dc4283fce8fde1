using System.Globalization;
using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>Labels as BRAT's standoff format writes them, beside the text: <c>T1&#9;NAME 4 9&#9;Quell</c>, offsets in code points. For texts that were labelled, not redacted.</summary>
public static class Brat
{
    /// <summary>One line for each find. A find over several lines of the text is one of several fragments, as BRAT asks for.</summary>
    public static string Write(RedactionResult labelled)
    {
        ArgumentNullException.ThrowIfNull(labelled);
        var (text, output, number) = (labelled.Text, new StringBuilder(), 0);
        var points = new CodePoints(text);
        foreach (var span in labelled.Spans)
        {
            output.Append(CultureInfo.InvariantCulture, $"T{++number}\t{span.Type.Id()} ");
            var (first, value) = (true, new StringBuilder());
            for (var at = span.Start; at < span.End;)
            {
                var length = text.AsSpan(at, span.End - at).IndexOfAny('\n', '\r');
                var end = length < 0 ? span.End : at + length;
                if (end > at)
                {
                    output.Append(CultureInfo.InvariantCulture, $"{(first ? "" : ";")}{points.FromUtf16(at)} {points.FromUtf16(end)}");
                    value.Append(first ? "" : " ").Append(text, at, end - at);
                    first = false;
                }

                at = end + 1;
            }

            output.Append('\t').Append(value).Append('\n');
        }

        return output.ToString();
    }
}
