using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Shared;

/// <summary>Back to the page whose form was posted.</summary>
public static class Back
{
    /// <summary>The browser says where the form was; only ever a path of this site, so that nobody is sent elsewhere.</summary>
    public static RedirectHttpResult Redirect(HttpContext context)
    {
        var back = Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value ? from.PathAndQuery : "/";
        return TypedResults.LocalRedirect(IsLocal(back) ? back : "/");
    }

    private static bool IsLocal(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal);
}
