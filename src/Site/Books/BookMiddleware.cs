namespace CodingAhead.Site.Books;

/// <summary>Gives every request one book from its first to its last byte.</summary>
public static class BookMiddleware
{
    /// <summary>Opens the book now, so that a damaged one stops the start, and holds it for each request.</summary>
    public static void UseBook(this WebApplication app)
    {
        var holder = app.Services.GetRequiredService<BookHolder>();
        app.Use(async (context, next) =>
        {
            using var book = holder.Take();
            context.Features.Set(book);
            await next(context);
        });
    }
}
