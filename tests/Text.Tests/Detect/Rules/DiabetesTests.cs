namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Official Guidelines I.A.15 and I.C.4.a: "with".</summary>
[Collection(nameof(DetectBook))]
public class DiabetesTests(DetectBook book)
{
    [Theory]
    [InlineData("Type 2 diabetes with diabetic retinopathy.", "outpatient", "E11.319", "E11.9")]
    [InlineData("Type 1 diabetes with gastroparesis.", "outpatient", "E10.43 K31.84", "E10.9")]
    [InlineData("Diabetes mellitus type 2. Peripheral neuropathy.", "outpatient", "E11.42", "G62.9")]
    [InlineData("Diabetes, CKD stage 4.", "outpatient", "E11.22 N18.4", "E11.9")]
    [InlineData("T2DM with hyperglycemia, on metformin.", "outpatient", "E11.65 Z79.84", "E11.9")]
    [InlineData("Type 2 diabetes mellitus, uncontrolled with hypoglycemia.", "outpatient", "E11.649", "")]
    [InlineData("Type 2 DM. Neuropathy due to chemotherapy.", "outpatient", "E11.9 G62.0 T45.1X5A", "E11.40 E11.42")]
    [InlineData("Type 2 diabetes with diabetic nephropathy.", "outpatient", "E11.21", "")]
    public void A_linked_condition_is_a_complication_of_diabetes(string text, string setting, string codes, string never)
    {
        var found = book.Codes(text, setting);
        Assert.Equal(codes, found);
        Assert.DoesNotContain(found.Split(' '), c => never.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(n => c.StartsWith(n, StringComparison.Ordinal)));
    }
}
