using CodingAhead.Codes.Page;

namespace CodingAhead.Codes.Tests.Page;

public sealed class SideTests
{
    [Theory]
    [InlineData("Pain in right hip", "Pain in left hip", "left")]
    [InlineData("Pain in right hip", "Pain in unspecified hip", "unspecified")]
    [InlineData("Unspecified fracture of right radius", "Unspecified fracture of unspecified radius", "unspecified")]
    [InlineData("Unspecified fracture of unspecified radius", "Unspecified fracture of left radius", "left")]
    [InlineData("Unilateral primary arthritis, right hip", "Bilateral primary arthritis of hip", "bilateral")]
    [InlineData("Glaucoma, right eye, mild stage", "Glaucoma, bilateral, mild stage", "bilateral")]
    [InlineData("Pain in right hip", "Pain in right knee", null)]
    [InlineData("Pain in right hip", "Pain in joint", null)]
    [InlineData("Laceration of right upper eyelid", "Laceration of left lower eyelid", null)]
    [InlineData("Unspecified fracture of right radius", "Torus fracture of left radius", null)]
    public void Titles_that_differ_in_the_side_alone_are_alike(string title, string other, string? side) =>
        Assert.Equal(side, Side.IsAlike(other, Side.Of(title).Words, out var found) ? found : null);
}
