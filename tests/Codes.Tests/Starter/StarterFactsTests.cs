using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace CodingAhead.Codes.Tests.Starter;

/// <summary>The starter book's source states facts; each is compared with the official file it comes from.</summary>
public sealed class StarterFactsTests
{
    // ---- the files themselves -------------------------------------------------------------------------------------

    [Theory]
    [InlineData("cpt.csv", "code,label,synonyms,valid_from,valid_to,successors,global_days,bilateral,status,addon_to,note", 1, 300)]
    [InlineData("hcpcs.csv", "code,label,synonyms,valid_from,note", 1, 60)]
    [InlineData("modifiers.csv", "code,label,kind,effect,synonyms,note", 1, 150)]
    [InlineData("pos.csv", "code,label,setting,meaning", 1, 50)]
    [InlineData("modifier-rules.csv", "modifiers,when,verdict,because,manual,valid_from,valid_to", 2, 100)]
    [InlineData("modifier-rates.csv", "code,percent,words,valid_from,valid_to,manual", 2, 15)]
    [InlineData("code-ranges.csv", "first,last,fact,value,note", 4, 80)]
    [InlineData("indicators.csv", "kind,value,label,meaning", 2, 200)]
    [InlineData("icd10cm.csv", "code,title,synonyms,note", 1, 400)]
    [InlineData("icd10cm-categories.csv", "code,title", 1, 200)]
    [InlineData("history.csv", "set,code,change,date,successors,source,note", 3, 8)]
    [InlineData("synonyms.csv", "phrase,meaning", 1, 500)]
    public void A_file_has_its_columns_enough_rows_and_no_key_twice(string file, string columns, int keyColumns, int atLeast)
    {
        var text = File.ReadAllText(StarterFile(file));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);

        var rows = Csv(text).ToList();
        Assert.Equal(columns, string.Join(',', rows[0]));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.All(rows, row => Assert.All(row, field => Assert.Equal(field.Trim(), field)));
        Assert.True(rows.Count - 1 >= atLeast, $"{file} has {rows.Count - 1} rows, {atLeast} are wanted");
        Assert.Empty(rows.GroupBy(row => string.Join('|', row.Take(keyColumns)).ToUpperInvariant()).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("cpt.csv", "code,label,synonyms,global_days_or_deleted")]
    [InlineData("hcpcs.csv", "code,label,synonyms,valid_from")]
    [InlineData("modifiers.csv", "code,label,kind,effect")]
    [InlineData("pos.csv", "code,label,setting,meaning")]
    [InlineData("modifier-rules.csv", "modifiers,when,verdict,because")]
    [InlineData("modifier-rates.csv", "code,percent,words,manual")]
    [InlineData("code-ranges.csv", "first,last,fact,value")]
    [InlineData("indicators.csv", "kind,value,label,meaning")]
    [InlineData("icd10cm.csv", "code,title,synonyms")]
    [InlineData("icd10cm-categories.csv", "code,title")]
    [InlineData("history.csv", "set,code,change,date,successors,source,note")]
    [InlineData("synonyms.csv", "phrase,meaning")]
    public void What_must_be_there_is_there(string file, string columns)
    {
        var required = columns.Split(',');
        foreach (var row in Starter(file))
            foreach (var column in required)
            {
                var value = column == "global_days_or_deleted" ? row["global_days"] + row["valid_to"] : row[column];
                Assert.True(value.Length > 0, $"{file}: {string.Join(' ', row.Values.Take(2))} has no {column}");
            }
    }

