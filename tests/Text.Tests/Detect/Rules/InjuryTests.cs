namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.C.19.a and I.C.20.</summary>
[Collection(nameof(DetectBook))]
public class InjuryTests(DetectBook book)
{
    [Theory]
    [InlineData("Laceration of left index finger from a kitchen knife.", "outpatient", "S61.211A W26.0XXA", "")]
    [InlineData("Closed fracture of left distal radius.", "outpatient", "S52.502A", "")]
    [InlineData("Follow-up of healing fracture of the right clavicle.", "outpatient", "S42.001D", "")]
    [InlineData("Contusion of right knee after a fall on ice.", "outpatient", "S80.01XA W00.9XXA", "")]
    [InlineData("Dog bite of right forearm.", "outpatient", "S51.851A W54.0XXA", "")]
    [InlineData("Second degree burn of the left hand.", "outpatient", "T23.202A", "")]
    [InlineData("Sprain of right wrist.", "outpatient", "S63.501A", "")]
    [InlineData("Right hip fracture.", "outpatient", "S72.001A", "")]
    [InlineData("Corneal abrasion, right eye.", "outpatient", "S05.01XA", "")]
    public void An_injury_has_its_encounter(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
