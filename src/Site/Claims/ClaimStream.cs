using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CodingAhead.Claims;
using CodingAhead.Claims.Answers;
using CodingAhead.Claims.Fhir;
using CodingAhead.Site.Shared;
using Microsoft.Net.Http.Headers;

namespace CodingAhead.Site.Claims;

/// <summary>
/// Answers claims as they come in, in order, holding one of them and at most 16 KB of answers: a client that does not read is not read from. Ends when the client leaves.
/// </summary>
/// <param name="claims">The claims.</param>
/// <param name="form">How answers are written.</param>
/// <param name="priced">Only prices are asked for, which have columns of their own.</param>
/// <param name="answer">Answers one.</param>
internal sealed class ClaimStream(IAsyncEnumerable<ReadClaim> claims, ClaimFormat form, bool priced, Func<Claim, ClaimAnswer> answer) : IResult
{
    private const int Unsent = 16 << 10;

    /// <summary>How the answers to a stream are written: CSV where it is asked for, FHIR for FHIR, else a line of JSON each.</summary>
    public static ClaimFormat Form(HttpRequest request, ClaimFormat claims) => claims == ClaimFormat.FhirLines ? ClaimFormat.FhirLines
        : MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(a => a.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase)) ? ClaimFormat.Csv
        : ClaimFormat.JsonLines;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = form switch { ClaimFormat.Csv => "text/csv; charset=utf-8", ClaimFormat.FhirLines => "application/fhir+ndjson", _ => "application/x-ndjson" };
        var (output, cancel) = (response.BodyWriter, httpContext.RequestAborted);
        using var writer = new Writer(output, form, priced, Asked.Today(httpContext));
        try
        {
            await using var each = claims.GetAsyncEnumerator(cancel);
            while (true)
            {
                // What is answered goes out before more is waited for.
                var next = each.MoveNextAsync();
                if (output.UnflushedBytes >= Unsent || !next.IsCompleted && output.UnflushedBytes > 0) await output.FlushAsync(cancel);
                if (!await next) break;
                if (each.Current.Claim is { } claim) writer.Answer(claim, answer(claim));
                else writer.Refuse(each.Current.Error!);
            }
        }
        catch (BadHttpRequestException e) when (response.HasStarted)
        {
            // The status is sent already: the last line says that this is not all.
            writer.Refuse(new UnreadClaim(null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "More was sent than is allowed; the rest was not read." : "What was sent ends early; the rest was not read.", null));
        }

        await output.FlushAsync(cancel);
    }

    /// <summary>Writes answers in one of the forms.</summary>
    private sealed class Writer : IDisposable
    {
        private readonly PipeWriter output;
        private readonly ClaimFormat form;
        private readonly bool priced;
        private readonly DateOnly today;
        private readonly Utf8JsonWriter json;
        private readonly StringBuilder text = new();

        public Writer(PipeWriter output, ClaimFormat form, bool priced, DateOnly today)
        {
            (this.output, this.form, this.priced, this.today) = (output, form, priced, today);
            json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ClaimsJson.Line.Options.Encoder });
            if (form != ClaimFormat.Csv) return;
            text.Append(priced ? PriceCsv.Header : CheckCsv.Header);
            Send();
        }

        public void Answer(Claim claim, ClaimAnswer answer)
        {
            if (form == ClaimFormat.Csv) answer.WriteCsv(text);
            else if (form == ClaimFormat.FhirLines) ClaimResponse.Write(json, claim, answer, today);
            else answer.WriteJson(json);
            Send();
        }

        public void Refuse(UnreadClaim unread)
        {
            if (form == ClaimFormat.Csv && priced) PriceCsv.Write(text, unread);
            else if (form == ClaimFormat.Csv) CheckCsv.Write(text, unread);
            else if (form == ClaimFormat.FhirLines) OperationOutcome.Write(json, unread);
            else JsonSerializer.Serialize(json, unread, ClaimsJson.Line.UnreadClaim);
            Send();
        }

        public void Dispose() => json.Dispose();

        private void Send()
        {
            if (form == ClaimFormat.Csv)
            {
                foreach (var chunk in text.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, output);
                text.Clear();
                return;
            }

            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }
}
