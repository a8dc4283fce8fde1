using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// HL7 v2 messages: fields that hold identifiers by the standard's definition are emptied of them, and the free text of OBX-5 and NTE-3 is redacted like a
/// note, with the patient's name and numbers as known identifiers. Delimiters, segments and codes stay.
/// </summary>
public static class Hl7Message
{
    // Fields of HL7 2.5.1, chapters 3 and 4, by what they hold.
    private static readonly (string Segment, int Field, PhiType Type)[] Fields =
    [
        ("PID", 2, PhiType.Mrn), ("PID", 3, PhiType.Mrn), ("PID", 4, PhiType.Mrn), ("PID", 5, PhiType.Name), ("PID", 6, PhiType.Name), ("PID", 7, PhiType.Date), ("PID", 9, PhiType.Name), ("PID", 11, PhiType.Street),
        ("PID", 12, PhiType.County), ("PID", 13, PhiType.Phone), ("PID", 14, PhiType.Phone), ("PID", 18, PhiType.Account), ("PID", 19, PhiType.Ssn), ("PID", 20, PhiType.License), ("PID", 21, PhiType.Mrn), ("PID", 23, PhiType.City), ("PID", 29, PhiType.Date),
        ("NK1", 2, PhiType.Name), ("NK1", 4, PhiType.Street), ("NK1", 5, PhiType.Phone), ("NK1", 6, PhiType.Phone), ("NK1", 16, PhiType.Date), ("NK1", 30, PhiType.Name), ("NK1", 31, PhiType.Phone), ("NK1", 32, PhiType.Street), ("NK1", 33, PhiType.Id), ("NK1", 37, PhiType.Ssn),
        ("GT1", 2, PhiType.Id), ("GT1", 3, PhiType.Name), ("GT1", 5, PhiType.Street), ("GT1", 6, PhiType.Phone), ("GT1", 7, PhiType.Phone), ("GT1", 8, PhiType.Date), ("GT1", 12, PhiType.Ssn),
        ("IN1", 2, PhiType.Plan), ("IN1", 8, PhiType.Plan), ("IN1", 16, PhiType.Name), ("IN1", 18, PhiType.Date), ("IN1", 19, PhiType.Street), ("IN1", 36, PhiType.Plan), ("IN1", 49, PhiType.Plan),
        ("PV1", 7, PhiType.Name), ("PV1", 8, PhiType.Name), ("PV1", 9, PhiType.Name), ("PV1", 17, PhiType.Name), ("PV1", 19, PhiType.Id), ("PV1", 44, PhiType.Date), ("PV1", 45, PhiType.Date), ("PV1", 50, PhiType.Id), ("PV1", 52, PhiType.Name), ("PV1", 3, PhiType.Facility),
        ("OBR", 2, PhiType.Id), ("OBR", 3, PhiType.Id), ("OBR", 7, PhiType.Date), ("OBR", 8, PhiType.Date), ("OBR", 10, PhiType.Name), ("OBR", 14, PhiType.Date), ("OBR", 16, PhiType.Name), ("OBR", 22, PhiType.Date), ("OBR", 28, PhiType.Name), ("OBR", 32, PhiType.Name), ("OBR", 34, PhiType.Name),
        ("OBX", 14, PhiType.Date), ("OBX", 16, PhiType.Name), ("OBX", 18, PhiType.Device), ("OBX", 19, PhiType.Date), ("OBX", 23, PhiType.Facility), ("OBX", 24, PhiType.Street), ("OBX", 25, PhiType.Name),
        ("ORC", 2, PhiType.Id), ("ORC", 3, PhiType.Id), ("ORC", 9, PhiType.Date), ("ORC", 10, PhiType.Name), ("ORC", 12, PhiType.Name), ("ORC", 15, PhiType.Date), ("ORC", 21, PhiType.Facility), ("ORC", 22, PhiType.Street), ("ORC", 24, PhiType.Street),
        ("TXA", 4, PhiType.Date), ("TXA", 5, PhiType.Name), ("TXA", 6, PhiType.Date), ("TXA", 9, PhiType.Name), ("TXA", 12, PhiType.Id), ("MSH", 4, PhiType.Facility), ("MSH", 6, PhiType.Facility), ("MSH", 7, PhiType.Date), ("MSH", 10, PhiType.Id), ("EVN", 2, PhiType.Date), ("EVN", 5, PhiType.Name), ("EVN", 6, PhiType.Date), ("EVN", 7, PhiType.Facility),
    ];

