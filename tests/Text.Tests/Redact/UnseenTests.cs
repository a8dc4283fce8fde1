using System.Globalization;
using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Recall by type on invented notes, with floors a little under what was measured, and sentences of medicine that nothing may be taken from.</summary>
public class UnseenTests
{
    private static readonly Redactor Default = new();

    private static PhiScore Scored(string file)
    {
        var score = new PhiScore();
        foreach (var note in UnseenNotes.Read(file)) score.Add(note, Default.Redact(note.Text).Spans.Select(static s => new LabelledSpan(s.CpStart, s.CpEnd)));
        return score;
    }

    [Theory]
    [InlineData("NAME", 0.88)]
    [InlineData("STREET", 0.70)]
    [InlineData("CITY", 0.88)]
    [InlineData("ZIP", 0.82)]
    [InlineData("FACILITY", 0.65)]
    [InlineData("ORG", 0.70)]
    [InlineData("DATE", 0.88)]
    [InlineData("PHONE", 0.93)]
    [InlineData("ID", 0.82)]
    public void Each_type_is_found_in_notes_of_many_layouts(string type, double floor)
    {
        var count = Scored("notes.txt").BySlice[type + ":-"];
        Assert.True(count.Recall >= floor, string.Create(CultureInfo.InvariantCulture, $"{type}: {count.Full} of {count.Spans}, {count.Recall:F3}"));
    }

    [Theory]
    [InlineData("notes.txt", 0.90)]
    [InlineData("notes-2.txt", 0.94)]
    [InlineData("notes-3.txt", 0.92)]
    [InlineData("notes-4.txt", 0.97)]
    [InlineData("notes-5.txt", 0.89)]
    public void All_types_together_are_found(string file, double floor)
    {
        var total = Scored(file).Total;
        Assert.True(total.Recall >= floor, string.Create(CultureInfo.InvariantCulture, $"{file}: {total.Full} of {total.Spans}, {total.Recall:F3}"));
    }

    [Fact]
    public void Little_else_is_taken_from_them()
    {
        var score = Scored("notes.txt");
        Assert.True(score.OverRedaction <= 0.015, score.OverRedaction.ToString("P2", CultureInfo.InvariantCulture));
        Assert.True(score.TokenPrecision >= 0.975, score.TokenPrecision.ToString("F3", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Nothing_of_medicine_is_taken()
    {
        var (terms, touched) = (0, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Redact", "Unseen", "medicine.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(" | ");
            foreach (var term in parts[1..])
            {
                terms++;
                var text = parts[0].Replace("{0}", term.Trim(), StringComparison.Ordinal);
                touched.AddRange(Default.Redact(text).Spans.Select(s => $"{text[s.Start..s.End]} ({s.Rule}) in: {text}"));
            }
        }

        Assert.True(terms > 650);
        Assert.Empty(touched);
    }
}
