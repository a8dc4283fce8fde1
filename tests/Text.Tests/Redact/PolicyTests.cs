using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

public class PolicyTests
{
    private static string Redacted(string policy, string text) => new Redactor(PolicyFile.Parse(policy)).Redact(text).Text;

    [Theory]
    [InlineData("""{"action":"mask"}""", "Dr. Quell, MRN 551208-7", "Dr. *****, MRN ******-*")]
    [InlineData("""{"action":"remove"}""", "Dr. Quell left.", "Dr.  left.")]
    [InlineData("""{"actions":{"NAME":"keep"}}""", "Dr. Quell, MRN 5512087", "Dr. Quell, MRN [MRN-1]")]
    [InlineData("""{"providers":false}""", "Dr. Quell, MRN 5512087", "Dr. Quell, MRN [MRN-1]")]
    [InlineData("""{"providers":false}""", "Mrs. Farnsby left. Dr. Quell saw Mrs. Farnsby. Quell signed.", "Mrs. [NAME-1] left. Dr. Quell saw Mrs. [NAME-1]. Quell signed.")]
    [InlineData("""{"providers":false}""", "Patient: Dr. Quell. Seen by Dr. Quell.", "Patient: Dr. [NAME-1]. Seen by Dr. [NAME-1].")]
    [InlineData("""{"allow":["Quell"]}""", "Dr. Quell left.", "Dr. Quell left.")]
    [InlineData("""{"deny":["blue team"]}""", "Seen by the Blue Team.", "Seen by the [NAME-1].")]
    [InlineData("""{"patterns":[{"type":"ID","expression":"ZZ-[a-z]{3}","rule":"house"}]}""", "slide ZZ-qrs kept", "slide [ID-1] kept")]
    [InlineData("""{"base":"limited-data-set"}""", "Dr. Quell on 3/4/2021", "Dr. [NAME-1] on 3/4/2021")]
    public void A_policy_does_what_it_says(string policy, string text, string expected) => Assert.Equal(expected, Redacted(policy, text));

    [Theory]
    [InlineData("""{"patterns":[{"type":"ID","expression":"(?<=a)b","rule":"look"}]}""", "linear")]
    [InlineData("""{"patterns":[{"type":"ID","expression":"(a)\\1","rule":"back"}]}""", "linear")]
    [InlineData("""{"patterns":[{"type":"ID","expression":"(","rule":"broken"}]}""", "not a regular expression")]
    [InlineData("""{"actions":{"COLOUR":"mask"}}""", "unknown type")]
    [InlineData("""{"actions":{"NAME":"paint"}}""", "unknown action")]
    [InlineData("""{"name":"safe-harbor","actions":{"NAME":"keep"}}""", "cannot be named")]
    [InlineData("""{"colour":1}""", "not readable")]
    [InlineData("""{"action":"surrogate"}""", "key")]
    public void A_policy_that_cannot_be_kept_is_refused(string policy, string reason) =>
        Assert.Contains(reason, Assert.Throws<RedactionException>(() => Redacted(policy, "")).Message, StringComparison.Ordinal);

    [Fact]
    public void Surrogates_are_consistent_and_keep_the_form()
    {
        var text = Redacted("""{"action":"surrogate","key":"k"}""", "Dr. Quell and Dr. Quell, MRN 551208-7; DR. QUELL");
        Assert.DoesNotContain("uell", text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^Dr\\. ([A-Z][a-z]+) and Dr\\. \\1, MRN \\d{6}-\\d; DR\\. [A-Z]+$", text);
    }

    [Fact]
    public void Dates_of_one_patient_move_together_and_back()
    {
        var redactor = new Redactor(PolicyFile.Parse("""{"actions":{"DATE":"shift"},"key":"k"}"""));
        var dates = redactor.Redact("on 03/04/2021 and 03/14/2021", new Known { Ids = ["5512087"] }).Text.Split(' ');
        var (one, two) = (Date(dates[1]), Date(dates[3]));
        Assert.Equal(10, two.DayNumber - one.DayNumber);
        Assert.InRange(one, new DateOnly(2020, 3, 4), new DateOnly(2021, 3, 3));
        static DateOnly Date(string text) => DateOnly.ParseExact(text, "M/d/yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }

    // A shift of the key k for this patient, there and in every form of writing it.
    [Theory]
    [InlineData("03/04/2021", "MM/dd/yyyy")]
    [InlineData("3/4/2021", "M/d/yyyy")]
    [InlineData("03-04-21", "MM-dd-yy")]
    [InlineData("2021-03-04", "yyyy-MM-dd")]
    [InlineData("2021/03/04", "yyyy/MM/dd")]
    [InlineData("03.04.2021", "MM.dd.yyyy")]
    [InlineData("March 4, 2021", "MMMM d, yyyy")]
    [InlineData("04 March 2021", "dd MMMM yyyy")]
    [InlineData("4-MAR-2021", "d-MMM-yyyy")]
    [InlineData("03/04", "MM/dd")]
    [InlineData("3/4", "M/d")]
    public void A_shifted_date_is_written_as_it_was(string date, string form)
    {
        var moved = new DateOnly(2021, 3, 4);
        for (var days = -400; days < 400; days++)
        {
            var expected = moved.AddDays(days).ToString(form, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(expected, Shifted.Move(date, days, 2021), ignoreCase: true);
        }
    }

    [Theory]
    [InlineData("March 3rd, 2021", 1, "March 4th, 2021")]
    [InlineData("May 30th, 2021", 1, "May 31st, 2021")]
    [InlineData("13/02/2021", 1, "14/02/2021")]
    [InlineData("02/30/2021", 1, null)]
    [InlineData("2021", 1, null)]
    [InlineData("the 9th", 1, null)]
    public void A_form_that_names_no_day_is_not_moved(string date, int days, string? moved) => Assert.Equal(moved, Shifted.Move(date, days, 2021));

    [Theory]
    [InlineData("44012", "440")]
    [InlineData("03601", "000")]
    [InlineData("82101-0199", "000")]
    [InlineData("00100", "000")]
    [InlineData("34512", "000")]
    public void A_zip_code_keeps_three_digits_where_enough_people_live(string zip, string kept) => Assert.Equal(kept, Zip3.Of(zip));

    [Theory]
    [InlineData(RedactionMode.Label, "Dr. Quell left.")]
    [InlineData(RedactionMode.Audit, "")]
    public void Labels_and_audits_replace_nothing(RedactionMode mode, string text)
    {
        var result = new Redactor(Policy.SafeHarbor with { Mode = mode }).Redact("Dr. Quell left.");
        Assert.Equal(text, result.Text);
        Assert.Null(Assert.Single(result.Spans).Replacement);
    }
}
