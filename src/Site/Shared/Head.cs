namespace CodingAhead.Site.Shared;

/// <summary>HEAD, as monitors and link checkers ask: the answer to GET without its body.</summary>
public static class Head
{
    /// <summary>Routes HEAD as GET; the server still sends no body.</summary>
    public static void UseHead(this WebApplication app) => app.Use(static async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Request.Method = HttpMethods.Head;
    });
}
