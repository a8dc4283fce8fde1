using System.Text.Json;
using System.Text.Json.Nodes;
using CodingAhead.Codes;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Detect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Detect;

/// <summary>The page on which a note is read for its diagnoses: note and codes side by side. What is posted is answered and forgotten.</summary>
public static class DetectPageRoutes
{
    private const long MaxForm = 4 << 20;

    /// <summary>An invented note that shows what the page does.</summary>
    private const string Example =
        """
        CHIEF COMPLAINT: Cough and fever.

        HISTORY OF PRESENT ILLNESS: A 61-year-old woman with type 2 diabetes and stage 3a chronic kidney disease comes with four days of productive cough and fever. She denies chest pain and hemoptysis. Her sister has asthma.

        PAST MEDICAL HISTORY: Hypertension. History of breast cancer, treated in 2012 without recurrence. Appendectomy.

        ASSESSMENT AND PLAN:
        1. Probable pneumonia, right lower lobe. Chest film ordered; azithromycin begun.
        2. Type 2 diabetes with diabetic nephropathy, on insulin.
        3. Essential hypertension, controlled.
        4. Return at once if you have shortness of breath.
        """;

    /// <summary>Routes.</summary>
    public static void MapDetectPage(this WebApplication app)
    {
        app.MapGet("/detect", Show).ExcludeFromDescription();
        app.MapPost("/detect", Post).DisableAntiforgery().WithFormOptions(memoryBufferThreshold: (int)MaxForm, valueLengthLimit: (int)MaxForm, multipartBodyLengthLimit: MaxForm)
            .WithMetadata(new RequestSizeLimitAttribute(MaxForm)).ExcludeFromDescription();
        app.MapPost("/detect/export", Export).DisableAntiforgery().WithFormOptions(memoryBufferThreshold: (int)MaxForm, valueLengthLimit: (int)MaxForm, multipartBodyLengthLimit: MaxForm)
            .WithMetadata(new RequestSizeLimitAttribute(MaxForm)).ExcludeFromDescription();
    }

    private static RazorComponentResult Show(string? example, Asked asked, HttpContext context, CancellationToken cancel) =>
        Answer(context, asked, example is null ? new NoteForm() : new NoteForm { Text = Example, Sex = "F", Age = "61", Setting = example == "inpatient" ? CareSetting.Inpatient : CareSetting.Outpatient }, cancel);

    private static async Task<RazorComponentResult> Post(HttpContext context, [FromForm] IFormCollection fields, Asked asked, CancellationToken cancel)
    {
        asked = asked.Moved(fields);
        var form = NoteForm.Of(fields);
        if (fields.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            form = form with { Text = (await reader.ReadToEndAsync(cancel)).Replace("\r\n", "\n", StringComparison.Ordinal) };
        }

        return Answer(context, asked, form, cancel, Review.Of(fields));
    }

    // What the note supports, as a file: nothing is kept between the page and the export.
    private static IResult Export([FromForm] IFormCollection fields, string? @as, Asked asked, HttpContext context, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        asked = asked.Moved(fields);
        var form = NoteForm.Of(fields);
        if (form.Options(asked.OnGiven ? asked.On : null, out var error) is not { } options) return Errors.Problem(StatusCodes.Status400BadRequest, "This note cannot be read", error!);
        var (result, decisions) = Review.Of(fields).Apply(asked.Open.Detector.Detect(form.Text, options, cancel), asked.Book);
        switch (@as)
        {
            case "json":
                context.Response.Headers.ContentDisposition = "attachment; filename=diagnoses.json";
                return new JsonAnswer("application/json; charset=utf-8", json => Write(json, result, decisions));
            case "fhir":
                context.Response.Headers.ContentDisposition = "attachment; filename=conditions.json";
                return new JsonAnswer("application/fhir+json; charset=utf-8", json => FhirConditions.Write(json, result, form.Text, code => decisions.Any(d => d.Code == code && d.Accepted)));
            default:
                return Errors.Problem(StatusCodes.Status400BadRequest, "Not in this form", "'as' is json or fhir.");
        }
    }

    // The result as decided, and beside it each decision.
    private static void Write(Utf8JsonWriter json, DetectResult result, IReadOnlyList<Decision> decisions)
    {
        var whole = JsonSerializer.SerializeToNode(result, DetectJson.Line.DetectResult)!.AsObject();
        whole["review"] = new JsonArray([.. decisions.Select(d => new JsonObject { ["found"] = d.Found, ["code"] = d.Code, ["outcome"] = d.Outcome })]);
        whole.WriteTo(json);
    }

    private static RazorComponentResult Answer(HttpContext context, Asked asked, NoteForm form, CancellationToken cancel, Review? review = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        DetectResult? result = null, other = null;
        string? error = null;
        // Without a date in the address the newest edition speaks: a page that opens on a day without one would find nothing.
        if (!string.IsNullOrWhiteSpace(form.Text) && form.Options(asked.OnGiven ? asked.On : null, out error) is { } options)
        {
            var detector = asked.Open.Detector;
            result = detector.Detect(form.Text, options, cancel);
            other = detector.Detect(form.Text, options with { Setting = form.Setting == CareSetting.Inpatient ? CareSetting.Outpatient : CareSetting.Inpatient }, cancel);
        }

        return Pages.Show<DetectPage>(new { Asked = asked, Form = form, Result = result, Other = other, Error = error, Review = review ?? new Review() });
    }
}
