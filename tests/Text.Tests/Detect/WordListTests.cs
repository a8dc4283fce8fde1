using CodingAhead.Codes.Import;
using CodingAhead.Codes.Tests;
using CodingAhead.Text.Detect;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>Our own word lists: their size, and that none of their phrases came from the labelled phrase files.</summary>
public class WordListTests
{
    private static readonly string[] PhraseFiles = ["doid-synonyms.tsv", "icd9-inclusion.tsv", "codiesp-mentions-en.tsv"];

    [Fact]
    public void There_are_five_hundred_abbreviations() => Assert.True(Abbreviations.Count >= 500, $"{Abbreviations.Count}");

    /// <summary>
    /// Phrases of three words and more that we look for in notes. The name of a disease may well stand in a list of diseases too, so a handful may be shared; a list that had been
    /// filled from a file would share most of it.
    /// </summary>
    [Fact]
    public void What_we_look_for_was_not_taken_from_the_phrase_files()
    {
        var ours = WordLists.Read("synonyms.txt").Select(c => c[0]).Concat(WordLists.Read("abbreviations.txt").Select(c => c[0])).Concat(CueList.All).Concat(WordLists.Read("not-alone.txt").SelectMany(c => c));
        var (shared, phrases) = Shared(ours);
        Assert.True(shared.Count <= 5, $"{shared.Count} of {phrases}: {string.Join("; ", shared)}");
    }

    /// <summary>What an abbreviation stands for is the usual name of a disease, which lists of diseases have as well.</summary>
    [Fact]
    public void What_abbreviations_stand_for_is_little_of_the_phrase_files()
    {
        var (shared, phrases) = Shared(Abbreviations.Expansions.Concat(WordLists.Read("synonyms.txt").Select(c => c[1])));
        Assert.True(shared.Count * 50 < phrases, $"{shared.Count} of {phrases}");
    }

    /// <summary>
    /// Tens of thousands of names of diseases, written from knowledge: some are bound to stand in a list of diseases too. A list filled from one would have most of its names there; of ours one in seventy is.
    /// </summary>
    [Fact]
    public void Names_of_diseases_are_not_those_of_the_phrase_files()
    {
        var names = DiseaseNames.Files.SelectMany(f => new StreamReader(f.Open()).ReadToEnd().Split('\n')).Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split('|')[1..]).Select(n => n.Trim().TrimStart('~')).ToList();
        var (shared, phrases) = Shared(names);
        var long3 = names.Count(n => n.Count(c => c == ' ') >= 2);
        Assert.True(long3 > 1000 && shared.Count * 40 < long3 && shared.Count * 14 < phrases, $"{shared.Count} of our {long3} and of their {phrases}");
    }

    private static (List<string> Shared, int Phrases) Shared(IEnumerable<string> lists)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Mirror.Require())!, "corpora", "icd");
        Assert.SkipWhen(!Directory.Exists(folder), "no corpora beside the releases");
        var ours = lists.Where(p => p.Count(c => c == ' ') >= 2).Select(p => p.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var phrases = PhraseFiles.SelectMany(f => File.ReadLines(Path.Combine(folder, f)).Skip(1)).Select(l => l.Split('\t')[0].Trim().ToLowerInvariant()).Where(p => p.Count(c => c == ' ') >= 2).ToHashSet(StringComparer.Ordinal);
        Assert.True(phrases.Count > 1000, "the phrase files were not read");
        return ([.. phrases.Where(ours.Contains)], phrases.Count);
    }
}
