using CodingAhead.Codes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Detect;

/// <summary>What a coder decided of one code.</summary>
/// <param name="Found">The code that was found; null for a rejected mention that is coded after all.</param>
/// <param name="Code">The code to bill; null when it is left out.</param>
/// <param name="Accepted">The coder said that it is right; an added code always is.</param>
public sealed record Decision(string? Found, string? Code, bool Accepted)
{
    /// <summary><c>open accepted changed left-out added</c>.</summary>
    public string Outcome => Found is null ? "added" : Code is null ? "left-out" : Code != Found ? "changed" : Accepted ? "accepted" : "open";
}

/// <summary>
/// The decisions that a form carries, by the code they were made of: they hold when the note is read again, as an inpatient's or after a correction, for every code that is still
/// found. Nothing of them is kept on this machine.
/// </summary>
public sealed class Review
{
    private readonly Dictionary<string, Decision> byCode = new(StringComparer.Ordinal);
    private readonly List<Decision> inOrder = [];
    private readonly List<string> added = [];

    /// <summary>Reads the fields <c>of</c>, <c>paste</c> (as many, then the mentions coded after all) and <c>accepted</c>.</summary>
    public static Review Of(IFormCollection form)
    {
        var review = new Review();
        var (of, codes, accepted) = (form["of"], form["paste"], form["accepted"]);
        for (var i = 0; i < of.Count && i < codes.Count; i++)
        {
            if (of[i] is not { Length: > 0 } found) continue;
            var code = codes[i] is { Length: > 0 } given ? given : null;
            review.inOrder.Add(review.byCode[found] = new Decision(found, code, code is not null && accepted.Contains(found)));
        }

        for (var i = of.Count; i < codes.Count; i++)
        {
            if (codes[i] is { Length: > 0 } also) review.added.Add(also);
        }

        return review;
    }

    /// <summary>The decision on a code that was found.</summary>
    public Decision On(string found) => byCode.GetValueOrDefault(found) ?? new Decision(found, found, Accepted: false);

    /// <summary>Whether the code of a rejected mention is coded after all.</summary>
    public bool Adds(string code) => added.Contains(code);

    /// <summary>
    /// The codes that a claim gets, each once: those that were accepted, where any was, else all that were not left out; those added come last. And those that wait for a decision meanwhile.
    /// </summary>
    public (IReadOnlyList<string> Codes, IReadOnlyList<string> Undecided) ForClaim()
    {
        var accepted = inOrder.Exists(d => d.Accepted);
        List<string> sent = [.. inOrder.Where(d => d.Code is not null && d.Accepted == accepted).Select(d => d.Code!).Concat(added).Distinct(StringComparer.Ordinal)];
        return (sent, accepted ? [.. inOrder.Where(d => d.Code is not null && !d.Accepted && !sent.Contains(d.Code)).Select(d => d.Code!).Distinct(StringComparer.Ordinal)] : []);
    }

    /// <summary>
    /// The result as decided: changed codes in their place, added ones at the end, those left out gone; and every decision. A code that is no billable one of the book on the
    /// date is not taken from a form.
    /// </summary>
    public (DetectResult Result, IReadOnlyList<Decision> Decisions) Apply(DetectResult result, Book book)
    {
        var (codes, decisions) = (new List<DetectedCode>(), new List<Decision>());
        foreach (var code in result.Codes)
        {
            var decision = On(code.Code);
            if (decision.Outcome == "changed" && Title(decision.Code!) is null) decision = new Decision(code.Code, code.Code, Accepted: false);
            decisions.Add(decision);
            if (decision.Code is not { } chosen) continue;
            codes.Add((chosen == code.Code ? code : code with { Code = chosen, Title = Title(chosen)!, Billable = true, Missing = [], Alternatives = [] }) with { Rank = codes.Count + 1 });
        }

        foreach (var mention in result.Rejected)
        {
            if (!Adds(mention.Code) || Title(mention.Code) is not { } title || codes.Exists(c => c.Code == mention.Code)) continue;
            decisions.Add(new Decision(null, mention.Code, Accepted: true));
            codes.Add(new DetectedCode(
                mention.Code, title, Billable: true, codes.Count + 1, Confidence: 1, Band: "high", Role: "secondary", Assertion: "present", Section: "", [mention.Where], [], [],
                [new Reason("coder", $"the mention was set aside as {mention.Reason}", "added by the coder")], [], []));
        }

        return (result with { Codes = codes, Rejected = [.. result.Rejected.Where(r => !codes.Exists(c => c.Code == r.Code && c.Evidence.Contains(r.Where)))] }, decisions);

        string? Title(string code) => CodeKey.TryParse(CodeSet.Icd10Cm, code, out var key) && book.Find(key, result.On).Status == CodeStatus.Active && Titles.Billable(book, key, result.On) ? Titles.Of(book, key, result.On) : null;
    }
}
