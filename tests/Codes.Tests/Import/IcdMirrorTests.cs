using System.Diagnostics;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>The ICD family against the whole mirror: every file is claimed once and read without an error.</summary>
public class IcdMirrorTests
{
    // Not releases in an official layout: read-me files, the 2014 hand-made difference list, and addenda to index and definitions as prose.
    private static readonly string[] Unread = ["ReadMePOAexemptFY26.txt", "icd10cm_diff_2014.txt", "index_addenda_2022.txt", "definitions_addenda_2022.txt"];

    [Theory]
    [InlineData("icd10cm")]
    [InlineData("icd10pcs")]
    [InlineData("poa")]
    [InlineData("icd9")]
    [InlineData("mce")]
    [InlineData("ccsr")]
    [InlineData("hcc")]
    public void Every_file_is_claimed_once_and_read(string folder)
    {
        var problems = new List<string>();
        foreach (var file in ReleaseDirectory.Scan(Path.Combine(Mirror.Require(), folder), e => throw e))
        {
            if (Unread.Contains(file.Name) || file.Name.EndsWith("layout.txt", StringComparison.Ordinal)) continue;
            var probe = new FileProbe(file);
            var claimants = Importers.All.Where(i => i.Recognises(probe)).ToList();
            if (claimants.Count != 1) { problems.Add($"{file.Path}: {claimants.Count} claimants {string.Join(' ', claimants.Select(c => c.Name))}"); continue; }
            var sink = new FactSink(file, new StringPool(), Licence.Public);
            var watch = Stopwatch.StartNew();
            try { claimants[0].Read(file, sink, CancellationToken.None); }
            catch (ReleaseFormatException e) { problems.Add(e.Message); continue; }
            if (sink.CurrentEdition is not { } edition) { problems.Add($"{file.Path}: no edition"); continue; }
            var tables = string.Join(", ", sink.Facts.CountBy(f => sink.TablesUsed[f.Table].Name).Select(c => $"{c.Key} {c.Value}"));
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{claimants[0].Name} {file.Path} [{edition.Dataset} {edition.Label} {edition.From:yyyy-MM-dd}..{edition.To:yyyy-MM-dd} r{edition.Revision}] {tables} in {watch.ElapsedMilliseconds} ms {string.Join(" / ", sink.Notes)}");
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }
}
