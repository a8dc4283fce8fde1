using System.Text.Json;
using System.Xml.Linq;
using CodingAhead.Text.Redact;
using CodingAhead.Text.Redact.Formats;

namespace CodingAhead.Text.Tests.Redact.Formats;

/// <summary>What holds for every format: nothing of the person is left, medicine and structure are, and what was not changed is there byte for byte.</summary>
public class FormatTests
{
    private static readonly Redactor Default = new();

    public static TheoryData<string, NoteFormat, string[]> All => new()
    {
        { Samples.Hl7, NoteFormat.Hl7, ["ORU^R01", "8251-1^Comment^LN", "Foley catheter", "|F|", "\\.br\\"] },
        { Samples.Fhir, NoteFormat.Fhir, ["Graves disease", "353295004", "http://snomed.info/sct", "\"gender\":\"female\"", "\"White\"", "Foley catheter", "\"state\":\"OH\"", "\"440\"", "Mrs.", "onsetAge\":{\"value\":90"] },
        { Samples.Cda, NoteFormat.Xml, ["Summarization of Episode Note", "Foley catheter", "<state>OH</state>", "Lisinopril", "2.16.840.1.113883.10.20.22.1.1", "effectiveTime value=\"2023\"", "nullFlavor=\"MSK\"", "value=\"90\" unit=\"a\""] },
        { Samples.I2b2, NoteFormat.Xml, ["Foley catheter", "<TAGS>", "<5 mg>"] },
        { Samples.I2b2Marked, NoteFormat.Xml, ["Foley catheter", "<PHI TYPE=\"DOCTOR\">[NAME-", "&amp; left"] },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_of_the_person_is_left_and_medicine_is(string text, NoteFormat format, string[] kept)
    {
        Assert.Equal(format, NoteFormats.Detect(text));
        var result = NoteFormats.Redact(Default, text, format);
        var readable = result.Text + Decoded(result.Text);
        foreach (var value in Samples.Gone) Assert.False(readable.Contains(value, StringComparison.Ordinal), $"{value} in\n{readable}");
        foreach (var value in kept) Assert.Contains(value, readable, StringComparison.Ordinal);
        Assert.True(result.Spans.Count > 4 || format == NoteFormat.Xml && result.Spans.Count > 1);
        Assert.Equal(result.Spans.Count, result.Manifest.Counts.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Redacting_twice_changes_nothing(string text, NoteFormat format, string[] kept)
    {
        _ = kept;
        var once = NoteFormats.Redact(Default, text, format).Text;
        Assert.Equal(once, NoteFormats.Redact(Default, once, format).Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Labels_change_nothing_and_their_spans_are_apart_and_in_order(string text, NoteFormat format, string[] kept)
    {
        _ = kept;
        var labelled = NoteFormats.Redact(new Redactor(Policy.SafeHarbor with { Mode = RedactionMode.Label }), text, format);
        Assert.Equal(text, labelled.Text);
        var at = 0;
        foreach (var span in labelled.Spans)
        {
            Assert.True(span.Start >= at && span.End >= span.Start && span.End <= text.Length && span.Replacement is null);
            at = span.End;
        }

        Assert.Contains(labelled.Spans, s => text[s.Start..s.End].Contains("arnsby", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_without_identifiers_stays_byte_for_byte(string text, NoteFormat format, string[] kept)
    {
        _ = (text, kept);
        var plain = format switch
        {
            NoteFormat.Hl7 => "MSH|^~\\&|LAB||EHR|||ORU^R01\rOBX|1|TX|8251-1^X^LN||Lungs clear \\T\\ soft.||||||F\r\n",
            NoteFormat.Fhir => "\uFEFF{ \"resourceType\" : \"Condition\",\r\n\t\"code\":{\"text\":\"caf\\u00e9 au lait \\/ spot\"}, \"x\": [1.50, true, null, -0e1] }\n",
            _ => "<?xml version='1.0'?>\r\n<ClinicalDocument  xmlns=\"urn:hl7-org:v3\"><title>A &#x26; B</title ><text>Lungs<br/>clear.</text></ClinicalDocument>\n",
        };
        Assert.Equal(plain, NoteFormats.Redact(Default, plain, format).Text);
    }

    [Fact]
    public void What_is_left_is_still_of_its_format()
    {
        using var bundle = JsonDocument.Parse(NoteFormats.Redact(Default, Samples.Fhir, NoteFormat.Fhir).Text);
        var entries = bundle.RootElement.GetProperty("entry");
        var (patient, document) = (entries[0].GetProperty("resource"), entries[1].GetProperty("resource"));
        // References still meet their targets.
        Assert.Equal("Patient/" + patient.GetProperty("id").GetString(), document.GetProperty("subject").GetProperty("reference").GetString());
        Assert.EndsWith("/Patient/" + patient.GetProperty("id").GetString(), entries[0].GetProperty("fullUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal("#" + document.GetProperty("contained")[0].GetProperty("id").GetString(), document.GetProperty("author")[0].GetProperty("reference").GetString());
        Assert.False(patient.TryGetProperty("birthDate", out _));
        Assert.Equal("masked", patient.GetProperty("_birthDate").GetProperty("extension")[0].GetProperty("valueCode").GetString());
        Assert.Equal("2023-01-01T00:00:00Z", patient.GetProperty("meta").GetProperty("lastUpdated").GetString());
        var attachment = document.GetProperty("content")[0].GetProperty("attachment");
        Assert.Equal(attachment.GetProperty("data").GetBytesFromBase64().Length, attachment.GetProperty("size").GetInt32());
        XDocument.Parse(NoteFormats.Redact(Default, Samples.Cda, NoteFormat.Xml).Text);
        XDocument.Parse(NoteFormats.Redact(Default, Samples.I2b2, NoteFormat.Xml).Text);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"SECRET\"}", "JSON at line 1")]
    [InlineData("{\"resourceType\":\"Patient\",\n\"name\":SECRET}", "JSON at line 2, character 8")]
    [InlineData("{\"resourceType\":\"Patient\",\"a\":\"SECRET\\q\"}", "JSON at line 1")]
    [InlineData("<?xml version=\"1.0\"?><ClinicalDocument><SECRET></ClinicalDocument>", "XML at line 1")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"SECRET\">]><a>&b;</a>", "document type (line 1)")]
    [InlineData("<?xml version=\"1.0\"?><a b=SECRET></a>", "XML at line 1")]
    [InlineData("<?xml version=\"1.0\"?><!-- SECRET", "XML at line 1")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"SECRET\"/></Patient>", "send it as JSON")]
    public void Damage_is_named_by_place_and_not_repeated(string text, string message)
    {
        var error = Assert.Throws<RedactionException>(() => NoteFormats.Redact(Default, text, NoteFormats.Detect(text)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    // Two patients in one document: each loses her name in her own record, where it is a word in the other's it stays.
    [Fact]
    public void What_is_known_of_one_patient_is_not_looked_for_in_anothers_record()
    {
        const string Lines = """
            {"resourceType":"Patient","id":"a","name":[{"family":"Zwickelbart"}]}
            {"resourceType":"Patient","id":"b","name":[{"family":"Lipitor"}]}
            {"resourceType":"Condition","subject":{"reference":"Patient/a"},"code":{"text":"told zwickelbart to take Lipitor"}}
            {"resourceType":"Condition","subject":{"reference":"https://x.example.org/Patient/b"},"code":{"text":"told that Lipitor was worse"}}

            """;
        var lines = NoteFormats.Redact(Default, Lines, NoteFormat.Fhir).Text.Split('\n');
        Assert.Contains("told [NAME-1] to take Lipitor", lines[2], StringComparison.Ordinal);
        Assert.Contains("told that [NAME-2] was", lines[3], StringComparison.Ordinal);
        const string Batch = "MSH|^~\\&|A|||||ORU|1|P|2.5\rPID|1||||ZWICKELBART^X\rNTE|1||took Lipitor\rMSH|^~\\&|A|||||ORU|2|P|2.5\rPID|1||||LIPITOR^Y\rNTE|1||told that Lipitor was worse\r";
        var batch = NoteFormats.Redact(Default, Batch, NoteFormat.Hl7).Text;
        Assert.Contains("took Lipitor", batch, StringComparison.Ordinal);
        Assert.DoesNotContain("that Lipitor", batch, StringComparison.Ordinal);
    }

    // Where an identifier hides that is no plain field: what a reviewer would look for last.
    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"Farnsby"}],"_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"1931-02-11T08:30:00Z"}]},"deceasedDateTime":"2023-02-01"}""")]
    [InlineData("""{"resourceType":"Patient","_name":[{"extension":[{"url":"https://x.example.org/y","valueString":"Quellmont"}]}],"link":[{"other":{"reference":"RelatedPerson/farnsby"}}]}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"https://farnsby.example.org","valueAddress":{"line":["1 Larkmoor"],"city":"Thornwick"}},{"url":"x","valueHumanName":{"text":"Quellmont"}},{"url":"x","valueContactPoint":{"system":"phone","value":"555-0171"}},{"url":"x","valueAttachment":{"url":"file:///farnsby.pdf","title":"farnsby.pdf"}},{"url":"x","valueIdentifier":{"value":"5512087"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"PUT","url":"Patient/5512087"},"response":{"status":"200","location":"Patient/5512087/_history/1","etag":"W/5512087"}}]}""")]
    [InlineData("""{"resourceType":"DocumentReference","content":[{"attachment":{"contentType":"text/plain; name=farnsby.example.org","url":"Binary/5512087"}}],"context":{"sourcePatientInfo":{"reference":"Patient/5512087","display":"Quellmont"}}}""")]
    [InlineData("""{"resourceType":"Binary","contentType":"text/html","data":"PHA+TXJzLiBGYXJuc2J5PC9wPg=="}""")]
    [InlineData("""{"resourceType":"Observation","valueAttachment":{"contentType":"image/png","data":"iVBORw0KGgo="},"performer":[{"display":"Quellmont"}],"device":{"identifier":{"value":"5512087"}}}""")]
    [InlineData("""{"resourceType":"Location","name":"Larkmoor","position":{"longitude":-81.5512087,"latitude":41.5512087},"managingOrganization":{"display":"Larkmoor"}}""")]
    [InlineData("""<ClinicalDocument xmlns="urn:hl7-org:v3"><effectiveTime value="20230304"/><recordTarget><patientRole><patient><name>Ottoline <![CDATA[Farnsby]]></name><birthTime><low value="19310211"/></birthTime></patient></patientRole></recordTarget><title>&#70;arnsby</title><component><section><text mediaType="x"><?x Farnsby?><renderMultiMedia referencedObject="farnsby"/><linkHtml href="file:///c:/farnsby.pdf" title="Mrs. Farnsby">x</linkHtml></text></section></component></ClinicalDocument>""")]
    [InlineData("""<ClinicalDocument><author><assignedAuthor><id extension="5512087" assigningAuthorityName="Larkmoor"/><telecom value="tel:555-0171"/><telecom value="https://farnsby.example.org"/></assignedAuthor></author><legalAuthenticator><signatureText>Dr. Quellmont</signatureText><time value="20230304"/></legalAuthenticator><entry><observationMedia><value representation="B64" mediaType="image/png">RmFybnNieQ==</value></observationMedia></entry></ClinicalDocument>""")]
    [InlineData("<html><head><style>/* Farnsby */</style><script>var n='Farnsby'</script></head><body><a href='mailto:o.farnsby@example.org'>x</a><!-- Farnsby --></body></html>")]
    [InlineData("MSH|^~\\&|A||||20230304||ORU|1|P|2.5\rPID|1||||FARNSBY^OTTOLINE||19310211\rPV2|||X^Farnsby\rIN1|1|1|2|LARKMOOR PLAN\rGT1|1||QUELLMONT^X\rZZZ|see farnsby|19310211\rOBX|1|RP|X||\\\\host\\farnsby.jpg\r")]
    public void What_hides_is_found(string text)
    {
        var left = NoteFormats.Redact(Default, text, NoteFormats.Detect(text)).Text;
        left += Decoded(left);
        foreach (var value in Samples.Gone) Assert.False(left.Contains(value, StringComparison.OrdinalIgnoreCase), $"{value} in {left}");
    }

    [Theory]
    [InlineData("< 5 mg daily", NoteFormat.Text)]
    [InlineData("<PATIENT> was seen.", NoteFormat.Text)]
    [InlineData("{\"a\":1}", NoteFormat.Text)]
    [InlineData("MSH is no header", NoteFormat.Text)]
    [InlineData("\u000BMSH|^~\\&|A|B", NoteFormat.Hl7)]
    [InlineData("FHS|^~\\&|A|B", NoteFormat.Hl7)]
    [InlineData("  <html><body>x</body></html>\n", NoteFormat.Xml)]
    public void A_format_is_told_by_content(string text, NoteFormat format) => Assert.Equal(format, NoteFormats.Detect(text));

    // Bytes lost, doubled, changed: the answer is a text without the person or a refusal that says nothing of her, never a crash.
    [Theory]
    [MemberData(nameof(All))]
    public void Random_damage_is_redacted_or_refused(string text, NoteFormat format, string[] kept)
    {
        _ = kept;
        var random = new Random(20231 + (int)format);
        for (var round = 0; round < 300; round++)
        {
            var damaged = text.ToCharArray().ToList();
            for (var k = random.Next(1, 6); k > 0; k--)
            {
                var at = random.Next(damaged.Count);
                switch (random.Next(4))
                {
                    case 0: damaged.RemoveRange(at, Math.Min(random.Next(1, 40), damaged.Count - at)); break;
                    case 1: damaged.Insert(at, "<>\"\\|^&{}[]\r\n\u200B\uD800!"[random.Next(16)]); break;
                    case 2: damaged[at] = (char)random.Next(1, 0x250); break;
                    default: damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(1, 60), damaged.Count - at))); break;
                }
            }

            var broken = new string([.. damaged]);
            try
            {
                var result = NoteFormats.Redact(Default, broken, NoteFormats.Detect(broken));
                Assert.True(result.Manifest.Checked);
            }
            catch (RedactionException e)
            {
                foreach (var value in Samples.Gone.Where(static v => v != "1931")) Assert.DoesNotContain(value, e.ToString(), StringComparison.Ordinal);
            }
        }
    }

    private static string Decoded(string text) => string.Concat(System.Text.RegularExpressions.Regex.Matches(text, "[A-Za-z0-9+/]{12,}=*").Select(m =>
    {
        var bytes = new byte[m.Length];
        return Convert.TryFromBase64String(m.Value, bytes, out var n) ? "\n" + System.Text.Encoding.UTF8.GetString(bytes, 0, n) : "";
    }));
}