    [Theory]
    [InlineData("cpt.csv", "synonyms")]
    [InlineData("cpt.csv", "successors")]
    [InlineData("cpt.csv", "addon_to")]
    [InlineData("hcpcs.csv", "synonyms")]
    [InlineData("modifiers.csv", "synonyms")]
    [InlineData("icd10cm.csv", "synonyms")]
    [InlineData("history.csv", "successors")]
    public void A_list_has_no_empty_and_no_repeated_item(string file, string column)
    {
        foreach (var row in Starter(file))
        {
            var items = List(row[column]);
            Assert.All(items, item => Assert.Equal(item.Trim(), item));
            Assert.All(items, item => Assert.NotEqual("", item));
            Assert.Equal(items.Length, items.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    [Fact]
    public void Dates_are_dates_and_in_order()
    {
        foreach (var row in Starter("cpt.csv"))
        {
            DateOnly? from = row["valid_from"].Length > 0 ? Date(row["valid_from"]) : null;
            DateOnly? to = row["valid_to"].Length > 0 ? Date(row["valid_to"]) : null;
            Assert.False(from > to, row["code"]);
        }

        Assert.All(Starter("hcpcs.csv"), row => Date(row["valid_from"]));
        Assert.All(Starter("history.csv"), row => Date(row["date"]));
    }

    [Fact]
    public void Synonyms_lead_somewhere_else()
        => Assert.DoesNotContain(Starter("synonyms.csv"), row => row["phrase"].Equals(row["meaning"], StringComparison.OrdinalIgnoreCase));

    /// <summary>Office (9…), laboratory (8…), imaging (7…) and surgery (1…–6…) outside the spine and pain families.</summary>
    [Fact]
    public void The_common_office_imaging_laboratory_and_surgery_codes_are_there()
    {
        var common = Starter("cpt.csv").Count(row => row["code"][0] is >= '1' and <= '9'
            && !row["code"].StartsWith("64", StringComparison.Ordinal) && !row["code"].StartsWith("62", StringComparison.Ordinal)
            && !row["code"].StartsWith("63", StringComparison.Ordinal) && !row["code"].StartsWith("22", StringComparison.Ordinal));
        Assert.True(common >= 150, $"{common}");
    }

    [Theory]
    [InlineData("64470", "2009-12-31", "64490")]
    [InlineData("64472", "2009-12-31", "64491|64492")]
    [InlineData("64475", "2009-12-31", "64493")]
    [InlineData("64476", "2009-12-31", "64494|64495")]
    [InlineData("64622", "2011-12-31", "64635")]
    [InlineData("64623", "2011-12-31", "64636")]
    [InlineData("64626", "2011-12-31", "64633")]
    [InlineData("64627", "2011-12-31", "64634")]
    public void A_deleted_facet_code_names_its_last_day_and_its_successor(string code, string lastDay, string successors)
    {
        var row = Starter("cpt.csv").Single(r => r["code"] == code);
        Assert.Equal((lastDay, successors), (row["valid_to"], row["successors"]));
        var history = Starter("history.csv").Single(r => r["set"] == "cpt" && r["code"] == code);
        Assert.Equal(("deleted", Date(lastDay).AddDays(1), successors), (history["change"], Date(history["date"]), history["successors"]));
    }

    [Theory]
    [InlineData("modifiers.csv", "78", "for a related procedure")]
    [InlineData("modifiers.csv", "79", "Unrelated procedure")]
    [InlineData("modifiers.csv", "82", "no qualified resident was available")]
    [InlineData("modifiers.csv", "AS", "who is not a physician")]
    public void A_modifier_often_misread_says_what_it_is(string file, string code, string says)
        => Assert.Contains(says, Starter(file).Single(row => row["code"] == code)["label"], StringComparison.Ordinal);

    [Theory]
    [InlineData("status", "N", "Non-covered")]
    [InlineData("status", "P", "Bundled or excluded")]
    [InlineData("status", "R", "Restricted coverage")]
    [InlineData("mue-mai", "2", "Date of service, policy")]
    [InlineData("mue-mai", "3", "Date of service, clinical")]
    [InlineData("ptp-modifier", "9", "Edit not in force")]
    [InlineData("opps-status", "A", "Paid by another fee schedule")]
    public void An_indicator_often_misread_says_what_it_is(string kind, string value, string label)
        => Assert.Equal(label, Starter("indicators.csv").Single(row => row["kind"] == kind && row["value"] == value)["label"]);

    [Fact]
    public void The_procedure_queries_ask_for_codes_of_the_starter_book_in_other_words()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository(), "tests", "Codes.Tests", "Search", "procedure-queries.tsv"));
        Assert.Equal("query\tset\tcode", lines[0]);
        Assert.Equal(60, lines.Length - 1);
        var rows = Starter("cpt.csv").Concat(Starter("hcpcs.csv")).ToDictionary(row => row["code"]);
        var words = rows.Values.SelectMany(row => List(row["synonyms"]).Append(row["label"])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split('\t');
            Assert.Equal(3, parts.Length);
            Assert.DoesNotContain(parts[0], words);
            Assert.All(List(parts[2]), code => Assert.True(rows.ContainsKey(code), $"{parts[0]}: {code}"));
            Assert.All(List(parts[2]), code => Assert.Equal(char.IsAsciiDigit(code[0]) ? "cpt" : "hcpcs", parts[1]));
        }
    }

