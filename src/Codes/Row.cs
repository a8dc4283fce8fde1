using System.Text;

namespace CodingAhead.Codes;

/// <summary>One row of the book: the columns of its table, the dates it holds for, and the source lines that say so.</summary>
public readonly struct Row
{
    private readonly Book book;
    private readonly int fact;

    internal Row(Book book, int fact)
    {
        this.book = book;
        this.fact = fact;
    }

    /// <summary>False for the default value, which is no row.</summary>
    internal bool IsKnown => book is not null;

    /// <summary>The table.</summary>
    public Table Table => book.Tables[book.FactAt(fact).Table];

    /// <summary>First day it holds; null when the release leaves it blank.</summary>
    public DateOnly? From => Day.Date(book.FactAt(fact).From);

    /// <summary>Last day it holds; null when open.</summary>
    public DateOnly? To => Day.Date(book.FactAt(fact).To);

    /// <summary>The whole row in UTF-8, columns separated by tabs.</summary>
    public ReadOnlySpan<byte> Utf8 => book.Heap(book.FactAt(fact).Value);

    /// <summary>A column by name; empty when blank in the release. Throws when the table has no such column.</summary>
    public string this[string column] => this[Table[column]];

    /// <summary>A column by position.</summary>
    public string this[int column] => Encoding.UTF8.GetString(Column(column));

    /// <summary>All columns.</summary>
    public string[] Columns => Encoding.UTF8.GetString(Utf8).Split('\t');

    /// <summary>A column in UTF-8.</summary>
    public ReadOnlySpan<byte> Column(int column)
    {
        var rest = Utf8;
        for (; column > 0; column--)
        {
            var tab = rest.IndexOf((byte)'\t');
            if (tab < 0) return default;
            rest = rest[(tab + 1)..];
        }

        var end = rest.IndexOf((byte)'\t');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Whether it holds on a date.</summary>
    public bool Holds(DateOnly on)
    {
        ref readonly var f = ref book.FactAt(fact);
        var day = Day.Of(on);
        return day >= f.From && day <= f.To;
    }

    /// <summary>Every source line that says this, oldest edition first.</summary>
    public IReadOnlyList<SourceLine> Sources
    {
        get
        {
            var b = book;
            return [.. b.SourcesOf(b.FactAt(fact)).Select(s => new SourceLine(b.Sources[s.File], s.Line))];
        }
    }

    /// <summary>The source of the edition in force on a date, or else of the newest before it, or else the oldest.</summary>
    public SourceLine SourceOn(DateOnly on)
    {
        var all = Sources;
        return all.Where(s => s.File.From <= on && on <= s.File.To).Select(s => (SourceLine?)s).LastOrDefault()
            ?? all.Where(s => s.File.From <= on).Select(s => (SourceLine?)s).LastOrDefault()
            ?? all[0];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Table.Name} {Day.Text(book.FactAt(fact).From)}–{Day.Text(book.FactAt(fact).To)}: {string.Join(" | ", Columns)}";
}

/// <summary>A line of a source file: what a citation shows.</summary>
public readonly record struct SourceLine(BookSource File, int Line);

/// <summary>An NCCI procedure-to-procedure edit.</summary>
public readonly struct Pair
{
    private readonly Book book;
    private readonly PairRecord record;
    private readonly PairForm form;

    internal Pair(Book book, CodeKey column1, PairRecord record, PairForm form)
    {
        this.book = book;
        this.record = record;
        this.form = form;
        Column1 = column1;
    }

    /// <summary>The code that pays.</summary>
    public CodeKey Column1 { get; }

    /// <summary>The code that does not, unless a modifier bypasses the edit.</summary>
    public CodeKey Column2 => book.KeyAt(record.Column2.Value);

    /// <summary>Whose claims it applies to.</summary>
    public Import.PtpSetting Setting => (Import.PtpSetting)form.Setting;

    /// <summary>0 never bypassed, 1 bypassed by an NCCI-associated modifier, 9 the edit does not apply.</summary>
    public int Indicator => form.Indicator;

    /// <summary>Marked "in existence prior to 1996".</summary>
    public bool Before1996 => (form.Flags & 1) != 0;

    /// <summary>First day; null when the release leaves it blank.</summary>
    public DateOnly? From => Day.Date(form.From);

    /// <summary>Last day; null when the edit is in force.</summary>
    public DateOnly? To => Day.Date(form.To);

    /// <summary>CMS's reason in its own words.</summary>
    public string Rationale => book.Rationale(form.Rationale);

    /// <summary>Its line.</summary>
    public SourceLine Source => new(book.Sources[form.File], record.Line.Value);

    /// <summary>Whether it is in force on a date (an unknown beginning counts as before every date).</summary>
    public bool Holds(DateOnly on) => Day.Of(on) >= form.From && Day.Of(on) <= form.To;
}
