using CodingAhead.Codes.Import;
using static CodingAhead.Codes.Tests.Import.PaymentSamples;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>Rbcs, CcsServices, PlaceOfService and RevenueCentre.</summary>
public class ClassificationTests
{
    [Fact]
    public void Rbcs_tells_when_a_code_existed()
    {
        var read = Imported.Read(Mirror.File("rbcs/RBCS_RY_2025.csv"), "rbcs");

        Assert.Equal(("RY 2025", 18_882, 16_618), (read.Edition.Label, read.Rows.Count(r => r.Table.Name == "rbcs"), read.Rows.Count(r => r.Table.Name == "rbcs-code-dates")));
        var ended = read.Of("rbcs-code-dates", "0001A").Single();
        Assert.Equal(("2020-12-11", "2023-10-31"), (ended.From, ended.To));
        var open = read.Of("rbcs-code-dates", "0001U").Single();
        Assert.Equal(("2017-02-01", null), (open.From, open.To));
        Assert.Equal(["TM014N"], read.Of("rbcs", "0001U").Where(r => r["latest"] == "1").Select(r => r["id"]));
    }

    [Fact]
    public void Categories_places_and_revenue_centres_are_read()
    {
        var ccs = Imported.Read(Mirror.File("pos/terminology__ccs_services_procedures.csv"), "ccs-services");
        Assert.Equal(17_477, ccs.Rows.Count);
        Assert.Equal(["1", "Incision and excision of CNS"], ccs.Of("ccs", "61000").Single().Columns);
        Assert.Equal("Anesthesia", ccs.Of("ccs", "00102").Single()["text"]);

        var pos = Imported.Read(Mirror.File("pos/pos_codes_2024.csv"), "place-of-service");
        Assert.Equal(52, pos.Rows.Count);
        Assert.Equal(("Pharmacy", "non-facility"), (pos.Of("pos", "01").Single()["name"], pos.Of("pos", "01").Single()["type"]));

        var revenue = Imported.Read(Mirror.File("pos/terminology__revenue_center.csv"), "revenue-centre");
        Assert.Equal(526, revenue.Rows.Count);
        Assert.Equal(526, Imported.Read(Mirror.File("pos/terminology__revenue_center.csv"), "revenue-centre", Licence.Ama).Withheld);
    }

    [Theory]
    [InlineData("rbcs", "PM001M", "PM001X", "an RBCS id of another form")]
    [InlineData("rbcs", "M,01/01/1984,12/31/9999,1", "M,01/01/1985,12/31/9999,1", "99991 with other dates than above")]
    [InlineData("rbcs", "01/01/2013", "13/01/2013", "add date '13/01/2013'")]
    [InlineData("rbcs", ",0,0\r\n", ",0\r\n", "16 columns")]
    [InlineData("ccs-services", "872", "9999T", "9999T a second time")]
    [InlineData("ccs-services", ",230,", ",1,", "category 1 with another text")]
    [InlineData("place-of-service", "Non-Facility", "Sometimes", "type 'Sometimes'")]
    [InlineData("place-of-service", "21,", "11,", "11 a second time")]
    [InlineData("revenue-centre", "091X", "9X", "a revenue code of another form")]
    public void Bad_input_is_refused(string importer, string replace, string by, string message) =>
        Assert.Contains(message, Assert.Throws<ReleaseFormatException>(() => PfsLocalityTests.Damaged(importer, "csv", replace, by)).Message, StringComparison.Ordinal);
}
