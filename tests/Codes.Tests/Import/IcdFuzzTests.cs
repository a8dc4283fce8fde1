using System.Text;
using CodingAhead.Codes.Import;
using CsCheck;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>What damaged files do to the ICD importers: nothing but a <see cref="ReleaseFormatException"/> may come out.</summary>
public class IcdFuzzTests
{
    [Fact]
    public void Every_sample_is_read_by_its_importer()
    {
        foreach (var (path, importer, content) in IcdSamples.All) Imported.Read(Imported.Bytes(path, content), importer);
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_nothing_else()
    {
        var samples = IcdSamples.All;
        Gen.Select(Gen.Int[0, samples.Count - 1], Gen.Int[0, int.MaxValue].Array[1, 4], Gen.Int[0, 5], Gen.Byte)
            .Sample((sample, places, damage, value) => Try(samples[sample], Damage(samples[sample].Content, places, damage, value)), iter: 20_000);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_or_refused_and_nothing_else()
    {
        foreach (var sample in IcdSamples.All)
        {
            for (var length = 0; length < sample.Content.Length; length += sample.Content.Length > 2500 ? 7 : 1) Try(sample, sample.Content[..length]);
        }
    }

    [Theory]
    [InlineData("icd10cm-tabular-2026.xml")]
    [InlineData("icd10cm-index-2026.xml")]
    [InlineData("icd10cm-neoplasm-2026.xml")]
    [InlineData("icd10pcs_tables_2026.xml")]
    [InlineData("icd10pcs_index_2026.xml")]
    [InlineData("icd10pcs_definitions_2026.xml")]
    public void A_document_type_with_entities_is_refused(string path)
    {
        var (_, importer, content) = IcdSamples.All.Single(s => s.Path == path);
        var bomb = Encoding.UTF8.GetString(content).Replace("?>", "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", StringComparison.Ordinal).Replace("<version>2026", "<version>&b;", StringComparison.Ordinal);
        var e = Assert.Throws<ReleaseFormatException>(() => Read(importer, path, Encoding.UTF8.GetBytes(bomb)));
        Assert.Contains("document type", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused_before_the_stack_is_full()
    {
        var terms = string.Concat(Enumerable.Range(1, 100_000).Select(i => $"<term level=\"{i}\"><title>t</title>"));
        var xml = $"<ICD10CM.index><version>2026</version><title>INDEX TO DISEASES</title><letter><mainTerm><title>T</title>{terms}";
        var e = Assert.Throws<ReleaseFormatException>(() => Read("icd10cm-index", "icd10cm-index-2026.xml", Encoding.UTF8.GetBytes(xml)));
        Assert.Contains("nested", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_names_the_line_of_the_damage()
    {
        var e = Assert.Throws<ReleaseFormatException>(() => Read("icd10cm-tabular", "t-2026.xml", Encoding.UTF8.GetBytes("<ICD10CM.tabular>\n<version>2026</version>\n<chapter><name>1</nam>")));
        Assert.Equal(3, e.Line);
    }

    private static byte[] Damage(byte[] content, int[] places, int damage, byte value)
    {
        var bytes = content.ToList();
        foreach (var place in places)
        {
            if (bytes.Count == 0) break;
            var at = place % bytes.Count;
            switch (damage)
            {
                case 0: bytes[at] = value; break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, value); break;
                case 3: bytes.RemoveRange(at, Math.Min(place % 40, bytes.Count - at)); break;
                case 4: bytes.InsertRange(at, bytes[..Math.Min(place % 60, bytes.Count)]); break;
                default: bytes[at] = (byte)"0A -<>,\t\""[value % 9]; break;
            }
        }

        return [.. bytes];
    }

    private static void Try((string Path, string Importer, byte[] Content) sample, byte[] content)
    {
        try
        {
            Read(sample.Importer, sample.Path, content);
        }
        catch (ReleaseFormatException)
        {
            // The only answer to damage.
        }

        // Recognition must never fail on text, and only by a release error on a damaged workbook or archive.
        var file = Imported.Bytes(sample.Path, content);
        try
        {
            var probe = new FileProbe(file);
            Assert.True(Importers.All.Count(i => i.Recognises(probe)) <= 1, $"two importers claim a damaged {sample.Path}");
        }
        catch (ReleaseFormatException)
        {
        }
    }

    private static void Read(string importer, string path, byte[] content)
    {
        var file = Imported.Bytes(path, content);
        Importers.All.Single(i => i.Name == importer).Read(file, new FactSink(file, new StringPool(), Licence.Public), CancellationToken.None);
    }
}
