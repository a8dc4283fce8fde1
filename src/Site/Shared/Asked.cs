using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Site.Books;

namespace CodingAhead.Site.Shared;

/// <summary>
/// What every request says besides its own subject: which book answers it, the date of service (<c>?on=</c>, else today), and the colours wanted.
/// A handler takes it as a parameter; a date that is none answers 400.
/// </summary>
/// <param name="Open">The book, held until the answer is sent.</param>
/// <param name="On">The date of service.</param>
/// <param name="OnGiven">It was in the address, so links keep it.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or empty: as the system has it.</param>
/// <param name="Path">The address without its query, percent-encoded as links need it.</param>
public sealed record Asked(OpenBook Open, DateOnly On, bool OnGiven, string Theme, string Path)
{
    /// <summary>Cookie that keeps the choice of colours.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>The book.</summary>
    public Book Book => Open.Book;

    /// <summary>The date as addresses and scripts write it.</summary>
    public string OnText => Text(On);

    /// <summary>The address of a code's page, with the date kept.</summary>
    public string Link(CodeKey key) => Link(key.Set.Id(), key.Display);

    /// <summary>The address of a code's page, with the date kept.</summary>
    public string Link(string set, string code) => Link($"/codes/{set}/{Uri.EscapeDataString(code)}");

    /// <summary>An address of ours, with the date kept.</summary>
    public string Link(string path) => OnGiven ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}on={OnText}" : path;

    /// <summary>The same page on another date.</summary>
    public string LinkOn(string path, DateOnly on) => $"{path}?on={Text(on)}";

    /// <summary>Reads the request. Called by the framework for a handler's parameter.</summary>
    public static ValueTask<Asked?> BindAsync(HttpContext context) => ValueTask.FromResult<Asked?>(Of(context));

    /// <summary>Reads the request.</summary>
    public static Asked Of(HttpContext context)
    {
        var request = context.Request;
        var text = request.Query["on"].ToString();
        var given = text.Length > 0;
        if (!Day.TryParseAsked(text, out var on) || on.Year is < 1900 or > 2100)
        {
            if (given) throw new BadHttpRequestException("The date of service must be a date such as 2026-03-31.");
            on = Today(context);
        }

        return new Asked(BookInUse.Of(context), on, given, ThemeOf(request), request.Path.HasValue ? request.Path.ToUriComponent() : "/");
    }

    /// <summary>
    /// The request on the date that a form carries beside its work (<c>on</c>, or <c>onto</c> of a button), where it is another than that of the address: work that was typed is
    /// posted along when the date changes. What is no date changes nothing, so that no work is lost to it.
    /// </summary>
    public Asked Moved(IFormCollection fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var text = fields["onto"] is [{ Length: > 0 } onto] ? onto : fields["on"].ToString();
        return Day.TryParseAsked(text, out var on) && on.Year is >= 1900 and <= 2100 && on != On ? this with { On = on, OnGiven = true } : this;
    }

    /// <summary>Today where the server is.</summary>
    public static DateOnly Today(HttpContext context) =>
        DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);

    /// <summary>The colours wanted: <c>light</c>, <c>dark</c> or nothing.</summary>
    public static string ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
