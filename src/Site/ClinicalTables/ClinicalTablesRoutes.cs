using System.Globalization;
using System.Text.Json.Nodes;
using CodingAhead.Codes;
using CodingAhead.Site.Books;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.ClinicalTables;

/// <summary>The addresses and answers of clinicaltables.nlm.nih.gov, so that a widget made for that service works with another host name.</summary>
public static class ClinicalTablesRoutes
{
    private const int MostCount = 500;

    // The service's own limit on offset and count together.
    private const int MostReached = 7500;
    private const int DefaultCount = 7;
    private const int MostText = 500;

    private static readonly Takes[] Parameters =
    [
        new("table", "icd10cm, icd9cm_dx, icd9cm_sg or hcpcs.", "icd10cm"),
        new("terms", "What somebody is typing: words or the beginning of a code, at most 500 characters. Empty: all codes.", "spondylosis lum"),
        new("maxList", "At most this many, 1 to 500; empty: 500. Default: 7."),
        new("count", "The same, for pages, 1 to 500. Default: 7.", "3"),
        new("offset", "Leave out this many first; with `count` at most 7500. Default: 0."),
        new("q", "Further words that must be there: `word`, `field:word`, `code:E11*`, joined by AND."),
        new("df", "The fields shown, separated by commas. Default: code,name (hcpcs: code,display; icd9cm: code_dotted,long_name)."),
        new("sf", "The fields searched: the code, the words, or both. Default: both."),
        new("cf", "The field that stands for the code. Default: code (icd9cm: code_dotted)."),
        new("ef", "Fields for the third element, separated by commas; `field:alias` renames one."),
        new("on", "The date of service, yyyy-MM-dd, which the original does not have. Default: today, or the last day of the newest edition when that is over.", "2025-10-15"),
    ];

    /// <summary>Routes.</summary>
    public static void MapClinicalTables(this WebApplication app) =>
        app.MapGet("/api/{table}/v3/search", Search).OfBookTyped().WithTags("Clinical Tables").Takes(Parameters)
            .Produces<JsonArray>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Codes while typing, in the shape of NLM's Clinical Tables</summary>
    /// <remarks>
    /// The JSON array `[total, [codes], {extra fields} or null, [[display fields]…]]` of clinicaltables.nlm.nih.gov, for an existing autocomplete widget. Headings are left out.
    /// When no edition covers today, the newest is answered and a `Warning` header says so. JSONP is not supported.
    /// </remarks>
    internal static IResult Search(string table, HttpContext context)
    {
        if (ClinicalTable.All.FirstOrDefault(t => t.Id == table) is not { } of)
            return Errors.Problem(StatusCodes.Status404NotFound, "No such table", $"Tables here: {string.Join(' ', ClinicalTable.All.Select(t => t.Id))}.");
        var query = context.Request.Query;
        if (!TrySearch(of, query, out var search, out var error)) return Errors.Problem(StatusCodes.Status400BadRequest, "This cannot be searched", error);
        var asked = Asked.Of(context);
        var (on, note) = asked.OnGiven ? (asked.On, null) : of.Newest(asked.Open, asked.On);
        return search.Answer(asked.Open, on, note is null ? null : $"299 - \"{note}\"");
    }

    private static bool TrySearch(ClinicalTable table, IQueryCollection query, out TableSearch search, out string error)
    {
        (search, error) = (null!, "");
        foreach (var (_, value) in query)
        {
            if (value.Count > 1) error = "A parameter is given twice.";
            if (value.ToString().Length > MostText) error = "A parameter is longer than 500 characters.";
        }

        if (!TryNumber(query["maxList"], MostCount, 1, MostCount, out var maxList) | !TryNumber(query["count"], DefaultCount, 1, MostCount, out var count)) error = "'maxList' and 'count' are numbers from 1 to 500.";
        if (!TryNumber(query["offset"], 0, 0, MostReached, out var offset)) error = "'offset' is a number from 0 to 7500.";
        var most = query.ContainsKey("count") ? count : query.ContainsKey("maxList") ? maxList : DefaultCount;
        if (offset + most > MostReached) error = "'offset' and 'count' together are at most 7500.";
        if (!TryFields(table, query["df"], table.Display, out var display) || !TryFields(table, query["sf"], [table.Fields[0], table.Display[^1]], out var searched)
            || !TryFields(table, query["cf"], [table.Fields[0]], out var code) | code.Count != 1 || !TryFields(table, query["ef"], [], out var extra))
        {
            error = $"'df', 'sf', 'cf' and 'ef' name fields of this table: {string.Join(", ", table.Fields)}.";
            return false;
        }

        if (!Constraint.TryParse(table, query["q"], out var constraint)) error = "'q' has words, 'field:word' or 'field:beginning*', joined by AND.";
        if (error.Length > 0) return false;
        search = new TableSearch(table, query["terms"].ToString(), offset, most, display, searched, code[0], extra, constraint);
        return true;
    }

    private static bool TryNumber(string? text, int whenEmpty, int lowest, int highest, out int number)
    {
        number = whenEmpty;
        return string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= lowest && number <= highest;
    }

    // An alias after a colon is a name of the client's; it is written into a key of the answer, so that it has to be a plain word.
    private static bool TryFields(ClinicalTable table, string? text, IReadOnlyList<string> otherwise, out IReadOnlyList<(string Field, string Alias)> fields)
    {
        var found = new List<(string, string)>();
        fields = found;
        if (string.IsNullOrEmpty(text))
        {
            found.AddRange(otherwise.Select(f => (f, f)));
            return true;
        }

        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var (field, alias) = colon < 0 ? (part, part) : (part[..colon], part[(colon + 1)..]);
            if (!table.Fields.Contains(field) || alias.Length is 0 or > 40 || !alias.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return false;
            found.Add((field, alias));
        }

        return found.Count is > 0 and <= 20;
    }
}
