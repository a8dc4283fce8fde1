using System.Globalization;
using System.Text;
using CodingAhead.Claims;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Fhir;
using CodingAhead.Site.Detect;
using CodingAhead.Site.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CodingAhead.Site.Claims;

/// <summary>The claim page: a CMS-1500 on the screen whose verdicts and amounts stand beside its lines. What is posted is answered and forgotten.</summary>
public static class ClaimPageRoutes
{
    /// <summary>Claims of a dropped file that the page lists.</summary>
    private const int MaxListed = 200;

    private const long MaxFile = 16 << 20;

    /// <summary>Routes.</summary>
    public static void MapClaimPage(this WebApplication app)
    {
        app.MapGet("/claims", Show).ExcludeFromDescription();
        // A file of claims must not touch the disk: the form is held in memory, and is no larger than memory allows.
        app.MapPost("/claims", Post).DisableAntiforgery().WithFormOptions(memoryBufferThreshold: (int)MaxFile, multipartBodyLengthLimit: MaxFile)
            .WithMetadata(new RequestSizeLimitAttribute(MaxFile)).ExcludeFromDescription();
        app.MapPost("/claims/export", Export).DisableAntiforgery().ExcludeFromDescription();
    }

    private static RazorComponentResult Show(string? example, Asked asked, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var form = example == "spine" ? Spine : new ClaimForm { Lines = [] };
        return Answer(asked, form, null, [], [], []);
    }

    private static async Task<RazorComponentResult> Post(HttpContext context, [FromForm] IFormCollection fields, Asked asked, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        asked = asked.Moved(fields);
        var form = ClaimForm.Of(fields);
        var (listed, errors, notes) = (new List<ListedClaim>(), new List<FieldError>(), new List<string>());
        // Diagnoses of a note come with the decisions that were made of them.
        if (fields.ContainsKey("of")) form = OfNote(form, Review.Of(fields), notes);
        else if (fields["paste"].ToString() is { Length: > 0 } pasted) form = form.WithPasted(pasted, fields["pastedate"].ToString() is { Length: 10 } day ? day : asked.OnText);
        if (fields.Files.GetFile("file") is { Length: > 0 } file)
        {
            Claim? first = null;
            await foreach (var read in ClaimFiles.ReadAsync(file.OpenReadStream(), "upload", cancellation: cancel))
            {
                if (read.Error is { } unread) errors.Add(new("", unread.Error));
                if (read.Claim is not { } claim) continue;
                first ??= claim;
                if (listed.Count < MaxListed) listed.Add(new ListedClaim(claim.Id, claim.Lines.Count, asked.Open.Checker.Check(claim)));
            }

            if (first is null) errors.Add(new("", "The file holds no claim that could be read. It may be an 837, our JSON (one claim, or one a line), a CSV with column names, or FHIR R4."));
            else form = ClaimForm.Of(first);
        }
        else if (!fields.ContainsKey("of"))
        {
            errors.AddRange(form.Lacks());
        }

        if (fields["try"].ToString() is { Length: > 0 } change) form = Changed(form, change);
        return Answer(asked, form, fields["before"].ToString() is { Length: > 0 and < 120 } before ? before : null, errors, notes, listed);
    }

    // What stands in the form, judged, as a file: nothing is kept between the page and the export.
    private static IResult Export([FromForm] IFormCollection fields, string? @as, Asked asked, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        asked = asked.Moved(fields);
        var form = ClaimForm.Of(fields);
        if (form.Lines.Count == 0) return Errors.Problem(StatusCodes.Status400BadRequest, "This claim cannot be read", "The form has no service line.");
        if (!form.TryClaim(asked.On, out var claim, out var errors)) return Errors.Problem(StatusCodes.Status400BadRequest, "This claim cannot be read", errors[0].Message);
        var judged = Judged(asked, claim);
        var answer = new ClaimAnswer(judged.Check, judged.Price);
        switch (@as)
        {
            case "json":
                context.Response.Headers.ContentDisposition = "attachment; filename=claim-check.json";
                return new JsonAnswer("application/json; charset=utf-8", answer.WriteJson);
            case "fhir":
                context.Response.Headers.ContentDisposition = "attachment; filename=claim-response.json";
                var today = Asked.Today(context);
                return new JsonAnswer("application/fhir+json; charset=utf-8", json => ClaimResponse.Write(json, claim, answer, today));
            case "csv":
                var text = new StringBuilder(CheckCsv.Header);
                answer.WriteCsv(text);
                return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "claim-check.csv");
            default:
                return Errors.Problem(StatusCodes.Status400BadRequest, "Not in this form", "'as' is json, csv or fhir.");
        }
    }

    private static RazorComponentResult Answer(Asked asked, ClaimForm form, string? before, IEnumerable<FieldError> more, List<string> notes, List<ListedClaim> listed)
    {
        JudgedClaim? answer = null;
        IReadOnlyList<FieldError> errors = [];
        if (form.Lines.Count > 0 && form.TryClaim(asked.On, out var claim, out errors)) answer = Judged(asked, claim);
        return Pages.Show<ClaimPage>(new { Asked = asked, Form = form, Answer = answer, Before = answer is null ? null : before, Errors = (IReadOnlyList<FieldError>)[.. more.Take(20), .. errors], Notes = notes, Listed = listed });
    }

    // What a coder accepted goes first; a claim has room for twelve, and what finds none is said.
    private static ClaimForm OfNote(ClaimForm form, Review review, List<string> notes)
    {
        var (codes, undecided) = review.ForClaim();
        form = form.WithDiagnoses(codes, out var left);
        if (left.Count > 0) notes.Add($"A claim has room for {ClaimForm.Diagnoses} diagnoses; these of the note did not fit: {string.Join(", ", left)}.");
        if (undecided.Count > 0) notes.Add($"Only accepted codes were taken over; not decided in the note: {string.Join(", ", undecided)}.");
        return form;
    }

    // "2|XS" adds a modifier to line 2, "2|-" takes the line out.
    private static ClaimForm Changed(ClaimForm form, string change)
    {
        var parts = change.Split('|');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1 || n > form.Lines.Count || parts[1].Length > 2) return form;
        var lines = form.Lines.ToList();
        if (parts[1] == "-") lines.RemoveAt(n - 1);
        else lines[n - 1] = lines[n - 1] with { Modifiers = $"{lines[n - 1].Modifiers} {parts[1]}".Trim() };
        return form with { Lines = lines };
    }

    private static JudgedClaim Judged(Asked asked, Claim claim) => new(claim, asked.Open.Checker.Check(claim), asked.Open.Pricer.Price(claim));

    private static readonly ClaimForm Spine = new()
    {
        Zip = "60601", Dx = ["M47.816"],
        Lines =
        [
            new("2025-10-15", "11", "64635", "50", "A", "1200.00", "1"), new("2025-10-15", "11", "64636", "50", "A", "800.00", "2"), new("2025-10-15", "11", "77003", "", "A", "150.00", "1"),
        ],
    };
}

/// <summary>A claim of a file, judged.</summary>
public sealed record ListedClaim(string? Id, int Lines, CheckResult Check);
