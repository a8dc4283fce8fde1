using CodingAhead.Site.Fhir;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Shared;

/// <summary>The one place where a failure becomes an answer: a page for a person, ProblemDetails for a program. Neither repeats what was asked.</summary>
public static class Errors
{
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

    private static Task Write(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (title, detail) = status switch
        {
            400 => ("This cannot be read", context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad && bad.InnerException is null && bad.Message.StartsWith("The date", StringComparison.Ordinal)
                ? bad.Message
                : "A part of the address or of the form has a value that does not fit."),
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
        return Pages.Show<ErrorPage>(new { Asked = asked, Status = status, Heading = title, Detail = detail }, status).ExecuteAsync(context);
    }
}
