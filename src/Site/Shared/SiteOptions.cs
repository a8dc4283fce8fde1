using System.Globalization;

namespace CodingAhead.Site.Shared;

/// <summary>What the site is told when it starts, by arguments (<c>--book FILE</c>) or environment (<c>CODINGAHEAD_BOOK</c>).</summary>
public sealed record SiteOptions
{
    /// <summary>Where the site listens when it is not told: only this machine can reach it.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>
    /// The book; default, as for the command line, <c>.cache/codingahead.book</c> of the checkout, else <c>codingahead/codingahead.book</c> of the
    /// user's data folder. A missing one is replaced by the starter book until it appears.
    /// </summary>
    public string Book { get; init; } = Path.Combine(Folder, "codingahead.book");

    /// <summary>Where the starter book is built to when there is no other; default beside the default book.</summary>
    public string StarterBook { get; init; } = Path.Combine(Folder, "starter.book");

    /// <summary>Megabytes of rendered pages and answers kept; default 128. The least recently used go first.</summary>
    public int CacheMegabytes { get; init; } = 128;

    /// <summary>Requests per minute from one address other than this machine; default 1,200. More get 429.</summary>
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>
    /// Origins whose pages may read <c>/api</c> and <c>/fhir</c> in a browser, as <c>https://a.example,https://b.example</c>; default none. They get no cookies.
    /// </summary>
    public IReadOnlyList<string> Cors { get; init; } = [];

    /// <summary>Reads arguments and environment; arguments win.</summary>
    public static SiteOptions From(IConfiguration configuration)
    {
        var defaults = new SiteOptions();
        return defaults with
        {
            Book = configuration["book"] is { Length: > 0 } book ? book : defaults.Book,
            StarterBook = configuration["starter-book"] is { Length: > 0 } starter ? starter : defaults.StarterBook,
            CacheMegabytes = Number(configuration, "cache-mb", defaults.CacheMegabytes),
            Cors = CrossOrigin.Origins(configuration["cors"]),
            RequestsPerMinute = Number(configuration, "requests-per-minute", defaults.RequestsPerMinute),
        };
    }

    /// <summary>The addresses to listen on.</summary>
    public static string Urls(IConfiguration configuration) =>
        configuration["port"] is { Length: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Number(configuration, "port", 5080)}")
        : configuration["urls"] is { Length: > 0 } urls ? urls
        : DefaultUrl;

    private static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "CodingAhead.slnx"))) return Path.Combine(folder.FullName, ".cache");
            }

            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "codingahead");
        }
    }

    private static int Number(IConfiguration configuration, string key, int otherwise) => configuration[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{key} needs a whole number");
}
