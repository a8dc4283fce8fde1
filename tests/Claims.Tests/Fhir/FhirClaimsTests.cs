using System.Text;
using System.Text.Json.Nodes;
using CodingAhead.Claims.Fhir;
using CsCheck;

namespace CodingAhead.Claims.Tests.Fhir;

/// <summary>FHIR R4 claims: what is read from which element, and errors by FHIRPath.</summary>
public class FhirClaimsTests
{
    public const string Sample =
        """
        {"resourceType":"Claim","id":"f1","status":"active","use":"claim","created":"2025-10-16",
         "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
         "contained":[{"resourceType":"Patient","id":"p","gender":"female","birthDate":"1958-03-02","name":[{"family":"ZUCKERPFERD"}],"identifier":[{"system":"http://hl7.org/fhir/sid/us-mbi","value":"2WV7XQ3RT45"}]},
                      {"resourceType":"Organization","id":"o","identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}],"address":[{"postalCode":"60601"}]}],
         "patient":{"reference":"#p"},"provider":{"reference":"#o"},"priority":{"coding":[{"code":"normal"}]},"insurance":[{"sequence":1,"focal":true,"coverage":{"display":"x"}}],
         "diagnosis":[{"sequence":20,"diagnosisCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"I10"}]}},
                      {"sequence":10,"diagnosisCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"1"},{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M47.816"}]}}],
         "item":[{"sequence":1,"diagnosisSequence":[10],"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"64635"}]},"modifier":[{"coding":[{"code":"50"}]}],
                  "servicedDate":"2025-10-15","locationCodeableConcept":{"coding":[{"system":"https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set","code":"11"}]},
                  "quantity":{"value":2},"unitPrice":{"value":600.00,"currency":"USD"}},
                 {"sequence":2,"diagnosisSequence":[20,10],"productOrService":{"coding":[{"code":"00100"}]},"servicedPeriod":{"start":"2025-10-15T08:00:00Z","end":"2025-10-16"},
                  "quantity":{"value":45,"code":"min"},"net":{"value":300}}]}
        """;

    [Fact]
    public void Elements_are_read()
    {
        var claim = Read(Sample).Claim!;
        Assert.Equal(("f1", Setting.Practitioner, new Patient("F", new DateOnly(1958, 3, 2), "2WV7XQ3RT45"), "1234567893", "60601"), (claim.Id, claim.Setting, claim.Patient, claim.Provider.Npi, claim.Provider.Zip));
        Assert.Equal(["M47.816", "I10"], claim.Diagnoses);
        Assert.Equal(
            ["64635 50 2 1200.00 2025-10-15  11 1 ", "00100  1 300 2025-10-15 2025-10-16  2,1 45"],
            claim.Lines.Select(l => FormattableString.Invariant($"{l.Code} {string.Join(',', l.Modifiers)} {l.Units} {l.Charge} {l.Date:yyyy-MM-dd} {l.To:yyyy-MM-dd} {l.Pos} {string.Join(',', l.Dx)} {l.Minutes}")));
    }

    [Theory]
    [InlineData("item[0].productOrService", "null", "Claim.item[0].productOrService: expected a coding of CPT or HCPCS.")]
    [InlineData("item[0].servicedDate", "\"2025-10\"", "Claim.item[0].servicedDate: expected a date")]
    [InlineData("item[0].servicedDate", "null", "Claim.item[0].servicedDate: expected a date")]
    [InlineData("item[0].quantity.value", "-1", "Claim.item[0].quantity.value: expected a number above zero")]
    [InlineData("item[0].quantity.value", "\"SECRET\"", "Claim.item[0].quantity.value: expected a number")]
    [InlineData("item[0].unitPrice.value", "1.12345", "Claim.item[0].unitPrice.value: expected dollars")]
    [InlineData("item[0].diagnosisSequence[0]", "3", "Claim.item[0].diagnosisSequence[0]: expected the sequence of a diagnosis")]
    [InlineData("item[0].modifier[0].coding[0].code", "\"SECRET\"", "Claim.item[0].modifier[0]: expected a modifier")]
    [InlineData("item", "[]", "Claim.item: expected at least one item.")]
    [InlineData("item", "\"SECRET\"", "Claim.item: expected a list.")]
    [InlineData("item[1]", "7", "Claim.item[1]: expected an object.")]
    [InlineData("diagnosis[1].sequence", "20", "Claim.diagnosis[1].sequence: expected each number once.")]
    [InlineData("diagnosis[0].diagnosisCodeableConcept.coding[0].system", "\"SECRET\"", "Claim.diagnosis[0].diagnosisCodeableConcept: expected a coding")]
    [InlineData("type.coding[0].code", "\"oral\"", "Claim.type: expected professional or institutional.")]
    [InlineData("modifierExtension", "[{}]", "Claim.modifierExtension: expected none")]
    public void What_does_not_fit_is_named_by_its_element(string path, string value, string error)
    {
        var root = JsonNode.Parse(Sample)!;
        var at = root;
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (parts[i][0] == '[')
            {
                var index = parts[i][1] - '0';
                if (last) at![index] = JsonNode.Parse(value);
                else at = at![index];
            }
            else if (last) at![parts[i]] = JsonNode.Parse(value);
            else at = at![parts[i]];
        }

        var read = Read(root.ToJsonString());
        Assert.StartsWith(error, read.Error?.Error, StringComparison.Ordinal);
        Assert.Equal("f1", read.Error!.Id);
        Assert.DoesNotContain("SECRET", read.Error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_gives_its_claims_and_their_patients()
    {
        var claim = JsonNode.Parse(Sample)!.AsObject();
        claim["patient"]!["reference"] = "Patient/77";
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["entry"] = new JsonArray(
                new JsonObject { ["resource"] = claim },
                new JsonObject { ["resource"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "77", ["gender"] = "male" } }),
        };
        Assert.Equal("M", Assert.Single(FhirClaims.Read(Encoding.UTF8.GetBytes(bundle.ToJsonString()))).Claim!.Patient.Sex);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\"}")]
    [InlineData("{\"resourceType\":17}")]
    [InlineData("{\"resourceType\":\"Bundle\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[1,{\"resource\":2}]}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void What_is_no_claim_is_told(string text) => Assert.NotNull(Read(text).Error);

    [Fact]
    public void Damage_throws_nothing_and_repeats_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample);
        Gen.Select(Gen.Int[0, bytes.Length - 1].Array[1, 4], Gen.Byte).Sample((places, value) =>
        {
            var damaged = bytes.ToArray();
            foreach (var place in places) damaged[place] = (place & 1) == 0 ? value : (byte)"\"{}[],:0-e1"[value % 11];
            foreach (var (claim, error) in FhirClaims.Read(damaged))
            {
                Assert.True(claim is null != error is null);
                if (error is not null) Assert.DoesNotContain("ZUCKER", error.Error, StringComparison.Ordinal);
            }
        }, iter: 10_000);
    }

    private static ReadClaim Read(string text) => Assert.Single(FhirClaims.Read(Encoding.UTF8.GetBytes(text)));
}
