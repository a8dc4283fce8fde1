using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The General Equivalence Mappings between ICD-9-CM and ICD-10 (<c>2018_I10gem.txt</c>, <c>2018_I9gem.txt</c>, <c>gem_pcs_i10i9.txt</c>, <c>gem_pcs_i9i10.txt</c>; CMS,
/// <c>GemsTechDoc_2018.pdf</c>): source code, target code, five flags of one digit: approximate, no map, combination, scenario, choice list.
/// From ICD-10 the target begins in column 9, from ICD-9 in column 7; procedures show by an ICD-10 code that begins with a digit. 2018 was the last edition.
/// </summary>
public sealed class Gems : IImporter
{
    /// <summary>
    /// One row a mapping from an ICD-9 code. These files are also where the product knows the ICD-9 codes from, which ended on 2015-09-30.
    /// <c>targetSet</c>: <c>icd10cm</c> or <c>icd10pcs</c>; <c>target</c>: without dot, blank for NoDx and NoPCS.
    /// </summary>
    public static readonly Table FromIcd9 = new("gem-icd9", "targetSet", "target", "approximate", "noMap", "combination", "scenario", "choice") { Snapshot = false, Defines = true };

    /// <summary>One row a mapping from an ICD-10 code; <c>targetSet</c>: <c>icd9cm</c> or <c>icd9proc</c>; <c>target</c>: without dot, blank for NoDx and NoI9.</summary>
    public static readonly Table FromIcd10 = new("gem-icd10", "targetSet", "target", "approximate", "noMap", "combination", "scenario", "choice");

    private const int Length = 19;

    private static readonly ushort LastDayOfIcd9 = Day.Of(new DateOnly(2015, 9, 30));

    /// <inheritdoc/>
    public string Name => "gems";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [FromIcd9, FromIcd10];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0 && Begins(probe.FirstLines[0]);

    /// <summary>Whether a line is one of the four files', which otherwise resembles a line of the codes file.</summary>
    internal static bool Begins(string line) => line.Length == Length && Encoding.Latin1.GetBytes(line) is var bytes && Direction(bytes) is not null
        && bytes.AsSpan(14).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var year = file.Year();
        using var lines = file.Lines();
        CodeSet source = default, target = default;
        Span<byte> capital = stackalloc byte[7];
        while (lines.Read())
        {
            var line = lines.Current;
            var number = lines.Number;
            if (line.IsEmpty) continue;
            if (line.Length != Length) throw file.Error(number, $"{line.Length} characters", "19: source, target and five flags");
            if (source == CodeSet.None)
            {
                (source, target) = Direction(line) ?? throw file.Error(number, $"'{Encoding.UTF8.GetString(line)}'", "a mapping between ICD-9-CM and ICD-10");
                var (from, to) = EditionNames.FiscalYear(year);
                sink.Edition(new EditionDates("gem-" + source.Id(), $"{year} GEMs", from, to));
            }

            var fromIcd10 = source is CodeSet.Icd10Cm or CodeSet.Icd10Pcs;
            var split = fromIcd10 ? 7 : 5;
            if (line[split] != ' ' || line[13] != ' ') throw file.Error(number, $"text in column {split + 1} or 14", "blanks between source, target and flags");
            var code = line[..split].TrimEnd((byte)' ');
            scoped var mapped = line[(split + 1)..13].TrimEnd((byte)' ');
            if (!Fits(source, code) || !CodeKey.TryParse(source, code, out var key)) throw file.Error(number, $"source '{Encoding.UTF8.GetString(code)}'", $"a code of {source.Name()}");
            var none = mapped.SequenceEqual("NoDx"u8) || mapped.SequenceEqual("NoPCS"u8) || mapped.SequenceEqual("NoI9"u8);
            // One target of 2018 is printed "v5889": ICD-9 codes begin with a capital.
            if (!none && mapped.Length > 0 && mapped[0] == 'v')
            {
                mapped.CopyTo(capital);
                capital[0] = (byte)'V';
                mapped = capital[..mapped.Length];
            }

            if (!none && !Fits(target, mapped)) throw file.Error(number, $"target '{Encoding.UTF8.GetString(mapped)}'", $"a code of {target.Name()}, NoDx, NoPCS or NoI9");
            var flags = line[14..];
            if (flags[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'1') >= 0 || flags.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
                throw file.Error(number, $"flags '{Encoding.UTF8.GetString(flags)}'", "five digits: approximate, no map and combination 0 or 1, scenario and choice 0-9");
            // The PCS file of 2018 marks only 2 of its 31 codes without a target as "no map": the blank target counts, the flag is kept as printed.
            if (!none && flags[1] == '1') throw file.Error(number, "'no map' with a target", "NoDx, NoPCS or NoI9 as target");
            sink.Row().Column(target.Id()).Column(none ? [] : mapped);
            foreach (var flag in flags) sink.Column([flag]);
            if (fromIcd10) sink.End(FromIcd10, key, number);
            else sink.End(FromIcd9, key, number, from: Day.Unknown, to: LastDayOfIcd9);
            if ((number & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (source == CodeSet.None) throw file.Error(0, "no lines", "mappings");
    }

    private static (CodeSet Source, CodeSet Target)? Direction(ReadOnlySpan<byte> line)
    {
        if (line.Length != Length || line[13] != ' ') return null;
        if (line[7] == ' ' && line[8] != ' ' && Icd.IsPcs(line[..7]) && line[0] is >= (byte)'0' and <= (byte)'9') return (CodeSet.Icd10Pcs, CodeSet.Icd9Proc);
        if (line[7] == ' ' && line[8] != ' ' && Icd.IsCm(line[..7].TrimEnd((byte)' '))) return (CodeSet.Icd10Cm, CodeSet.Icd9Cm);
        if (line[5] != ' ' || line[6] == ' ') return null;
        var target = line[6..13].TrimEnd((byte)' ');
        if (target.Length == 7 && Icd.IsPcs(target) && target[0] is >= (byte)'0' and <= (byte)'9') return (CodeSet.Icd9Proc, CodeSet.Icd10Pcs);
        return Icd.IsCm(target) ? (CodeSet.Icd9Cm, CodeSet.Icd10Cm) : null;
    }

    private static bool Fits(CodeSet set, ReadOnlySpan<byte> code) => set switch
    {
        CodeSet.Icd10Cm => Icd.IsCm(code),
        CodeSet.Icd10Pcs => code.Length == 7 && Icd.IsPcs(code),
        CodeSet.Icd9Cm => Icd.IsIcd9(code),
        _ => Icd.IsIcd9Proc(code),
    };
}
