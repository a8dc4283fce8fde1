using CodingAhead.Text.Redact.Formats;

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
        ("PD1", 3, PhiType.Facility), ("PD1", 4, PhiType.Name), ("MRG", 1, PhiType.Mrn), ("MRG", 2, PhiType.Mrn), ("MRG", 3, PhiType.Account), ("MRG", 4, PhiType.Mrn), ("MRG", 5, PhiType.Id), ("MRG", 6, PhiType.Id), ("MRG", 7, PhiType.Name),
        ("NK1", 10, PhiType.Id), ("NK1", 12, PhiType.Id), ("NK1", 13, PhiType.Facility), ("NK1", 26, PhiType.Name),
        ("GT1", 16, PhiType.Name), ("GT1", 17, PhiType.Street), ("GT1", 18, PhiType.Phone), ("GT1", 19, PhiType.Id), ("GT1", 21, PhiType.Facility), ("GT1", 45, PhiType.Name), ("GT1", 46, PhiType.Phone), ("GT1", 51, PhiType.Facility),
        ("IN1", 3, PhiType.Plan), ("IN1", 4, PhiType.Facility), ("IN1", 5, PhiType.Street), ("IN1", 6, PhiType.Name), ("IN1", 7, PhiType.Phone), ("IN1", 9, PhiType.Facility), ("IN1", 10, PhiType.Id), ("IN1", 11, PhiType.Facility), ("IN1", 30, PhiType.Name), ("IN1", 44, PhiType.Street),
        ("IN2", 1, PhiType.Id), ("IN2", 2, PhiType.Ssn), ("IN2", 3, PhiType.Name), ("IN2", 6, PhiType.Plan), ("IN2", 7, PhiType.Name), ("IN2", 8, PhiType.Plan), ("IN2", 9, PhiType.Name), ("IN2", 10, PhiType.Id), ("IN2", 22, PhiType.Name), ("IN2", 25, PhiType.Plan), ("IN2", 26, PhiType.Plan), ("IN2", 40, PhiType.Name), ("IN2", 49, PhiType.Name), ("IN2", 52, PhiType.Name), ("IN2", 61, PhiType.Plan), ("IN2", 63, PhiType.Phone), ("IN2", 64, PhiType.Phone), ("IN2", 69, PhiType.Facility),
        ("ROL", 1, PhiType.Id), ("ROL", 4, PhiType.Name), ("ROL", 11, PhiType.Street), ("ROL", 12, PhiType.Phone), ("DG1", 16, PhiType.Name), ("PR1", 8, PhiType.Name), ("PR1", 11, PhiType.Name), ("PR1", 12, PhiType.Name), ("PV1", 5, PhiType.Id), ("PV1", 6, PhiType.Facility), ("PV1", 11, PhiType.Facility), ("PV1", 37, PhiType.Facility), ("PV1", 42, PhiType.Facility), ("PV1", 43, PhiType.Facility), ("PV2", 13, PhiType.Name), ("PV2", 23, PhiType.Facility),
        ("RXA", 10, PhiType.Name), ("RXA", 11, PhiType.Facility), ("RXA", 15, PhiType.Device), ("AIP", 3, PhiType.Name), ("AIL", 3, PhiType.Facility), ("SCH", 1, PhiType.Id), ("SCH", 2, PhiType.Id), ("SCH", 12, PhiType.Name), ("SCH", 13, PhiType.Phone), ("SCH", 14, PhiType.Street), ("SCH", 16, PhiType.Name), ("SCH", 17, PhiType.Phone), ("SCH", 20, PhiType.Name), ("SPM", 2, PhiType.Id), ("FT1", 2, PhiType.Id), ("FT1", 20, PhiType.Name), ("FT1", 21, PhiType.Name), ("FT1", 23, PhiType.Id),
        ("ACC", 3, PhiType.Street), ("ACC", 7, PhiType.Name), ("ACC", 11, PhiType.Street), ("PDA", 1, PhiType.Id), ("MSA", 2, PhiType.Id), ("BHS", 4, PhiType.Facility), ("BHS", 6, PhiType.Facility), ("BHS", 11, PhiType.Id), ("FHS", 4, PhiType.Facility), ("FHS", 6, PhiType.Facility), ("FHS", 9, PhiType.Id), ("FHS", 11, PhiType.Id),
        ("NK1", 2, PhiType.Name), ("NK1", 4, PhiType.Street), ("NK1", 5, PhiType.Phone), ("NK1", 6, PhiType.Phone), ("NK1", 16, PhiType.Date), ("NK1", 30, PhiType.Name), ("NK1", 31, PhiType.Phone), ("NK1", 32, PhiType.Street), ("NK1", 33, PhiType.Id), ("NK1", 37, PhiType.Ssn),
        ("GT1", 2, PhiType.Id), ("GT1", 3, PhiType.Name), ("GT1", 5, PhiType.Street), ("GT1", 6, PhiType.Phone), ("GT1", 7, PhiType.Phone), ("GT1", 8, PhiType.Date), ("GT1", 12, PhiType.Ssn),
        ("IN1", 2, PhiType.Plan), ("IN1", 8, PhiType.Plan), ("IN1", 16, PhiType.Name), ("IN1", 18, PhiType.Date), ("IN1", 19, PhiType.Street), ("IN1", 36, PhiType.Plan), ("IN1", 49, PhiType.Plan),
        ("PV1", 7, PhiType.Name), ("PV1", 8, PhiType.Name), ("PV1", 9, PhiType.Name), ("PV1", 17, PhiType.Name), ("PV1", 19, PhiType.Id), ("PV1", 44, PhiType.Date), ("PV1", 45, PhiType.Date), ("PV1", 50, PhiType.Id), ("PV1", 52, PhiType.Name), ("PV1", 3, PhiType.Facility),
        ("OBR", 2, PhiType.Id), ("OBR", 3, PhiType.Id), ("OBR", 7, PhiType.Date), ("OBR", 8, PhiType.Date), ("OBR", 6, PhiType.Date), ("OBR", 10, PhiType.Name), ("OBR", 14, PhiType.Date), ("OBR", 16, PhiType.Name), ("OBR", 22, PhiType.Date), ("OBR", 17, PhiType.Phone), ("OBR", 18, PhiType.Id), ("OBR", 19, PhiType.Id), ("OBR", 20, PhiType.Id), ("OBR", 21, PhiType.Id), ("OBR", 28, PhiType.Name), ("OBR", 33, PhiType.Name), ("OBR", 35, PhiType.Name), ("OBR", 32, PhiType.Name), ("OBR", 34, PhiType.Name),
        ("OBX", 14, PhiType.Date), ("OBX", 16, PhiType.Name), ("OBX", 18, PhiType.Device), ("OBX", 19, PhiType.Date), ("OBX", 23, PhiType.Facility), ("OBX", 24, PhiType.Street), ("OBX", 25, PhiType.Name),
        ("ORC", 2, PhiType.Id), ("ORC", 3, PhiType.Id), ("ORC", 9, PhiType.Date), ("ORC", 4, PhiType.Id), ("ORC", 10, PhiType.Name), ("ORC", 11, PhiType.Name), ("ORC", 13, PhiType.Facility), ("ORC", 14, PhiType.Phone), ("ORC", 19, PhiType.Name), ("ORC", 23, PhiType.Phone), ("ORC", 12, PhiType.Name), ("ORC", 15, PhiType.Date), ("ORC", 21, PhiType.Facility), ("ORC", 22, PhiType.Street), ("ORC", 24, PhiType.Street),
        ("TXA", 4, PhiType.Date), ("TXA", 5, PhiType.Name), ("TXA", 6, PhiType.Date), ("TXA", 9, PhiType.Name), ("TXA", 10, PhiType.Name), ("TXA", 11, PhiType.Name), ("TXA", 12, PhiType.Id), ("TXA", 13, PhiType.Id), ("TXA", 14, PhiType.Id), ("TXA", 15, PhiType.Id), ("TXA", 16, PhiType.Photo), ("TXA", 22, PhiType.Name), ("TXA", 23, PhiType.Name), ("MSH", 4, PhiType.Facility), ("MSH", 6, PhiType.Facility), ("MSH", 7, PhiType.Date), ("MSH", 10, PhiType.Id), ("EVN", 2, PhiType.Date), ("EVN", 5, PhiType.Name), ("EVN", 6, PhiType.Date), ("EVN", 7, PhiType.Facility),
    ];

    private static readonly Dictionary<(string Segment, int Field), PhiType> ByPlace = Fields.ToDictionary(static f => (f.Segment, f.Field), static f => f.Type);

    private static readonly HashSet<string> Listed = [.. Fields.Select(static f => f.Segment), "NTE", "MSH", "DG1", "AL1", "PV2"];

    /// <summary>Whether a text is an HL7 v2 message or a batch of them: it begins with MSH, FHS or BHS and a delimiter, after the byte that frames it if there is one.</summary>
    public static bool Is(string text)
    {
        var at = text.Length > 0 && text[0] is '\u000B' or '\uFEFF' ? 1 : 0;
        return text.Length > at + 8 && text.AsSpan(at, 3) is "MSH" or "FHS" or "BHS" && !char.IsLetterOrDigit(text[at + 3]) && text[at + 3] > ' ';
    }

    /// <summary>Whether a segment of this name may hold identifiers.</summary>
    internal static bool Lists(ReadOnlySpan<char> segment) => Listed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    /// <summary>What a field of a segment holds, if it is an identifier.</summary>
    internal static PhiType? Holds(string segment, int field) => ByPlace.TryGetValue((segment, field), out var type) ? type : null;

    /// <summary>Redacts a message. Spans point into the message.</summary>
    /// <exception cref="RedactionException">Not a message, or a removed value would remain.</exception>
    public static RedactionResult Redact(Redactor redactor, string message, Known? known = null, CancellationToken cancel = default)
    {
        if (!Is(message)) throw new RedactionException("The input is not an HL7 v2 message: it does not begin with MSH.");
        var segments = Segments(message);
        var signs = new Hl7Signs(message, segments[0].Start);
        var draft = new Draft(redactor, message, KnownOf(message, segments, signs, known), Year(message, segments, signs), cancel);
        // A batch has messages of many patients: what is known of one is not looked for in another's.
        var several = segments.Count(s => message.AsSpan(s.Start, s.End - s.Start).StartsWith("MSH")) > 1;
        for (var i = 0; i < segments.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (start, end) = segments[i];
            if (several && message.AsSpan(start, end - start).StartsWith("MSH"))
            {
                var next = segments.FindIndex(i + 1, s => message.AsSpan(s.Start, s.End - s.Start).StartsWith("MSH"));
                draft.Turn(KnownOf(message, segments[i..(next < 0 ? segments.Count : next)], signs, known));
            }

            Segment(draft, signs, start, end);
        }

        return draft.Finish();
    }

    private static List<(int Start, int End)> Segments(string message)
    {
        var segments = new List<(int Start, int End)>();
        for (var at = message[0] is '\u000B' or '\uFEFF' ? 1 : 0; at < message.Length;)
        {
            var length = message.AsSpan(at).IndexOfAny("\r\n\u000B\u001C");
            var end = length < 0 ? message.Length : at + length;
            if (end > at) segments.Add((at, end));
            at = end + 1;
        }

        return segments;
    }

    // Fields by number, the segment's name at 0. The separator itself is field 1 of a header.
    private static List<(int Number, int Start, int End)> Split(string message, int start, int end, char bar)
    {
        var fields = new List<(int Number, int Start, int End)>();
        var header = message.AsSpan(start, end - start) is ['M' or 'F' or 'B', 'S' or 'H', 'H' or 'S', ..] && message.AsSpan(start, 3) is "MSH" or "FHS" or "BHS";
        for (var (at, number) = (start, 0); at <= end; number++)
        {
            var length = message.AsSpan(at, end - at).IndexOf(bar);
            var to = length < 0 ? end : at + length;
            fields.Add((header && number > 0 ? number + 1 : number, at, to));
            at = to + 1;
        }

        return fields;
    }

    private static void Segment(Draft draft, Hl7Signs signs, int start, int end)
    {
        var message = draft.Source;
        var fields = Split(message, start, end, signs.Field);
        var name = message[fields[0].Start..fields[0].End];
        var header = name is "MSH" or "FHS" or "BHS";
        var kind = name == "OBX" && fields.Count > 2 ? message[fields[2].Start..fields[2].End] : "";
        foreach (var (number, from, to) in fields)
        {
            if (number == 0 || to == from || header && number == 2) continue;
            var value = message.AsSpan(from, to - from);
            // An explicit null says that a value is to be deleted.
            if (value is "\"\"") continue;
            var listed = ByPlace.TryGetValue((name, number), out var type);
            var content = name == "OBX" && number == 5;
            if (listed && type != PhiType.Date) draft.Field(signs.Read(message, from, to), type, signs.Escape);
            else if (listed || Hl7Signs.IsDate(value) && !(content && kind is "NM" or "SN" or "CE" or "CWE"))
            {
                draft.Field(signs.Read(message, from, to), PhiType.Date, signs.Escape, v => Hl7Signs.Year(v, draft.Now - 90));
            }
            else if (content && kind is "ED" or "RP") Hl7Signs.Encapsulated(draft, signs, from, to, kind == "RP");
            else if (signs.IsPerson(message, from, to) && !content) draft.Field(signs.Read(message, from, to), PhiType.Name, signs.Escape);
            else if (name == "NTE" && number == 3 || content || !Listed.Contains(name) || to - from > 12 || draft.Holds(message[from..to])) draft.Free(signs.Read(message, from, to), signs.Escape);
        }
    }

    private static int Year(string message, List<(int Start, int End)> segments, Hl7Signs signs)
    {
        var latest = 0;
        foreach (var (start, end) in segments)
        {
            // Dates of birth stand in these.
            if (message.AsSpan(start, Math.Min(3, end - start)) is "PID" or "NK1" or "GT1" or "IN1") continue;
            foreach (var (_, from, to) in Split(message, start, end, signs.Field))
            {
                var value = message.AsSpan(from, to - from);
                if (Hl7Signs.IsDate(value)) latest = Math.Max(latest, int.Parse(value[..4], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return latest;
    }

    private static Known KnownOf(string message, List<(int Start, int End)> segments, Hl7Signs signs, Known? given)
    {
        var (names, ids) = (new List<string>(given?.Names ?? []), new List<string>(given?.Ids ?? []));
        foreach (var (start, end) in segments)
        {
            var segment = message.AsSpan(start, Math.Min(3, end - start)).ToString();
            if (segment is not ("PID" or "NK1" or "GT1" or "MRG")) continue;
            foreach (var (number, from, to) in Split(message, start, end, signs.Field))
            {
                if (number == 0) continue;
                var type = ByPlace.GetValueOrDefault((segment, number), PhiType.Date);
                foreach (var repetition in signs.Read(message, from, to).Text.Split(signs.Repetition))
                {
                    var parts = repetition.Split(signs.Component);
                    // Family, given and further names; what follows them is a suffix, a prefix, a degree.
                    if (type == PhiType.Name) names.Add(string.Join(' ', parts.Take(3).Where(static n => n.Length > 0)));
                    else if (type is PhiType.Mrn or PhiType.Account or PhiType.Ssn or PhiType.License or PhiType.Phone && parts[0].Length >= 4) ids.Add(parts[0]);
                }
            }
        }

        return new Known { Names = names, Ids = ids, Dates = given?.Dates ?? [] };
    }
}
