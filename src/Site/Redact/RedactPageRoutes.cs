using System.Text;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Redact;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Redact;

/// <summary>The page on which a note loses its identifiers. What is posted is answered and forgotten.</summary>
public static class RedactPageRoutes
{
    private const long MaxForm = 4 << 20;

    /// <summary>An invented note of an invented person.</summary>
    private const string Example =
        """
        Patient: Wilhelmina T. Okonkwo-Reyes   MRN: 0048-2291   DOB: 03/14/1931
        Seen 10/15/2025 at Lakeview Orthopedic Clinic, 4410 Harbor Point Rd, Duluth, MN 55802

        Mrs. Okonkwo-Reyes is a 94-year-old retired teacher with Graves disease and lumbar facet pain. Her daughter Ngozi drove her here. She was last seen on July 8 by Dr. Halvorsen, who placed a Foley catheter on the 9th.

        PLAN: Radiofrequency ablation L4-5 on 11/03/2025. Call (218) 555-0142 ext. 7, or write to w.okonkwo@example.org.
        Medicare 1EG4-TE5-MK73. Device serial SN 88-KJ-20417.

        Dictated: KH/pt   D: 10/15/2025
        """;

    /// <summary>Routes.</summary>
    public static void MapRedactPage(this WebApplication app)
    {
        app.MapGet("/redact", Show).ExcludeFromDescription();
        foreach (var route in (RouteHandlerBuilder[])[app.MapPost("/redact", Post), app.MapPost("/redact/export", Export)])
        {
            // A note must not touch the disk: the form is held in memory, and is no larger than memory allows.
            route.DisableAntiforgery().WithFormOptions(memoryBufferThreshold: (int)MaxForm, valueLengthLimit: (int)MaxForm, multipartBodyLengthLimit: MaxForm)
                .WithMetadata(new RequestSizeLimitAttribute(MaxForm)).ExcludeFromDescription();
        }
    }

    private static RazorComponentResult Show(string? example, Asked asked, HttpContext context) => Answer(context, asked, example is null ? new RedactForm() : new RedactForm { Text = Example });

    private static async Task<RazorComponentResult> Post(HttpContext context, [FromForm] IFormCollection fields, Asked asked, CancellationToken cancel)
    {
        var form = RedactForm.Of(fields);
        if (fields.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            form = form with { Text = (await reader.ReadToEndAsync(cancel)).Replace("\r\n", "\n", StringComparison.Ordinal) };
        }

        return Answer(context, asked.Moved(fields), form);
    }

    // What is left, or the proof, as a file: nothing is kept between the page and the export.
    private static IResult Export([FromForm] IFormCollection fields, string? @as, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (Redacted(context, RedactForm.Of(fields), out var error) is not { } result) return Errors.Problem(StatusCodes.Status400BadRequest, "This note cannot be redacted", error ?? "There is no note.");
        return @as switch
        {
            "text" => TypedResults.File(Encoding.UTF8.GetBytes(result.Text), "text/plain; charset=utf-8", "redacted.txt"),
            "manifest" => TypedResults.File(Encoding.UTF8.GetBytes(RedactJson.Manifest(result.Manifest).ToJsonString()), "application/json; charset=utf-8", "manifest.json"),
            _ => Errors.Problem(StatusCodes.Status400BadRequest, "Not in this form", "'as' is text or manifest."),
        };
    }

    private static RazorComponentResult Answer(HttpContext context, Asked asked, RedactForm form)
    {
        context.Response.Headers.CacheControl = "no-store";
        var result = Redacted(context, form, out var error);
        return Pages.Show<RedactPage>(new { Asked = asked, Form = form, Result = result, Error = error });
    }

    private static RedactionResult? Redacted(HttpContext context, RedactForm form, out string? error)
    {
        error = null;
        if (string.IsNullOrWhiteSpace(form.Text)) return null;
        if (form.Text.Length > RedactForm.Longest)
        {
            error = "A note on this page has at most 500,000 characters; longer ones go to POST /api/redact.";
            return null;
        }

        try
        {
            return context.RequestServices.GetRequiredService<Redactors>().For(form.ToPolicy()).Redact(form.Text, form.ToKnown());
        }
        // Fails closed: nothing is shown of a note that could not be redacted.
        catch (RedactionException e)
        {
            error = e.Message;
            return null;
        }
    }
}
