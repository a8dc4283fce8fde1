using System.Globalization;

namespace CodingAhead.Codes.Page;

/// <summary>An edit of inpatient claims that a code can run into.</summary>
/// <param name="Flag">As in the Medicare Code Editor's file; <c>poa-exempt</c> is from the list of codes exempt from reporting present on admission.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it does to a claim, in a sentence of ours; null when we know none.</param>
/// <param name="AgeFrom">For an age edit, the first age in completed years at which the code passes.</param>
/// <param name="AgeTo">The last one.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record ClaimEdit(string Flag, string Name, string? Meaning, int? AgeFrom, int? AgeTo, bool Stale, int? Source);

/// <summary>Flags of the Medicare Code Editor and the list of codes exempt from present-on-admission reporting.</summary>
internal static class EditsSection
{
    private static readonly CodeKey Ages = CodeKey.Of(CodeSet.Register, "AGE");

    // CMS, Definitions of Medicare Code Edits, chapter 1; in our words.
    private static readonly Dictionary<string, (string Name, string Meaning)> Known = new(StringComparer.Ordinal)
    {
        ["unacceptable"] = ("Unacceptable principal diagnosis", "Says something about the patient but is no illness or injury of the moment: not accepted as principal diagnosis."),
        ["ecodepdx"] = ("External cause as principal diagnosis", "Says how an injury came about: never the principal diagnosis."),
        ["manifestation"] = ("Manifestation as principal diagnosis", "Describes how another disease shows itself: that disease is coded first, this one never as principal diagnosis."),
        ["unspecified"] = ("Unspecified side", "Names no side although codes for the sides exist: an inpatient claim is returned unless the record could not tell the side (since 2022-04-01)."),
        ["qadm"] = ("Questionable admission", "As principal diagnosis alone seldom reason enough for an inpatient stay."),
        ["reqsdx"] = ("Needs a secondary diagnosis", "Accepted as principal diagnosis only with a secondary diagnosis beside it."),
        ["wrngproc"] = ("Wrong procedure performed", "Says that a procedure was wrong, or done on the wrong patient or body part: Medicare does not cover the stay."),
        ["clintrial"] = ("Clinical trial", "Marks a patient in a clinical trial; procedures that Medicare covers only in a trial look for it."),
        ["delout"] = ("Outcome of delivery", "Names the outcome of a delivery; read together with delivery procedures."),
        ["diabtypeI"] = ("Type 1 diabetes", "Read by the coverage edit of pancreas transplants."),
        ["female"] = ("Sex: female", "The patient's sex on the claim must be female."),
        ["male"] = ("Sex: male", "The patient's sex on the claim must be male."),
        ["newborn"] = ("Age: newborn", "The patient's age must fit."),
        ["pediatric"] = ("Age: child", "The patient's age must fit."),
        ["maternity"] = ("Age: maternity", "The patient's age must fit."),
        ["adult"] = ("Age: adult", "The patient's age must fit."),
    };

    public static List<ClaimEdit> Of(PageReader page)
    {
        var list = new List<ClaimEdit>();
        foreach (var row in page.Rows("mce-flags"))
        {
            foreach (var flag in row["flags"].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, meaning) = Known.TryGetValue(flag, out var known) ? known
                    : flag.StartsWith("ncov", StringComparison.Ordinal) ? ("Non-covered procedure", "Read by an edit for procedures that Medicare does not cover, or covers only with certain diagnoses.")
                    : (flag, (string?)null);
                var age = page.Rows("mce-age", Ages).Where(a => string.Equals(a["group"], flag, StringComparison.OrdinalIgnoreCase)).Select(a => (Shown?)a).FirstOrDefault();
                list.Add(new ClaimEdit(flag, name, meaning, Years(age, "start"), Years(age, "end"), row.Stale, page.Cite(row)));
            }
        }

        foreach (var row in page.Rows("icd10cm-poa-exempt"))
            list.Add(new ClaimEdit("poa-exempt", "Exempt from present on admission", "The present-on-admission indicator is left blank for this code (1 on claims that need a character).", null, null, row.Stale, page.Cite(row)));
        return list;
    }

    private static int? Years(Shown? row, string column) =>
        row is { } r && int.TryParse(r[column], NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null;
}
