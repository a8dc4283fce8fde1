using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// A code for services that have none of their own: payer and price decide by the description sent with the claim, which is not part of the claim as it is read
/// here. NCCI Policy Manual, chapter I, section T; the lists are CMS's of not otherwise classified codes and ours of CPT's unlisted ones. CMS's list also holds a few
/// that are "not otherwise specified" in name only, such as J3301: a schedule that lists the code prices it without a report.
/// </summary>
internal static class Unlisted
{
    private const string Manual = "NCCI Policy Manual, chapter I, section T";

    // CPT's, one at the end of most sections; CMS's list has those of Level II.
    private const string Cpt =
        "01999 15999 17999 19499 20999 21089 21299 21499 21899 22899 22999 23929 24999 25999 26989 27299 27599 27899 28899 29799 " +
        "29999 30999 31299 31599 31899 32999 33999 36299 37501 37799 38129 38589 38999 39499 39599 40799 40899 41599 41899 42299 " +
        "42699 42999 43289 43499 43659 43999 44238 44799 44899 44979 45399 45499 45999 46999 47379 47399 47579 47999 48999 49329 " +
        "49659 49999 50549 50949 51999 53899 54699 55559 55899 58578 58579 58679 58999 59897 59898 59899 60659 60699 64999 66999 " +
        "67299 67399 67599 67999 68399 68899 69399 69799 69949 69979 76496 76497 76498 76499 76999 77299 77399 77499 77799 78099 " +
        "78199 78299 78399 78499 78599 78699 78799 78999 79999 81099 81479 81599 84999 85999 86486 86849 86999 87999 88099 88199 88299 " +
        "88399 88749 89240 89398 90399 90749 90899 90999 91299 92499 92700 93799 93998 94799 95199 95999 96379 96549 96999 97039 " +
        "97139 97799 99199 99429 99499 99600";

    private static readonly HashSet<CodeKey> Codes = [.. Cpt.Split(' ').Select(c => CodeKey.Of(CodeSet.Cpt, c))];

    /// <summary>Whether it is one of CPT's unlisted codes.</summary>
    public static bool IsCpt(CodeKey key) => Codes.Contains(key);

    public static void Check(CheckContext claim)
    {
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile || profile.Found.Status != CodeStatus.Active) continue;
            if (!profile.IsUnlisted && (profile.Noc is null || profile.PaidElsewhere is not null)) continue;
            var proof = profile.Noc ?? profile.RvuProof;
            claim.Add(
                Rules.Unlisted, Outcome.NotChecked, $"{line.Code} is for services without a code of their own: coverage and price are decided by report.", [line.Number], [line.Code], proof is { } p ? [p] : profile.Proof,
                "Bill the code that describes the service, if there is one.", "The claim carries a concise description, and the record supports the service and its cost.", Manual);
        }
    }
}
