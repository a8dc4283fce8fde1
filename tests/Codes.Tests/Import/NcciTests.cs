using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>NcciPtp, NcciMue and NcciAddOn.</summary>
public class NcciTests
{
    [Theory]
    [InlineData("practitioner", "ccipra", 2_546_017)]
    [InlineData("hospital", "ccioph", 1_775_818)]
    public void Every_pair_of_a_quarter_is_read(string setting, string name, int pairs)
    {
        var files = Enumerable.Range(1, 4).Select(i => Mirror.File($"ncci/ptp/medicare-ncci-2024q3-{setting}-ptp-edits-{name}-v302r0-f{i}_rebuilt.zip!{name}-v302r0-f{i}.TXT")).ToList();
        var total = 0;
        foreach (var file in files)
        {
            var sink = new FactSink(file, new StringPool(), Licence.Public);
            new NcciPtp().Read(file, sink, CancellationToken.None);
            Assert.Equal(($"ncci-ptp-{setting}", "2024 Q3"), (sink.CurrentEdition!.Value.Dataset, sink.CurrentEdition.Value.Label));
            total += sink.Pairs.Count;
        }

        Assert.Equal(pairs, total);
    }

    [Theory]
    [InlineData("txt", PtpSetting.Practitioner, "ncci-ptp-practitioner")]
    [InlineData("xlsx", PtpSetting.Hospital, "ncci-ptp-hospital")]
    public void A_pair_has_its_dates_and_indicator(string extension, PtpSetting setting, string dataset)
    {
        var file = Of("ncci-ptp", extension).File;
        var sink = new FactSink(file, new StringPool(), Licence.Public);
        new NcciPtp().Read(file, sink, CancellationToken.None);

        Assert.Equal((dataset, "2024 Q3"), (sink.CurrentEdition!.Value.Dataset, sink.CurrentEdition.Value.Label));
        Assert.Equal(3, sink.Pairs.Count);
        Assert.Equal(
            (CodeKey.Of(CodeSet.Cpt, "99991").Value, CodeKey.Of(CodeSet.Cpt, "99992").Value, Day.Of(new DateOnly(1996, 1, 1)), Day.Open, (byte)1, setting, true),
            (sink.Pairs[0].Column1, sink.Pairs[0].Column2, sink.Pairs[0].From, sink.Pairs[0].To, sink.Pairs[0].Indicator, sink.Pairs[0].Setting, sink.Pairs[0].Before1996));
        Assert.Equal((CodeKey.Of(CodeSet.Hcpcs, "G9991").Value, Day.Unknown, Day.Of(new DateOnly(2023, 12, 31)), (byte)0), (sink.Pairs[1].Column2, sink.Pairs[1].From, sink.Pairs[1].To, sink.Pairs[1].Indicator));
        Assert.Equal((Day.Open, (byte)9, false), (sink.Pairs[2].To, sink.Pairs[2].Indicator, sink.Pairs[2].Before1996));
    }

    [Theory]
    [InlineData("ccipra-v302r0-f1.TXT", "2024 Q3")]
    [InlineData("medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip!ccipra-v323r0-f1.TXT", "2026 Q4")]
    [InlineData("ccioph-v310r1-f2.txt", "2025 Q1")]
    [InlineData("medicare-ncci-2024q4-practitioner-ptp-edits-ccipra-v302r0-f1.zip!ccipra-v302r0-f1.TXT", null)]
    [InlineData("medicare-ncci-2025q3-practitioner-ptp-edits-ccipra-v302r0-f1.zip!ccipra-v302r0-f1.TXT", null)]
    [InlineData("ccipra-v304r0-f1.TXT", null)]
    [InlineData("edits.TXT", null)]
    [InlineData("medicare-ncci-2024q3-hospital-ptp-edits-ccioph-v302r0-f1.zip!ccipra-v302r0-f1.TXT", null)]
    public void The_version_is_the_quarter_and_names_must_agree(string path, string? label)
    {
        var text = Of("ncci-ptp", "txt").Text!;
        if (label is null) Assert.Throws<ReleaseFormatException>(() => Imported.Text(path, text, "ncci-ptp"));
        else Assert.Equal(label, Imported.Text(path, text, "ncci-ptp").Edition.Label);
    }

