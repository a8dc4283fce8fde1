using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CodingAhead.Cli.Tests;

public sealed class BookCommandTests(StarterFolder starter) : IClassFixture<StarterFolder>
{
    [Fact]
    public async Task Info_says_what_the_book_holds()
    {
        using var json = JsonDocument.Parse((await starter.RunAsync("book info --json")).Out);
        Assert.True(json.RootElement.GetProperty("starter").GetBoolean());
        Assert.True(json.RootElement.GetProperty("keys").GetInt32() > 100);
        Assert.Contains(json.RootElement.GetProperty("editions").EnumerateArray(), e => e.GetProperty("dataset").GetString() == "starter" && e.GetProperty("rows").GetInt32() > 0);
    }

    [Fact]
    public async Task Verify_passes_a_whole_book_and_names_editions_it_does_not_hold()
    {
        var ran = await starter.RunAsync("book verify --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(0, ran.ExitCode);
        Assert.True(json.RootElement.GetProperty("whole").GetBoolean());
        Assert.All(json.RootElement.GetProperty("counts").EnumerateArray(), c => Assert.Equal("not-held", c.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Verify_finds_a_flipped_bit()
    {
        var damaged = Path.Combine(starter.Path, "damaged.book");
        var bytes = await File.ReadAllBytesAsync(starter.Book);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes);
        var ran = await starter.RunAsync($"book verify --book {damaged}");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("damaged", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_file_is_refused_with_its_reason()
    {
        var foreign = Path.Combine(starter.Path, "foreign.book");
        await File.WriteAllTextAsync(foreign, new string('x', 5000));
        var ran = await starter.RunAsync($"show 64635 --book {foreign}");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("not a book", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_compiles_a_release_that_show_and_diff_then_read()
    {
        var releases = Directory.CreateDirectory(Path.Combine(starter.Path, "releases")).FullName;
        await OrderFile(releases, 2025, ("A00", false, "Invented fever"), ("A000", true, "Invented fever, mild"), ("A001", true, "Invented fever, severe"));
        await OrderFile(releases, 2026, ("A00", false, "Invented fever"), ("A000", true, "Invented fever, gentle"), ("A002", true, "Invented fever, grave"));
        await File.WriteAllTextAsync(Path.Combine(releases, "unknown.txt"), "nothing an importer knows\n");
        var book = Path.Combine(starter.Path, "built.book");
        var built = await starter.RunAsync($"book build --from {releases} --out {book} --accept none --json");
        Assert.Equal(0, built.ExitCode);
        using var report = JsonDocument.Parse(built.Out);
        Assert.Equal(1, report.RootElement.GetProperty("outcomes").GetProperty("unrecognised").GetInt32());
        Assert.Contains(report.RootElement.GetProperty("files").EnumerateArray(), f => f.GetProperty("edition").GetString() == "FY2026" && f.GetProperty("rows").GetInt32() == 3);

        using var shown = JsonDocument.Parse((await starter.RunAsync($"show a00.0 --on 2025-10-01 --json --book {book}")).Out);
        Assert.Equal("FY2026", shown.RootElement.GetProperty("edition").GetString());
        Assert.Equal("Invented fever, gentle", shown.RootElement.GetProperty("descriptors").GetProperty("long").GetString());
        Assert.Contains(shown.RootElement.GetProperty("history").EnumerateArray(), c => c.GetProperty("date").GetString() == "2025-10-01" && c.GetProperty("from").GetString() == "Invented fever, mild");
        Assert.Equal("A00", shown.RootElement.GetProperty("hierarchy").GetProperty("parents")[0].GetProperty("code").GetString());

        var diff = await starter.RunAsync($"book diff 2025-09-30 2025-10-01 --set icd10cm --json --book {book}");
        Assert.Equal(0, diff.ExitCode);
        using var differences = JsonDocument.Parse(diff.Out);
        var set = differences.RootElement.GetProperty("sets")[0];
        Assert.Equal("A00.2", set.GetProperty("added")[0].GetProperty("code").GetString());
        Assert.Equal("A00.1", set.GetProperty("deleted")[0].GetProperty("code").GetString());
        Assert.Equal("A00.0", set.GetProperty("revised")[0].GetProperty("code").GetString());

        Assert.Equal(3, (await starter.RunAsync($"book diff 2001-01-01 2025-10-01 --set icd10cm --book {book}")).ExitCode);
    }

    [Fact]
    public async Task A_damaged_release_is_named_and_the_build_says_it_had_errors()
    {
        var releases = Directory.CreateDirectory(Path.Combine(starter.Path, "damaged")).FullName;
        await OrderFile(releases, 2026, ("A00", false, "Invented fever"));
        await File.AppendAllTextAsync(Path.Combine(releases, "icd10cm-order-2026.txt"), "00009 A0\n");
        var ran = await starter.RunAsync($"book build --from {releases} --out {Path.Combine(starter.Path, "part.book")} --accept none");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("icd10cm-order-2026.txt", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_is_measured_against_labelled_queries()
    {
        var file = Path.Combine(starter.Path, "labelled.tsv");
        await File.WriteAllTextAsync(file, "term\tcode\tsubset\n64635\t64635\t1\n64636\t64635\t1\n64633\t64633\t0\n");
        var all = await starter.RunAsync($"eval search {file} --set cpt --on 2025-10-15 --json --errors 5");
        Assert.Equal(0, all.ExitCode);
        using var json = JsonDocument.Parse(all.Out);
        Assert.Equal(3, json.RootElement.GetProperty("queries").GetInt32());
        Assert.Equal(0.6667, json.RootElement.GetProperty("exactAt1").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("categoryAt1").GetDouble());
        Assert.Equal(3, json.RootElement.GetProperty("errors")[0].GetProperty("line").GetInt32());
        using var some = JsonDocument.Parse((await starter.RunAsync($"eval search {file} --set cpt --where subset=0 --json")).Out);
        Assert.Equal(1, some.RootElement.GetProperty("queries").GetInt32());
        Assert.Equal(2, (await starter.RunAsync($"eval search {file} --where colour=1")).ExitCode);
    }

    [Fact]
    public async Task A_heading_is_met_by_the_codes_below_it_and_a_code_by_itself_only()
    {
        var file = Path.Combine(starter.Path, "headings.tsv");
        // The heading itself, a code below it, a code whose heading is not enough, and one of another category.
        await File.WriteAllTextAsync(file, "term\tcode\nOther sepsis\tA41\nsepticemia\tA41\nsepticemia\tA41.91\nseptichemia nowhere\tB99\n");
        using var json = JsonDocument.Parse((await starter.RunAsync($"eval search {file} --set icd10cm --json")).Out);
        Assert.Equal(0.25, json.RootElement.GetProperty("exactAt1").GetDouble());
        Assert.Equal(0.5, json.RootElement.GetProperty("withinAt1").GetDouble());
        Assert.Equal(0.5, json.RootElement.GetProperty("withinAt10").GetDouble());
    }

    [Fact]
    public async Task Serve_says_how_when_the_site_is_not_built()
    {
        var ran = await starter.RunAsync("serve");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("run.sh", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_reports_entries_it_may_not_fetch_without_touching_the_network()
    {
        var publishers = Path.Combine(starter.Path, "publishers.json");
        await File.WriteAllTextAsync(publishers, """{"entries":[{"id":"invented","publisher":"CMS","dataset":"pfs","licence":"ama","how":"Direct","url":"https://example.invalid/x.zip"}]}""");
        var ran = await starter.RunAsync($"book pull --publishers {publishers} --to {starter.Path} --accept none --json");
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal("needs-licence", json.RootElement.GetProperty("entries")[0].GetProperty("outcome").GetString());
    }

    // Columns of CDC/NCHS icd10OrderFiles.pdf: number 1-5, code 7-13, billable 15, short title 17-76, long title from 78.
    private static Task OrderFile(string folder, int year, params (string Code, bool Billable, string Title)[] codes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < codes.Length; i++)
        {
            var (code, billable, title) = codes[i];
            text.Append(CultureInfo.InvariantCulture, $"{i + 1:00000} {code,-7} {(billable ? 1 : 0)} {title,-60} {title}\n");
        }

        return File.WriteAllTextAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"icd10cm-order-{year}.txt")), text.ToString());
    }
}
