using CodingAhead.Codes;
using CodingAhead.Site.Fhir;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Shared;

/// <summary>The one place where a failure becomes an answer: a page for a person, ProblemDetails for a program. Neither repeats what was asked.</summary>
public static class Errors
{
    private const string Unbound = "Failed to bind parameter \"";

    /// <summary>Lets a value that does not fit its parameter arrive at <see cref="UseErrors"/> with the parameter's name, in every environment.</summary>
    public static void AddErrors(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(static o => o.ThrowOnBadRequest = true);
    }

    /// <summary>Answers exceptions, and answers without a body such as 404 for an address that does not exist.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = Write,
            StatusCodeSelector = static e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = static c => c.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(static c => Write(c.HttpContext));
    }

    /// <summary>A refusal in words of ours.</summary>
    public static ProblemHttpResult Problem(int status, string title, string detail, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(detail, null, status, title, null, more.Select(m => KeyValuePair.Create(m.Name, m.Value)));

    // The framework's message holds the value too, `Failed to bind parameter "Nullable<int> limit" from "1e9".`: only the name between the first quotes is told.
    private static string Unreadable(BadHttpRequestException? bad)
    {
        if (bad is { InnerException: null } && bad.Message.StartsWith("The date", StringComparison.Ordinal)) return bad.Message;
        var declared = bad is not null && bad.Message.StartsWith(Unbound, StringComparison.Ordinal) && bad.Message.IndexOf('"', Unbound.Length) is > 0 and var end ? bad.Message[Unbound.Length..end] : "";
        var name = declared[(declared.LastIndexOf(' ') + 1)..];
        return name.Length > 0 && name.All(char.IsAsciiLetter) ? $"'{char.ToLowerInvariant(name[0])}{name[1..]}' has a value that does not fit." : "A part of the address or of the form has a value that does not fit.";
    }

    // Of an address whose date or place cannot be read the code may be known: what is offered is the book's own spelling of it, never what was asked.
    private static CodeKey? CodeOf(PathString path, Book book, DateOnly on) =>
        path.Value?.Split('/') is ["", "codes", var name, var code, ..] && CodeSets.TryParse(name, out var set) && CodeKey.TryParse(set, code, out var key) && book.Find(key, on).Status != CodeStatus.UnknownCode ? key : null;

    private static Task Write(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (title, detail) = status switch
        {
            400 => ("This cannot be read", Unreadable(context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException)),
            403 => ("Not from here", "A form can only be sent from this site's own pages."),
            404 => ("There is no such page", "The address does not exist here."),
            405 => ("Not this way", "The address exists, but not for this method."),
            413 => ("Too long", "What was sent is longer than allowed."),
            415 => ("Not in this form", "What was sent is of a media type that is not read here."),
            429 => ("Too many requests", "Wait a little, then try again."),
            _ => ("Something went wrong", "The error is ours and is in the server's log."),
        };
        var request = context.Request;
        if (request.Path.StartsWithSegments("/fhir")) return Outcome.Of(status, Outcome.CodeOf(status), detail).ExecuteAsync(context);
        var page = !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            && context.Features.Get<Books.BookInUse>() is not null;
        if (!page) return TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail }).ExecuteAsync(context);
        var asked = new Asked(
            Books.BookInUse.Of(context), Asked.Today(context), false, Asked.ThemeOf(request), "/");
        return Pages.Show<ErrorPage>(new { Asked = asked, Status = status, Heading = title, Detail = detail, Code = status == StatusCodes.Status400BadRequest ? CodeOf(request.Path, asked.Book, asked.On) : null }, status).ExecuteAsync(context);
    }
}
