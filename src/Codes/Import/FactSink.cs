using System.Buffers;
using System.Globalization;
using System.Text;

namespace CodingAhead.Codes.Import;

/// <summary>An edition of a data set, and when it is in force.</summary>
/// <param name="Dataset">What it is an edition of, as in <c>icd10cm</c>, <c>pfs</c>, <c>ncci-ptp-practitioner</c>.</param>
/// <param name="Label">As the publisher names it: <c>FY2026</c>, <c>RVU25D</c>, <c>2024 Q3</c>.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force by the publisher's own calendar (a later edition may end it earlier).</param>
/// <param name="Revision">Higher replaces lower within the same dates: an erratum is 1.</param>
public readonly record struct EditionDates(string Dataset, string Label, DateOnly From, DateOnly To, int Revision = 0);

/// <summary>
/// Takes the facts of one file. Not thread-safe: each file is read by one thread into a sink of its own.
/// Texts of a licence class that was not accepted are counted and dropped here, so that they never reach the book.
/// </summary>
public sealed class FactSink
{
    private static readonly SearchValues<byte> Breaks = SearchValues.Create("\t\r\n"u8);

    private readonly ReleaseFile file;
    private readonly StringPool pool;
    private readonly Licence accepted;
    private readonly ArrayBufferWriter<byte> record = new(512);
    private readonly HashSet<(ulong Key, int Discriminator)> unique = [];
    private int columns;

    internal FactSink(ReleaseFile file, StringPool pool, Licence accepted)
    {
        this.file = file;
        this.pool = pool;
        this.accepted = accepted;
    }

    internal List<RawFact> Facts { get; } = [];

    internal List<RawPair> Pairs { get; } = [];

    internal List<Table> TablesUsed { get; } = [];

    /// <summary>The edition declared last.</summary>
    public EditionDates? CurrentEdition { get; private set; }

    /// <summary>How many texts were dropped because their licence class is not accepted.</summary>
    public int Withheld { get; private set; }

    /// <summary>Notes for the person who builds: oddities that are not errors (a line skipped by the layout's own rule, say).</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Declares the edition of the facts that follow: one a file.</summary>
    public void Edition(EditionDates edition)
    {
        if (CurrentEdition is { } e && e != edition) throw new InvalidOperationException($"{file.Path} declares two editions");
        if (edition.To < edition.From) throw file.Error(0, $"an edition from {edition.From:yyyy-MM-dd} to {edition.To:yyyy-MM-dd}", "an end after its beginning");
        CurrentEdition = edition;
    }

    /// <summary>Starts a row; then call <see cref="Column(ReadOnlySpan{byte})"/> once a column, then <see cref="End"/>.</summary>
    public FactSink Row()
    {
        record.ResetWrittenCount();
        columns = 0;
        return this;
    }

    /// <summary>Adds a column: trimmed, inner tabs and line ends become blanks.</summary>
    public FactSink Column(ReadOnlySpan<byte> utf8)
    {
        if (columns++ > 0) record.Write("\t"u8);
        utf8 = utf8.Trim(" \t\r\n"u8);
        var target = record.GetSpan(utf8.Length + 1);
        utf8.CopyTo(target);
        target[..utf8.Length].ReplaceAny(Breaks, (byte)' ');
        record.Advance(utf8.Length);
        return this;
    }

    /// <summary>Adds a column: trimmed, inner tabs and line ends become blanks.</summary>
    public FactSink Column(ReadOnlySpan<char> text)
    {
        if (columns++ > 0) record.Write("\t"u8);
        text = text.Trim();
        var target = record.GetSpan(text.Length * 3 + 1);
        var n = Encoding.UTF8.GetBytes(text, target);
        target[..n].ReplaceAny(Breaks, (byte)' ');
        record.Advance(n);
        return this;
    }