    // ---- against the official files -------------------------------------------------------------------------------

    [Fact]
    public void A_live_procedure_has_the_indicators_of_the_fee_schedule()
    {
        var schedule = FeeSchedule();
        foreach (var row in Starter("cpt.csv").Where(row => !IsOlderThanTheReleases(row)))
        {
            var code = row["code"];
            Assert.True(schedule.TryGetValue(code, out var official), $"{code} is not in the fee schedule");
            Assert.Equal((code, official.Global, official.Bilateral, official.Status), (code, row["global_days"], row["bilateral"], row["status"]));
        }
    }

    [Fact]
    public void No_label_and_no_synonym_of_a_procedure_is_the_official_short_descriptor()
    {
        var descriptors = FeeSchedule().Where(entry => char.IsAsciiDigit(entry.Key[0]))
            .ToDictionary(entry => entry.Key, entry => Letters(entry.Value.Short));
        foreach (var row in Starter("cpt.csv").Where(row => descriptors.ContainsKey(row["code"])))
            Assert.All(List(row["synonyms"]).Append(row["label"]), words
                => Assert.False(Letters(words) == descriptors[row["code"]], $"{row["code"]}: \"{words}\" is the CMS short descriptor"));
    }

    [Fact]
    public void A_deleted_procedure_is_gone_from_the_fee_schedule_and_its_successors_exist()
    {
        var schedule = FeeSchedule();
        var known = schedule.Keys.Concat(Starter("cpt.csv").Select(row => row["code"])).Concat(OutpatientCodes("2026-04")).ToHashSet();
        foreach (var row in Starter("cpt.csv").Where(row => row["valid_to"].Length > 0))
        {
            Assert.NotEmpty(List(row["successors"]));
            Assert.All(List(row["successors"]), code => Assert.Contains(code, known));
            if (IsOlderThanTheReleases(row))
                Assert.DoesNotContain(row["code"], schedule.Keys);
            else
                Assert.DoesNotContain(row["code"], OutpatientCodes("2026-04"));
        }
    }

