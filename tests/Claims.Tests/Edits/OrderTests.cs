using CodingAhead.Codes.Tests;
using CsCheck;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>The order of lines never changes what is said, and a line more never takes back what was said.</summary>
[Collection(nameof(MirrorClaims))]
public sealed class OrderTests(MirrorClaims mirror)
{
    private static readonly string[] Written =
    [
        "64635", "64635-50", "64635-RT", "64635-LT", "64636 x2", "64636 x4", "64636", "77003", "77003-59", "77003-26 @22", "64493-LT", "99213", "99213-25", "99214-57", "27447", "27447-RT", "27447-80",
        "20610-79 on 2025-10-20", "99213-24 on 2025-10-20", "20610 on 2025-10-18", "93000", "93005 @22", "71046-26", "71046-TC @22", "94760", "99070", "0213T", "43239", "43235", "45385", "45380-59",
        "69210-50", "69210 x2", "J1885 x3", "J3490", "A0428", "64622", "99999", "80053", "97110-GP x7", "99291", "99292", "22551-62", "22552", "64635-ZZ", "64635-59-XS", "64635 @98",
    ];

    // The same codes with other units, which add up over the lines of a day.
    private static readonly string[] Repeated = ["64636 x5", "64636-59 x3", "69210 x2", "69210-59", "97110-GP x4", "97110-GP-59 x7"];

    private static readonly string[] More = ["92928", "76641-RT", "11042 on 2025-11-30", "93306-26", "J9271 x2", "64483-RT on 2026-04-20", "99281 on 2026-03-15", "0213T on 2026-01-20"];

    // Of the first date the file of relative values is in force, of the second the limits of units: no date has both.
    private static Gen<Claim> Claims => Mirror.Require() is null ? null!
        : from lines in Gen.Int[0, Written.Length - 1].Select(i => Written[i]).List[1, 6]
          from repeated in Gen.Int[0, Repeated.Length - 1].Select(i => Repeated[i]).List[0, 3]
          from limits in Gen.Bool
          select Typed.Claim(string.Join(';', lines.Concat(repeated)), limits ? "2026-05-15" : "2025-10-15", "M47.816 E11.9 W19.XXXA");

    [Fact]
    public void The_order_of_lines_changes_nothing() => Claims.Select(Gen.Int[0, 5]).Sample(
        (claim, turn) =>
        {
            var lines = claim.Lines.Reverse().Skip(turn % claim.Lines.Count).Concat(claim.Lines.Reverse().Take(turn % claim.Lines.Count)).ToList();
            var (one, two) = (mirror.Check(claim), mirror.Check(claim with { Lines = lines }));
            Assert.Equal(Typed.Said(one), Typed.Said(two));
            Assert.Equal((one.Verdict, string.Join('|', one.Stale)), (two.Verdict, string.Join('|', two.Stale)));
        },
        iter: 800, threads: 1);

    [Fact]
    public void An_unrelated_line_takes_back_nothing() => Claims.Select(Gen.Int[0, More.Length - 1].Select(i => More[i])).Sample(
        (claim, more) =>
        {
            var added = claim with { Lines = [.. claim.Lines, .. Typed.Claim(more).Lines] };
            var left = Typed.Said(mirror.Check(claim)).ToList();
            foreach (var said in Typed.Said(mirror.Check(added))) left.Remove(said);
            Assert.Empty(left);
        },
        iter: 800, threads: 1);
}
