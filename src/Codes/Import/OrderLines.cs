using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The fixed columns that the ICD-10-CM and ICD-10-PCS order files share (CDC/NCHS and CMS, <c>icd10OrderFiles.pdf</c>,
/// <c>icd10pcsOrderFile.pdf</c>): order number 1–5, code 7–13, 0 = header or 1 = valid for submission in 15, short title 17–76,
/// long title from 78. Columns 6, 14, 16 and 77 are blank.
/// </summary>
internal static class OrderLines
{
    private const int Long = 77;

    /// <summary>Whether a file begins with such a line, and its first code has this shape.</summary>
    public static bool Begins(FileProbe probe, Func<char, bool> firstCharacter)
    {
        if (probe.FirstLines.Count == 0) return false;
        var line = probe.FirstLines[0];
        return line.Length > Long
            && line.AsSpan(0, 5).IndexOfAnyExceptInRange('0', '9') < 0
            && line[5] == ' ' && line[13] == ' ' && line[14] is '0' or '1' && line[15] == ' ' && line[76] == ' '
            && firstCharacter(line[6]);
    }

    /// <summary>Reads every line into <paramref name="table"/> (billable, short, long).</summary>
    public static void Read(ReleaseFile file, FactSink sink, Table table, CodeSet set, CancellationToken cancel)
    {
        using var lines = file.Lines();
        var last = -1;
        while (lines.Read())
        {
            var line = lines.Current;
            var number = lines.Number;
            if (line.IsEmpty) continue;
            if (line.Length <= Long) throw file.Error(number, $"{line.Length} characters", "at least 78: order number, code, flag, short and long title");
            if (line[5] != ' ' || line[13] != ' ' || line[15] != ' ' || line[76] != ' ') throw file.Error(number, "text in column 6, 14, 16 or 77", "blanks between the fixed columns");

            var order = 0;
            foreach (var digit in line[..5])
            {
                if (digit is < (byte)'0' or > (byte)'9') throw file.Error(number, $"order number '{Ascii(line[..5])}'", "five digits in columns 1-5");
                order = order * 10 + digit - '0';
            }

            if (order <= last) throw file.Error(number, $"order number {order} after {last}", "rising order numbers");
            last = order;

            var billable = line[14];
            if (billable is not ((byte)'0' or (byte)'1')) throw file.Error(number, $"flag '{Ascii(line[14..15])}'", "0 (header) or 1 (valid for submission) in column 15");
            var code = line[6..13].TrimEnd((byte)' ');
            var valid = set == CodeSet.Icd10Cm ? Icd.IsCm(code) : Icd.IsPcs(code) && code.Length == (billable == '1' ? 7 : 3);
            if (!valid || !CodeKey.TryParse(set, code, out var key))
                throw file.Error(number, $"'{Ascii(code)}'", set == CodeSet.Icd10Cm ? "an ICD-10-CM code in columns 7-13" : "an ICD-10-PCS code of seven characters, or a table of three with flag 0, in columns 7-13");
            var shortTitle = line[16..76].Trim((byte)' ');
            var longTitle = line[Long..].Trim((byte)' ');
            if (shortTitle.IsEmpty || longTitle.IsEmpty) throw file.Error(number, $"no title of {key.Display}", "a short title in columns 17-76 and a long title from 78");

            sink.Unique(key, number);
            sink.Row().Column(line[14..15]).Column(shortTitle).Column(longTitle).End(table, key, number);
            if ((number & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (last < 0) throw file.Error(0, "no lines", "the lines of an order file");
    }

    private static string Ascii(ReadOnlySpan<byte> text) => Icd.Shown(Encoding.UTF8.GetString(text));
}
