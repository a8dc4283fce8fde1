using CodingAhead.Text.Detect;
using CsCheck;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>Offsets are those of the text, results are repeatable, and no text breaks the detector.</summary>
[Collection(nameof(DetectBook))]
public class EvidenceTests(DetectBook book)
{
    private static readonly string[] Pieces =
    [
        "type 2 diabetes", "no chest pain", "Hypertension.", "😀", "𝒳 note", "\r\n", "\n\n", "\t", "• ", "1. ", "ASSESSMENT:", "FAMILY HISTORY: stroke", "possible pneumonia", "left knee pain", "naïve café", "COPD,", "(father)", "E11.9", "—", "\u0000", "\uD83D", "((((", "and", "CKD stage 3b",
        "history of breast cancer", "metastatic to the liver", "due to", "rash from amoxicillin", "32 weeks pregnant", "\u200B", "If fever, call.", "BMI 42.3", "obesity", "denies", ";", "S/P", "w/o", "x-ray", "Crohn's",
    ];

    [Fact]
    public void Evidence_and_cues_are_where_they_say()
    {
        var detector = book.Detector;
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(p => string.Join(' ', p)).Sample(
            text =>
            {
                var result = detector.Detect(text, new DetectOptions { On = DetectBook.On });
                foreach (var span in result.Codes.SelectMany(c => c.Evidence).Concat(result.Rejected.Select(r => r.Where)).Concat(result.Rejected.Select(r => r.Cue).OfType<Span>()).Concat(result.Sections.Select(s => s.Where)))
                {
                    Assert.InRange(span.Start, 0, text.Length);
                    Assert.InRange(span.End, span.Start, text.Length);
                    Assert.Equal(PointsBefore(text, span.Start), span.CpStart);
                    Assert.Equal(PointsBefore(text, span.End), span.CpEnd);
                }

                foreach (var code in result.Codes) Assert.All(code.Evidence, e => Assert.NotEqual("", text[e.Start..e.End].Trim()));
            },
            iter: 600);
    }

    [Fact]
    public void The_same_note_gives_the_same_result()
    {
        const string note = "ASSESSMENT: 1. Type 2 diabetes with neuropathy. 2. Hypertension with CKD stage 3a. 3. Possible sleep apnea. Mother had breast cancer. Denies chest pain.";
        var first = System.Text.Json.JsonSerializer.Serialize(book.Detect(note), DetectJson.Line.DetectResult);
        Parallel.For(0, 16, _ => Assert.Equal(first, System.Text.Json.JsonSerializer.Serialize(book.Detector.Detect(note, new DetectOptions { On = DetectBook.On }), DetectJson.Line.DetectResult)));
    }

    [Fact]
    public void Every_code_is_valid_on_the_date_and_billable_or_says_what_is_missing()
    {
        string[] notes = ["Hypertension. Asthma. Knee pain. Fracture of the radius.", "Pressure ulcer. Diabetes with retinopathy. Migraine.", "Burn of the hand. Heart failure. Glaucoma. Otitis media. Sickle cell disease."];
        foreach (var code in notes.SelectMany(n => book.Detect(n).Codes))
        {
            Assert.Equal(CodingAhead.Codes.CodeStatus.Active, book.Detector.Book.Find(CodingAhead.Codes.CodeSet.Icd10Cm, code.Code, DetectBook.On).Status);
            Assert.True(code.Billable || code.Missing.Count > 0, code.Code);
            Assert.InRange(code.Confidence, 0, 1);
            Assert.NotEmpty(code.Why);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("😀😀😀")]
    [InlineData("????????")]
    [InlineData("E11.9 I10 J44.9 Z79.4")]
    [InlineData("Der Patient hat Fieber und Husten seit gestern Abend")]
    public void Text_without_a_diagnosis_has_no_code(string text) => Assert.Empty(book.Detect(text).Codes);

    [Fact]
    public void Hostile_text_takes_no_longer_than_its_length()
    {
        var words = string.Concat(Enumerable.Repeat("pain fracture left right and of the acute chronic disease ", 18_000));
        string[] texts = [new('a', 1_000_000), words, new('(', 500_000), string.Concat(Enumerable.Repeat("no ", 300_000)), string.Concat(Enumerable.Range(0, 200_000).Select(i => (char)(i * 7919 % 65_000 + 1)))];
        foreach (var text in texts)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Assert.NotNull(book.Detect(text));
            // Seconds alone; other tests run at the same time.
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), $"{clock.Elapsed.TotalSeconds:F0} s for {text.Length} characters");
        }
    }

    [Theory]
    [InlineData("HYPERTENSION. TYPE 2 DIABETES. DENIES CHEST PAIN.")]
    [InlineData("hypertension\r\ntype 2 diabetes\r\ndenies chest pain")]
    [InlineData("Problem\tStatus\nHypertension\tactive\nType 2 diabetes\tactive\nChest pain\tdenied")]
    [InlineData("- hypertension\n- type 2 diabetes\n- no chest pain")]
    public void Capitals_tables_lists_and_line_ends_are_read_alike(string text) => Assert.Equal("E11.9 I10", book.Codes(text));

    [Fact]
    public void A_cancelled_detection_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => book.Detector.Detect("Hypertension.", default, cancel.Token));
    }

    private static int PointsBefore(string text, int end)
    {
        var n = 0;
        for (var i = 0; i < end; i++)
        {
            n++;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && i + 1 < end) i++;
        }

        return n;
    }
}
