namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.B.13.</summary>
[Collection(nameof(DetectBook))]
public class LateralityTests(DetectBook book)
{
    [Theory]
    [InlineData("Osteoarthritis of right hip.", "outpatient", "M16.11", "M16.9")]
    [InlineData("Cataract, left eye.", "outpatient", "H26.9", "")]
    [InlineData("Bilateral sensorineural hearing loss.", "outpatient", "H90.3", "")]
    [InlineData("Lateral epicondylitis, left elbow.", "outpatient", "M77.12", "")]
    [InlineData("Rotator cuff tear of the right shoulder.", "outpatient", "M75.101", "")]
    [InlineData("Plantar fasciitis of the left foot.", "outpatient", "M72.2", "")]
    [InlineData("Trigger finger, right ring finger.", "outpatient", "M65.341", "")]
    [InlineData("Acute otitis externa of the right ear.", "outpatient", "H60.501", "")]
    [InlineData("Ganglion of left wrist.", "outpatient", "M67.432", "")]
    [InlineData("Cellulitis of left lower leg.", "outpatient", "L03.116", "")]
    [InlineData("Ingrown toenail.", "outpatient", "L60.0", "")]
    public void The_side_is_coded_where_it_is_said(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
