using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>OppsAddendumB, OppsApc, OppsStatus, WageIndex and AscAddenda.</summary>
public class FacilityScheduleTests
{
    [Fact]
    public void The_official_addendum_B_is_read()
    {
        var read = Imported.Read(Mirror.File("opps/opps_addendum_b_2025.xlsx"), "opps-addendum-b");

        Assert.Equal(("opps", "2025 Q1", 0), (read.Edition.Dataset, read.Edition.Label, read.Edition.Revision));
        Assert.Equal(18_562, read.Rows.Count(r => r.Table.Name == "opps"));
        Assert.Equal(["J1", "5414", "35.6573", "3179.53", "", "635.91", "", "", "", "", ""], read.Of("opps", "0071T").Single().Columns);
        Assert.Equal((3_141, 602), (read.Rows.Count(r => r.Table.Name == "opps" && r["status"] == "J1"), read.Rows.Count(r => r.Table.Name == "opps" && r["changed"] == "yes")));
        Assert.Single(read.Of("opps", "A4341"));
    }

    [Theory]
    [InlineData("2025-01", "2025 Q1", 18_562)]
    [InlineData("2025-04", "2025 Q2", 18_613)]
    [InlineData("2025-10", "2025 Q4", 18_798)]
    [InlineData("2026-04", "2026 Q2", 19_059)]
    public void A_derived_addendum_B_gives_way_to_an_official_one(string name, string label, int rows)
    {
        var read = Imported.Read(Mirror.File($"opps/addendum_b_{name}.csv"), "opps-addendum-b");
        Assert.Equal((label, -1, rows), (read.Edition.Label, read.Edition.Revision, read.Rows.Count(r => r.Table.Name == "opps")));
    }

    [Fact]
    public void Derived_and_official_values_of_January_2025_agree()
    {
        // The derived file rounds to cents, which leaves nothing of J2002's 0.003.
        static IEnumerable<string> Rows(string path) => Imported.Read(Mirror.File(path), "opps-addendum-b").Rows
            .Where(r => r.Table.Name == "opps" && r.Key.Code != "J2002").Select(r => $"{r.Key} {r["status"]} {r["paymentRate"]}").Order(StringComparer.Ordinal);
        Assert.Equal(Rows("opps/opps_addendum_b_2025.xlsx"), Rows("opps/addendum_b_2025-01.csv"));
    }

    [Fact]
    public void Classification_rates_status_indicators_and_wage_indices_are_read()
    {
        var apc = Imported.Read(Mirror.File("opps/apc-rate-2024.csv"), "opps-apc");
        Assert.Equal(983, apc.Rows.Count);
        Assert.Equal(["K", "3975", "795", "795", "2024-01-01"], apc.Of("apc", "APC-0701").Single().Columns);

        var status = Imported.Read(Mirror.File("opps/status-indicators.csv"), "opps-status");
        Assert.Equal(31, status.Rows.Count);
        Assert.Equal(["Always", "Hospital Part B services paid through a comprehensive APC"], status.Of("opps-status", "OPPS-J1").Single().Columns);
        Assert.Equal(("undated", null, null), (status.Edition.Label, status.Rows[0].From, status.Rows[0].To));

        var wage = Imported.Read(Mirror.File("opps/cbsa-wage-index-2024.csv"), "wage-index");
        Assert.Equal(466, wage.Rows.Count);
        Assert.Equal(["0.7121", "0.7121", "0", "ALABAMA", "2024-01-01"], wage.Of("wage-index", "CBSA-01").Single().Columns);
    }

    [Fact]
    public void The_surgical_centre_addenda_are_read()
    {
        var read = Imported.Read(Mirror.File("asc/asc_addenda_2020_07.xlsx"), "asc-addenda");

        Assert.Equal("2020 Q3", read.Edition.Label);
        Assert.Equal((3_977, 1_823), (read.Rows.Count(r => r.Table.Name == "asc" && r["addendum"] == "AA"), read.Rows.Count(r => r.Table.Name == "asc" && r["addendum"] == "BB")));
        Assert.Equal((18, 4, 2_064), (read.Rows.Count(r => r.Table.Name == "asc-indicator" && r["kind"] == "payment"), read.Rows.Count(r => r.Table.Name == "asc-indicator" && r["kind"] == "comment"), read.Rows.Count(r => r.Table.Name == "asc-excluded")));
        Assert.Equal(["AA", "P3", "", "75.07", "Y", "*"], read.Of("asc", "10005").Single().Columns);
        Assert.Single(read.Of("asc-indicator", "ASC-A2"));
    }

    [Theory]
    [InlineData("opps-addendum-b", "csv", "\"J1\"", "\"J9\"", "status indicator 'J9'")]
    [InlineData("opps-addendum-b", "csv", "\"3179.53\"", "\"much\"", "payment rate 'much'")]
    [InlineData("opps-addendum-b", "csv", ",true,", ",yes,", "'Changed?' 'yes'")]
    [InlineData("opps-addendum-b", "csv", "\"A9991\u00a0\"", "\"99991\"", "99991 a second time")]
    [InlineData("opps-apc", "csv", "05414", "15414", "APC '15414'")]
    [InlineData("opps-apc", "csv", "20240101", "20240001", "effective date '20240001'")]
    [InlineData("opps-status", "csv", "Never", "Rarely", "'Paid' 'Rarely'")]
    [InlineData("wage-index", "csv", "99740", "997", "an area that is no CBSA")]
    public void Bad_input_is_refused(string importer, string extension, string replace, string by, string message) =>
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => PfsLocalityTests.Damaged(importer, extension, replace, by)).Message, StringComparison.Ordinal);
}