    [Theory]
    [InlineData("ncci-ptp", "\t9\tAnother", "\t2\tAnother", "modifier indicator '2'")]
    [InlineData("ncci-ptp", "\t9\tAnother", "\tAnother", "6 columns")]
    [InlineData("ncci-ptp", "\tAnother", "\tAnother\tx", "more than 7 columns")]
    [InlineData("ncci-ptp", "20231231", "20231232", "deletion date '20231232'")]
    [InlineData("ncci-ptp", "20231231", "2023", "deletion date '2023'")]
    [InlineData("ncci-ptp", "\t*\t1996", "\tx\t1996", "'in existence prior to 1996' 'x'")]
    [InlineData("ncci-ptp", "9999T", "9999", "column 1 code '9999'")]
    [InlineData("ncci-mue", "2 Date of Service Edit: Policy", "4 Date", "adjudication indicator '4 Date'")]
    [InlineData("ncci-mue", "A9991,12,", "A9991,,", "units ''")]
    [InlineData("ncci-mue", "A9991,12,", "99991,12,", "99991 a second time")]
    [InlineData("ncci-mue", ",Invented Data", "", "3 columns")]
    public void Bad_input_is_refused(string importer, string replace, string by, string message)
    {
        var extension = importer == "ncci-ptp" ? "txt" : "csv";
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => PfsLocalityTests.Damaged(importer, extension, replace, by)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ncci/mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", "ncci-mue-practitioner", "practitioner", "2026 Q2", 15_095, 41)]
    [InlineData("ncci/mue/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024_rebuilt.csv", "ncci-mue-outpatient-hospital", "outpatient-hospital", "2024 Q3", 14_628, 42)]
    [InlineData("ncci/mue/MCR_MUE_DMESupplierServices_Eff_07-01-2024_rebuilt.csv", "ncci-mue-dme", "dme", "2024 Q3", 2_928, 23)]
    public void Unlikely_edits_of_each_setting_are_read(string path, string dataset, string setting, string label, int rows, int lineEdits)
    {
        var read = Imported.Read(Mirror.File(path), "ncci-mue");
        Assert.Equal((dataset, label, rows), (read.Edition.Dataset, read.Edition.Label, read.Rows.Count));
        Assert.All(read.Rows, r => Assert.Equal(setting, r["setting"]));
        Assert.Equal(lineEdits, read.Rows.Count(r => r["mai"] == "1" && r["maiText"] == "Line Edit"));
    }

    [Fact]
    public void A_quarter_in_the_archives_name_must_agree_with_the_date_in_the_files()
    {
        var text = Of("ncci-mue", "csv").Text!;
        Assert.Equal("2026 Q4", Imported.Text("medicare-ncci-2026-q4-practitioner-services-mue-table.zip!MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", text, "ncci-mue").Edition.Label);
        Assert.Throws<ReleaseFormatException>(() => Imported.Text("medicare-ncci-2026-q4-practitioner-services-mue-table.zip!MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", text, "ncci-mue"));
    }

    [Fact]
    public void Add_on_codes_have_their_primaries_and_dates()
    {
        var read = Imported.Read(Mirror.File("ncci/aoc/AOC_V2026Q2-MCR.xlsx"), "ncci-addon");

        Assert.Equal(("2026 Q2", 9_000), (read.Edition.Label, read.Rows.Count));
        Assert.Equal([8_293, 47, 660], Enumerable.Range(1, 3).Select(t => read.Rows.Count(r => r["type"] == $"{t}")));
        Assert.Equal(["2023-01-01..2023-12-31", "2024-01-01.."], read.Of("addon", "0767T").Where(r => r["primary"] == "0766T").Select(r => $"{r.From}..{r.To}").Order(StringComparer.Ordinal));
        Assert.All(read.Rows.Where(r => r["type"] == "2"), r => Assert.Equal("CCCCC", r["primary"]));
    }

    [Theory]
    [InlineData(0, "4")]
    [InlineData(1, "")]
    [InlineData(3, "CCCC")]
    [InlineData(5, "2023366")]
    [InlineData(5, "20230101")]
    [InlineData(6, "2019001")]
    public void A_bad_add_on_row_is_refused(int column, string value)
    {
        var sample = Of("ncci-addon", "xlsx");
        var rows = sample.Sheets![0].Rows.Select(r => r.ToArray()).ToArray();
        rows[^1][column] = value;
        Assert.Equal(5, Assert.Throws<ReleaseFormatException>(() => Imported.Read(Imported.Bytes(sample.Path, Xlsx.Of(("AOC", rows))), "ncci-addon")).Line);
    }
}
