using CodingAhead.Site.Books;

namespace CodingAhead.Site.Shared;

/// <summary>
/// Keeps short answers to what is asked at every key stroke, where most questions come once and some come all day. A table of fixed size, two places for
/// each hash: an answer takes the older one's place, so that keeping costs next to nothing when it was for nothing. The framework's output cache costs 50 µs for an answer
/// kept in vain, half as much as finding it.
/// </summary>
public static class TypedAnswers
{
    private const int Places = 1 << 14;
    private const int Longest = 4096;
    private static readonly Kept?[] Table = new Kept?[Places];

    /// <summary>Marks an endpoint that is asked at every key stroke.</summary>
    public sealed record WhileTyping;

    /// <summary>Keeps an endpoint's answers by address and whole query, for the book in use and, where no date is given, for today.</summary>
    public static RouteHandlerBuilder OfBookTyped(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new BookCache.OfBook(), new WhileTyping()).AddEndpointFilter(Answer);

    private static async ValueTask<object?> Answer(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var (tag, path, query) = (BookCache.Tag(context), context.Request.Path.Value ?? "", context.Request.QueryString.Value ?? "");
        var place = HashCode.Combine(path, query) & Places - 2;
        if (At(place) is { } newer) return newer;
        if (At(place + 1) is { } older) return older;
        var answer = await next(invocation);
        if (answer is JsonAnswer { Status: StatusCodes.Status200OK } fresh)
        {
            var body = fresh.Render();
            if (body.Length <= Longest)
            {
                Volatile.Write(ref Table[place + 1], Volatile.Read(ref Table[place]));
                Volatile.Write(ref Table[place], new Kept(tag, path, query, fresh));
            }
        }

        return answer;

        JsonAnswer? At(int at) => Volatile.Read(ref Table[at]) is { } kept && kept.Query == query && kept.Path == path && kept.Tag == tag ? kept.Answer : null;
    }

    private sealed record Kept(string Tag, string Path, string Query, JsonAnswer Answer);
}