    /// <summary>Whether a text is an HL7 v2 message: it begins with MSH and a delimiter.</summary>
    public static bool Is(string text) => text.Length > 8 && text.StartsWith("MSH", StringComparison.Ordinal) && !char.IsLetterOrDigit(text[3]) && text[3] > ' ';

    /// <summary>Redacts a message; returns it and the counts by letter.</summary>
    /// <exception cref="RedactionException">Not a message, or a removed value would remain in a free text.</exception>
    public static (string Text, IReadOnlyDictionary<string, int> Counts) Redact(Redactor redactor, string message, CancellationToken cancel = default)
    {
        if (!Is(message)) throw new RedactionException("The input is not an HL7 v2 message: it does not begin with MSH.");
        var bar = message[3];
        var segments = message.Split('\r', '\n');
        var known = KnownOf(segments, bar, message[4]);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var letter = 'A'; letter <= 'R'; letter++) counts[letter.ToString()] = 0;
        var output = new StringBuilder(message.Length);
        var at = 0;
        foreach (var segment in segments)
        {
            output.Append(Segment(redactor, segment, bar, known, counts, cancel));
            at += segment.Length;
            if (at < message.Length) output.Append(message[at++]);
        }

        return (output.ToString(), counts);
    }

    private static string Segment(Redactor redactor, string segment, char bar, Known known, SortedDictionary<string, int> counts, CancellationToken cancel)
    {
        var fields = segment.Split(bar);
        var header = fields[0] == "MSH";
        var named = fields[0].Length == 3 && Fields.Any(f => f.Segment == fields[0]) || fields[0] is "NTE";
        for (var i = 1; i < fields.Length; i++)
        {
            if (fields[i].Length == 0 || header && i == 1) continue;
            var number = header ? i + 1 : i;
            var field = Array.FindIndex(Fields, f => f.Segment == fields[0] && f.Field == number);
            if (field >= 0)
            {
                var type = Fields[field].Type;
                counts[type.Category().ToString()]++;
                fields[i] = type == PhiType.Date && fields[i].Length >= 4 && fields[0] is not ("PID" or "NK1" or "GT1") ? fields[i][..4] : $"[{type.Id()}-1]";
            }
            else if (!named || fields[0] is "NTE" && number == 3 || fields[0] is "OBX" && number == 5 || fields[i].Length > 12)
            {
                // Free text, and segments that the list does not know.
                var result = redactor.Redact(fields[i], known, cancel);
                foreach (var (letter, count) in result.Manifest.Counts) counts[letter] += count;
                fields[i] = result.Text;
            }
        }

        return string.Join(bar, fields);
    }

    private static Known KnownOf(string[] segments, char bar, char part)
    {
        var (names, ids) = (new List<string>(), new List<string>());
        foreach (var fields in segments.Select(s => s.Split(bar)))
        {
            if (fields[0] is not ("PID" or "NK1")) continue;
            var name = fields[0] == "PID" ? 5 : 2;
            if (fields.Length > name) names.AddRange(fields[name].Split(part, '~').Where(static n => n.Length > 1));
            if (fields[0] != "PID") continue;
            foreach (var i in new[] { 3, 18, 19 })
            {
                if (fields.Length > i && fields[i].Split(part, '~')[0] is { Length: >= 4 } id) ids.Add(id);
            }
        }

        return new Known { Names = names, Ids = ids };
    }
}
