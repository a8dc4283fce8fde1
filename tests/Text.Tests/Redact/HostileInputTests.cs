using System.Globalization;
using CodingAhead.Text.Redact;
using CodingAhead.Text.Redact.Formats;
using CodingAhead.Text.Tests.Redact.Formats;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Disguises and fragments: what identifies is found all the same, or the text is refused by name; and the same everywhere.</summary>
public class HostileInputTests
{
    private static readonly Redactor Default = new();

    [Theory]
    [InlineData("zero width", "SSN 90\u200B1-55-31\u200D27", "3127")]
    [InlineData("soft hyphen", "Mrs. Farns\u00ADby left.", "by left")]
    [InlineData("byte order mark inside", "MRN: 55\uFEFF12087", "12087")]
    [InlineData("bidi marks", "call \u202A(216) 555-0171\u202C", "0171")]
    [InlineData("full width", "ＭＲＮ： ５５１２０８７", "５５１２０８７")]
    [InlineData("Arabic digits", "SSN ٩٠١-٥٥-٣١٢٧", "٣١٢٧")]
    [InlineData("Cyrillic twins", "write to o.f\u0430rnsby@example.org", "rnsby@")]
    [InlineData("Greek twins", "Mrs. Farn\u03BDsby left.", "sby left")]
    [InlineData("combining accents", "Dr. Ame\u0301lie Quellmont", "lie")]
    [InlineData("decomposed umlaut", "Mrs. Mu\u0308llenbacher came.", "llenbacher")]
    [InlineData("surrogate pairs", "🙂🙂 Mrs. Farnsby 🙂", "Farnsby")]
    [InlineData("lone surrogates", "\uD83D Mrs. Farnsby \uDE42 came", "Farnsby")]
    [InlineData("no-break spaces", "SSN\u00A0901\u202F55\u20073127", "3127")]
    [InlineData("line ends", "MRN:\r\n5512087\r\n", "5512087")]
    [InlineData("old line ends", "Patient: Farnsby, Ottoline\rMRN: 5512087", "5512087")]
    [InlineData("tabs", "MRN\t:\t5512087", "5512087")]
    [InlineData("letter O for zero", "SSN 9O1-55-3127", "55-3127")]
    [InlineData("letter l for one", "phone (2l6) 555-0171", "555-0171")]
    [InlineData("curly apostrophe", "Mr. O\u2019Farnsby came.", "Farnsby")]
    [InlineData("figure dashes", "SSN 901\u201255\u20123127", "3127")]
    [InlineData("a JSON fragment", "{\"name\":\"Mrs. Farnsby\",\"mrn\":\"MRN 5512087\"", "5512087")]
    [InlineData("an HL7 fragment", "PID|1||5512087^^^LARK^MR||FARNSBY^OTTOLINE\rMrs. Farnsby", "Farnsby")]
    [InlineData("a tag fragment", "<b>Mrs. Farnsby</b", "Farnsby")]
    [InlineData("one long line", "LONG", "Farnsby")]
    public void A_disguise_hides_nothing(string what, string text, string value)
    {
        if (text == "LONG") text = string.Concat(Enumerable.Repeat("strength 5/5 ", 30_000)) + "Mrs. Farnsby " + string.Concat(Enumerable.Repeat("lungs clear ", 30_000));
        var left = Default.Redact(text).Text;
        Assert.False(left.Contains(value, StringComparison.Ordinal), $"{what}: {(left.Length < 200 ? left : "")}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    [InlineData("\u200B\u200B")]
    [InlineData("TXJzLiBGYXJuc2J5")]
    [InlineData("[NAME-1] [DATE-2:2021] [[[ ]]] [NAME-")]
    public void Nothing_to_find_is_nothing_changed(string text) => Assert.Equal(text, Default.Redact(text).Text);

    [Fact]
    public void Any_characters_are_redacted_or_refused()
    {
        var random = new Random(77);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Create(random.Next(1, 400), random, static (to, r) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = r.Next(3) switch { 0 => (char)r.Next(1, 0x10000), 1 => "Dr. MRN:-/@|[]\r\n0123456789"[r.Next(26)], _ => (char)r.Next('A', 'z') };
            });
            foreach (var format in Enum.GetValues<NoteFormat>())
            {
                try
                {
                    Assert.True(NoteFormats.Redact(Default, text, format).Manifest.Checked);
                }
                catch (RedactionException)
                {
                    // By name.
                }
            }
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void A_culture_changes_no_byte(string culture)
    {
        var texts = FormatTests.All.Select(static r => (r.Data.Item1, r.Data.Item2)).Append((Samples.Note, NoteFormat.Text)).Concat(GoldNotes.Ours.Select(static n => (n.Text, NoteFormat.Text))).ToList();
        var shifting = new Redactor(PolicyFile.Parse("""{"action":"surrogate","actions":{"DATE":"shift"},"key":"k"}"""));
        var expected = texts.ConvertAll(t => (NoteFormats.Redact(Default, t.Item1, t.Item2), NoteFormats.Redact(shifting, t.Item1, t.Item2)));
        var before = CultureInfo.CurrentCulture;
        Parallel.For(0, 8, i =>
        {
            // Where the machine has no cultures they are all alike in name only: digits, case and calendars are made to differ.
            var other = new CultureInfo(culture) { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = ",", NumberGroupSeparator = "." }, DateTimeFormat = { DateSeparator = ".", TimeSeparator = "," } };
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (other, other);
            try
            {
                for (var k = 0; k < texts.Count; k++)
                {
                    var text = texts[(k + i) % texts.Count];
                    var (plain, moved) = expected[(k + i) % texts.Count];
                    var (again, movedAgain) = (NoteFormats.Redact(Default, text.Item1, text.Item2), NoteFormats.Redact(shifting, text.Item1, text.Item2));
                    Assert.Equal(plain.Text, again.Text);
                    Assert.Equal(plain.Spans, again.Spans);
                    Assert.Equal(RedactJson.Answer(plain).ToJsonString(), RedactJson.Answer(again).ToJsonString());
                    Assert.Equal(moved.Text, movedAgain.Text);
                }
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
            }
        });
    }

    // A text in windows says what it says whole, also where a window ends within something.
    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    public void Windows_agree_with_the_whole(int period)
    {
        var filler = string.Concat(Enumerable.Repeat("strength 5/5 in all groups ", period));
        var text = string.Concat(Enumerable.Range(0, 16_000 / period).Select(i => $"{filler}Dr. Amaranta Quellmont on 3/4/20{i % 20 + 10:D2} at Larkmoor Regional Hospital, MRN: 55{i:D5} "));
        var result = Default.Redact(text);
        Assert.DoesNotContain("Quellmont", result.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("MRN: [0-9]|3/4|Larkmoor", result.Text);
        Assert.Equal(4 * (16_000 / period), result.Spans.Count);
        using var output = new StringWriter();
        var manifest = Default.Redact(() => new StringReader(text), output);
        Assert.Equal(result.Text, output.ToString());
        Assert.Equal(result.Manifest.Counts, manifest.Counts);
        Assert.Equal(result.Manifest.OutputSha256, manifest.OutputSha256);
    }
}