    /// <summary>NCCI ends the pairs of a deleted code on its last day, so the commonest deletion date is that day.</summary>
    [Fact]
    public void The_pairs_of_a_deleted_facet_code_end_on_its_last_day()
    {
        var deleted = Starter("history.csv").ToDictionary(row => row["code"], row => new List<string>());
        using var zip = ZipFile.OpenRead(Release("ncci/ptp/medicare-ncci-2024q3-practitioner-ptp-edits-ccipra-v302r0-f4_rebuilt.zip"));
        using var reader = new StreamReader(zip.Entries[0].Open(), Encoding.Latin1);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length < 5 || !deleted.TryGetValue(cells[0], out var dates) && !deleted.TryGetValue(cells[1], out dates)) continue;
            dates.Add(cells[4].Trim());
        }

        foreach (var row in Starter("history.csv"))
        {
            var common = deleted[row["code"]].GroupBy(date => date).MaxBy(group => group.Count());
            Assert.Equal(Date(row["date"]).AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture), common?.Key);
        }
    }

    [Fact]
    public void A_procedure_starts_on_its_add_date()
    {
        var added = Csv(File.ReadAllText(Release("rbcs/RBCS_RY_2025.csv"))).Skip(1)
            .GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.First()[9]);
        foreach (var row in Starter("cpt.csv").Where(row => row["valid_from"].Length > 0))
            Assert.Equal((row["code"], added.GetValueOrDefault(row["code"])),
                (row["code"], Date(row["valid_from"]).ToString("MM/dd/yyyy", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_add_on_names_every_live_primary_of_the_add_on_file_and_no_other()
    {
        var official = AddOns().Where(pair => pair.Live && pair.Primary != "CCCCC").ToLookup(pair => pair.AddOn, pair => pair.Primary);
        foreach (var row in Starter("cpt.csv"))
            Assert.Equal((row["code"], string.Join('|', official[row["code"]].Distinct().Order(StringComparer.Ordinal))),
                (row["code"], string.Join('|', List(row["addon_to"]).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void A_HCPCS_code_starts_on_its_add_date_and_ends_where_the_note_says()
    {
        var official = Hcpcs().Where(record => record[10] == '3').ToDictionary(record => record[..5]);
        foreach (var row in Starter("hcpcs.csv"))
        {
            Assert.True(official.TryGetValue(row["code"], out var record), $"{row["code"]} is not in the HCPCS file");
            Assert.Equal((row["code"], record[268..276]), (row["code"], row["valid_from"].Replace("-", "", StringComparison.Ordinal)));
            var end = record[284..292].Trim();
            var said = row["note"].StartsWith("Ended ", StringComparison.Ordinal) ? row["note"][6..16].Replace("-", "", StringComparison.Ordinal) : "";
            Assert.Equal((row["code"], end), (row["code"], said));
        }
    }

    [Fact]
    public void A_HCPCS_modifier_is_a_live_modifier_of_the_HCPCS_file()
    {
        var live = Hcpcs().Where(record => record[10] == '7' && record[284..292].Trim().Length == 0).Select(record => record[3..5]).ToHashSet();
        Assert.All(Starter("modifiers.csv").Where(row => !row["code"].All(char.IsAsciiDigit)), row => Assert.Contains(row["code"], live));
    }

    [Fact]
    public void A_place_of_service_pays_the_official_setting_and_none_is_missing()
    {
        var official = Csv(File.ReadAllText(Release("pos/pos_codes_2024.csv"))).Skip(1)
            .Where(row => row[1] != "Unassigned").Select(row => $"{row[0]} {row[1].ToLowerInvariant()}");
        Assert.Equal(official, Starter("pos.csv").Select(row => $"{row["code"]} {row["setting"]}"));
    }

    [Fact]
    public void A_diagnosis_is_billable_in_fiscal_year_2026_under_its_title()
    {
        var official = Diagnoses();
        foreach (var row in Starter("icd10cm.csv"))
        {
            Assert.True(official.TryGetValue(row["code"].Replace(".", "", StringComparison.Ordinal), out var entry), $"{row["code"]} is not in the order file");
            Assert.Equal((row["code"], true, entry.Title), (row["code"], entry.Billable, row["title"]));
            Assert.True(row["code"].Length <= 3 || row["code"][3] == '.', row["code"]);
        }
    }

    [Fact]
    public void The_categories_are_those_of_the_diagnoses_under_their_titles()
    {
        var official = Diagnoses();
        var wanted = Starter("icd10cm.csv").Select(row => row["code"][..3]).Distinct().Order(StringComparer.Ordinal).Select(code => $"{code} {official[code].Title}");
        Assert.Equal(wanted, Starter("icd10cm-categories.csv").Select(row => $"{row["code"]} {row["title"]}"));
    }

    /// <summary>Columns of the fee schedule, so that no value a page could show is left without a meaning.</summary>
    [Theory]
    [InlineData("status", 3)]
    [InlineData("pctc", 13)]
    [InlineData("global-days", 14)]
    [InlineData("multiple", 18)]
    [InlineData("bilateral", 19)]
    [InlineData("assistant", 20)]
    [InlineData("co-surgeon", 21)]
    [InlineData("team", 22)]
    [InlineData("physician-supervision", 25)]
    [InlineData("imaging-family", 27)]
    public void Every_indicator_of_the_fee_schedule_has_a_meaning(string kind, int column)
        => AssertExplained(kind, FeeScheduleRows().Select(row => row[column]));

    [Theory]
    [InlineData("hcpcs-pricing", 119, 121)]
    [InlineData("hcpcs-coverage", 229, 230)]
    [InlineData("hcpcs-type-of-service", 260, 261)]
    public void Every_indicator_of_the_HCPCS_file_has_a_meaning(string kind, int start, int end)
        => AssertExplained(kind, Hcpcs().Where(record => record[10] == '3').Select(record => record[start..end].Trim()));

    [Fact]
    public void Every_outpatient_status_has_a_meaning()
        => AssertExplained("opps-status", Outpatient("2025-10").Concat(Outpatient("2026-04")).Select(row => row[2]));

    [Fact]
    public void Every_add_on_type_has_a_meaning() => AssertExplained("addon-type", AddOns().Select(pair => pair.Type));

    [Fact]
    public void Every_MUE_adjudication_indicator_has_a_meaning()
        => AssertExplained("mue-mai", Csv(File.ReadAllText(Release("ncci/mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv"), Encoding.Latin1))
            .Where(row => row.Length > 2 && row[0].Length == 5 && row[2].Contains("Edit", StringComparison.Ordinal)).Select(row => row[2][..1]));

    private static void AssertExplained(string kind, IEnumerable<string> values)
    {
        var explained = Starter("indicators.csv").Where(row => row["kind"] == kind).Select(row => row["value"]).ToHashSet();
        var seen = values.Where(value => value.Length > 0).ToHashSet();
        Assert.NotEmpty(seen);
        Assert.Empty(seen.Except(explained));
    }

    // ---- readers: as small as each layout allows ------------------------------------------------------------------

    private sealed record Scheduled(string Short, string Status, string Global, string Bilateral);

    private static bool IsOlderThanTheReleases(Dictionary<string, string> row)
        => row["valid_to"].Length > 0 && string.CompareOrdinal(row["valid_to"], "2013") < 0;

    /// <summary>Lines of the fee schedule proper: a five-character code and no component modifier, all columns.</summary>
    private static IEnumerable<string[]> FeeScheduleRows()
        => Csv(File.ReadAllText(Release("pfs/2025D/PPRRVU2025_Oct.csv"), Encoding.Latin1))
            .Where(row => row.Length > 28 && row[0].Length == 5 && row[0] != "HCPCS").Select(row => row.Select(field => field.Trim()).ToArray());

    private static Dictionary<string, Scheduled> FeeSchedule()
        => FeeScheduleRows().Where(row => row[1].Length == 0).ToDictionary(row => row[0], row => new Scheduled(row[2], row[3], row[14], row[19]));

    private static IEnumerable<string[]> Outpatient(string quarter)
        => Csv(File.ReadAllText(Release($"opps/addendum_b_{quarter}.csv"), Encoding.Latin1)).Skip(1).Where(row => row.Length > 2);

    private static HashSet<string> OutpatientCodes(string quarter) => Outpatient(quarter).Select(row => row[0]).ToHashSet();

    /// <summary>320-character records; 3 in position 11 begins a procedure, 7 a modifier.</summary>
    private static IEnumerable<string> Hcpcs()
        => File.ReadLines(Release("hcpcs/2025-10/HCPC2025_OCT_ANWEB_rebuilt.txt")).Select(line => line.PadRight(320));

    private static Dictionary<string, (bool Billable, string Title)> Diagnoses()
    {
        using var zip = ZipFile.OpenRead(Release("icd10cm/2026/icd10cm-Code Descriptions-2026.zip"));
        using var reader = new StreamReader(zip.GetEntry("icd10cm-order-2026.txt")!.Open());
        var diagnoses = new Dictionary<string, (bool, string)>();
        while (reader.ReadLine() is { } line)
            diagnoses[line[6..13].Trim()] = (line[14] == '1', line[77..].Trim());
        return diagnoses;
    }

    private static List<(string Type, string AddOn, string Primary, bool Live)> AddOns()
    {
        var pairs = new List<(string, string, string, bool)>();
        foreach (var row in FirstSheet(Release("ncci/aoc/AOC_V2026Q2-MCR.xlsx")))
        {
            string Cell(char column) => row.GetValueOrDefault(column, "").Trim();
            if (Cell('B').Length == 5) pairs.Add((Cell('A'), Cell('B'), Cell('D'), Cell('C').Length + Cell('E').Length + Cell('G').Length == 0));
        }

        return pairs;
    }

    /// <summary>
    /// The cells of a workbook's first sheet by column letter. ExcelDataReader is not used here: its configuration asks for
    /// code page 1252, which exists only after registering encodings for the whole process.
    /// </summary>
    private static IEnumerable<Dictionary<char, string>> FirstSheet(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        XElement Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XElement.Load(stream);
        }

        var main = XNamespace.Get("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        var shared = Part("xl/sharedStrings.xml").Elements(main + "si").Select(item => string.Concat(item.Descendants(main + "t").Select(t => t.Value))).ToList();
        foreach (var row in Part("xl/worksheets/sheet1.xml").Descendants(main + "row"))
            yield return row.Elements(main + "c").Where(cell => cell.Element(main + "v") is not null).ToDictionary(
                cell => cell.Attribute("r")!.Value[0],
                cell => cell.Attribute("t")?.Value == "s"
                    ? shared[int.Parse(cell.Element(main + "v")!.Value, CultureInfo.InvariantCulture)]
                    : cell.Element(main + "v")!.Value);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string[] List(string field) => field.Length == 0 ? [] : field.Split('|');

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Starter(string file)
    {
        var rows = Csv(File.ReadAllText(StarterFile(file))).ToList();
        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    private static string StarterFile(string file) => Path.Combine(Repository(), "data", "starter", file);

    private static string Repository() => Above(directory => File.Exists(Path.Combine(directory, "CodingAhead.slnx")))
        ?? throw new InvalidOperationException("The tests run outside the repository: CodingAhead.slnx is not above them.");

    private static string Release(string file)
    {
        var releases = Environment.GetEnvironmentVariable("CODINGAHEAD_RELEASES");
        if (string.IsNullOrEmpty(releases))
            releases = Above(directory => Directory.Exists(Path.Combine(directory, "..", "shared", "releases"))) is { } found
                ? Path.Combine(found, "..", "shared", "releases") : null;
        if (releases is null || !Directory.Exists(releases)) Assert.Skip("releases mirror not found");
        var path = Path.Combine(releases, file);
        if (!File.Exists(path)) Assert.Skip($"releases mirror has no {file}");
        return path;
    }

    private static string? Above(Func<string, bool> holds)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (holds(directory.FullName)) return directory.FullName;
        return null;
    }

    private static IEnumerable<string[]> Csv(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted) field.Append(c);
            else if (c == ',') { row.Add(field.ToString()); field.Clear(); }
            else if (c == '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                yield return [.. row];
                row.Clear();
            }
            else field.Append(c);
        }

        if (row.Count > 0 || field.Length > 0) { row.Add(field.ToString()); yield return [.. row]; }
    }
}
