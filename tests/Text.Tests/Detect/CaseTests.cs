using System.Text.Json;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>
/// Invented notes over all chapters and guideline paragraphs, with the codes they must and must not have. Each file was written before the engine saw it, and its rows stay
/// whether they are right or not: the floors say how many are, so that a change which loses some is noticed. At first sight .59, .68, .85, .86, .24, .58, .46, .77, .53, .69, .49, .08, .12 and .23, .90, .70, .83, .75, .63, .17, .63, .30, .10, .33, .88, .85, .88, .95 and .80 of them were exactly right; fifth
/// sixth, twelfth, thirteenth and one each of the eleventh, eighteenth and nineteenth to twenty-first are notes, seventh to ninth have lines and notes (of the eighth .87 of the lines and .43 of the notes, of the ninth, most of whose lines are lists, .62 and .19).
/// </summary>
[Collection(nameof(DetectBook))]
public class CaseTests(DetectBook book)
{
    [Theory]
    [InlineData("first", 0.97, 0.01)]
    [InlineData("second", 0.92, 0.01)]
    [InlineData("third", 0.94, 0.01)]
    [InlineData("fourth", 0.94, 0.01)]
    [InlineData("fifth", 0.94, 0.02)]
    [InlineData("sixth", 0.69, 0.17)]
    [InlineData("seventh", 0.90, 0.03)]
    [InlineData("eighth", 0.78, 0.06)]
    [InlineData("ninth", 0.72, 0.14)]
    [InlineData("tenth", 0.92, 0.05)]
    [InlineData("eleventh", 0.93, 0.03)]
    [InlineData("eleventh-notes", 0.77, 0.10)]
    [InlineData("twelfth", 0.42, 0.25)]
    [InlineData("thirteenth", 0.46, 0.30)]
    [InlineData("fourteenth", 0.98, 0.01)]
    [InlineData("fifteenth", 0.97, 0.01)]
    [InlineData("sixteenth", 0.97, 0.01)]
    [InlineData("seventeenth", 0.93, 0.02)]
    [InlineData("eighteenth", 0.97, 0.01)]
    [InlineData("eighteenth-notes", 0.63, 0.14)]
    [InlineData("nineteenth", 0.75, 0.10)]
    [InlineData("nineteenth-notes", 0.50, 0.40)]
    [InlineData("twentieth-notes", 0.75, 0.06)]
    [InlineData("twentyfirst-notes", 0.62, 0.13)]
    [InlineData("twentysecond", 0.95, 0.01)]
    [InlineData("twentythird", 0.95, 0.01)]
    [InlineData("twentyfourth", 0.96, 0.02)]
    [InlineData("twentyfifth", 0.96, 0.01)]
    [InlineData("twentysixth", 0.92, 0.01)]
    public void Notes_are_coded_as_a_coder_would(string file, double exact, double forbidden)
    {
        var (notes, right, bad) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Detect", "Cases", file + ".jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var expected = row.GetProperty("expect").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            var may = row.GetProperty("may").EnumerateArray().Select(v => v.GetString()!).ToList();
            var forbid = row.GetProperty("forbid").EnumerateArray().Select(v => v.GetString()!).ToList();
            var found = book.Detect(row.GetProperty("text").GetString()!, row.GetProperty("setting").GetString()!, row.TryGetProperty("sex", out var sex) ? sex.GetString()![0] : null, row.TryGetProperty("age", out var age) ? age.GetInt32() : null).Codes.Select(c => c.Code).ToList();
            notes++;
            if (expected.IsSubsetOf(found) && found.TrueForAll(c => expected.Contains(c) || may.Exists(p => Matches(p, c)))) right++;
            else wrong.Add($"{row.GetProperty("id").GetString()}: {string.Join(' ', found)} for {string.Join(' ', expected)}");
            if (found.Exists(c => forbid.Exists(p => Matches(p, c)))) bad++;
        }

        Assert.True(right >= exact * notes, $"{right} of {notes} exactly right\n{string.Join('\n', wrong)}");
        Assert.True(bad <= forbidden * notes, $"{bad} of {notes} with a forbidden code");
    }

    /// <summary>
    /// Five hundred entries of problem lists, by an author who saw neither the engine nor its lists, each with the code that a coder gives it alone. At first sight .79 had that code and no
    /// other.
    /// </summary>
    [Fact]
    public void An_entry_of_a_problem_list_has_its_code()
    {
        var (lines, right, found) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Detect", "Cases", "problem-lines.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            var gold = cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Append(cells[1]).ToHashSet(StringComparer.Ordinal);
            var codes = book.Detect(cells[0], "outpatient").Codes.Select(c => c.Code).ToList();
            lines++;
            if (codes.Exists(gold.Contains)) found++;
            if (codes.Count > 0 && codes.TrueForAll(gold.Contains)) right++;
            else wrong.Add($"{cells[0]}: {string.Join(' ', codes)} for {cells[1]}");
        }

        Assert.True(right >= 0.92 * lines && found >= 0.95 * lines, $"{right} of {lines} exactly, {found} with the code\n{string.Join('\n', wrong)}");
    }

    /// <summary>
    /// Seven thousand four hundred everyday wordings of diagnoses, injuries, symptoms, findings and status, several for one condition, by eight authors who saw neither the engine nor its lists, each with
    /// the code that a coder gives it alone. At first sight .90 of the first five thousand had it, .92 to .94 of the others.
    /// </summary>
    [Fact]
    public void An_everyday_wording_has_its_code()
    {
        var (lines, found) = (0, 0);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Detect", "Cases", "wordings.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            var codes = book.Detect(cells[0]).Codes.Select(c => c.Code).ToList();
            lines++;
            if (codes.Contains(cells[1])) found++;
            else wrong.Add($"{cells[0]}: {string.Join(' ', codes)} for {cells[1]}");
        }

        Assert.True(lines > 7000 && found >= 0.96 * lines, $"{found} of {lines}\n{string.Join('\n', wrong)}");
    }

    private static bool Matches(string pattern, string code) => pattern.EndsWith('*') ? code.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == code;
}
