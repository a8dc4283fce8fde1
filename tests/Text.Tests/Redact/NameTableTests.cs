using System.Text;
using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Public tables of names as extra evidence. The names are invented.</summary>
public class NameTableTests
{
    private static NameTable Table(string name, string text) => NameTable.Parse(name, Encoding.ASCII.GetBytes(text));

    [Fact]
    public void A_table_makes_a_name_of_a_word_that_was_none()
    {
        const string Text = "Gave insulin to Qzorvath at noon.";
        Assert.Equal(Text, new Redactor().Redact(Text).Text);
        Assert.Equal("Gave insulin to [NAME-1] at noon.", new Redactor(Policy.SafeHarbor with { NameTables = [Table("yob2010.txt", "Qzorvath,F,40000\n")] }).Redact(Text).Text);
    }

    [Fact]
    public void The_manifest_names_the_table_and_its_hash()
    {
        var table = Table("dist.all.last", "BLIXTMAR       0.900  0.900      1\n");
        var evidence = new Redactor(Policy.SafeHarbor with { NameTables = [table] }).Redact("Seen today.").Manifest.Evidence;
        Assert.Equal(["names-and-places-2", "dist.all.last sha256:" + table.Sha256], evidence);
        Assert.Equal(64, table.Sha256.Length);
    }

    [Theory]
    [InlineData("names.csv", "A,B,1\n", "is no table of names")]
    [InlineData("yob2010.txt", "A,B,1\nA;B\n", "line 2")]
    [InlineData("dist.all.last", "SMITH x 1 1\n", "line 1")]
    public void What_is_no_table_is_refused_with_its_line(string name, string text, string message) => Assert.Contains(message, Assert.Throws<RedactionException>(() => Table(name, text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_policy_names_tables_only_where_files_may_be_read()
    {
        Assert.Throws<RedactionException>(() => PolicyFile.Parse("""{"names":["yob2010.txt"]}"""));
        var folder = Directory.CreateTempSubdirectory("names-").FullName;
        File.WriteAllText(Path.Combine(folder, "yob2010.txt"), "Qzorvath,F,40000\n");
        Assert.Equal("yob2010.txt", Assert.Single(PolicyFile.Parse("""{"names":["yob2010.txt"]}""", folder).NameTables).Name);
        Directory.Delete(folder, recursive: true);
    }
}
