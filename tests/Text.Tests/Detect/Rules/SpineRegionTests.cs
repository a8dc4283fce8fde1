namespace CodingAhead.Text.Tests.Detect.Rules;

/// <summary>Tabular List, M40 to M54: the region of the spine is in the code.</summary>
[Collection(nameof(DetectBook))]
public class SpineRegionTests(DetectBook book)
{
    [Theory]
    [InlineData("Cervical radiculopathy.", "M54.12")]
    [InlineData("Cervical radiculopathy and neck pain.", "M54.12")]
    [InlineData("Cervical spondylosis.", "M47.812")]
    [InlineData("Lumbar spondylosis.", "M47.816")]
    [InlineData("Spondylosis of the thoracic spine.", "M47.814")]
    [InlineData("Cervical spinal stenosis.", "M48.02")]
    [InlineData("Lumbar spinal stenosis.", "M48.061")]
    [InlineData("Spondylosis.", "M47.9")]
    [InlineData("Spondylosis, cervical cancer.", "C53.9 M47.9")]
    [InlineData("Lumbosacral radiculopathy.", "M54.17")]
    public void The_region_is_in_the_code(string text, string codes) => Assert.Equal(codes, book.Codes(text));
}
