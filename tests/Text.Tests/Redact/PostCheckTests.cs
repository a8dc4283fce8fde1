using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

public class PostCheckTests
{
    // What one text removed must not stand in another's output: names that are vocabulary as well where they cannot be that.
    [Theory]
    [InlineData("Dr. Quellmont left.", "then Quellmont came", true)]
    [InlineData("Patient: Baker, Anna", "we told Baker that it is well", true)]
    [InlineData("Patient: Baker, Anna", "a baker by trade", false)]
    [InlineData("Patient: Foley, Anna", "a Foley catheter", false)]
    [InlineData("MRN: 5512087-3", "number 5512087", true)]
    [InlineData("seen 03/04/2021", "on 03/04/2021", false)]
    public void A_removed_value_is_seen(string removed, string output, bool refused)
    {
        var survey = new Survey(Policy.SafeHarbor, 2026);
        new Redactor().Spans(removed, null, survey, new Replacements(Policy.SafeHarbor, ""), [], default);
        if (refused) Assert.Throws<RedactionException>(() => PostCheck.Run(survey, output));
        else PostCheck.Run(survey, output);
    }

    [Fact]
    public void What_cannot_be_finished_says_how_much_was_written()
    {
        var error = new PartlyWrittenException(70_000);
        Assert.Contains("first 70000 characters were written", error.Message, StringComparison.Ordinal);
    }
}
