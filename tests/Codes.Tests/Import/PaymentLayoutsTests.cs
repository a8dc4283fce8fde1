using System.Text;
using CodingAhead.Codes.Import;
using CsCheck;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>What holds for every payment layout.</summary>
public class PaymentLayoutsTests
{
    private static readonly string[] Junk = ["", " ", "0", "-1", "x", "99999999999999999999999999999999999", "\"", ",", "\t", "é", "2025", "99991", "\u001a", "\n", "~", "*", "20251301", "A9991", "1e5"];

    public static TheoryData<string> Samples => [.. All.Select(s => s.ToString())];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_is_recognised_by_its_importer_alone_and_fills_declared_tables(string sample)
    {
        var s = All.Single(x => x.ToString() == sample);
        var read = s.Read();
        var importer = Importers.All.Single(i => i.Name == s.Importer);
        Assert.True(read.Rows.Count + read.Pairs > 0);
        Assert.All(read.Rows, r => Assert.Contains(r.Table, importer.Tables));
    }

    [Fact]
    public void Every_payment_importer_has_a_sample() =>
        Assert.Empty(Importers.All.SkipWhile(i => i is not PfsRvu).TakeWhile(i => i is not PfsFee).Append(new PfsFee()).Select(i => i.Name).Except(All.Select(s => s.Importer)));

    [Fact]
    public void No_licensed_text_passes_without_its_licence()
    {
        foreach (var s in All)
        {
            var read = Imported.Read(s.File, s.Importer, Licence.Public);
            Assert.DoesNotContain(read.Rows, r => r.Table.Name == "descriptor" && r.Key.TextLicence() != Licence.Public);
            Assert.DoesNotContain(read.Rows, r => r.Key.TextLicence() != Licence.Public && r.Columns.Any(c => c.Contains("Invented p", StringComparison.OrdinalIgnoreCase) && !c.Contains("Policy", StringComparison.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_damaged_file_is_read_or_refused_and_nothing_else(string sample)
    {
        var s = All.Single(x => x.ToString() == sample);
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20], Gen.Int[0, Junk.Length - 1]).Sample(
            (how, where, length, junk) => Try(s, Damage(s, how, where, length, Junk[junk])), iter: 400, threads: 1);
    }

    private static void Try(Sample sample, byte[] content)
    {
        var file = Imported.Bytes(sample.Path, content);
        try
        {
            var probe = new FileProbe(file);
            foreach (var importer in Importers.All) importer.Recognises(probe);
        }
        catch (ReleaseFormatException)
        {
        }

        try
        {
            var sink = new FactSink(file, new StringPool(), Licence.Ama | Licence.Ada | Licence.Nubc);
            Importers.All.Single(i => i.Name == sample.Importer).Read(file, sink, CancellationToken.None);
            Assert.NotNull(sink.CurrentEdition);
        }
        catch (ReleaseFormatException e)
        {
            Assert.Equal(sample.Path, e.File);
        }
    }

    private static byte[] Damage(Sample s, int how, int where, int length, string junk)
    {
        if (s.Text is null)
        {
            if (how == 0)
            {
                var whole = Xlsx.Of(s.Sheets!);
                return whole[..(where % whole.Length)];
            }

            var sheets = s.Sheets!.Select(x => (x.Sheet, x.Rows.Select(r => r.ToArray()).ToArray())).ToArray();
            var rows = sheets[where % sheets.Length].Item2;
            var row = length % rows.Length;
            if (how == 1) sheets[where % sheets.Length].Item2 = [.. rows[..row], .. rows[(row + 1)..]];
            else if (how == 2) sheets[where % sheets.Length].Item2 = [.. rows, rows[row]];
            else if (how == 3) rows[row] = rows[row][..(where % (rows[row].Length + 1))];
            else if (rows[row].Length > 0) rows[row][where / 7 % rows[row].Length] = junk.Replace("\u001a", "", StringComparison.Ordinal);
            return Xlsx.Of([.. sheets]);
        }

        var text = s.Text;
        where %= text.Length;
        length = 1 + length % Math.Min(12, text.Length);
        var end = Math.Min(text.Length, where + length);
        var damaged = how switch
        {
            0 => text[..where],
            1 => text[..where] + text[end..],
            2 => text[..where] + junk + text[where..],
            3 => text[..where] + junk + text[end..],
            4 => text + text[where..],
            _ => text[where..],
        };
        var bytes = Encoding.UTF8.GetBytes(damaged);
        if (how == 5 && bytes.Length > 3) bytes[where % bytes.Length] = (byte)length;
        return bytes;
    }
}
