using CodingAhead.Text.Redact.Formats;

namespace CodingAhead.Text.Redact;

/// <summary>Segments of an HL7 v2 message pasted into a text: <c>PID|1||…</c> on a line of its own. The fields that hold identifiers are those of <see cref="Hl7Message"/>.</summary>
internal static class Hl7Lines
{
    public static void Run(Note n)
    {
        var view = n.View;
        for (var bar = view.IndexOf('|'); bar >= 0;)
        {
            var start = bar - 3;
            if (start >= 0 && (start == 0 || view[start - 1] is '\n' or '\r' or '\v' or ' ' or '\t' or '"' or '>') && Hl7Message.Lists(view.AsSpan(start, 3)))
            {
                var length = view.AsSpan(bar).IndexOfAny("\r\n\v");
                var end = length < 0 ? view.Length : bar + length;
                // One bar is a column's edge; a segment has several.
                if (view.AsSpan(bar, end - bar).Count('|') >= 3) Segment(n, view[start..bar], bar, end);
                bar = end >= view.Length ? -1 : view.IndexOf('|', end);
            }
            else bar = bar + 1 >= view.Length ? -1 : view.IndexOf('|', bar + 1);
        }
    }

    private static void Segment(Note n, string name, int bar, int end)
    {
        // The bar after the header's name is its field 1.
        var number = name is "MSH" or "FHS" or "BHS" ? 2 : 1;
        for (var at = bar + 1; at <= end; number++)
        {
            var length = n.View.AsSpan(at, end - at).IndexOf('|');
            var to = length < 0 ? end : at + length;
            if (to > at && Hl7Message.Holds(name, number) is { } type) Field(n, at, to, type);
            at = to + 1;
        }
    }

    private static void Field(Note n, int from, int to, PhiType type)
    {
        var part = 0;
        for (var at = from; at <= to;)
        {
            var length = n.View.AsSpan(at, to - at).IndexOfAny('^', '~', '&');
            var end = length < 0 ? to : at + length;
            Component(n, at, end, type == PhiType.Street ? Address(part) : type, part);
            part = end < to && n.View[end] == '~' ? 0 : end < to && n.View[end] == '&' ? part : part + 1;
            at = end + 1;
        }
    }

    // Components of an address (XAD): street, other, city, state, ZIP, country, kind, other, county.
    private static PhiType? Address(int part) => part switch { 0 or 1 or 7 => PhiType.Street, 2 => PhiType.City, 4 => PhiType.Zip, 8 => PhiType.County, _ => null };

    private static void Component(Note n, int from, int to, PhiType? type, int part)
    {
        var value = n.View.AsSpan(from, to - from);
        if (type is not { } held || value.Trim(" \"").Length < 2 || value.Contains(FoldedText.Blank)) return;
        // A date is whole; what follows the parts of a name and a number says who gave it and what kind it is.
        if (held == PhiType.Date ? !Hl7Signs.IsDate(value) : !value.ContainsAnyInRange('0', '9') && (held is not (PhiType.Name or PhiType.Facility or PhiType.Street or PhiType.City or PhiType.County) || part > 8)) return;
        if (held == PhiType.Name && part > 3 && value.Length <= 4) return;
        n.Mark(from, to, held, "hl7-field", 0.9);
    }
}
