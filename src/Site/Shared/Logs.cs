namespace CodingAhead.Site.Shared;

/// <summary>What is logged: starts, books, failures. No addresses of requests, as a search may say who the patient is.</summary>
public static class Logs
{
    /// <summary>One line an event, on standard output.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(c => (c.SingleLine, c.TimestampFormat, c.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true));
        // The framework names the path and query of each request at Information, and a bad one's at Warning in routing.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A failed start is told by Serving in one line, not by the host in forty.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