    /// <summary>Adds a column holding a number in its shortest invariant form, so that "1" and "1.000" of two file variants are one value.</summary>
    public FactSink Number(ReadOnlySpan<char> text, int line, string what)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty) return Column(trimmed);
        if (!decimal.TryParse(trimmed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            throw file.Error(line, $"{what} '{trimmed}'", "a number");
        return Column((value / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The same for bytes.</summary>
    public FactSink Number(ReadOnlySpan<byte> text, int line, string what)
    {
        Span<char> chars = stackalloc char[32];
        text = text.Trim((byte)' ');
        if (text.Length > chars.Length) throw file.Error(line, $"{what} of {text.Length} characters", "a number");
        Encoding.UTF8.GetChars(text, chars);
        return Number(chars[..text.Length], line, what);
    }

    /// <summary>
    /// Ends the row and stores it. Without dates of its own it holds while its edition is in force.
    /// <see cref="Day.Unknown"/> as <paramref name="from"/> says that the release leaves the beginning blank.
    /// </summary>
    /// <param name="table">The table; the number of columns must match.</param>
    /// <param name="key">Whose row it is.</param>
    /// <param name="line">One-based line, row or element number in the file.</param>
    /// <param name="licence">The class of the text in the row; dropped when not accepted.</param>
    /// <param name="from">First day it holds, as <see cref="Day"/>; null: the edition's.</param>
    /// <param name="to">Last day it holds; null: the edition's.</param>
    public void End(Table table, CodeKey key, int line, Licence licence = Licence.Public, ushort? from = null, ushort? to = null)
    {
        if (CurrentEdition is not { } edition) throw new InvalidOperationException($"{file.Path}: the importer stored a row before it declared its edition");
        if (columns != table.Columns.Length) throw new InvalidOperationException($"{table.Name} has {table.Columns.Length} columns, the row has {columns}");
        if ((licence & ~accepted) != 0) { Withheld++; return; }
        var t = TablesUsed.IndexOf(table);
        if (t < 0) { t = TablesUsed.Count; TablesUsed.Add(table); }
        Facts.Add(new RawFact(
            key.Value, pool.Intern(record.WrittenSpan), line, from ?? Day.Of(edition.From), to ?? Day.Of(edition.To), (byte)t,
            from is null && to is null));
    }

    /// <summary>Stores a procedure-to-procedure pair (NCCI), kept apart from rows because there are millions.</summary>
    public void Pair(CodeKey column1, CodeKey column2, PtpSetting setting, byte indicator, bool before1996, ushort from, ushort to, ReadOnlySpan<byte> rationale, int line)
    {
        if (CurrentEdition is null) throw new InvalidOperationException($"{file.Path}: the importer stored a pair before it declared its edition");
        Pairs.Add(new RawPair(column1.Value, column2.Value, pool.Intern(rationale), line, from, to, indicator, setting, before1996));
    }

    /// <summary>Refuses a second row of the same key (and, where a key has several rows, the same discriminator text).</summary>
    public void Unique(CodeKey key, int line, ReadOnlySpan<char> discriminator = default)
    {
        if (!unique.Add((key.Value, string.GetHashCode(discriminator, StringComparison.Ordinal))))
            throw file.Error(line, discriminator.IsEmpty ? $"{key.Display} a second time" : $"{key.Display} with {discriminator} a second time", "each key once");
    }
}

/// <summary>Which claims an NCCI edit applies to.</summary>
public enum PtpSetting : byte
{
    /// <summary>Physicians and other practitioners, ambulatory surgery centres.</summary>
    Practitioner = 0,

    /// <summary>Outpatient hospital (OPPS).</summary>
    Hospital = 1,
}

internal readonly record struct RawFact(ulong Key, uint Value, int Line, ushort From, ushort To, byte Table, bool EditionDated);

internal readonly record struct RawPair(
    ulong Column1, ulong Column2, uint Rationale, int Line, ushort From, ushort To, byte Indicator, PtpSetting Setting, bool Before1996);
