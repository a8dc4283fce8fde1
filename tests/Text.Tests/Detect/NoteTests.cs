using CodingAhead.Text.Detect;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>A whole note: sections, what is coded and what is not, the two settings, and what the exports say.</summary>
[Collection(nameof(DetectBook))]
public class NoteTests(DetectBook book)
{
    private const string Visit = """
        CHIEF COMPLAINT: Cough.

        HISTORY OF PRESENT ILLNESS
        A 61-year-old woman with a history of hypertension has had a cough and fever for three days. She denies chest pain. Her husband has influenza.

        FAMILY HISTORY: Father had colon cancer.

        ALLERGIES: Penicillin.

        REVIEW OF SYSTEMS: Positive for fatigue and headache.

        PHYSICAL EXAM: Crackles at the left base. No edema.

        ASSESSMENT
        1. Probable pneumonia.
        2. Hypertension with CKD stage 3a.

        PLAN
        Chest x-ray. Return if she develops shortness of breath.
        """;

    [Fact]
    public void An_outpatient_visit_codes_the_symptom_of_what_is_only_probable()
    {
        var result = book.Detect(Visit);
        Assert.Equal("I12.9 N18.31 R05.9 R50.9 Z80.0 Z88.0", Shown(result));
        Assert.Contains(result.Rejected, r => r is { Reason: RejectReasons.Uncertain } && r.Code.StartsWith("J18", StringComparison.Ordinal) && Visit[r.Cue!.Value.Start..r.Cue.Value.End] == "Probable");
        Assert.Contains(result.Rejected, r => r.Reason == RejectReasons.OtherPerson && r.Code.StartsWith("J1", StringComparison.Ordinal));
        Assert.Contains(result.Rejected, r => r.Reason == RejectReasons.Negated);
        Assert.Contains(result.Rejected, r => r.Reason == RejectReasons.Hypothetical);
        Assert.NotEmpty(result.Queries);
    }

    [Fact]
    public void The_same_note_of_a_hospital_stay_codes_the_diagnosis()
    {
        var codes = book.Codes(Visit, "inpatient").Split(' ');
        Assert.Contains("J18.9", codes);
        Assert.DoesNotContain("R05.9", codes);
    }

    [Fact]
    public void The_exports_name_every_code_and_what_is_denied()
    {
        var result = book.Detect(Visit);
        using var fhir = System.Text.Json.JsonDocument.Parse(FhirConditions.Write(result, Visit));
        var conditions = fhir.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource")).ToList();
        Assert.All(conditions, c => Assert.Equal("Condition", c.GetProperty("resourceType").GetString()));
        var verified = conditions.Select(c => c.GetProperty("verificationStatus").GetProperty("coding")[0].GetProperty("code").GetString()).ToList();
        Assert.Equal(result.Codes.Count, verified.Count(v => v is "unconfirmed" or "provisional"));
        Assert.Contains("refuted", verified);
        using var infer = System.Text.Json.JsonDocument.Parse(InferIcd10Cm.Write(result, Visit));
        foreach (var entity in infer.RootElement.GetProperty("Entities").EnumerateArray())
        {
            var (from, to) = (entity.GetProperty("BeginOffset").GetInt32(), entity.GetProperty("EndOffset").GetInt32());
            Assert.Equal(Visit[from..to], entity.GetProperty("Text").GetString());
            Assert.NotEqual(0, entity.GetProperty("ICD10CMConcepts").GetArrayLength());
        }
    }

    [Fact]
    public void A_date_without_an_edition_is_said()
    {
        var result = book.Detector.Detect("Hypertension.", new DetectOptions { On = new DateOnly(1999, 1, 1) }, TestContext.Current.CancellationToken);
        Assert.Empty(result.Codes);
        Assert.Contains(result.Notes, n => n.StartsWith(RejectReasons.NoEdition, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-11-01", "G35")]
    [InlineData("2025-11-01", "G35.D")]
    public void Codes_are_those_of_the_date(string on, string code) =>
        Assert.Equal(code, DetectBook.Sorted(book.Detector.Detect("Multiple sclerosis.", new DetectOptions { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture) }, TestContext.Current.CancellationToken).Codes.Select(c => c.Code)));

    [Theory]
    [InlineData("Congestive heart failure. Hypertension.", "I11.0 I50.9")]
    [InlineData("CKD stage 4. Type 2 diabetes.", "E11.22 N18.4")]
    [InlineData("Cough. Asthma.", "J45.909")]
    [InlineData("Vertigo. Gout.", "M10.9 R42")]
    [InlineData("Former smoker. Emphysema.", "J43.9 Z87.891")]
    [InlineData("ASSESSMENT\nA man with a history of gout and asthma who has hurt his back.\nLumbar strain.\n", "S39.012A M10.9 J45.909")]
    public void Codes_stand_in_the_order_of_coding(string text, string codes) => Assert.Equal(codes, string.Join(' ', book.Detect(text).Codes.Select(c => c.Code)));

    [Fact]
    public void More_than_sixty_headers_are_known() => Assert.True(NoteOutline.HeaderForms >= 60, $"{NoteOutline.HeaderForms}");

    [Theory]
    [InlineData("IMPRESSION:\nAsthma.", "assessment")]
    [InlineData("Past Medical History\nAsthma", "pmh")]
    [InlineData("She feels well. Assessment: asthma.", "assessment")]
    [InlineData("FHx: asthma", "family")]
    [InlineData("Discharge instructions:\nUse the inhaler.", "instructions")]
    [InlineData("Nothing here is a header.", "body")]
    public void A_header_says_what_a_part_is_about(string text, string kind) => Assert.Equal(kind, NoteOutline.Of(text).Sections[^1].Kind.ToString().ToLowerInvariant());

    [Theory]
    [InlineData("Dr. Lee saw her. She has E. coli in the urine.", 2)]
    [InlineData("Temp 38.5. Cough", 2)]
    [InlineData("1. Asthma\n2. Gout\n3. Anemia", 3)]
    [InlineData("no fever. no cough. well", 3)]
    [InlineData("The patient was seen in the clinic for follow-up of her long-standing\nhypertension and is doing well.", 1)]
    public void Sentences_survive_clinical_writing(string text, int sentences) => Assert.Equal(sentences, NoteOutline.Of(text).Sentences.Count);

    private static string Shown(DetectResult result) => DetectBook.Sorted(result.Codes.Select(c => c.Code));
}
