using System.Text.Json.Serialization;

namespace CodingAhead.Codes.Browse;

/// <summary>A place in the tree of a code set: a chapter, a range, a heading, a code.</summary>
/// <param name="Id">What names it in addresses, unique in its set; empty for the set itself.</param>
/// <param name="Kind"><c>set chapter block range group letter section bodySystem table beginning heading code</c>.</param>
/// <param name="Title">Official where its publisher names it; of a range of CPT or HCPCS, our own words.</param>
/// <param name="Codes">How many codes below it may stand on a claim on the date; 1 for a code.</param>
/// <param name="Own">The title is ours, not the publisher's.</param>
public sealed record BrowseNode(string Id, string Kind, string Title, int Codes, bool Own = false)
{
    /// <summary>The address of its page on the site, without the date.</summary>
    [JsonIgnore]
    public string Path { get; init; } = "";
}

/// <summary>A place in the tree with what is above, beside and below it: the shape of <c>/api/browse</c>.</summary>
/// <param name="Set">The code set.</param>
/// <param name="On">The date of service.</param>
/// <param name="Node">The place.</param>
/// <param name="Parents">Above it, outermost first.</param>
/// <param name="Siblings">What has the same parent, itself included.</param>
/// <param name="Children">Below it, as many as one answer holds.</param>
/// <param name="ChildCount">How many there are.</param>
/// <param name="Previous">The sibling before.</param>
/// <param name="Next">The sibling after.</param>
/// <param name="Headings">The edition that the headings are taken from, when it is not in force on the date; else null.</param>
public sealed record BrowseLevel(
    string Set, DateOnly On, BrowseNode Node, IReadOnlyList<BrowseNode> Parents, IReadOnlyList<BrowseNode> Siblings, IReadOnlyList<BrowseNode> Children, int ChildCount,
    BrowseNode? Previous, BrowseNode? Next, string? Headings);
