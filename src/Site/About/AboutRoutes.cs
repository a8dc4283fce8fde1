using System.Text.Json.Serialization;
using CodingAhead.Codes;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.About;

/// <summary>What the site knows and from where: the page, the API, and the health check.</summary>
public static class AboutRoutes
{
    /// <summary>Routes.</summary>
    public static void MapAbout(this WebApplication app)
    {
        app.MapGet("/about", Show).OfBook("on").ExcludeFromDescription();
        app.MapGet("/api/book", Get).OfBook().WithTags("Book").Produces<BookJson>();
        app.MapGet("/health", Health).WithTags("Book").Produces<HealthJson>();
    }

    /// <summary>The book being served</summary>
    /// <remarks>Its version, the editions of each code set with their dates, and every source file with its SHA-256.</remarks>
    internal static JsonHttpResult<BookJson> Get(Asked asked) => TypedResults.Json(BookJson.Of(asked), SiteJson.Default.BookJson);

    /// <summary>Whether the site serves</summary>
    internal static JsonHttpResult<HealthJson> Health(Asked asked) => TypedResults.Json(new HealthJson("ok", asked.Open.Version), SiteJson.Default.HealthJson);

    private static RazorComponentResult Show(Asked asked) => Pages.Show<AboutPage>(new { Asked = asked });
}

/// <summary>That the site serves, and which book.</summary>
public sealed record HealthJson(string Status, string Version);

/// <summary>The book being served.</summary>
/// <param name="Version">Changes when its content does.</param>
/// <param name="Built">When it was built.</param>
/// <param name="Starter">It holds nothing but our own starter data.</param>
/// <param name="Licences">Licence classes whose texts were accepted when it was built: ama ada nubc.</param>
/// <param name="Keys">Codes and registers.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Pairs">NCCI pairs.</param>
/// <param name="Sets">Code sets: how many codes of all times, and the editions that are complete lists.</param>
/// <param name="Sources">Files it was built from.</param>
/// <param name="Omitted">Releases left out because of an error, in words.</param>
public sealed record BookJson(
    string Version, DateTimeOffset Built, bool Starter, IReadOnlyList<string> Licences, int Keys, int Rows, int Pairs,
    IReadOnlyList<SetJson> Sets, IReadOnlyList<SourceJson> Sources, IReadOnlyList<string> Omitted)
{
    internal static BookJson Of(Asked asked)
    {
        var book = asked.Book;
        return new BookJson(
            asked.Open.Version, book.Built, book.IsStarter, [.. new[] { Licence.Ama, Licence.Ada, Licence.Nubc }.Where(l => book.Accepted.HasFlag(l)).Select(l => l.Id())],
            book.KeyCount, book.FactCount, book.PairCount,
            [.. CodeSets.Searchable.Select(s => new SetJson(
                s.Id(), s.Name(), asked.Open.CountOf(s),
                [.. (asked.Open.Editions.FirstOrDefault(e => e.Set == s)?.All ?? []).Select(c => new EditionJson(c.Edition, c.From, c.To))]))],
            [.. book.Sources.Select(s => new SourceJson(s.Publisher, s.Dataset, s.Edition, s.From, s.To, s.Path, s.Sha256, s.Rows))],
            book.Omitted);
    }
}

/// <summary>A code set.</summary>
public sealed record SetJson(string Set, string Name, int Codes, IReadOnlyList<EditionJson> Editions);

/// <summary>Dates for which every valid code of the set is known.</summary>
public sealed record EditionJson(string Edition, DateOnly From, DateOnly To);

/// <summary>A file the book was built from.</summary>
public sealed record SourceJson(string Publisher, string Dataset, string Edition, DateOnly From, DateOnly To, string File, string Sha256, int Rows);

/// <summary>JSON of this folder's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BookJson))]
[JsonSerializable(typeof(HealthJson))]
internal sealed partial class SiteJson : JsonSerializerContext;
