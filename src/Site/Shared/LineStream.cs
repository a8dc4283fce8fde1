using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodingAhead.Claims;

namespace CodingAhead.Site.Shared;

/// <summary>
/// Answers lines of JSON as they come in, a line each and in order, holding one of them and at most 16 KB of answers: a client that does not read is not read from. Ends when the
/// client leaves. Blank lines are passed over; a line that is too long is told and the rest goes on.
/// </summary>
/// <param name="longest">The most bytes of a line.</param>
/// <param name="answer">Writes one JSON value for a line and its number, whatever stands in it.</param>
internal sealed class LineStream(int longest, Action<Utf8JsonWriter, string, int> answer) : IResult
{
    private const int Unsent = 16 << 10;

    /// <summary>Media types of lines of JSON.</summary>
    public static bool Is(string? mediaType) => mediaType is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/x-ndjson";
        var output = response.BodyWriter;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var lines = new LineReader(httpContext.Request.Body, longest);
        try
        {
            while (true)
            {
                // What is answered goes out before more is waited for.
                var next = lines.NextAsync(cancel);
                if (output.UnflushedBytes >= Unsent || !next.IsCompleted && output.UnflushedBytes > 0) await output.FlushAsync(cancel);
                if (!await next) break;
                if (lines.IsBlank) continue;
                if (lines.TooLong) Refuse(json, lines.Number, "this line is longer than is allowed");
                else answer(json, Encoding.UTF8.GetString(lines.Line.Span), lines.Number);
                End(json, output);
            }
        }
        catch (BadHttpRequestException e) when (response.HasStarted)
        {
            // The status is sent already: the last line says that this is not all.
            Refuse(json, lines.Number + 1, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "more was sent than is allowed; the rest was not read" : "what was sent ends early; the rest was not read");
            End(json, output);
        }

        await output.FlushAsync(cancel);
    }

    /// <summary>Writes why a line has no answer.</summary>
    public static void Refuse(Utf8JsonWriter json, int number, string error)
    {
        json.WriteStartObject();
        json.WriteNumber("id", number);
        json.WriteString("error", error);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        json.Flush();
        json.Reset();
        output.Write("\n"u8);
    }
}
