using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The plain codes file (<c>icd10cm-codes-2026.txt</c>, <c>icd10pcs_codes_2016.txt</c>: code in columns 1–7, long title from 9, for ICD-10-CM; the PCS file is the same)
/// and its addenda, described in CDC/NCHS <c>icd10cmCodesFile.pdf</c>. All of it is in the order file of the same release, which also has headers and short titles:
/// the lines are checked, and nothing is stored.
/// </summary>
public sealed class Icd10CodesFile : IImporter
{
    /// <inheritdoc/>
    public string Name => "icd10-codes";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS, CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe)
    {
        var lines = probe.FirstLines.Where(l => l.Trim().Length > 0).ToList();
        if (lines.Count == 0) return false;
        if (lines[0].Trim() == "Codes") return lines.Any(l => l.Contains(" codes in icd10", StringComparison.Ordinal));
        if (Icd10OrderAddenda.IsAction(lines[0])) return lines.TakeWhile(Icd10OrderAddenda.IsAction).All(IsAddendum) && !new Icd10OrderAddenda().Recognises(probe);
        if (Gems.Begins(lines[0]) || OppsCap.Begins(lines[0])) return false;
        var first = Encoding.UTF8.GetBytes(lines[0]);
        return IsCodeLine(first, CodeSet.Icd10Cm) && first.AsSpan().StartsWith("A00"u8) || IsCodeLine(first, CodeSet.Icd10Pcs) && char.IsAsciiDigit(lines[0][0])
            // A title is words: OPPS caps begin with seven characters and a blank, too.
            && lines[0].Length > 10 && char.IsAsciiLetterLower(lines[0][9]) && char.IsAsciiLetterLower(lines[0][10]);
    }

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        using var lines = file.Lines();
        var set = CodeSet.None;
        var compared = new List<string>();
        var codes = 0;
        var actions = 0;
        var counts = 0;
        while (lines.Read())
        {
            var line = lines.Current;
            if (line.Trim((byte)' ').IsEmpty) continue;
            if (Icd10OrderAddenda.ActionOf(line) is not null)
            {
                actions++;
                line = line[13..];
            }
            else if (codes == 0 && (line[0] == ' ' || line.SequenceEqual("Codes"u8) || counts > 0))
            {
                counts++;
                Icd10OrderAddenda.ReadCount(file, Encoding.UTF8.GetString(line).Trim(), lines.Number, compared);
                continue;
            }
            else
            {
                codes++;
            }

            if (codes > 0 && (actions > 0 || counts > 0)) throw file.Error(lines.Number, $"'{Icd.Shown(Encoding.UTF8.GetString(line))}'", "either a list of codes, or an addenda of Add:, Delete:, Revise and counts");
            if (set == CodeSet.None) set = line.Length > 0 && line[0] is >= (byte)'0' and <= (byte)'9' ? CodeSet.Icd10Pcs : CodeSet.Icd10Cm;
            // Procedure codes begin with letters too, so an addenda may only show later which set it is of.
            if (actions > 0 && !IsCodeLine(line, set)) set = CodeSet.Icd10Pcs;
            if (!IsCodeLine(line, set)) throw file.Error(lines.Number, $"'{Icd.Shown(Encoding.UTF8.GetString(line))}'", "a code in columns 1-7, a blank, a title");
            if (codes > 0)
            {
                CodeKey.TryParse(set, line[..7], out var key);
                sink.Unique(key, lines.Number);
            }

            if ((lines.Number & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (compared.Exists(c => c.StartsWith("icd10pcs", StringComparison.Ordinal))) set = CodeSet.Icd10Pcs;
        if (codes + actions + counts == 0) throw file.Error(0, "no lines", "codes with their titles");
        sink.Edition(Icd.Edition(file, set == CodeSet.Icd10Pcs ? "icd10pcs-codes" : "icd10cm-codes"));
        sink.Notes.Add($"{(codes > 0 ? codes : actions)} lines checked, none stored: the order file of the same release has them with headers and short titles");
    }

    private static bool IsAddendum(string line) => line.Length > 21 && IsCodeLine(Encoding.UTF8.GetBytes(line[13..]), CodeSet.None);

    private static bool IsCodeLine(ReadOnlySpan<byte> line, CodeSet set)
    {
        if (line.Length < 9 || line[7] != ' ' || line[8] == ' ') return false;
        var code = line[..7].TrimEnd((byte)' ');
        return set switch
        {
            CodeSet.Icd10Cm => Icd.IsCm(code),
            CodeSet.Icd10Pcs => code.Length == 7 && Icd.IsPcs(code),
            _ => Icd.IsCm(code) || code.Length == 7 && Icd.IsPcs(code),
        };
    }
}
