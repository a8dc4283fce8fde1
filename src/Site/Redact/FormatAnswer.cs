using System.Text;
using CodingAhead.Site.Shared;
using CodingAhead.Text.Redact;
using CodingAhead.Text.Redact.Formats;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CodingAhead.Site.Redact;

/// <summary>Documents of the field's formats, redacted whole and answered in the same type; what was done beside replacing is said in the header <c>Redaction-Notes</c>.</summary>
internal static class FormatAnswer
{
    /// <summary>The format of a media type; null when it is none of these.</summary>
    public static NoteFormat? Of(string? type) => type switch
    {
        "application/fhir+json" or "application/fhir+ndjson" => NoteFormat.Fhir,
        "application/cda+xml" or "application/xml" or "text/xml" => NoteFormat.Xml,
        "x-application/hl7-v2+er7" or "application/hl7-v2" => NoteFormat.Hl7,
        "text/csv" => NoteFormat.Text,
        _ => null,
    };

    /// <summary>Redacts a document.</summary>
    public static IResult Redact(HttpContext context, Redactor redactor, NoteFormat format, string text, string[] columns)
    {
        if (format == NoteFormat.Text && columns.Length == 0) return Errors.Problem(StatusCodes.Status400BadRequest, "This text cannot be read", "text/csv needs ?column=: which columns hold text?");
        try
        {
            var (answer, notes) = format == NoteFormat.Text ? Table(redactor, text, columns, context.RequestAborted) : Document(redactor, text, format, context.RequestAborted);
            if (notes.Count > 0) context.Response.Headers["Redaction-Notes"] = string.Join(' ', notes);
            return TypedResults.Bytes(Encoding.UTF8.GetBytes(answer), PostedBody.MediaType(context.Request) + "; charset=utf-8");
        }
        catch (RedactionException e)
        {
            return Errors.Problem(StatusCodes.Status422UnprocessableEntity, "Not redacted", e.Message);
        }
    }

    private static (string Text, IReadOnlyList<string> Notes) Document(Redactor redactor, string text, NoteFormat format, CancellationToken cancel)
    {
        var result = NoteFormats.Redact(redactor, text, format, null, cancel);
        return (result.Text, result.Notes);
    }

    private static (string Text, IReadOnlyList<string> Notes) Table(Redactor redactor, string text, string[] columns, CancellationToken cancel)
    {
        var rows = CsvNotes.Redact(redactor, new StringReader(text), columns, null, cancel).ToList();
        return (string.Concat(rows.Select(static r => r.Text)), rows[0].Notes);
    }
}
