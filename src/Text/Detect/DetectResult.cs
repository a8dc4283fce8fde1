namespace CodingAhead.Text.Detect;

/// <summary>A part of the note: half-open, in UTF-16 units and in Unicode code points.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">UTF-16 unit after the last.</param>
/// <param name="CpStart">First code point.</param>
/// <param name="CpEnd">Code point after the last.</param>
public readonly record struct Span(int Start, int End, int CpStart, int CpEnd);

/// <summary>The codes a note supports, and what was found and not coded.</summary>
/// <param name="Edition">The fiscal year of the code set, as in <c>FY2026</c>; empty when the book holds none for the date.</param>
/// <param name="On">The date whose codes are given.</param>
/// <param name="Codes">In the order of coding, the first-listed one first.</param>
/// <param name="Rejected">Mentions that were found and not coded, in the order of the note.</param>
/// <param name="Queries">What to ask the physician, where the note leaves something unsaid that a code needs.</param>
/// <param name="Notes">Remarks about the whole, such as a text that is not a note.</param>
/// <param name="Sections">Parts of the note under their headers.</param>
public sealed record DetectResult(
    string Edition, DateOnly On, IReadOnlyList<DetectedCode> Codes, IReadOnlyList<RejectedMention> Rejected, IReadOnlyList<string> Queries, IReadOnlyList<string> Notes, IReadOnlyList<NoteSection> Sections);

/// <summary>A code with everything that speaks for it.</summary>
/// <param name="Code">With its dot.</param>
/// <param name="Title">The official title on the date.</param>
/// <param name="Billable">False when characters are missing: see <paramref name="Missing"/>.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Confidence">Estimated chance that a coder would give it, 0 to 1.</param>
/// <param name="Band"><c>high medium low</c>.</param>
/// <param name="Role"><c>first-listed secondary status external-cause</c>.</param>
/// <param name="Assertion"><c>present uncertain historical family</c>: how the note speaks of it.</param>
/// <param name="Section">The header under which the leading evidence stands, as written; empty before the first.</param>
/// <param name="Evidence">Where the note says so, the leading place first.</param>
/// <param name="Found">Details the note gives: <c>laterality:right</c>, <c>acuity:acute</c>, <c>encounter:initial</c>.</param>
/// <param name="Missing">Details that a billable or more specific code needs, with the choices.</param>
/// <param name="Why">Index path, title, inclusion term, or rule with its paragraph.</param>
/// <param name="Alternatives">Other codes the words may mean, the nearest first, at most five.</param>
/// <param name="NotesApplied">Instructions of the Tabular List that were followed or call for another code.</param>
public sealed record DetectedCode(
    string Code, string Title, bool Billable, int Rank, double Confidence, string Band, string Role, string Assertion, string Section, IReadOnlyList<Span> Evidence,
    IReadOnlyList<string> Found, IReadOnlyList<MissingDetail> Missing, IReadOnlyList<Reason> Why, IReadOnlyList<string> Alternatives, IReadOnlyList<string> NotesApplied);

/// <summary>Why a code is given.</summary>
/// <param name="Kind"><c>title inclusion index abbreviation table rule</c>.</param>
/// <param name="Id">The term or index path that matched, or the rule's identifier.</param>
/// <param name="Source">Where it stands: the book of the index, or the paragraph of the Official Guidelines.</param>
public sealed record Reason(string Kind, string Id, string Source);

/// <summary>A detail that the note leaves open.</summary>
/// <param name="What"><c>laterality</c>, <c>7th character</c> or <c>specificity</c>.</param>
/// <param name="Choices">The codes to choose from, with titles, at most twelve.</param>
public sealed record MissingDetail(string What, IReadOnlyList<CodeChoice> Choices);

/// <summary>A code to choose.</summary>
/// <param name="Code">With its dot.</param>
/// <param name="Title">Its title.</param>
public sealed record CodeChoice(string Code, string Title);

/// <summary>A mention that is not coded.</summary>
/// <param name="Code">The code it would have had; a heading ends in a dash.</param>
/// <param name="Title">The title of that code or heading.</param>
/// <param name="Reason">One of <see cref="RejectReasons"/>.</param>
/// <param name="Where">The mention.</param>
/// <param name="Cue">The words that decided, when there are any.</param>
/// <param name="Source">The paragraph of the Official Guidelines or the note that says so; empty for plain language.</param>
/// <param name="Instead">The code given instead, when there is one.</param>
public sealed record RejectedMention(string Code, string Title, string Reason, Span Where, Span? Cue, string Source, string? Instead);

/// <summary>A part of the note.</summary>
/// <param name="Kind">What it is about, in lower case: <c>assessment family exam</c> and so on.</param>
/// <param name="Header">As written; empty for the part before the first header.</param>
/// <param name="Where">The part, its header included.</param>
public sealed record NoteSection(string Kind, string Header, Span Where);

/// <summary>Why a mention is not coded.</summary>
public static class RejectReasons
{
    public const string Negated = "negated";
    public const string Uncertain = "uncertain";
    public const string Family = "family";
    public const string OtherPerson = "other-person";
    public const string Historical = "historical";
    public const string Hypothetical = "hypothetical";
    public const string Instruction = "instruction";
    public const string Integral = "integral";
    public const string Excludes1 = "excludes1";
    public const string Combined = "combined";
    public const string Unsupported = "unsupported";
    public const string NotBillable = "not-billable";
    public const string NoEdition = "no-edition";
}
