using System.Text;

namespace CodingAhead.Text.Tests.Redact.Formats;

/// <summary>One invented person in every format, and what must not be left of her.</summary>
internal static class Samples
{
    public static readonly string[] Gone =
    [
        "Farnsby", "FARNSBY", "farnsby", "Ottoline", "OTTOLINE", "5512087", "55-12-087", "Winding", "WINDING", "Thornwick", "THORNWICK", "44012", "555-0171", "Quellmont", "QUELLMONT", "Ingvar", "Larkmoor", "LARKMOOR", "larkmoor", "1931", "2023-03", "202303", "3/4/2023", "Marenka", "901-55-3127",
    ];

    public const string Note = "Mrs. Farnsby was seen by Dr. Ingvar Quellmont on 3/4/2023 & given <5 mg> \"daily\"; Foley catheter draining. MRN 55-12-087.";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Hl7 { get; } = "MSH|^~\\&|LAB|LARKMOOR|EHR|LARKMOOR|20230304101500||ORU^R01|M55120|P|2.5\r"
        + "PID|1||5512087^^^LARK^MR||FARNSBY^OTTOLINE^Q||19310211|F|||418 WINDING BROOK LN^^THORNWICK^OH^44012||(216)555-0171\r"
        + "PV1|1|O|LARKMOOR^4^2||||77120^QUELLMONT^INGVAR\r"
        + "ZPV|1|88120^QUELLMONT^INGVAR^^^DR|20230304\r"
        + "OBX|1|TX|8251-1^Comment^LN||Farnsby was seen by Dr. Quellmont on 3/4/2023 \\T\\ home\\.br\\Foley catheter; \\X4661726E736279\\ well.||||||F|||20230304\r"
        + "OBX|2|ED|18842-5^Note^LN||^TEXT^PLAIN^Base64^" + Base64(Note) + "||||||F\r"
        + "NTE|1||Record 5512087 reviewed.\r";

    public static string Fhir { get; } = """
        {"resourceType":"Bundle","type":"collection","timestamp":"2023-03-05T08:00:00Z","link":[{"relation":"self","url":"https://ehr.larkmoor.example.org/Patient?name=farnsby"}],"entry":[
         {"fullUrl":"https://ehr.larkmoor.example.org/fhir/Patient/5512087","resource":{"resourceType":"Patient","id":"5512087","meta":{"lastUpdated":"2023-03-04T10:15:00.000-05:00"},
          "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><!-- Ottoline --><p>Ottoline <b>Farn</b>sby, born <i title=\"1931-02-11\">11 Feb 1931</i></p><img src=\"photos/farnsby.jpg\" alt=\"Mrs. Farnsby\"/></div>"},
          "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Marenka"},{"url":"https://larkmoor.example.org/x","valueString":"5512087"},
            {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"text","valueString":"White"}]},
            {"url":"http://hl7.org/fhir/StructureDefinition/geolocation","extension":[{"url":"latitude","valueDecimal":41.4823}]}],
          "identifier":[{"use":"usual","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:oid:1.2.3.4.5","value":"5512087"},{"system":"http://hl7.org/fhir/sid/us-ssn","value":"901-55-3127"}],
          "name":[{"use":"official","family":"Farnsby","given":["Ottoline","Q."],"prefix":["Mrs."]}],"telecom":[{"system":"phone","value":"(216) 555-0171"},{"system":"email","value":"o.farnsby@larkmoor.example.org"}],
          "gender":"female","birthDate":"1931-02-11","address":[{"line":["418 Winding Brook Lane"],"city":"Thornwick","state":"OH","postalCode":"44012","country":"US"}],
          "photo":[{"contentType":"image/jpeg","data":"/9j/4AAQSkZJRg=="}],"contact":[{"name":{"text":"Marenka Farnsby"}}],"managingOrganization":{"reference":"Organization/larkmoor-1","display":"Larkmoor Regional"}}},
         {"fullUrl":"urn:uuid:5512087a-0000-4000-8000-000000000001","resource":{"resourceType":"DocumentReference","id":"doc-5512087","contained":[{"resourceType":"Practitioner","id":"quellmont","name":[{"family":"Quellmont","given":["Ingvar"]}]}],
          "status":"current","subject":{"reference":"Patient/5512087","display":"Ottoline Farnsby"},"author":[{"reference":"#quellmont","display":"Quellmont"}],"date":"2023-03-04T10:15:00Z",
          "content":[{"attachment":{"contentType":"text/plain","data":"NOTE","title":"farnsby_ottoline.txt","size":1,"hash":"2jmj7l5rSw0yVb/vlWAYkK/YBwk="}},{"attachment":{"contentType":"application/pdf","data":"JVBERi0xLjQ="}}]}},
         {"resource":{"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://snomed.info/sct","code":"353295004","display":"Graves disease"}],"text":"Graves disease"},"onsetAge":{"value":92,"unit":"years","system":"http://unitsofmeasure.org","code":"a"},
          "recordedDate":"2023-03-04","note":[{"authorString":"Ingvar Quellmont","time":"2023-03-04T10:15:00Z","text":"Told that farnsby \u0046arnsby was worse.\nFoley catheter."}]}}
        ]}
        """.Replace("\"NOTE\"", $"\"{Base64(Note)}\"", StringComparison.Ordinal);

