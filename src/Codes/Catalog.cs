using System.Text;

namespace CodingAhead.Codes;

/// <summary>A file the book was built from.</summary>
/// <param name="Number">Its number in the book.</param>
/// <param name="Path">Relative to the releases directory, <c>zip!entry</c> for an entry; <c>starter/…</c> for our own.</param>
/// <param name="Sha256">Of the file on disk, lower-case hex.</param>
/// <param name="Bytes">Uncompressed length.</param>
/// <param name="Importer">The layout it was read as.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Dataset">What it is an edition of.</param>
/// <param name="Edition">The edition's label.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force by the publisher's calendar.</param>
/// <param name="Rows">Rows taken from it.</param>
public sealed record BookSource(
    int Number, string Path, string Sha256, long Bytes, string Importer, string Publisher, string Dataset, string Edition, DateOnly From, DateOnly To, int Rows);

/// <summary>Dates on which every valid code of a set is listed in the book, so that absence means "not valid".</summary>
public readonly record struct Coverage(CodeSet Set, DateOnly From, DateOnly To, string Edition);

/// <summary>The small tables of the book that are read once when it is opened.</summary>
internal sealed record Catalog(
    Licence Accepted,
    IReadOnlyList<Table> Tables,
    IReadOnlyList<BookSource> Sources,
    IReadOnlyList<Coverage> Coverage,
    IReadOnlyList<string> Rationales,
    IReadOnlyList<string> Omitted)
{
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var w = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            w.Write((byte)Accepted);
            w.Write(Tables.Count);
            foreach (var t in Tables)
            {
                w.Write(t.Name);
                w.Write(t.Columns.Length);
                foreach (var c in t.Columns) w.Write(c);
            }

            w.Write(Sources.Count);
            foreach (var s in Sources)
            {
                w.Write(s.Path);
                w.Write(s.Sha256);
                w.Write(s.Bytes);
                w.Write(s.Importer);
                w.Write(s.Publisher);
                w.Write(s.Dataset);
                w.Write(s.Edition);
                w.Write(s.From.DayNumber);
                w.Write(s.To.DayNumber);
                w.Write(s.Rows);
            }

            w.Write(Coverage.Count);
            foreach (var c in Coverage)
            {
                w.Write((byte)c.Set);
                w.Write(c.From.DayNumber);
                w.Write(c.To.DayNumber);
                w.Write(c.Edition);
            }

            Write(w, Rationales);
            Write(w, Omitted);
        }

        return stream.ToArray();
    }

    public static Catalog Read(Stream stream)
    {
        using var r = new BinaryReader(stream, Encoding.UTF8);
        var accepted = (Licence)r.ReadByte();
        var tables = Many(r, () => new Table(r.ReadString(), [.. Many(r, r.ReadString)]));
        var number = 0;
        var sources = Many(r, () => new BookSource(
            number++, r.ReadString(), r.ReadString(), r.ReadInt64(), r.ReadString(), r.ReadString(), r.ReadString(), r.ReadString(),
            DateOnly.FromDayNumber(r.ReadInt32()), DateOnly.FromDayNumber(r.ReadInt32()), r.ReadInt32()));
        var coverage = Many(r, () => new Coverage((CodeSet)r.ReadByte(), DateOnly.FromDayNumber(r.ReadInt32()), DateOnly.FromDayNumber(r.ReadInt32()), r.ReadString()));
        return new Catalog(accepted, tables, sources, coverage, Many(r, r.ReadString), Many(r, r.ReadString));
    }

    private static void Write(BinaryWriter w, IReadOnlyList<string> texts)
    {
        w.Write(texts.Count);
        foreach (var t in texts) w.Write(t);
    }

    private static List<T> Many<T>(BinaryReader r, Func<T> read)
    {
        var n = r.ReadInt32();
        if (n is < 0 or > 1 << 20) throw new InvalidDataException("a count out of bounds");
        var list = new List<T>(n);
        for (var i = 0; i < n; i++) list.Add(read());
        return list;
    }
}
