using CodingAhead.Text.Detect;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>What a sentence says of the condition in brackets. No book is needed.</summary>
public class AssertionTests
{
    [Theory]
    [InlineData("She denies any [cough] or sputum.", "negated")]
    [InlineData("No fever, chills or [night sweats].", "negated")]
    [InlineData("No fever, but she has a [cough].", "")]
    [InlineData("There is no acute [fracture].", "negated")]
    [InlineData("In no [acute distress].", "negated")]
    [InlineData("Family history of [colon polyps] and screening.", "other")]
    [InlineData("[Cyanosis]: absent.", "negated")]
    [InlineData("[Malaria] was ruled out.", "negated")]
    [InlineData("No change in her [back pain].", "")]
    [InlineData("[Gout] is not well controlled.", "")]
    [InlineData("Not only [asthma] but gout.", "")]
    [InlineData("Possible [gout].", "uncertain")]
    [InlineData("[Gout] cannot be excluded.", "uncertain")]
    [InlineData("Findings consistent with [gout].", "uncertain")]
    [InlineData("Cough, probable [bronchitis].", "uncertain")]
    [InlineData("[Cough], probable bronchitis.", "")]
    [InlineData("Her mother had [glaucoma].", "other")]
    [InlineData("[Glaucoma] (father).", "other")]
    [InlineData("His wife has [measles].", "other")]
    [InlineData("Her daughter reports that she has [vertigo].", "")]
    [InlineData("History of [measles].", "historical")]
    [InlineData("Two-day history of [vertigo].", "")]
    [InlineData("[Pneumonia] three years ago.", "historical")]
    [InlineData("Return if [vertigo] recurs.", "hypothetical")]
    [InlineData("Risks include [bleeding].", "hypothetical")]
    [InlineData("Vaccine against [measles].", "hypothetical")]
    [InlineData("Call for increasing pain: [redness], swelling.", "hypothetical")]
    [InlineData("He has [gout].", "")]
    public void A_cue_reaches_what_it_speaks_of_and_no_further(string marked, string expected)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var v = AssertionModel.Judge(text, start, end);
        string[] said = [.. v.Negated ? new[] { "negated" } : [], .. v.Uncertain ? new[] { "uncertain" } : [], .. v.Other ? new[] { "other" } : [], .. v.Historical ? new[] { "historical" } : [], .. v.Hypothetical ? new[] { "hypothetical" } : []];
        Assert.Equal(expected, string.Join(' ', said));
    }
}
