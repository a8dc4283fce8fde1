using CodingAhead.Text.Redact;
using CodingAhead.Text.Redact.Formats;

namespace CodingAhead.Text.Tests.Redact.Formats;

public class CsvNotesTests
{
    private static string Redacted(string table, params string[] columns) => string.Concat(CsvNotes.Redact(new Redactor(), new StringReader(table), columns).Select(r => r.Text));

    [Theory]
    [InlineData("id,note\n1,Dr. Quell left.\n", "id,note\n1,Dr. [NAME-1] left.\n")]
    [InlineData("id,\"NOTE\"\r\n1,\"Dr. Quell, on 3/4/2021\"\r\n", "id,\"NOTE\"\r\n1,\"Dr. [NAME-1], on [DATE-1:2021]\"\r\n")]
    [InlineData("note\n\"said \"\"Dr. Quell\"\"\n5/5\"", "note\n\"said \"\"Dr. [NAME-1]\"\"\n5/5\"")]
    [InlineData("id\tnote\n1\tDr. Quell, too\n", "id\tnote\n1\tDr. [NAME-1], too\n")]
    [InlineData("\uFEFFnote,other\nDr. Quell,Dr. Quell\n\n", "\uFEFFnote,other\nDr. [NAME-1],Dr. Quell\n\n")]
    [InlineData("other,note\nshort\n", "other,note\nshort\n")]
    public void Named_columns_are_redacted_and_everything_else_stays(string table, string expected) => Assert.Equal(expected, Redacted(table, "note"));

    [Fact]
    public void What_was_left_is_said_by_place()
    {
        var header = CsvNotes.Redact(new Redactor(), new StringReader(Samples.Csv), ["note"]).First();
        Assert.Equal("Columns not named were left as they are: 1, 3 of 3.", Assert.Single(header.Notes));
        var all = Redacted(Samples.Csv, "note");
        foreach (var value in Samples.Gone) Assert.DoesNotContain(value, all, StringComparison.Ordinal);
        Assert.EndsWith(",z", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n1,2\n", "no column note")]
    [InlineData("note\n\"SECRET\n", "Row 2, which ends on line 3, has a quote that is not closed")]
    [InlineData("note\n\"SECRET\"x\n", "Row 2, which ends on line 3, has text after a closing quote")]
    [InlineData("note\nSEC\"RE\"T\n", "Row 2, which ends on line 3, has a quote within")]
    [InlineData("note\nok\nSECRET,SECRET\n", "Row 3, which ends on line 4, has more cells than the header")]
    [InlineData("note\nSECRET\0\n", "binary")]
    [InlineData("note\nSECRET\uFFFD\n", "not valid UTF-8")]
    public void Damage_is_named_by_row_and_not_repeated(string table, string message)
    {
        var error = Assert.Throws<RedactionException>(() => Redacted(table, "note"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_come_while_the_table_is_still_being_read()
    {
        using var reader = new StringReader("note\nDr. Quell left.\n\"damaged");
        using var rows = CsvNotes.Redact(new Redactor(), reader, ["note"]).GetEnumerator();
        Assert.True(rows.MoveNext() && rows.MoveNext());
        Assert.Equal("Dr. [NAME-1] left.\n", rows.Current.Text);
        Assert.Throws<RedactionException>(() => rows.MoveNext());
    }

    [Fact]
    public void Random_damage_is_redacted_or_refused()
    {
        var random = new Random(4180);
        for (var round = 0; round < 2_000; round++)
        {
            var table = Samples.Csv.ToCharArray();
            for (var k = random.Next(1, 5); k > 0; k--) table[random.Next(table.Length)] = ",\"\r\n;\tx\u00E9"[random.Next(8)];
            try
            {
                var redacted = Redacted(new string(table), "note");
                Assert.Equal(table.Count(c => c is '\n'), redacted.Count(c => c is '\n'));
            }
            catch (RedactionException)
            {
                // Refused by name.
            }
        }
    }
}
