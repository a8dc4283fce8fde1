using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Data pasted into a note: its keys say what its values are. All persons and places are invented.</summary>
public sealed class FieldsTests
{
    [Theory]
    [InlineData("""{"patientName":"Quellmann, Orel","mrn":"551208"}""", "Quellmann Orel 551208")]
    [InlineData("""{"provider":{"lastName":"Farnsby","firstName":"Brown"},"facility":"St. Orel Hospital"}""", "Farnsby Brown Orel")]
    [InlineData("""{"name":[{"use":"official","family":"Quellmann","given":["Zaldrix","Tove"]}],"address":[{"line":["88 Harrow Way"],"city":"pellham","district":"Rainbow","postalCode":"3999"}]}""", "Quellmann Zaldrix Tove 88 Harrow pellham Rainbow 3999")]
    [InlineData("""{ "identifier" : [ { "type": { "text": "MR" }, "value" : "12345" } ] }""", "12345")]
    [InlineData("""{"patientId":"551208","accountNumber":"7781","medicalRecordNumber":"99120"}""", "551208 7781 99120")]
    [InlineData("{'last_name': 'Quellmann', 'city': 'Pellham'}", "Quellmann Pellham")]
    [InlineData("first_name=Zaldrix; last_name=Quellmann; city=Pellham", "Zaldrix Quellmann Pellham")]
    [InlineData("firstName: Zaldrix\nlast_name: Quellmann\nmedical_record_number: 551208", "Zaldrix Quellmann 551208")]
    [InlineData("<name><given>Zaldrix</given><hl7:family>Quellmann</hl7:family></name><city>Pellham</city>", "Zaldrix Quellmann Pellham")]
    [InlineData("""<patient lastName="Quellmann" city='Pellham' mrn="551208"/>""", "Quellmann Pellham 551208")]
    [InlineData("WHERE last_name = 'Quellmann' AND mrn = 551208", "Quellmann 551208")]
    [InlineData("City: Pellham\nCounty: Orange", "Pellham Orange")]
    [InlineData("ptMRN: 551208", "551208")]
    [InlineData("From the log:\nPID|1||551208^^^STOREL^MR||QUELLMANN^ZALDRIX^B||19510203|F|||12 HARROW ST^^PELLHAM^VT^05701||(802)555-0142\nStable.", "551208 QUELLMANN ZALDRIX 19510203 HARROW PELLHAM 05701 0142")]
    [InlineData("NK1|1|QUELLMANN^TOVE|SPO\rPV1|1|I|4W^402^A||||1234567^FARNSBY^HENRIK^^^DR", "QUELLMANN TOVE 402 1234567 FARNSBY HENRIK")]
    public void A_field_is_what_its_key_says(string text, string gone)
    {
        var redacted = new Redactor().Redact(text);
        Assert.All(gone.Split(' '), value => Assert.DoesNotContain(value, redacted.Text, StringComparison.Ordinal));
        Assert.Equal(redacted.Text, new Redactor().Redact(redacted.Text).Text);
    }

    [Theory]
    [InlineData("""{"medication":{"name":"Metoprolol"},"family":"adhesives","given":"daily","status":"active"}""")]
    [InlineData("""{"test":{"name":"Hemoglobin A1c","value":"7.1"},"display":"Essential hypertension","name":"aspirin"}""")]
    [InlineData("name=aspirin dose=81; status=active; provider=cardiology; patient=stable; contact=precautions")]
    [InlineData("""{"identifier":[],"valueQuantity":{"value":"7250","unit":"/uL"}}""")]
    [InlineData("OBX|1|NM|2345-7^GLUCOSE^LN||182|mg/dL|70-99|H|||F\nDG1|1||I10^Essential hypertension^I10")]
    [InlineData("| PID | Pain | Yes |\nRisk|Low|None|No\nHbA1C: 7.1, FiO2: 40, eGFR: 60, mmHg=120")]
    [InlineData("Town: unknown\nfamily_history: adhesions; given: daily")]
    public void A_field_of_the_medicine_stays(string text) => Assert.Equal(text, new Redactor().Redact(text).Text);
}