    public static string Cda { get; } = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/xsl" href="CDA.xsl"?>
        <?printed by="Farnsby"?>
        <!-- for Ottoline Farnsby -->
        <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
          <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
          <templateId root="2.16.840.1.113883.10.20.22.1.1" extension="2015-08-01"/>
          <id root="2.25.5512087" extension="DOC5512087"/>
          <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
          <title>Visit of Mrs. Farnsby</title>
          <effectiveTime value="20230304101500-0500"/>
          <recordTarget><patientRole><id extension="5512087" root="1.2.3.4" assigningAuthorityName="Larkmoor"/>
            <addr use="HP"><streetAddressLine>418 Winding Brook Lane</streetAddressLine><city>Thornwick</city><state>OH</state><postalCode>44012</postalCode></addr>
            <telecom value="tel:(216)555-0171" use="HP"/><telecom value="mailto:o.farnsby@larkmoor.example.org"/>
            <patient><name><prefix>Mrs.</prefix><given>Ottoline</given><family>Farnsby</family></name><administrativeGenderCode code="F"/><birthTime value="19310211"/>
              <guardian><guardianPerson><name>Marenka Farnsby</name></guardianPerson></guardian>
              <birthplace><place><addr><city>Thornwick</city></addr></place></birthplace></patient>
            <providerOrganization><name>Larkmoor Regional</name></providerOrganization></patientRole></recordTarget>
          <author><time value="20230304"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1093817465"/><assignedPerson><name><given>Ingvar</given><family>Quellmont</family></name></assignedPerson></assignedAuthor></author>
          <component><structuredBody><component><section><text><table><tbody><tr><td ID="farnsby1">Ottoline <content styleCode="Bold">Farn</content>sby</td><td>3/4/2023 &amp; Foley catheter</td></tr></tbody></table></text>
            <entry><observation classCode="OBS" moodCode="EVN"><value xsi:type="PQ" value="93" unit="a"/></observation></entry>
            <entry><observation classCode="OBS" moodCode="EVN"><value xsi:type="ED" representation="B64" mediaType="text/plain">{Base64(Note)}</value></observation></entry>
            <entry><substanceAdministration><consumable><manufacturedProduct><manufacturedMaterial><name>Lisinopril</name><lotNumberText>5512087</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>
          </section></component></structuredBody></component>
        </ClinicalDocument>
        """;

    public static string I2b2 { get; } = $"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<deIdi2b2>\n<TEXT><![CDATA[\n{Note}\n]]></TEXT>\n<TAGS>\n<NAME id=\"P0\" start=\"6\" end=\"13\" text=\"Farnsby\" TYPE=\"PATIENT\" comment=\"\" />\n</TAGS>\n</deIdi2b2>\n";

    public static string I2b2Marked { get; } = "<?xml version=\"1.0\"?>\n<ROOT>\n<RECORD ID=\"5512087\">\n<TEXT>\nMrs. <PHI TYPE=\"PATIENT\">Farnsby</PHI> was seen by Dr. <PHI TYPE=\"DOCTOR\">Quellmont</PHI> &amp; left. Foley catheter.\n</TEXT>\n</RECORD>\n</ROOT>\n";

    public static string Csv { get; } = "id,NOTE,when\r\n1,\"" + Note.Replace("\"", "\"\"", StringComparison.Ordinal) + "\",x\r\n2,Mrs. Farnsby left. Foley catheter.,\r\n3,\"two\nlines, Dr. Quellmont\",z";
}
