using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Tray;

/// <summary>
/// The tray: codes collected in a cookie of this browser, side by side on one page. The address of that page names the codes, so that it can be kept
/// and sent; nothing is stored on the server.
/// </summary>
public static class TrayRoutes
{
    /// <summary>Codes side by side; more would not be read.</summary>
    public const int Most = 20;

    private const string Cookie = "tray";

    /// <summary>Routes.</summary>
    public static void MapTray(this WebApplication app)
    {
        app.MapPost("/tray", Change).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/tray", Open).ExcludeFromDescription();
        app.MapGet("/tray/sheet", Show).OfBook("codes", "on").ExcludeFromDescription();
        app.MapGet("/tray/sheet.csv", Export).OfBook("codes", "on").ExcludeFromDescription();
    }

    // The page's script reads the cookie to show the count, so it is not hidden from scripts; it holds codes, nothing of a patient.
    private static RedirectHttpResult Change(HttpContext context, [FromForm] string? code, [FromForm] string? change)
    {
        var codes = Held(context.Request);
        var known = TryKey(code ?? "", out var key);
        if (change == "clear") codes.Clear();
        else if (known) codes.RemoveAll(c => c == Name(key));
        if (change == "add" && known && codes.Count < Most) codes.Add(Name(key));
        context.Response.Cookies.Append(
            Cookie, string.Join(',', codes), new CookieOptions { SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(30), Secure = context.Request.IsHttps });
        return Back.Redirect(context);
    }

    private static RedirectHttpResult Open(HttpContext context, Asked asked)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(asked.Link($"/tray/sheet?codes={Uri.EscapeDataString(string.Join(',', Held(context.Request)))}"));
    }

    private static RazorComponentResult Show(string? codes, Asked asked) => TryRead(codes, asked, out var pages, out var unknown)
        ? Pages.Show<TrayPage>(new { Asked = asked, Sheet = TraySheet.Of(asked.Book, pages, asked.On), Unknown = unknown }, pages.Count == 0 && unknown > 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK)
        : Refused(asked);

    private static IResult Export(string? codes, Asked asked)
    {
        if (!TryRead(codes, asked, out var pages, out _)) return Refused(asked);
        var sheet = TraySheet.Of(asked.Book, pages, asked.On);
        return Csv.File("codes.csv", ["Field", .. sheet.Codes.Select(c => c.Code)], sheet.Rows.Select(r => (IEnumerable<string?>)[r.Name, .. r.Values]));
    }

    private static RazorComponentResult Refused(Asked asked) => Pages.Show<ErrorPage>(
        new { Asked = asked, Status = 400, Heading = "Too many codes", Detail = string.Create(CultureInfo.InvariantCulture, $"'codes' names at most {Most} codes, separated by commas, as in 64635,M47.816 or cpt:64635.") },
        StatusCodes.Status400BadRequest);

    /// <summary>Codes as <c>64635</c> or <c>cpt:64635</c>, separated by commas or blanks; false when there are too many.</summary>
    private static bool TryRead(string? codes, Asked asked, out List<CodePage> pages, out int unknown)
    {
        (pages, unknown) = ([], 0);
        var names = (codes ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > Most) return false;
        foreach (var name in names)
        {
            CodeKey? found = TryKey(name, out var key) ? key : name.Length <= 12 ? OfAnySet(asked, name) : null;
            if (found is { } k && CodePageBuilder.Build(asked.Book, k, asked.On) is { Status: not "unknown-code" } page) pages.Add(page);
            else unknown++;
        }

        return true;
    }

    private static CodeKey? OfAnySet(Asked asked, string text) =>
        asked.Open.Searcher.Find(new SearchQuery { Text = text, On = asked.On, Top = 1 }).Hits is [{ Why.Kind: "code" } hit] ? hit.Key : null;

    private static List<string> Held(HttpRequest request) =>
        [.. (request.Cookies[Cookie] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(c => TryKey(c, out _)).Take(Most)];

    private static bool TryKey(string text, out CodeKey key)
    {
        key = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.Length <= 24 && CodeSets.TryParse(text.AsSpan(0, colon), out var set) && CodeSets.Searchable.Contains(set) && CodeKey.TryParse(set, text.AsSpan(colon + 1), out key);
    }

    /// <summary>How the tray names a code: <c>cpt:64635</c>.</summary>
    public static string Name(CodeKey key) => $"{key.Set.Id()}:{key.Display}";
}
